import ArticleModel
import TerminalUI

/// The one place where the state of the library's list changes.
public enum Shelf {
  /// Takes in an event; returns the work to be done outside.
  ///
  /// Never blocks and never looks at the clock, files or the terminal.
  public static func update(_ state: inout ShelfState, _ event: ShelfEvent) -> [ShelfEffect] {
    switch event {
    case .input(.key(let key)): return press(key, &state)
    case .input(.mouse(let mouse)): return handle(mouse, &state)
    case .input(.paste(let text)):
      guard var prompt = state.prompt else { return [] }
      prompt.text += text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      state.prompt = prompt
      return typed(prompt, &state)
    case .resized(let size):
      state.size = size
      return state.select(state.selected)
    case .loaded(let entries, let first, let count):
      state.entries = entries
      state.unread = entries.count { $0.opened == nil }
      state.hasComments = entries.contains { $0.comments > 0 }
      state.firstHeld = first
      state.count = count
      // A list that has shrunk may have to show another window; it is asked for once, so that this ends.
      let wanted = state.select(state.selected)
      return entries.isEmpty && count > 0 ? wanted : []
    case .advanced(let isForward):
      state.message = nil
      let step = isForward ? 1 : -1
      if state.kind == .feed { return state.selectUnread(from: step) }
      guard (0..<state.count).contains(state.selected + step) else {
        state.say(isForward ? "this is the last one" : "this is the first one")
        return []
      }
      return state.select(state.selected + step)
    case .sought(let id):
      guard let index = state.entries.firstIndex(where: { $0.id == id }) else { return [] }
      return state.select(state.firstHeld + index)
    case .configured(let keymap):
      state.keymap = keymap[state.kind]
      state.pendingKeys = []
      state.say("the configuration was read again")
      return []
    case .notice(let text, let isError):
      state.say(text, isError: isError)
      return []
    }
  }

  private static func press(_ key: Key, _ state: inout ShelfState) -> [ShelfEffect] {
    state.message = nil
    if state.prompt != nil { return type(key, &state) }
    if state.help != nil { return scrollHelp(key, &state) }
    if key.code == .escape, !state.pendingKeys.isEmpty {
      state.pendingKeys = []
      return []
    }
    let keys = state.pendingKeys + [key]
    state.pendingKeys = []
    switch state.keymap.match(keys) {
    case .command(let name):
      return ShelfCommand.all.first { $0.name == name }?.run(&state) ?? []
    case .pending: state.pendingKeys = keys
    case .none:
      state.say(
        "\(keys.map(\.description).joined(separator: " ")) is not bound"
          + state.hint(" lists the keys", for: "shelf-help"))
    }
    return []
  }

  private static func type(_ key: Key, _ state: inout ShelfState) -> [ShelfEffect] {
    guard var prompt = state.prompt else { return [] }
    switch key.code {
    case .escape:
      state.prompt = nil
      if case .search = prompt, !state.query.text.isEmpty {
        return state.show(
          LibraryQuery(shelf: state.query.shelf, order: state.query.order, tag: state.query.tag))
      }
      return []
    case .enter:
      state.prompt = nil
      return entered(prompt, &state)
    case .character("c") where key.isControl: return [.interrupt]
    case .character("u") where key.isControl: prompt.text = ""
    case .character("w") where key.isControl:
      while prompt.text.last == " " { prompt.text.removeLast() }
      while let last = prompt.text.last, last != " " { prompt.text.removeLast() }
    case .backspace:
      if prompt.text.isEmpty {
        state.prompt = nil
        return []
      }
      prompt.text.removeLast()
    case .character(let character) where !key.isControl && !key.isAlt: prompt.text.append(character)
    default: return []
    }
    state.prompt = prompt
    return typed(prompt, &state)
  }

  /// A search shows what it finds while it is typed.
  private static func typed(_ prompt: ShelfState.Prompt, _ state: inout ShelfState) -> [ShelfEffect] {
    guard case .search(let text) = prompt, text != state.query.text else { return [] }
    var query = state.query
    query.text = text
    return state.show(query)
  }

  private static func entered(_ prompt: ShelfState.Prompt, _ state: inout ShelfState) -> [ShelfEffect] {
    switch prompt {
    case .search: return []
    case .tags(let text):
      guard let entry = state.selectedEntry else { return [] }
      return [.setTags(text.split(separator: " ").map(String.init), entry.id)]
    case .filterByTag(let text):
      var query = state.query
      let name = text.split(separator: " ").first.map { $0.drop { $0 == "#" } } ?? ""
      query.tag = name.isEmpty ? nil : String(name)
      return state.show(query)
    case .open(let text):
      let name = text.trimmingSpaces
      return name.isEmpty ? [] : [.openSource(name)]
    }
  }

  private static func scrollHelp(_ key: Key, _ state: inout ShelfState) -> [ShelfEffect] {
    switch key.code {
    case .character("c") where key.isControl: return [.interrupt]
    case .down, .character("j"): scrollHelp(by: 1, &state)
    case .up, .character("k"): scrollHelp(by: -1, &state)
    case .pageDown, .character(" "): scrollHelp(by: state.rows, &state)
    case .pageUp, .character("b"): scrollHelp(by: -state.rows, &state)
    default: state.help = nil
    }
    return []
  }

  private static func scrollHelp(by rows: Int, _ state: inout ShelfState) {
    let most = max(0, KeyHelp.lines(state.keymap, of: state.kind).count - state.rows)
    state.help = max(0, min(most, (state.help ?? 0) + rows))
  }

  private static func handle(_ mouse: MouseEvent, _ state: inout ShelfState) -> [ShelfEffect] {
    if state.help != nil {
      switch mouse.action {
      case .wheelUp: scrollHelp(by: -3, &state)
      case .wheelDown: scrollHelp(by: 3, &state)
      default: break
      }
      return []
    }
    switch mouse.action {
    case .wheelUp: return state.select(state.selected - 3)
    case .wheelDown: return state.select(state.selected + 3)
    case .press, .doublePress:
      let place = state.top + mouse.point.y - 1
      guard mouse.point.y >= 1, mouse.point.y <= state.rows, place < state.count else { return [] }
      // A second click on the same article opens it.
      if place == state.selected, let entry = state.selectedEntry { return [.open(entry.id)] }
      return state.select(place)
    default: return []
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
