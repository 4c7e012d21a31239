import Glibc

/// Who may read a library: its owner and nobody else, whatever the folder and the umask allow.
enum LibraryPrivacy {
  /// What SQLite puts beside its file, by the ends of their names; it gives them the mode of that file.
  static let companions = ["-wal", "-shm", "-journal"]

  /// Makes an empty file for the owner only, unless there is one; SQLite takes it for a new database.
  ///
  /// `mknod` and not `open`: closing a descriptor drops the locks that other connections of this process hold on the
  /// file (POSIX advisory locks belong to the process).
  static func create(_ path: String) { _ = mknod(path, S_IFREG | 0o600, 0) }

  /// Takes the file, and what stands beside it, from everybody but the owner.
  static func restrict(_ path: String) {
    for name in [path] + companions.map({ path + $0 }) {
      var status = stat()
      guard stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else {
        continue
      }
      chmod(name, status.st_mode & 0o700)
    }
  }
}
