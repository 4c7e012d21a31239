import TerminalUI

/// Keys while the user types a line.
enum PromptHandling {
  static func press(_ key: Key, _ state: inout ReaderState) -> [Effect] {
    guard var prompt = state.prompt else { return [] }
    switch key.code {
    case .escape:
      state.prompt = nil
      return []
    case .enter:
      state.prompt = nil
      SearchCommands.start(prompt.text, in: prompt.pane, &state)
      return []
    case .backspace:
      if prompt.text.isEmpty {
        state.prompt = nil
        return []
      }
      prompt.text.removeLast()
    case .character("c") where key.isControl:
      state.prompt = nil
      return []
    case .character("u") where key.isControl:
      prompt.text = ""
    case .character("w") where key.isControl:
      while prompt.text.last == " " { prompt.text.removeLast() }
      while let last = prompt.text.last, last != " " { prompt.text.removeLast() }
    case .character(let character) where !key.isControl && !key.isAlt:
      prompt.text.append(character)
    default: return []
    }
    state.prompt = prompt
    return []
  }
}
