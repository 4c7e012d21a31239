import ArticleModel
import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// The screen of a list of articles or feeds: a function of its state and a theme.
public struct ShelfView {
  private let theme: Theme

  /// Makes a view that draws with a theme.
  public init(theme: Theme) { self.theme = theme }

  /// Draws a frame.
  ///
  /// - Complexity: O(cells of the screen), whatever the size of the library.
  public func draw(_ state: ShelfState) -> Surface {
    var surface = Surface(size: state.size, style: theme.style(.text))
    guard state.size.width > 0, state.size.height > 2 else { return surface }
    drawTitle(state, on: &surface)
    if let top = state.help {
      drawHelp(top, state, on: &surface)
    } else {
      drawEntries(state, on: &surface)
    }
    drawStatus(state, on: &surface)
    return surface
  }

  private func drawTitle(_ state: ShelfState, on surface: inout Surface) {
    surface.fill(Rect(x: 0, y: 0, width: state.size.width, height: 1), style: theme.style(.title))
    let separator = " \(state.glyphs.separator) "
    var parts = [state.title]
    if state.kind == .library || state.query.shelf != .all { parts.append(state.query.shelf.title) }
    if let tag = state.query.tag { parts.append("#\(tag)") }
    if !state.query.text.isEmpty { parts.append("search: \(state.query.text)") }
    let noun = state.kind == .feeds ? "feed" : "article"
    parts.append("\(state.count) \(noun)\(state.count == 1 ? "" : "s")")
    if state.kind == .feed, state.query.shelf == .all, state.unread > 0 {
      parts.append("\(state.unread) unread")
    }
    let order = state.query.order
    if order == .added, state.kind != .library {
      parts.append("as listed")
    } else if state.query.text.isEmpty || order != .opened {
      parts.append(order.title)
    }
    write(
      parts.joined(separator: separator), x: 1, y: 0, limit: state.size.width - 1, .title, state, on: &surface
    )
  }

  private func drawEntries(_ state: ShelfState, on surface: inout Surface) {
    if state.count == 0 {
      let isNarrowed =
        !state.query.text.isEmpty || state.query.tag != nil || state.query.shelf != state.kind.shelves[0]
      let ways = [("shelf-clear", "clears the search"), ("shelf-next", "goes to the next shelf")]
      let words =
        isNarrowed || state.kind != .library
        ? Self.sentence("Nothing here.", ways, state)
        : Self.sentence(
          "Nothing is kept yet. What you read is kept here.",
          [("shelf-open-source", "opens an address or a file")],
          state)
      write(words, x: 2, y: 2, limit: state.size.width - 1, .textDim, state, on: &surface)
      surface.cursor = Point(x: 0, y: 1)
    }
    for row in 0..<state.rows {
      guard let entry = state.entry(at: state.top + row) else { break }
      let isSelected = state.top + row == state.selected
      if isSelected {
        let bar = Rect(x: 0, y: row + 1, width: state.size.width, height: 1)
        surface.fill(bar, style: theme.style(ScopeStack(.text, .overlaySelected)))
        surface.cursor = Point(x: 0, y: row + 1)
      }
      drawEntry(entry, isSelected: isSelected, y: row + 1, state, on: &surface)
    }
  }

  private func drawEntry(
    _ entry: LibraryEntry, isSelected: Bool, y: Int, _ state: ShelfState, on surface: inout Surface
  ) {
    let width = state.size.width
    let look: (Scope) -> Style = { scope in
      theme.style(isSelected ? ScopeStack(scope, .overlaySelected) : ScopeStack(scope))
    }
    if isSelected { surface.write(state.glyphs.pointer, x: 0, y: y, limit: 1, style: look(.statusKey)) }
    if entry.isStarred { surface.write("*", x: 1, y: y, limit: 2, style: look(.commentFold)) }
    if state.kind == .feed, entry.opened == nil {
      surface.write(state.glyphs.bullet, x: 1, y: y, limit: 2, style: look(.commentFold))
    }
    // From the right: how much was read, the comments, the age, the site; the title takes what is left.
    var right = width - 1
    func put(_ text: String, columns: Int, _ scope: Scope) {
      let fitted = Truncation.fit(text, columns: columns, ellipsis: state.glyphs.ellipsis)
      surface.write(fitted, x: right - ColumnWidth.of(fitted), y: y, limit: right, style: look(scope))
      right -= columns + 2
    }
    if width >= 60, state.kind == .library {
      put(entry.percent == 0 ? "" : entry.percent == 100 ? "read" : "\(entry.percent)%", columns: 4, .textDim)
    }
    let news = entry.newComments > 0 ? "+\(entry.newComments) " : ""
    if state.kind == .library || state.hasComments {
      put(
        entry.comments == 0 ? "" : "\(news)\(entry.comments)", columns: width >= 60 ? 10 : 6,
        entry.newComments > 0 ? .commentFold : .commentMeta)
    }
    if width >= 60, state.kind != .feeds {
      let time = state.kind == .library ? entry.opened ?? entry.added : entry.published
      put(time.map { Age.text(from: $0, now: state.now) } ?? "", columns: 8, .textDim)
    }
    let beside = state.kind == .feed ? entry.byline : entry.site
    if width >= (state.kind == .feeds ? 60 : 100) { put(beside ?? "", columns: 20, .byline) }
    var column = 3
    let title = Truncation.fit(entry.title, columns: max(0, right - column), ellipsis: state.glyphs.ellipsis)
    let isRead = state.kind == .library ? entry.percent == 100 : state.kind == .feed && entry.opened != nil
    column = surface.write(
      title, x: column, y: y, limit: right, style: look(isRead ? .textDim : .text))
    for tag in entry.tags where right - column > 3 {
      column = surface.write(" #\(tag)", x: column, y: y, limit: right, style: look(.link))
    }
  }

  private func drawHelp(_ top: Int, _ state: ShelfState, on surface: inout Surface) {
    let lines = KeyHelp.lines(state.keymap, of: state.kind)
    for row in 0..<state.rows where top + row < lines.count {
      guard case .command(let labels, _, let summary) = lines[top + row] else { continue }
      let keys = labels.joined(separator: " ")
      let column = min(26, state.size.width / 2)
      write(keys, x: 2, y: row + 1, limit: column, .statusKey, state, on: &surface)
      write(
        summary, x: column + 1, y: row + 1, limit: state.size.width - 1, .text, state, on: &surface)
    }
  }

  private func drawStatus(_ state: ShelfState, on surface: inout Surface) {
    let y = state.size.height - 1
    let width = state.size.width
    surface.fill(Rect(x: 0, y: y, width: width, height: 1), style: theme.style(.status))
    if let prompt = state.prompt {
      let end = write(prompt.label, x: 1, y: y, limit: width, .prompt, state, on: &surface)
      let shown = Truncation.fit(
        String(prompt.text.suffix(max(1, width - end - 2))), columns: max(0, width - end - 1),
        ellipsis: state.glyphs.ellipsis)
      let cursor = surface.write(
        shown, x: end, y: y, limit: width, style: theme.style(ScopeStack(.status, .prompt)))
      surface.cursor = Point(x: min(cursor, width - 1), y: y)
      surface.isCursorVisible = true
      return
    }
    if let message = state.message {
      write(
        message.text, x: 1, y: y, limit: width - 1, message.isError ? .statusError : .statusMessage, state,
        on: &surface)
      return
    }
    let separator = " \(state.glyphs.separator) "
    let hints =
      state.help != nil
      ? "Esc back"
      : hints(state).joined(separator: separator)
    let place = state.count == 0 ? "" : "\(state.selected + 1)/\(state.count)"
    write(hints, x: 1, y: y, limit: max(1, width - place.utf8.count - 3), .status, state, on: &surface)
    surface.write(
      place, x: max(0, width - place.utf8.count - 1), y: y, limit: width,
      style: theme.style(ScopeStack(.status, .statusPosition)))
  }

  /// Words with what keys do about it; commands without a key are left out.
  private static func sentence(
    _ words: String, _ ways: [(command: String, what: String)], _ state: ShelfState
  ) -> String {
    let shown = ways.compactMap { way in
      state.keymap.labels(for: way.command).first.map { "\($0) \(way.what)" }
    }
    return shown.isEmpty ? words : words + " " + shown.joined(separator: ", ") + "."
  }

  /// The most useful keys.
  private func hints(_ state: ShelfState) -> [String] {
    let commands: [(name: String, what: String)] =
      switch state.kind {
      case .library:
        [
          ("shelf-open", "reads"), ("shelf-search", "searches"), ("shelf-next", "shelf"),
          ("shelf-order", "order"), ("shelf-star", "star"), ("shelf-tags", "tags"),
          ("shelf-archive", "archive"), ("shelf-delete", "delete"), ("shelf-help", "keys"),
        ]
      case .feed:
        [
          ("shelf-open", "reads"), ("shelf-refresh", "page"), ("shelf-next-unread", "next unread"),
          ("shelf-read", "read"), ("shelf-read-all", "all read"), ("shelf-search", "searches"),
          ("shelf-help", "keys"), ("shelf-quit", "back"),
        ]
      case .feeds:
        [
          ("shelf-open", "fetches the feed"), ("shelf-search", "searches"), ("shelf-order", "order"),
          ("shelf-help", "keys"), ("shelf-quit", "back"),
        ]
      }
    return commands.compactMap { command in
      state.keymap.labels(for: command.name).first.map { "\($0) \(command.what)" }
    }
  }

  @discardableResult
  private func write(
    _ text: String, x: Int, y: Int, limit: Int, _ scope: Scope, _ state: ShelfState, on surface: inout Surface
  ) -> Int {
    let ground: Scope? = y == 0 ? .title : y == state.size.height - 1 ? .status : nil
    let stack = ground.map { $0 == scope ? ScopeStack($0) : ScopeStack($0, scope) } ?? ScopeStack(scope)
    let fitted = Truncation.fit(text, columns: max(0, limit - x), ellipsis: state.glyphs.ellipsis)
    return surface.write(fitted, x: x, y: y, limit: limit, style: theme.style(stack))
  }
}

extension LibraryQuery.Shelf {
  /// The name on screen.
  var title: String {
    switch self {
    case .reading: "reading"
    case .unread: "unread"
    case .starred: "starred"
    case .new: "new comments"
    case .archived: "archived"
    case .all: "all"
    }
  }
}

extension LibraryQuery.Order {
  /// The name on screen.
  var title: String {
    switch self {
    case .opened: "last opened first"
    case .added: "last added first"
    case .published: "newest first"
    case .title: "by title"
    case .site: "by site"
    case .comments: "most comments first"
    case .length: "longest first"
    }
  }
}
