import ArticleModel

/// Writes an article, or one kind of its marks, as JSON (schema `pullquote.article/1`).
///
/// Offsets are half-open and count Unicode scalars of the named block's `text`; a reference's `start` and `end` count
/// those of the comment's `text`. Absent facts are `null`. The output is UTF-8 without a final newline.
public struct JSONExport: Sendable {
  /// The name of the schema that the output follows.
  public static let schema = "pullquote.article/1"

  private let isPretty: Bool

  /// Makes an export.
  ///
  /// - Parameter isPretty: Whether to write one member a line, indented, instead of everything on one line.
  public init(isPretty: Bool) { self.isPretty = isPretty }

  /// The whole article with its marks and its thread.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - id: The value of `id` as JSON text, written as it is; `nil` for the article's own identifier.
  /// - Returns: One JSON object.
  /// - Complexity: O(length of the article and its comments).
  public func article(_ article: Article, id: [UInt8]? = nil) -> [UInt8] {
    var json = JSONWriter(isPretty: isPretty)
    let locator = ArticleLocator(article.body)
    json.beginObject()
    json.member("schema", Self.schema)
    json.key("id")
    if let id { json.raw(id) } else { json.value(article.id) }
    json.source(article.source)
    json.member("title", article.title)
    json.member("byline", article.byline)
    json.member("site", article.site)
    json.member("published", article.published?.iso8601)
    json.member("publishedText", article.publishedText)
    json.member("language", article.language)
    json.member("canonical", article.canonical)
    json.key("blocks")
    json.blocks(of: article.body)
    json.boilerplate(article.boilerplate)
    json.key("speakers")
    json.speakers(of: article)
    json.key("quotes")
    json.quotes(of: article, locator: locator, isNamed: false)
    json.key("figures")
    json.figures(article.figures.indices, of: article, locator: locator, isNamed: false)
    json.key("comments")
    json.comments(of: article.thread)
    if let thread = article.thread, !thread.sections.isEmpty { json.discussions(of: thread) }
    json.threadNote(article.thread?.note)
    json.key("references")
    json.references(of: article, locator: locator, isNamed: false)
    json.key("unmatchedQuotations")
    json.unmatchedQuotations(of: article)
    json.diagnostics(article.diagnostics)
    json.endObject()
    return json.bytes
  }

  /// The quotes of a selection as an array; each carries its speaker's name as `speakerName` beside the members of the
  /// schema, and keeps the identifier that it has in the whole article.
  public func quotes(_ article: Article, selection: QuoteSelection = .all) -> [UInt8] {
    var json = JSONWriter(isPretty: isPretty)
    json.quotes(of: article, selection, locator: ArticleLocator(article.body), isNamed: true)
    return json.bytes
  }

  /// The figures as an array; each carries `trend`, `quote` and `speakerName` beside the members of the schema.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - selection: Which figures, and in which order.
  /// - Returns: One JSON array.
  public func figures(_ article: Article, _ selection: FigureSelection = FigureSelection()) -> [UInt8] {
    var json = JSONWriter(isPretty: isPretty)
    json.figures(
      selection.indices(in: article), of: article, locator: ArticleLocator(article.body), isNamed: true)
    return json.bytes
  }

  /// The comments as an array of the top-level ones, replies nested; empty without a thread.
  public func comments(_ article: Article) -> [UInt8] {
    var json = JSONWriter(isPretty: isPretty)
    json.comments(of: article.thread)
    return json.bytes
  }

  /// The references as an array; each carries `author`, `text` and `targetText` beside the members of the schema.
  public func references(_ article: Article) -> [UInt8] {
    var json = JSONWriter(isPretty: isPretty)
    json.references(of: article, locator: ArticleLocator(article.body), isNamed: true)
    return json.bytes
  }
}

extension JSONWriter {
  mutating func source(_ source: ArticleSource) {
    key("source")
    beginObject()
    switch source.location {
    case .path(let path): member("path", path)
    case .url(let url): member("url", url)
    case .stream, .sample: member("path", nil as String?)
    }
    member("format", source.format.rawValue)
    member("adapter", source.commentSystem)
    endObject()
  }

  fileprivate mutating func boilerplate(_ stretches: [Boilerplate]) {
    key("boilerplate")
    beginArray()
    for stretch in stretches {
      beginObject()
      member("text", stretch.text)
      member("after", stretch.afterBlock.map(ArticleLocator.block))
      member("rule", stretch.evidence.rule)
      endObject()
    }
    endArray()
  }

  mutating func threadNote(_ note: ThreadNote?) {
    key("threadNote")
    guard let note else { return null() }
    beginObject()
    key("complete")
    value(false)
    member("missing", note.missing)
    member("why", note.reason)
    endObject()
  }

  fileprivate mutating func diagnostics(_ diagnostics: [Diagnostic]) {
    key("diagnostics")
    beginArray()
    for diagnostic in diagnostics {
      beginObject()
      member("severity", diagnostic.severity.rawValue)
      member("message", diagnostic.message)
      member("where", diagnostic.place)
      endObject()
    }
    endArray()
  }
}
