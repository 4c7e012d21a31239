import ArticleLibrary
import ArticleModel
import ArticleSources
import Glibc
import ReaderCore
import TerminalText

/// The articles of one source, the files of a folder, or the feeds of a list; which of them were read is remembered in the library.
final class CollectionContents: ShelfContents {
  private let collection: ArticleCollection
  private let keys: [String]
  private var read: [Bool]
  /// `nil` when nothing is to be kept, or nothing can be.
  private let library: ArticleLibrary?

  init(_ collection: ArticleCollection, isPrivate: Bool) {
    self.collection = collection
    keys = collection.keys
    library = isPrivate ? nil : ArticleLibrary.usualFolder().flatMap { try? ArticleLibrary(folder: $0) }
    let known = (try? library?.readEntries(among: keys)) ?? []
    read = keys.map { known.contains($0) }
  }

  func window(
    of query: LibraryQuery, at offset: Int
  ) throws(LibraryFailure) -> (entries: [LibraryEntry], first: Int, count: Int) {
    let search = TextSearch(query.text)
    var entries: [LibraryEntry] = []
    for index in collection.articles.indices {
      if query.shelf == .unread, read[index] { continue }
      if let search, !matches(search, collection.articles[index]) { continue }
      entries.append(entry(index))
    }
    Self.sort(&entries, by: query.order)
    return (entries, 0, entries.count)
  }

  private func entry(_ index: Int) -> LibraryEntry {
    let article = collection.articles[index]
    return LibraryEntry(
      id: Int64(index), address: article.canonical ?? "", title: Self.title(of: article),
      byline: article.byline,
      site: article.site, published: article.published?.seconds, added: 0, opened: read[index] ? 0 : nil,
      words: article.body.utf8.count, comments: article.thread?.commentCount ?? 0, percent: 0)
  }

  /// The title, or the first words of what has none.
  static func title(of article: Article) -> String {
    if let title = article.title, !title.isEmpty { return title }
    let words = String(decoding: article.body.utf8.prefix(200), as: UTF8.self)
    return Sanitizer.cleanLine(words.isEmpty ? article.canonical ?? "untitled" : words)
  }

  private func matches(_ search: TextSearch, _ article: Article) -> Bool {
    let lines = [article.title, article.byline, article.site, article.canonical].compactMap(\.self)
    return search.isFound(in: Array(lines.joined(separator: "\n").utf8))
      || search.isFound(in: article.body.utf8)
      || article.thread.map { thread in
        thread.comments.indices.contains { search.isFound(in: thread.body(of: $0).utf8) }
      } == true
  }

  private static func sort(_ entries: inout [LibraryEntry], by order: LibraryQuery.Order) {
    switch order {
    case .published:
      entries.sort { ($0.published ?? .min, $1.id) > ($1.published ?? .min, $0.id) }
    case .title: entries.sort { ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id) }
    case .comments: entries.sort { ($0.comments, $1.id) > ($1.comments, $0.id) }
    case .length: entries.sort { ($0.words, $1.id) > ($1.words, $0.id) }
    case .added, .opened, .site: break
    }
  }

  func source(of id: Int64) -> ReadingSource? {
    let index = Int(id)
    if collection.files.indices.contains(index) { return .file(collection.files[index]) }
    guard collection.holdsFeeds else { return .entry(ReadingSource.Entry(collection, index: index)) }
    return address(collection.articles[index].canonical)
  }

  func page(of entry: LibraryEntry) -> ReadingSource? { address(entry.address) }

  /// An address that the source names: never a file, and in the private network only for the user's own list of
  /// feeds, or on the server that the source came from.
  private func address(_ text: String?) -> ReadingSource? {
    guard let address = text.flatMap({ WebAddress($0) }) else { return nil }
    let origin = collection.source.address.flatMap { WebAddress($0) }
    return .address(address, trusted: origin ?? (collection.holdsFeeds ? address : nil))
  }

  func change(_ effect: ShelfEffect, now: Int64) throws(LibraryFailure) {
    guard case .setRead(let flag, let ids) = effect else { return }
    for id in ids { read[Int(id)] = flag }
    try library?.setRead(flag, entries: ids.map { keys[Int($0)] }, now: now)
  }

  func wasRead(_ id: Int64, now: Int64) {
    guard !collection.holdsFeeds else { return }
    try? change(.setRead(true, [id]), now: now)
  }
}

extension TextSearch {
  /// Whether some text contains what is searched.
  fileprivate func isFound(in utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { first(in: $0, from: 0, to: $0.count) != nil }
  }
}
