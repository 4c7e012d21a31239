import ArticleModel

/// Turns bytes of any known format into an article: detects the format, decodes, reads.
public struct ArticleParser: Sendable {
  /// The readers, one a format.
  ///
  /// A new format is one line here and one case in `FormatDetection`.
  private static let readers: [any ArticleReader] = [
    PlainTextReader(), PageReader(), HackerNewsReader(), JSONReader(),
    FeedReader(), FeedListReader(), MailReader(), MHTMLReader(), WARCReader(), MarkdownDocumentReader(),
  ]

  /// The names of the comment systems that pages are searched for, `generic` (by structure alone) last.
  public static var commentSystems: [String] {
    CommentSystemRegistry.systems.map(\.name) + [GenericComments.name]
  }

  /// Makes a parser.
  public init() {}

  /// Reads an article: the one that the request asks for when the source holds several.
  ///
  /// - Parameter request: The bytes and what is known about them.
  /// - Returns: The article with everything its source carries, and diagnostics for what was doubtful.
  /// - Throws: `ParseError` when the bytes are no text at all, hold nothing of the format that somebody says they have,
  ///   or have no article of that number.
  /// - Complexity: O(number of bytes).
  public func parse(_ request: ParseRequest) throws(ParseError) -> Article {
    let (request, notes) = try Self.unpacked(request)
    let reader = try reader(for: request)
    let number = max(1, request.article ?? 1)
    // One more tells whether there are others.
    let articles = reader.readAll(
      request.bytes, decoder: TextDecoder(declaredType: request.declaredType), request: request,
      limit: number == .max ? number : number + 1)
    guard number <= articles.count else { throw .noArticle(number, count: articles.count) }
    var article = articles[number - 1]
    article.diagnostics += notes
    if articles.count > 1 {
      let count = type(of: reader).stopsEarly ? "several" : "\(articles.count)"
      article.diagnostics.append(
        Diagnostic(
          severity: .note,
          message: "This is article \(number) of \(count) in the source; --article N opens another one."))
    }
    return article
  }

  /// Reads all articles of a source: those of a feed, an export or a mailbox; other sources hold one.
  ///
  /// - Parameter request: The bytes and what is known about them; its choice of an article is kept to.
  /// - Returns: The articles in the order of the source, at least one.
  /// - Throws: `ParseError`, as `parse` does.
  /// - Complexity: O(number of bytes).
  public func parseAll(_ request: ParseRequest) throws(ParseError) -> [Article] {
    try parseAll(request, upTo: .max)
  }

  /// Reads the articles of a source; of an archive not many more than a number of them.
  ///
  /// - Parameters:
  ///   - request: The bytes and what is known about them; its choice of an article is kept to.
  ///   - limit: How many are needed.
  /// - Returns: The articles in the order of the source, at least one.
  /// - Throws: `ParseError`, as `parse` does.
  /// - Complexity: O(number of bytes).
  public func parseAll(_ request: ParseRequest, upTo limit: Int) throws(ParseError) -> [Article] {
    guard request.article == nil else { return [try parse(request)] }
    let (request, notes) = try Self.unpacked(request)
    var articles = try reader(for: request).readAll(
      request.bytes, decoder: TextDecoder(declaredType: request.declaredType), request: request, limit: limit)
    articles[0].diagnostics += notes
    return articles
  }

  /// A request for what is inside of a compressed source; any other request as it is.
  static func unpacked(_ request: ParseRequest) throws(ParseError) -> (ParseRequest, [Diagnostic]) {
    guard request.bytes.count <= SourceBytes.sizeLimit else { return (request, []) }
    let result = request.bytes.withBytes { Unpacking.isGzip($0) ? Unpacking.unpacked($0) : nil }
    switch result {
    case nil, .damaged: return (request, [])
    case .tooLarge: throw .expands(Unpacking.limit)
    case .bytes(let bytes, let isWhole):
      var inner = request
      inner.bytes = bytes
      let note = Diagnostic(
        severity: .warning, message: "The compressed source is cut off or damaged; its end is missing.")
      return (inner, isWhole ? [] : [note])
    }
  }

  func reader(for request: ParseRequest) throws(ParseError) -> any ArticleReader {
    let (format, isSeen) = try FormatDetection.finding(for: request)
    guard let reader = Self.readers.first(where: { type(of: $0).format == format }) else {
      throw .unsupported(format.rawValue)
    }
    let decoder = TextDecoder(declaredType: request.declaredType)
    guard isSeen || reader.isPlausible(request.bytes, decoder: decoder, request: request) else {
      throw .mismatch(format)
    }
    return reader
  }

  /// The first blocks of an article, so that a screen can be shown while the whole is read elsewhere.
  ///
  /// - Parameters:
  ///   - request: The bytes and what is known about them.
  ///   - limit: About how many bytes to read; 16 KiB fill any screen.
  /// - Returns: An article whose blocks are the first ones of the whole, or `nil` when the format cannot be begun
  ///   early or the bytes cannot be read.
  /// - Complexity: O(`limit`).
  public func beginning(of request: ParseRequest, limit: Int = 16_384) -> Article? {
    guard let format = try? FormatDetection.format(of: request), format == .text else { return nil }
    return PlainTextReader().readBeginning(request, limit: limit)
  }
}
