import ArticleModel
import ArticleSources

/// What is opened, told by its name on the command line.
enum ReadingSource {
  /// The sample that ships with the program.
  case sample
  /// A file, or `-` for standard input.
  case file(String)
  /// An address on the web, and the one that the user typed, which may be in the private network.
  case address(WebAddress, trusted: WebAddress?)
  /// An article of the library, by its number.
  case kept(Int64)

  /// An article of a feed, an export or a mailbox, which was read already.
  case entry(Entry)

  /// An article of a source that holds several.
  struct Entry: Sendable {
    /// The article, without the marks of the analysis.
    let article: Article
    /// What it is known by.
    let key: String
    /// Its place among the articles of its source, and how many these are.
    let index: Int, count: Int
    /// The bytes of the source.
    let source: SourcePart

    /// Where the source itself came from, on the web.
    var origin: WebAddress? { source.address.flatMap { WebAddress($0) } }

    init(_ collection: ArticleCollection, index: Int) {
      article = collection.articles[index]
      key = collection.keys[index]
      source = collection.source
      self.index = index
      count = collection.articles.count
    }
  }

  /// What stands before the number of an article of the library.
  static let keptPrefix = "library:"

  /// The name of what comes through a pipe.
  static let pipeName = "standard input"

  init(_ name: String) {
    if name == Sample.name {
      self = .sample
    } else if name.hasPrefix(Self.keptPrefix), let id = Int64(name.dropFirst(Self.keptPrefix.count)) {
      self = .kept(id)
    } else if name.utf8.prefix(6).contains(UInt8(ascii: ":")), let address = WebAddress(name) {
      self = .address(address, trusted: address)
    } else {
      self = .file(name)
    }
  }

  /// Whether it is fetched.
  var isOnWeb: Bool { if case .address = self { true } else { false } }

  /// The name for the user; credentials are no part of it.
  var shownName: String {
    switch self {
    case .sample: "the sample"
    case .file("-"): Self.pipeName
    case .file(let path): path
    case .address(let address, _): address.text
    case .kept(let id): "article \(id) of the library"
    case .entry(let entry): entry.article.title ?? "the article"
    }
  }
}

extension ArticleSource.Location {
  /// The path of a file.
  var path: String? { if case .path(let path) = self { path } else { nil } }
}
