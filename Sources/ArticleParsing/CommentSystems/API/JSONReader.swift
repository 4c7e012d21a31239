import ArticleModel
import TerminalText

/// Reads JSON: the answers of comment systems, feeds, and whatever else holds an article or a discussion.
struct JSONReader: ArticleReader {
  static var format: InputFormat { .json }

  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    if bytes.withBytes({ FormatDetection.isHackerNewsItem($0) }) {
      return HackerNewsReader().read(bytes, decoder: decoder, request: request)
    }
    // JSON is UTF-8; other encodings are made UTF-8 first, because bodies stay where they are.
    let isUTF8 = bytes.withBytes { raw in
      !raw.starts(with: [0xFF, 0xFE]) && !raw.starts(with: [0xFE, 0xFF])
        && (raw.count < 2 || raw[0] != 0 && raw[1] != 0)
    }
    let source = isUTF8 ? bytes : SourceBytes(decoder.withUTF8(bytes) { Array($0) })
    return source.withBytes { raw in
      let document = JSONDocument(raw)
      return article(from: document, source: source, offset: raw.count - document.bytes.count, request)
    }
  }

  private func article(
    from document: JSONDocument, source: SourceBytes, offset: Int, _ request: ParseRequest
  ) -> Article {
    var article = Article(source: ArticleSource(location: request.location, format: .json))
    var discussion = JSONDiscussion()
    if let system = JSONSystemRegistry.systems.first(where: { $0.matches(document) }) {
      article.source.commentSystem = system.name
      system.read(document, into: &discussion)
    } else if GenericJSON().read(document, into: &discussion) {
      article.source.commentSystem = GenericJSON.name
    } else {
      discussion.body = Self.verbatim(document)
      article.diagnostics.append(
        Diagnostic(
          severity: .note, message: "No article and no discussion was found in this JSON; here it is."))
    }
    article.title = discussion.title
    article.byline = discussion.byline
    article.site = discussion.site
    article.published = discussion.published
    article.publishedText = discussion.publishedText
    article.language = discussion.language
    article.body = discussion.body
    if article.body.blocks.isEmpty, let address = discussion.address {
      article.body = Self.pointer(to: address)
    }
    article.thread = discussion.thread(source: source, offset: offset)
    if let (message, place) = document.diagnostic {
      article.diagnostics.append(Diagnostic(severity: .warning, message: message, place: place))
      if article.thread != nil, article.thread?.note == nil {
        article.thread?.note = CommentThread.Note(missing: nil, reason: message)
      }
    }
    return article
  }

  /// A line that says where the article is.
  static func pointer(to address: String) -> RichText {
    var builder = RichTextBuilder()
    builder.begin(.paragraph)
    builder.append("The article is at ")
    if HTMLLink.isSafe(Array(address.utf8)) { builder.openLink(to: address) }
    builder.append(address)
    builder.closeInline()
    return builder.finish()
  }

  /// The text as it is.
  private static func verbatim(_ document: JSONDocument) -> RichText {
    var builder = RichTextBuilder()
    builder.begin(.code)
    builder.append(document.bytes)
    return builder.finish()
  }
}
