import TerminalText
import TerminalUI

/// Keys while a list lies over the panes: typing filters it, Enter goes there, Escape returns to the old place.
enum OverlayHandling {
  static func press(_ key: Key, _ overlay: Overlay, _ state: inout ReaderState) -> [Effect] {
    var list = overlay.list
    let count = state.overlayCount(overlay)
    let rows = state.overlayRows
    let isText = overlay.kind.isText
    switch key.code {
    case .escape:
      guard list.filter.isEmpty else {
        list = ListState()
        break
      }
      state.overlays.removeLast()
      return []
    case .character("c") where key.isControl: return [.interrupt]
    case .character("l") where key.isControl: return [.redraw]
    case .character("z") where key.isControl: return [.suspend]
    case .enter:
      return choose(overlay, &state)
    case .down: move(&list, by: 1, count, rows, isText)
    case .up: move(&list, by: -1, count, rows, isText)
    case .pageDown: move(&list, by: rows, count, rows, isText)
    case .pageUp: move(&list, by: -rows, count, rows, isText)
    case .home: move(&list, by: -count, count, rows, isText)
    case .end: move(&list, by: count, count, rows, isText)
    case .character("n") where key.isControl: move(&list, by: 1, count, rows, isText)
    case .character("p") where key.isControl: move(&list, by: -1, count, rows, isText)
    case .character("d") where key.isControl: move(&list, by: rows / 2, count, rows, isText)
    case .character("u") where key.isControl: move(&list, by: -rows / 2, count, rows, isText)
    case .backspace:
      if list.filter.isEmpty {
        state.overlays.removeLast()
        return []
      }
      list.filter.removeLast()
      list.select(0, count: count, rows: rows)
    case .character(let character) where isText && !key.isControl && !key.isAlt:
      // There is nothing to filter in a text; the keys of reading move it.
      switch character {
      case "j": move(&list, by: 1, count, rows, isText)
      case "k": move(&list, by: -1, count, rows, isText)
      case " ", "d": move(&list, by: rows, count, rows, isText)
      case "b", "u": move(&list, by: -rows, count, rows, isText)
      case "g": move(&list, by: -count, count, rows, isText)
      case "G": move(&list, by: count, count, rows, isText)
      case "q", "B":
        state.overlays.removeLast()
        return []
      case "i":
        guard case .peek(let comment) = overlay.kind else { break }
        guard let parent = state.comments?.thread.parent(of: comment) else {
          state.say("this comment answers the article")
          break
        }
        state.overlays[state.overlays.count - 1] = Overlay(.peek(comment: parent))
        return []
      default: break
      }
    case .character("q") where list.filter.isEmpty && !key.isControl && !key.isAlt:
      state.overlays.removeLast()
      return []
    case .character(let character) where !key.isControl && !key.isAlt:
      list.filter.append(character)
      list.selected = 0
      list.top = 0
    default: break
    }
    if var top = state.overlays.popLast() {
      top.list = list
      state.overlays.append(top)
    }
    return []
  }

  /// Goes to what is selected; a list without a place to go to is closed.
  static func choose(_ overlay: Overlay, _ state: inout ReaderState) -> [Effect] {
    switch overlay.kind {
    case .index(let kind):
      let list = overlay.list
      let entries = state.entries.entries(kind, filter: list.filter)
      guard entries.indices.contains(list.selected), let selection = entries[list.selected].selection else {
        return []
      }
      state.jumps.leave(state.place)
      state.overlays.removeLast()
      state.go(to: selection)
    case .peek(let comment):
      state.jumps.leave(state.place)
      state.overlays.removeLast()
      if state.comments?.thread.comments.indices.contains(comment) == true { state.comments?.reveal(comment) }
    case .discussions:
      let found = state.discussions(filter: overlay.list.filter)
      guard found.indices.contains(overlay.list.selected) else { return [] }
      state.overlays.removeLast()
      state.say("fetching the discussion on \(found[overlay.list.selected].system)")
      return [.openDiscussion(found[overlay.list.selected])]
    case .highlights:
      let found = state.highlights(filter: overlay.list.filter)
      guard found.indices.contains(overlay.list.selected) else { return [] }
      state.jumps.leave(state.place)
      state.overlays.removeLast()
      state.go(to: found[overlay.list.selected])
    case .help, .boilerplate: state.overlays.removeLast()
    }
    return []
  }

  private static func move(
    _ list: inout ListState, by distance: Int, _ count: Int, _ rows: Int, _ isText: Bool
  ) {
    if isText {
      list.top = max(0, min(list.top + distance, max(0, count - rows)))
    } else {
      list.select(list.selected + distance, count: count, rows: rows)
    }
  }
}

extension ReaderState {
  /// The rectangle of an overlay, its border included.
  public var overlayRect: Rect {
    let width = size.width < 60 ? size.width : min(size.width - 4, 96)
    let height = size.height < 16 ? size.height : size.height - 4
    return Rect(x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
  }

  /// The rows of entries in an overlay: without border, title and the line at the bottom.
  public var overlayRows: Int { max(1, overlayRect.height - 3) }

  /// The lines of an overlay that shows a text, wrapped for it.
  public func lines(of overlay: Overlay) -> [String] {
    switch overlay.kind {
    case .boilerplate: wrapped(unwrappedBoilerplate())
    case .peek(let comment): wrapped(words(of: comment))
    case .help, .index, .discussions, .highlights: []
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

  /// How many entries an overlay shows.
  func overlayCount(_ overlay: Overlay) -> Int {
    switch overlay.kind {
    case .help:
      KeyHelp.lines(configuration.keymap, filter: overlay.list.filter, isForScreen: true).count
    case .index(let kind): entries.entries(kind, filter: overlay.list.filter).count
    case .discussions: discussions(filter: overlay.list.filter).count
    case .highlights: highlights(filter: overlay.list.filter).count
    case .boilerplate, .peek: lines(of: overlay).count
    }
  }
}
