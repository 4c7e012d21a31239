import ArticleModel
import TerminalText

/// Writes an article, or one kind of its marks, as plain text of a given width.
///
/// No line is wider than the width (a single character wider than what is left excepted), and none ends in spaces.
/// There are no escape sequences unless colours are asked for, and then only those that select the looks of a palette (SGR),
/// ended on every line. The output is UTF-8 and ends with a newline.
public struct TextExport: Sendable {
  /// The smallest width that is honoured.
  public static let narrowestWidth = 20

  private let width: Int
  private let palette: TextPalette?

  /// Makes an export.
  ///
  /// - Parameters:
  ///   - width: The columns of a line; fewer than `narrowestWidth` count as that.
  ///   - palette: The colours for quotes and their speakers, figures, headings and authors; `nil` for none.
  public init(width: Int, palette: TextPalette? = nil) {
    self.width = max(Self.narrowestWidth, width)
    self.palette = palette
  }

  /// The whole article, and its thread with replies behind guides.
  ///
  /// - Complexity: O(length of the article and its comments).
  public func article(_ article: Article) -> [UInt8] {
    var writer = TextWriter(width: width, palette: palette)
    if let title = article.title {
      writer.underlined(title, prefix: "", rule: "═")
    }
    let facts = article.shownOrigin
    if !facts.isEmpty { writer.wrapped(facts.joined(separator: " · "), prefix: "", look: .aside) }
    if !writer.bytes.isEmpty && !article.body.blocks.isEmpty { writer.line("") }
    writer.blocks(of: article.body, prefix: "", marks: palette != nil ? TextMarks(article) : TextMarks())
    guard let thread = article.thread else { return writer.bytes }
    if !writer.bytes.isEmpty { writer.line("") }
    writer.underlined(thread.shownCount, prefix: "", rule: "─")
    writer.line("")
    writer.thread(thread)
    return writer.bytes
  }

  /// The comments with replies behind guides.
  ///
  /// Levels that would leave less than half of the width for words get no further guide; they are told by number.
  public func comments(_ article: Article) -> [UInt8] {
    var writer = TextWriter(width: width, palette: palette)
    if let thread = article.thread { writer.thread(thread) }
    return writer.bytes
  }

  /// The quotes of a selection as a table of speaker, cue and words.
  public func quotes(_ article: Article, selection: QuoteSelection = .all) -> [UInt8] {
    table(MarkTable(quotesOf: article, selection))
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

  private func table(_ table: MarkTable) -> [UInt8] {
    var writer = TextWriter(width: width, palette: palette)
    TextTable(rows: [table.header] + table.rows, headerRows: 1, looks: palette != nil ? table.looks : [])
      .write(to: &writer, prefix: "")
    return writer.bytes
  }
}

extension TextWriter {
  /// Writes a thread; an empty line separates comments, with the guides that they share.
  fileprivate mutating func thread(_ thread: CommentThread) {
    if let note = thread.note {
      wrapped(note.shown, prefix: "")
      line("")
    }
    let deepestGuide = max(1, width / 4)
    for (index, comment) in thread.comments.enumerated() {
      let depth = thread.depth(of: index)
      let guides = min(depth, deepestGuide)
      let prefix = String(repeating: "│ ", count: guides)
      if index > 0 {
        line(String(repeating: "│ ", count: min(guides, thread.depth(of: index - 1))), look: .aside)
      }
      if thread.isSectionHeading(index), let section = thread.section(of: index) {
        wrapped("\(section.title) (\(section.shownCount))", prefix: "", look: .heading)
        continue
      }
      var facts = [thread.heading(of: index)] + comment.shownFacts
      if depth > guides { facts.append("level \(depth + 1)") }
      wrapped(facts.joined(separator: " · "), prefix: prefix, look: .author)
      blocks(of: thread.body(of: index), prefix: prefix)
    }
  }
}
