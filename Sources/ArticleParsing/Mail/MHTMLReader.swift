import ArticleModel

/// Reads a page that a browser saved with everything it shows in one file (RFC 2557).
struct MHTMLReader: ArticleReader {
  static let format = InputFormat.mhtml

  /// Whether the bytes begin with a field of a header.
  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool {
    bytes.withBytes { MailSigns.hasHeader($0) }
  }

  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    bytes.withBytes { bytes in
      let parts = MIMEParts.parts(of: bytes, in: 0..<bytes.count)
      guard let page = Self.page(of: parts) else {
        var article = Article(source: ArticleSource(location: request.location, format: Self.format))
        article.title = parts[0].header.text("subject")
        var writer = MailBodyWriter(bytes, parts: parts)
        article.body = writer.write()
        article.diagnostics.append(
          Diagnostic(severity: .warning, message: "The file holds no page; it was read as a message."))
        return article
      }
      let address = Self.address(of: page, message: parts[0])
      let text = page.text(in: bytes, isMarkup: true)
      var article = text.withUnsafeBufferPointer {
        PageReader().read(
          utf8: $0, location: address.map { .url($0) } ?? request.location,
          commentSystem: request.commentSystem)
      }
      article.source.location = request.location
      article.source.format = Self.format
      article.canonical = article.canonical ?? address
      return article
    }
  }

  /// The page: the part that the message says it starts with, else the first that is one.
  private static func page(of parts: [MIMEPart]) -> MIMEPart? {
    let pages = parts.filter { $0.type.name == "text/html" || $0.type.name == "application/xhtml+xml" }
    guard let start = parts[0].type.bytes("start") else { return pages.first }
    return pages.first { part in
      part.header.bytes("content-id").map { $0.filter { $0 > 0x20 } == start.filter { $0 > 0x20 } } ?? false
    } ?? pages.first
  }

  private static func address(of page: MIMEPart, message: MIMEPart) -> String? {
    for candidate in [
      page.header.text("content-location"), message.header.text("snapshot-content-location"),
      message.header.text("content-location"),
    ] {
      if let candidate, candidate.hasPrefix("http://") || candidate.hasPrefix("https://") { return candidate }
    }
    return nil
  }
}
