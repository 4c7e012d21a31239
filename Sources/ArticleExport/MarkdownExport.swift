import ArticleModel

/// Writes an article, or one kind of its marks, as Markdown (CommonMark with tables and strike-through).
///
/// Characters of the article that Markdown takes for markup are escaped; addresses whose scheme could run a script are
/// left out. The output is UTF-8 and ends with a newline.
public struct MarkdownExport: Sendable {
  /// Replies below this depth are not indented further; they are told by number.
  private static let deepestIndent = 10

  /// Makes an export.
  public init() {}

  /// The whole article, and its thread as nested lists.
  ///
  /// - Complexity: O(length of the article and its comments).
  public func article(_ article: Article) -> [UInt8] {
    var markdown = MarkdownWriter()
    if let title = article.title {
      markdown.raw("# ")
      markdown.words(title, isLineStart: false)
      markdown.newline()
      markdown.newline()
    }
    let facts = article.shownOrigin
    if !facts.isEmpty {
      markdown.words(facts.joined(separator: " · "), isLineStart: true)
      markdown.newline()
      markdown.newline()
    }
    markdown.blocks(of: article.body, prefix: "")
    guard let thread = article.thread else { return markdown.bytes }
    markdown.newline()
    markdown.raw("## " + thread.shownCount)
    markdown.newline()
    markdown.newline()
    write(thread, to: &markdown)
    return markdown.bytes
  }

  /// The quotes of a selection as block quotations, each with its speaker.
  public func quotes(_ article: Article, selection: QuoteSelection = .all) -> [UInt8] {
    var markdown = MarkdownWriter()
    for quote in article.quotes where selection.includes(quote, of: article) {
      if !markdown.bytes.isEmpty { markdown.newline() }
      markdown.raw("> ")
      markdown.words(article.text(of: quote), isLineStart: true)
      markdown.newline()
      markdown.raw(">")
      markdown.newline()
      markdown.raw("> — ")
      markdown.words(article.speakerName(of: quote) ?? "unattributed", isLineStart: false)
      markdown.newline()
    }
    return markdown.bytes
  }

  /// The figures as a table of words, value, unit, kind and context.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - selection: Which figures, and in which order.
  /// - Returns: The table.
  public func figures(_ article: Article, _ selection: FigureSelection = FigureSelection()) -> [UInt8] {
    table(MarkTable(figuresOf: article, selection))
  }

  /// The references as a table of author, passage, kind and target.
  public func references(_ article: Article) -> [UInt8] { table(MarkTable(referencesOf: article)) }

  /// The comments as nested lists.
  public func comments(_ article: Article) -> [UInt8] {
    var markdown = MarkdownWriter()
    if let thread = article.thread { write(thread, to: &markdown) }
    return markdown.bytes
  }

  private func table(_ table: MarkTable) -> [UInt8] {
    var markdown = MarkdownWriter()
    markdown.table(header: table.header, rows: table.rows[...], columns: table.header.count, prefix: "")
    markdown.newline()
    return markdown.bytes
  }

  private func write(_ thread: CommentThread, to markdown: inout MarkdownWriter) {
    if let note = thread.note {
      markdown.words(note.shown, isLineStart: true)
      markdown.newline()
      markdown.newline()
    }
    for (index, comment) in thread.comments.enumerated() {
      let depth = thread.depth(of: index)
      let level = min(depth, Self.deepestIndent)
      let prefix = String(repeating: "  ", count: level)
      if index > 0 { markdown.newline() }
      if thread.isSectionHeading(index), let section = thread.section(of: index) {
        markdown.raw("### ")
        markdown.words("\(section.title) (\(section.shownCount))", isLineStart: true)
        markdown.newline()
        continue
      }
      markdown.raw(prefix + "- **")
      markdown.words(thread.heading(of: index), isLineStart: false)
      markdown.raw("**")
      var facts = comment.shownFacts
      if depth > level { facts.append("level \(depth + 1)") }
      for fact in facts {
        markdown.raw(" · ")
        markdown.words(fact, isLineStart: false)
      }
      markdown.newline()
      let body = thread.body(of: index)
      if !body.blocks.isEmpty {
        markdown.newline()
        markdown.blocks(of: body, prefix: prefix + "  ")
      }
    }
  }
}
