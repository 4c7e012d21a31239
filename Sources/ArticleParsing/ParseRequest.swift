import ArticleModel

/// Bytes and what is known about them.
public struct ParseRequest: Sendable {
  /// The bytes to read.
  public var bytes: SourceBytes
  /// Where the bytes came from.
  public var location: ArticleSource.Location
  /// The format that the user forced, or `nil` to detect it.
  public var format: InputFormat?
  /// The content type or character set that the transport declared (`text/html; charset=utf-8`, `latin1`), if any.
  public var declaredType: String?
  /// The comment system to read a page's discussion with: one of `ArticleParser.commentSystems`, or `nil` to detect it.
  public var commentSystem: String?
  /// Which article to read of a source that holds several, from 1; `nil` for the first.
  public var article: Int?

  /// Makes a request; the format is detected unless one is given.
  public init(
    bytes: SourceBytes, location: ArticleSource.Location = .stream, format: InputFormat? = nil,
    declaredType: String? = nil, commentSystem: String? = nil, article: Int? = nil
  ) {
    self.bytes = bytes
    self.location = location
    self.format = format
    self.declaredType = declaredType
    self.commentSystem = commentSystem
    self.article = article
  }

  /// Makes a request for text that a program holds already.
  public init(
    text: String, location: ArticleSource.Location = .stream, format: InputFormat? = nil
  ) {
    self.init(
      bytes: SourceBytes(Array(text.utf8)), location: location, format: format,
      declaredType: "charset=utf-8")
  }
}
