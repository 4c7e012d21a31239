import ArticleModel
import TerminalText

/// Reads JSON: the answers of comment systems, feeds, and whatever else holds an article or a discussion.
struct JSONReader: ArticleCollectionReader {
  static var format: InputFormat { .json }

  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool {
    decoder.withUTF8(bytes) { JSONScanner.isPlausible($0) }
  }

  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest, limit: Int) -> [Article] {
    if bytes.withBytes({ FormatDetection.isHackerNewsItem($0) }) {
      return [HackerNewsReader().read(bytes, decoder: decoder, request: request)]
    }
    // JSON is UTF-8; other encodings are made UTF-8 first, because bodies stay where they are.
    let isUTF8 = bytes.withBytes { raw in
      !raw.starts(with: [0xFF, 0xFE]) && !raw.starts(with: [0xFE, 0xFF])
        && (raw.count < 2 || raw[0] != 0 && raw[1] != 0)
    }
    let source = isUTF8 ? bytes : SourceBytes(decoder.withUTF8(bytes) { Array($0) })
    return source.withBytes { raw in
      let document = JSONDocument(raw)
      let offset = raw.count - document.bytes.count
      let system = JSONSystemRegistry.systems.first { $0.matches(document) }
      var empty = Article(source: ArticleSource(location: request.location, format: .json))
      empty.source.commentSystem = system?.name
      if system is JSONFeed {
        return JSONFeed.articles(of: document).map {
          article(empty, of: $0, document, source: source, offset: offset)
        }
      }
      var discussion = JSONDiscussion()
      if let system {
        system.read(document, into: &discussion)
      } else if GenericJSON().read(document, into: &discussion) {
        empty.source.commentSystem = GenericJSON.name
      } else {
        discussion.body = Self.verbatim(document)
        empty.diagnostics.append(
          Diagnostic(
            severity: .note, message: "No article and no discussion was found in this JSON; here it is."))
      }
      return [article(empty, of: discussion, document, source: source, offset: offset)]
    }
  }

  private func article(
    _ empty: Article, of discussion: JSONDiscussion, _ document: JSONDocument, source: SourceBytes,
    offset: Int
  ) -> Article {
    var article = empty
    article.title = discussion.title
    article.byline = discussion.byline
    article.site = discussion.site
    article.published = discussion.published
    article.publishedText = discussion.publishedText
    article.language = discussion.language
    article.canonical = discussion.canonical
    article.body = discussion.body
    if article.body.blocks.isEmpty, let address = discussion.address {
      article.body = Self.pointer(to: address)
    }
    article.thread = discussion.thread(source: source, offset: offset)
    if let (message, place) = document.diagnostic {
      article.diagnostics.append(Diagnostic(severity: .warning, message: message, place: place))
      if article.thread != nil, article.thread?.note == nil {
        article.thread?.note = ThreadNote(missing: nil, reason: message)
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
