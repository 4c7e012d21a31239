import CNcurses
import Glibc
import ReaderCore
import Synchronization

/// Events from tasks for the main thread, which waits on the pipe.
final class Mailbox: Sendable {
  private let events = Mutex<[Event]>([])
  /// The end of the pipe that becomes readable when there are events.
  let descriptor: Int32
  private let writingEnd: Int32
  private let firstFrame = Semaphore()

  /// Makes a mailbox; `nil` when the process has no descriptors left.
  init?() {
    var reading: Int32 = -1
    var writing: Int32 = -1
    guard pq_make_pipe(&reading, &writing) != 0 else { return nil }
    descriptor = reading
    writingEnd = writing
  }

  deinit {
    close(descriptor)
    close(writingEnd)
  }

  /// Leaves an event and wakes the main thread.
  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    var byte: UInt8 = 1
    // A full pipe has woken the main thread already.
    _ = write(writingEnd, &byte, 1)
  }

  /// Takes all events.
  func take() -> [Event] {
    var bytes: (UInt64, UInt64) = (0, 0)
    while read(descriptor, &bytes, 16) == 16 {}
    return events.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
  }

  /// Tells the background that the first frame is on the screen.
  func announceFirstFrame() { firstFrame.signal() }

  /// Waits until the first frame is on the screen, a tenth of a second at most.
  ///
  /// On a busy machine the analysis of the whole would otherwise compete with showing the beginning.
  func waitForFirstFrame() { firstFrame.wait(milliseconds: 100) }
}
