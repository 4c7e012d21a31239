import Glibc

/// Work on a thread of its own.
///
/// A plain thread: the first task of a process starts three threads and a timer, which costs more than most of the
/// work does.
final class BackgroundWork: Sendable {
  private let body: @Sendable () -> Void

  private init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Starts some work; where no thread is to be had, does it at once.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(BackgroundWork(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<BackgroundWork>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    if status == 0 {
      pthread_detach(thread)
    } else {
      work.takeRetainedValue().body()
    }
  }

  /// Lets the thread that calls it stand back from now on.
  ///
  /// Compressing and indexing a long discussion must not slow the reading down. On Linux, the priority is one of the
  /// thread alone.
  static func yieldToReading() {
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
  }
}
