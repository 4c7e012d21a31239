import Glibc

/// Says when files in some folders were written, so that settings are read again while the program runs.
final class FolderWatch {
  /// Becomes readable when something was written.
  let descriptor: Int32

  /// Watches folders; `nil` when none of them is there.
  init?(_ folders: [String]) {
    let file = inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
    guard file >= 0 else { return nil }
    // Editors write a new file and give it the old one's name.
    let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
    guard folders.map({ inotify_add_watch(file, $0, events) }).contains(where: { $0 >= 0 }) else {
      close(file)
      return nil
    }
    descriptor = file
  }

  deinit { close(descriptor) }

  /// Forgets what was written so far.
  func acknowledge() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
