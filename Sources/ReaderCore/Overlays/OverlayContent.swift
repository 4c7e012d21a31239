import ArticleModel
import TerminalText
import TerminalUI

/// A row of a menu.
public struct MenuRow: Hashable, Sendable {
  /// The name, which choosing it goes by.
  public var text: String
  /// What it is.
  public var detail: String
}

extension ReaderState {
  /// The rectangle of an overlay, its border included.
  public var overlayRect: Rect {
    var most = 96
    // A table has use for more columns than other lists have.
    if let overlay = overlays.last, let list = indexList(of: overlay.kind), !list.columns.isEmpty {
      most = 150
    }
    let width = size.width < 60 ? size.width : min(size.width - 4, most)
    let height = size.height < 16 ? size.height : size.height - 4
    return Rect(x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
  }

  /// The rows of entries in an overlay: without border, title, a table's headings and the line at the bottom.
  public var overlayRows: Int {
    let isTable = overlays.last.flatMap { indexList(of: $0.kind) }.map { !$0.columns.isEmpty } ?? false
    return max(1, overlayRect.height - (isTable ? 4 : 3))
  }

  /// The list that an overlay shows; `nil` for one that shows something else.
  public func indexList(of kind: Overlay.Kind) -> IndexList? {
    switch kind {
    case .index(let kind): entries.list(kind)
    case .commentsBy(let author): entries.comments(by: author)
    case .comments(let comments): entries.comments(comments, glyphs: configuration.glyphs)
    case .help, .boilerplate, .notes, .peek, .picture, .themes, .export, .discussions, .highlights: nil
    }
  }

  /// The rows of an overlay that is a menu.
  public func menu(_ overlay: Overlay) -> [MenuRow] {
    let rows =
      switch overlay.kind {
      case .themes:
        configuration.themeNames.map { MenuRow(text: $0, detail: $0 == themeName ? "in use" : "") }
      case .export: ExportRequest.Content.allCases.map { MenuRow(text: $0.name, detail: $0.title) }
      default: [MenuRow]()
      }
    guard let search = TextSearch(overlay.list.filter) else { return rows }
    return rows.filter { search.isFound(in: $0.text + " " + $0.detail) }
  }

  /// How many entries an overlay shows.
  func overlayCount(_ overlay: Overlay) -> Int {
    switch overlay.kind {
    case .help: KeyHelp.lines(configuration.keymap, filter: overlay.list.filter, isForScreen: true).count
    case .index, .commentsBy, .comments: indexList(of: overlay.kind)?.count(overlay.list) ?? 0
    case .themes, .export: menu(overlay).count
    case .discussions: discussions(filter: overlay.list.filter).count
    case .highlights: highlights(filter: overlay.list.filter).count
    case .boilerplate, .notes, .peek: lines(of: overlay).count
    case .picture: drawnPicture?.cells.rows.count ?? 1
    }
  }

  /// The lines of an overlay that shows a text, wrapped for it.
  public func lines(of overlay: Overlay) -> [String] {
    switch overlay.kind {
    case .boilerplate: wrapped(unwrappedBoilerplate())
    case .notes: wrapped(shownNotes())
    case .peek(let comment): wrapped(words(of: comment))
    case .help, .index, .commentsBy, .comments, .picture, .themes, .export, .discussions, .highlights: []
    }
  }

  /// What a comment says, under whom it is by.
  private func words(of comment: Int) -> [String] {
    guard let thread = comments?.thread, thread.comments.indices.contains(comment) else { return [] }
    let body = thread.body(of: comment)
    return ["[\(thread.author(of: comment) ?? "anonymous")]"]
      + body.blocks.flatMap { block in
        body.string(block.range).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [
          ""
        ]
      }.dropLast()
  }

  private func wrapped(_ lines: [String]) -> [String] {
    let width = max(8, overlayRect.width - 4)
    return lines.flatMap { line -> [String] in
      var copy = line
      var lines: [TextLine] = []
      return copy.withUTF8 { utf8 in
        LineBreaker.wrap(utf8, lower: 0, upper: utf8.count, firstWidth: width, width: width, into: &lines)
        guard !lines.isEmpty else { return [""] }
        return lines.map { String(decoding: utf8[Int($0.lower)..<Int($0.upper)], as: UTF8.self) }
      }
    }
  }

  /// What was set aside while reading, with why, and what went wrong.
  private func unwrappedBoilerplate() -> [String] {
    var lines = article.article.boilerplate.flatMap { item in
      ["[\(item.evidence.rule)]"] + item.text.split(separator: "\n").map(String.init)
    }
    if lines.isEmpty { lines.append("Nothing was set aside: all of the source is article or discussion.") }
    for problem in article.article.diagnostics {
      lines.append("")
      lines.append(
        "\(problem.severity.rawValue): \(problem.message)" + (problem.place.map { " (\($0))" } ?? ""))
    }
    return lines
  }

  /// Goes to where a row of a list leads.
  mutating func go(to destination: IndexList.Destination) {
    switch destination {
    case .article(let selection): go(to: selection)
    case .comment(let source):
      guard let shown = comments?.shownIndex(ofSource: source) else {
        say("the filter leaves this comment out; Esc ends it")
        return
      }
      if focus != .comments { focus(on: .comments) }
      comments?.reveal(shown)
    case .author(let author): overlays.append(Overlay(.commentsBy(author)))
    }
  }
}
