import ArticleAnalysis
import ArticleLibrary
import ArticleModel
import ArticleParsing
import ArticleSources
import Dispatch
import Glibc
import Synchronization

/// Takes many articles into a library: reads and analyses their sources on all cores, and writes them in batches.
struct LibraryIntake {
  /// What came of it.
  struct Outcome: Sendable {
    var added = 0
    var failures: [String] = []
  }

  /// How many articles are written in one transaction, which is synchronised to the disk once.
  private static let batch = 32

  let folder: String
  let showsProgress: Bool

  /// Takes items in.
  ///
  /// - Parameters:
  ///   - items: What is to be taken in.
  ///   - make: Reads the articles of one; called on several threads at once.
  ///   - adopt: Called in the transaction that keeps an article, with its number.
  /// - Returns: How many were added, and why others were not, in the order of the items.
  /// - Throws: Why the library cannot be written to; what was written until then stays.
  func take<Item: Sendable>(
    _ items: [Item], _ make: @escaping @Sendable (Item) -> Result<[KeptArticle], IntakeFailure>,
    adopt: @escaping @Sendable (ArticleLibrary, Item, Int64) throws(LibraryFailure) -> Void = { _, _, _ in }
  ) throws(LibraryFailure) -> Outcome {
    let progress = IntakeProgress(total: items.count, isShown: showsProgress)
    let writer = try IntakeWriter(folder: folder)
    let next = Atomic(0)
    let workers = max(1, min(items.count, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var waiting: [(index: Int, article: KeptArticle)] = []
      while !writer.hasFailed {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < items.count else { break }
        switch make(items[index]) {
        case .success(let articles): waiting += articles.map { (index, $0) }
        case .failure(let failure): writer.note(failure.message, at: index)
        }
        progress.step()
        if waiting.count >= Self.batch {
          writer.write(waiting) { library, place, id throws(LibraryFailure) in
            try adopt(library, items[place], id)
          }
          waiting = []
        }
      }
      writer.write(waiting) { library, place, id throws(LibraryFailure) in
        try adopt(library, items[place], id)
      }
    }
    progress.finish()
    return try writer.outcome()
  }
}

/// Why one article was not taken in; one line.
struct IntakeFailure: Error {
  let message: String
}

/// The one who writes; workers take turns.
///
/// Unchecked: everything that changes, and the library, which belongs to one thread at a time, is used under the lock only.
private final class IntakeWriter: @unchecked Sendable {
  private let lock = Mutex(())
  private let library: ArticleLibrary
  private var added = 0
  private var failures: [(index: Int, message: String)] = []
  private var failure: LibraryFailure?

  init(folder: String) throws(LibraryFailure) { library = try ArticleLibrary(folder: folder) }

  var hasFailed: Bool { lock.withLock { _ in failure != nil } }

  func note(_ message: String, at index: Int) { lock.withLock { _ in failures.append((index, message)) } }

  func write(
    _ articles: [(index: Int, article: KeptArticle)],
    adopt: (ArticleLibrary, Int, Int64) throws(LibraryFailure) -> Void
  ) {
    guard !articles.isEmpty else { return }
    lock.withLock { _ in
      guard failure == nil else { return }
      do throws(LibraryFailure) {
        try library.together { () throws(LibraryFailure) in
          for (index, article) in articles {
            let kept = try library.keep(article, now: Int64(time(nil)), isOpened: false)
            try adopt(library, index, kept.id)
          }
        }
        added += articles.count
      } catch {
        failure = error
      }
    }
  }

  func outcome() throws(LibraryFailure) -> LibraryIntake.Outcome {
    if let failure { throw failure }
    return LibraryIntake.Outcome(
      added: added, failures: failures.sorted { $0.index < $1.index }.map(\.message))
  }
}

/// A line on standard error that counts, on a terminal.
private final class IntakeProgress: Sendable {
  private let total: Int
  private let isShown: Bool
  private let done = Mutex((count: 0, tenths: 0))

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown && isatty(2) != 0 && total > 20
  }

  func step() {
    guard isShown else { return }
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let tenths = now.tv_sec * 10 + now.tv_nsec / 100_000_000
    done.withLock { done in
      done.count += 1
      guard done.tenths != tenths else { return }
      done.tenths = tenths
      StandardError.put("\r\(done.count) of \(total)")
    }
  }

  func finish() {
    if isShown { StandardError.put("\r\u{1B}[K") }
  }
}
