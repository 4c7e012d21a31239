import ArticleModel

/// Turns bytes of any known format into an article: detects the format, decodes, reads.
public struct ArticleParser: Sendable {
  /// The readers, one a format.
  ///
  /// A new format is one line here and one case in `FormatDetection`.
  private static let readers: [any ArticleReader] = [
    PlainTextReader(), PageReader(), HackerNewsReader(), JSONReader(),
  ]

  /// The names of the comment systems that pages are searched for, `generic` (by structure alone) last.
  public static var commentSystems: [String] {
    CommentSystemRegistry.systems.map(\.name) + [GenericComments.name]
  }

  /// Makes a parser.
  public init() {}

  /// Reads an article.
  ///
  /// - Parameter request: The bytes and what is known about them.
  /// - Returns: The article with everything its source carries, and diagnostics for what was doubtful.
  /// - Throws: `ParseError` when the bytes are no text at all.
  /// - Complexity: O(number of bytes).
  public func parse(_ request: ParseRequest) throws(ParseError) -> Article {
    let format = try FormatDetection.format(of: request)
    guard let reader = Self.readers.first(where: { type(of: $0).format == format }) else {
      throw .unsupported(format.rawValue)
    }
    return reader.read(
      request.bytes, decoder: TextDecoder(declaredType: request.declaredType), request: request)
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
