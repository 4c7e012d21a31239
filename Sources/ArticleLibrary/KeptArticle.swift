import ArticleModel

/// An article as it is kept: its sources, and the words that are searched.
public struct KeptArticle: Sendable {
  /// What the article is known by: the same article has the same key whatever way it came.
  public var key: String
  /// Where it came from: an address or a path.
  public var address: String
  /// The name of the format it was read as.
  public var format: String
  /// The title, or a name made from the address.
  public var title: String
  /// Who wrote it.
  public var byline: String?
  /// Who published it.
  public var site: String?
  /// The language.
  public var language: String?
  /// When it was published, in seconds since 1970.
  public var published: Int64?
  /// The number of words.
  public var words: Int
  /// The number of comments.
  public var comments: Int
  /// The bytes that it was read from.
  public let sources: [PackedPart]
  /// What the blocks and comments are known by.
  public var fingerprints: ArticleFingerprints
  var text: String
  var speakers: String
  var quotes: String
  var discussion: String

  /// Takes from an article what is kept of it.
  ///
  /// - Complexity: O(length of the article and its comments).
  public init(_ article: Article, key: String, address: String, sources: [PackedPart]) {
    self.key = key
    self.address = address
    self.sources = sources
    format = article.source.format.rawValue
    let name = address.split(separator: "/").last.map(String.init) ?? address
    title = article.title.flatMap { $0.isEmpty ? nil : $0 } ?? (name.isEmpty ? "untitled" : name)
    byline = article.byline
    site = article.site
    language = article.language
    published = article.published?.seconds
    text = String(decoding: article.body.utf8, as: UTF8.self)
    words = Self.wordCount(article.body.utf8)
    speakers = article.speakers.map(\.name).joined(separator: "\n")
    quotes = article.quotes.map { article.text(of: $0) }.joined(separator: "\n")
    comments = article.thread?.commentCount ?? 0
    fingerprints = ArticleFingerprints(article)
    discussion = article.thread.map(Self.words(of:)) ?? ""
  }

  /// How much of a discussion is searched; the rest of a larger one is kept and read, but not found.
  private static let mostSearchedBytes = 8 << 20

  private static func words(of thread: CommentThread) -> String {
    var bytes: [UInt8] = []
    for index in 0..<thread.count where bytes.count < mostSearchedBytes {
      if let author = thread.author(of: index) { bytes += Array(author.utf8) + [0x3A, 0x20] }
      bytes += thread.body(of: index).utf8
      bytes.append(0x0A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func wordCount(_ utf8: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in utf8 {
      let isWord = byte > 0x20
      if isWord, !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }
}
