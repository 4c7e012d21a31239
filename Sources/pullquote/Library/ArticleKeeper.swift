import ArticleLibrary
import ArticleModel
import Glibc
import ReaderCore
import Synchronization

/// Keeps the article that is being read, in the background, and remembers where the reader was.
///
/// Everything here happens on the loader's thread, after the article is on the screen; the main thread only hands visits
/// over. Nothing that goes wrong here disturbs the reading: it is told in one line.
final class ArticleKeeper: Sendable {
  private struct State {
    var visit: Visit?
    var isFinishing = false
    var isServing = false
    /// What is kept, and what is to take its place.
    var article: KeptArticle?
    var replacement: KeptArticle?
    var highlights: [Highlight] = []
    var deleted: [Highlight] = []
  }

  private let state = Mutex(State())
  private let work = Semaphore()
  private let done = Semaphore()
  private let mailbox: Mailbox

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  /// Keeps an article, tells the reader of the last visit, and then remembers visits until the reader leaves.
  func keep(_ article: KeptArticle, generation: Int) {
    state.withLock { state in
      state.isServing = true
      state.article = article
    }
    defer { done.signal() }
    BackgroundWork.yieldToReading()
    do throws(LibraryFailure) {
      guard let folder = ArticleLibrary.usualFolder() else {
        throw .noFolder("the library's folder", "HOME is not set")
      }
      let now = Int64(time(nil))
      var library = try ArticleLibrary(folder: folder)
      let kept: ArticleLibrary.Kept
      do throws(LibraryFailure) {
        kept = try library.keep(article, now: now, isOpened: true)
      } catch {
        // Damage that only shows when something is written; a new library takes the place of the old one.
        guard case .damaged = error else { throw error }
        library = try ArticleLibrary.replacing(library)
        kept = try library.keep(article, now: now, isOpened: true)
      }
      if let aside = library.movedAside {
        mailbox.post(.notice("the library was damaged and is now \(aside); a new one was begun"))
      }
      let highlights = try library.highlights(of: kept.id).map(\.highlight)
      mailbox.post(.kept(article.fingerprints, kept.visit, highlights, generation: generation))
      serve(library, kept.id)
      try library.tidy(now: now)
    } catch {
      mailbox.post(.notice(error.message))
    }
  }

  private func serve(_ library: ArticleLibrary, _ id: Int64) {
    while true {
      work.wait()
      let waiting = state.withLock { state in
        defer { (state.visit, state.replacement, state.highlights, state.deleted) = (nil, nil, [], []) }
        return state
      }
      do throws(LibraryFailure) {
        let now = Int64(time(nil))
        if let replacement = waiting.replacement { try library.keep(replacement, now: now, isOpened: true) }
        for highlight in waiting.highlights { try library.keep(highlight, of: id) }
        for highlight in waiting.deleted { try library.remove(highlight, of: id) }
        if let visit = waiting.visit { try library.remember(visit, of: id, now: now) }
      } catch {
        mailbox.post(.notice(error.message))
      }
      if waiting.isFinishing { return }
    }
  }

  /// Keeps a discussion that was fetched with the article that is kept.
  func add(_ part: SourcePart, thread: CommentThread, to article: Article) {
    guard let kept = state.withLock({ $0.article }) else { return }
    var whole = article
    whole.thread = thread
    let others = kept.sources.filter { $0.role == .article || $0.address != part.address }
    let replacement = KeptArticle(
      whole, key: kept.key, address: kept.address, sources: others + [PackedPart(part)])
    state.withLock { state in
      state.article = replacement
      state.replacement = replacement
    }
    work.signal()
  }

  /// Keeps a highlight.
  func keep(_ highlight: Highlight) {
    state.withLock { $0.highlights.append(highlight) }
    work.signal()
  }

  /// Deletes a highlight.
  func delete(_ highlight: Highlight) {
    state.withLock { $0.deleted.append(highlight) }
    work.signal()
  }

  /// Hands over where the reader is.
  func remember(_ visit: Visit) {
    state.withLock { $0.visit = visit }
    work.signal()
  }

  /// Hands over the last visit and waits until it is written, two seconds at most.
  func finish(_ visit: Visit?) {
    let isServing = state.withLock { state in
      if let visit { state.visit = visit }
      state.isFinishing = true
      return state.isServing
    }
    work.signal()
    if isServing, visit != nil { done.wait(milliseconds: 2000) }
  }
}
