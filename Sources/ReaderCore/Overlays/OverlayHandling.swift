import ArticleModel
import TerminalText
import TerminalUI

/// Keys while something lies over the panes: typing filters a list, Enter goes there, Escape returns to the old place.
enum OverlayHandling {
  static func press(_ key: Key, _ overlay: Overlay, _ state: inout ReaderState) -> [Effect] {
    let doomed = state.doomedHighlight
    state.doomedHighlight = nil
    switch key.code {
    case .delete where overlay.kind == .highlights: return deleteHighlight(doomed, overlay, &state)
    case .escape:
      guard overlay.list.filter.isEmpty else {
        var list = overlay.list
        list.filter = ""
        return change(to: list, &state)
      }
      return close(&state)
    case .character("c") where key.isControl: return [.interrupt]
    case .character("l") where key.isControl: return [.redraw]
    case .character("z") where key.isControl: return [.suspend]
    case .enter: return choose(overlay, &state)
    default: break
    }
    if let distance = distance(of: key, overlay, state) {
      var list = overlay.list
      let count = state.overlayCount(overlay)
      if overlay.kind.isText {
        list.top = max(0, min(list.top + distance, max(0, count - state.overlayRows)))
      } else {
        list.select(list.selected + distance, count: count, rows: state.overlayRows)
      }
      return change(to: list, &state)
    }
    return overlay.kind.isText ? pressInText(key, overlay, &state) : pressInList(key, overlay, &state)
  }

  /// How far a key moves in a list or text; `nil` for other keys.
  private static func distance(of key: Key, _ overlay: Overlay, _ state: ReaderState) -> Int? {
    let rows = state.overlayRows
    let all = Int.max / 4
    switch key.code {
    case .down: return 1
    case .up: return -1
    case .pageDown: return rows
    case .pageUp: return -rows
    case .home: return -all
    case .end: return all
    case .character(let letter) where key.isControl:
      switch letter {
      case "n": return 1
      case "p": return -1
      case "d": return rows / 2
      case "u": return -rows / 2
      case "f": return rows
      case "b": return -rows
      default: return nil
      }
    case .character(let letter) where overlay.kind.isText && !key.isAlt:
      // There is nothing to filter in a text; the keys of reading move it.
      switch letter {
      case "j": return 1
      case "k": return -1
      case " ", "d": return rows
      case "b", "u": return -rows
      case "g": return -all
      case "G": return all
      default: return nil
      }
    default: return nil
    }
  }

  private static func pressInText(_ key: Key, _ overlay: Overlay, _ state: inout ReaderState) -> [Effect] {
    switch key.code {
    case .backspace, .character("q"), .character("B"): return close(&state)
    case .character("i"):
      if overlay.kind == .notes { return close(&state) }
      guard case .peek(let comment) = overlay.kind else { return [] }
      guard let parent = state.comments?.thread.parent(of: comment) else {
        state.say("this comment answers the article")
        return []
      }
      state.overlays[state.overlays.count - 1] = Overlay(.peek(comment: parent))
      return []
    default: return []
    }
  }

  private static func pressInList(_ key: Key, _ overlay: Overlay, _ state: inout ReaderState) -> [Effect] {
    var list = overlay.list
    switch key.code {
    case .tab: sort(&list, by: key.isShift ? -1 : 1, overlay, state)
    case .character("r") where key.isControl:
      if list.sort == nil { list.sort = ListState.Sort(column: 0) }
      list.sort?.isDescending.toggle()
    case .backspace where list.filter.isEmpty: return close(&state)
    case .backspace: list.filter.removeLast()
    case .character("w") where key.isControl: list.filter = ""
    case .character("q") where list.filter.isEmpty && !key.isControl && !key.isAlt: return close(&state)
    case .character(let character) where !key.isControl && !key.isAlt: list.filter.append(character)
    default: return []
    }
    if list != overlay.list {
      list.selected = 0
      list.top = 0
    }
    return change(to: list, &state)
  }

  /// Deletes the selected highlight when that was asked for before, else asks.
  private static func deleteHighlight(
    _ doomed: Highlight?, _ overlay: Overlay, _ state: inout ReaderState
  ) -> [Effect] {
    guard let highlight = state.highlights(filter: overlay.list.filter).element(at: overlay.list.selected)
    else { return [] }
    guard highlight == doomed else {
      state.doomedHighlight = highlight
      let note = highlight.note.isEmpty ? "" : " and its note"
      state.say("Delete again deletes this highlight\(note) for good")
      return []
    }
    state.highlights.removeAll { $0 == highlight }
    state.revisits += 1
    state.say("the highlight is deleted")
    var list = overlay.list
    list.select(list.selected, count: state.overlayCount(overlay), rows: state.overlayRows)
    if state.highlights.isEmpty { return close(&state) + [.deleteHighlight(highlight)] }
    return change(to: list, &state) + [.deleteHighlight(highlight)]
  }

  /// Goes on to the next column as the one that rows are sorted by; past the last, the rows stand as they were.
  private static func sort(_ list: inout ListState, by step: Int, _ overlay: Overlay, _ state: ReaderState) {
    let columns = state.indexList(of: overlay.kind)?.columns.count ?? 0
    guard columns > 0 else { return }
    let current = list.sort?.column ?? -1
    let next = (current + 1 + step + columns + 1) % (columns + 1) - 1
    list.sort = next < 0 ? nil : ListState.Sort(column: next)
  }

  /// Puts a list's new state in its place; a theme that is selected is shown.
  private static func change(to list: ListState, _ state: inout ReaderState) -> [Effect] {
    guard var overlay = state.overlays.popLast() else { return [] }
    let before = overlay.list
    overlay.list = list
    state.overlays.append(overlay)
    guard case .themes = overlay.kind, list.selected != before.selected || list.filter != before.filter,
      let name = state.menu(overlay).element(at: list.selected)?.text
    else { return [] }
    return [.useTheme(name)]
  }

  private static func close(_ state: inout ReaderState) -> [Effect] {
    guard let overlay = state.overlays.popLast() else { return [] }
    if case .themes = overlay.kind { return [.useTheme(state.themeName)] }
    return []
  }

  /// Goes to what is selected; a list without a place to go to is closed.
  static func choose(_ overlay: Overlay, _ state: inout ReaderState) -> [Effect] {
    let list = overlay.list
    switch overlay.kind {
    case .index, .commentsBy, .comments:
      guard let rows = state.indexList(of: overlay.kind), list.selected < rows.count(list),
        let destination = rows.entry(list.selected, list).destination
      else { return [] }
      if case .author(let author) = destination {
        state.overlays.append(Overlay(.commentsBy(author)))
        return []
      }
      let before = state.place
      state.overlays = []
      state.go(to: destination)
      if state.place != before { state.jumps.leave(before) }
    case .peek(let comment):
      let before = state.place
      state.overlays.removeLast()
      if state.comments?.thread.comments.indices.contains(comment) == true { state.comments?.reveal(comment) }
      if state.place != before { state.jumps.leave(before) }
    case .discussions:
      let found = state.discussions(filter: overlay.list.filter)
      guard found.indices.contains(overlay.list.selected) else { return [] }
      state.overlays.removeLast()
      state.say("fetching the discussion on \(found[overlay.list.selected].system)")
      return [.openDiscussion(found[overlay.list.selected])]
    case .highlights:
      let found = state.highlights(filter: overlay.list.filter)
      guard found.indices.contains(overlay.list.selected) else { return [] }
      let before = state.place
      state.overlays.removeLast()
      state.go(to: found[overlay.list.selected])
      if state.place != before { state.jumps.leave(before) }
    case .themes:
      guard let row = state.menu(overlay).element(at: list.selected) else { return [] }
      state.overlays.removeLast()
      state.themeName = row.text
      state.say("theme: \(row.text)")
      return [.useTheme(row.text)]
    case .export:
      guard let row = state.menu(overlay).element(at: list.selected),
        let content = ExportRequest.Content.allCases.first(where: { $0.name == row.text })
      else { return [] }
      state.overlays.removeLast()
      state.prompt = Prompt(.export(content), text: content.fileName(for: state.article.article))
    case .help:
      let lines = KeyHelp.lines(state.configuration.keymap, filter: list.filter, isForScreen: true)
      state.overlays.removeLast()
      guard case .command(_, let name, _)? = lines.element(at: list.selected) else { break }
      return CommandTable.command(named: name)?.perform(on: &state) ?? []
    case .boilerplate, .notes, .picture: state.overlays.removeLast()
    }
    return []
  }
}

extension Array {
  /// The element at an index, or `nil` outside.
  func element(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
