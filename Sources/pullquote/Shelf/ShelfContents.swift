import ArticleLibrary
import ArticleModel
import ArticleSources
import ReaderCore

/// What is on a shelf: answers what its list asks for.
protocol ShelfContents: AnyObject {
  /// A window of the list that begins about at a place; `first` is where it begins.
  func window(
    of query: LibraryQuery, at offset: Int
  ) throws(LibraryFailure) -> (entries: [LibraryEntry], first: Int, count: Int)

  /// What is read when an entry is opened; `nil` when it leads nowhere.
  func source(of id: Int64) -> ReadingSource?

  /// The page that an entry stands for; `nil` when it has no address.
  func page(of entry: LibraryEntry) -> ReadingSource?

  /// Changes something as an effect asks for it.
  func change(_ effect: ShelfEffect, now: Int64) throws(LibraryFailure)

  /// Takes note that an entry was read.
  func wasRead(_ id: Int64, now: Int64)
}

/// The articles of the library.
final class LibraryContents: ShelfContents {
  private let library: ArticleLibrary

  init(_ library: ArticleLibrary) { self.library = library }

  func window(
    of query: LibraryQuery, at offset: Int
  ) throws(LibraryFailure) -> (entries: [LibraryEntry], first: Int, count: Int) {
    let count = try library.count(query)
    let first = max(0, min(offset, count - ShelfState.windowSize))
    return (try library.entries(query, offset: first, limit: ShelfState.windowSize), first, count)
  }

  func source(of id: Int64) -> ReadingSource? { .kept(id) }

  func page(of entry: LibraryEntry) -> ReadingSource? {
    // What a feed led to is no address that the user typed.
    let isOfFeed = (try? library.address(of: entry.id).key.hasPrefix("entry:")) ?? true
    return WebAddress(entry.address).map { .address($0, trusted: isOfFeed ? nil : $0) }
  }

  func change(_ effect: ShelfEffect, now: Int64) throws(LibraryFailure) {
    switch effect {
    case .setStarred(let flag, let id): try library.setStarred(flag, id)
    case .setArchived(let flag, let id): try library.setArchived(flag, id)
    case .setTags(let tags, let id): try library.setTags(tags, id)
    case .delete(let id): try library.delete(id, now: now)
    case .restore(let id): try library.restore(id)
    default: break
    }
  }

  func wasRead(_ id: Int64, now: Int64) {}
}
