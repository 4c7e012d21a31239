import TerminalUI

/// Keys while the user types a line.
enum PromptHandling {
  static func press(_ key: Key, _ state: inout ReaderState) -> [Effect] {
    guard var prompt = state.prompt else { return [] }
    if key.code == .tab {
      complete(&prompt, by: key.isShift ? -1 : 1, state)
      state.prompt = prompt
      return []
    }
    prompt.completion = nil
    switch key.code {
    case .escape: return cancel(&state)
    case .character("c") where key.isControl: return cancel(&state)
    case .enter: return finish(prompt, &state)
    case .backspace:
      guard !prompt.before.isEmpty || !prompt.after.isEmpty else { return cancel(&state) }
      _ = prompt.before.popLast()
    case .delete: _ = prompt.after.popLast()
    case .left: moveLeft(&prompt)
    case .right: moveRight(&prompt)
    case .home: while !prompt.before.isEmpty { moveLeft(&prompt) }
    case .end: while !prompt.after.isEmpty { moveRight(&prompt) }
    case .up: recall(1, &prompt, state)
    case .down: recall(-1, &prompt, state)
    case .character(let letter) where key.isControl: edit(letter, &prompt, state)
    case .character(let character) where !key.isAlt: prompt.before.append(character)
    default: return []
    }
    let isChanged = prompt.text != state.prompt?.text
    state.prompt = prompt
    if isChanged { state.isSearchDue = true }
    return []
  }

  /// Puts the next word that fits in place of the last one.
  private static func complete(_ prompt: inout Prompt, by step: Int, _ state: ReaderState) {
    guard prompt.purpose == .command else { return }
    if prompt.completion == nil {
      let (kept, candidates) = CommandLine.completions(of: prompt.text, state)
      guard !candidates.isEmpty else { return }
      prompt.completion = Completion(
        kept: kept, candidates: candidates, selected: step > 0 ? 0 : candidates.count - 1)
    } else {
      prompt.completion?.step(step)
    }
    guard let completion = prompt.completion else { return }
    prompt.replace(completion.kept + completion.candidates[completion.selected])
    if completion.candidates.count == 1 {
      prompt.before.append(" ")
      prompt.completion = nil
    }
  }

  /// Types a text into the line.
  static func paste(_ text: String, _ state: inout ReaderState) {
    guard state.prompt != nil else { return }
    state.prompt?.before += Array(text)
    state.isSearchDue = true
  }

  private static func edit(_ letter: Character, _ prompt: inout Prompt, _ state: ReaderState) {
    switch letter {
    case "a": while !prompt.before.isEmpty { moveLeft(&prompt) }
    case "e": while !prompt.after.isEmpty { moveRight(&prompt) }
    case "b": moveLeft(&prompt)
    case "f": moveRight(&prompt)
    case "d": _ = prompt.after.popLast()
    case "k": prompt.after = []
    case "u": prompt.before = []
    case "p": recall(1, &prompt, state)
    case "n": recall(-1, &prompt, state)
    case "w":
      while prompt.before.last == " " { prompt.before.removeLast() }
      while let last = prompt.before.last, last != " " { prompt.before.removeLast() }
    default: break
    }
  }

  private static func moveLeft(_ prompt: inout Prompt) {
    if let letter = prompt.before.popLast() { prompt.after.append(letter) }
  }

  private static func moveRight(_ prompt: inout Prompt) {
    if let letter = prompt.after.popLast() { prompt.before.append(letter) }
  }

  private static func recall(_ step: Int, _ prompt: inout Prompt, _ state: ReaderState) {
    let lines = state.history.lines(of: prompt.purpose)
    let wanted = max(0, min(lines.count, prompt.recalled + step))
    guard wanted != prompt.recalled else { return }
    prompt.recalled = wanted
    prompt.replace(wanted == 0 ? "" : lines[lines.count - wanted])
  }

  private static func cancel(_ state: inout ReaderState) -> [Effect] {
    state.isSearchDue = false
    if let prompt = state.prompt, let origin = prompt.origin {
      state.search = prompt.searchBefore
      if origin != state.place { state.go(to: origin) }
    }
    state.prompt = nil
    return []
  }

  private static func finish(_ prompt: Prompt, _ state: inout ReaderState) -> [Effect] {
    state.prompt = nil
    state.isSearchDue = false
    state.history.add(prompt.text, to: prompt.purpose)
    switch prompt.purpose {
    case .search(let pane, let everywhere):
      let origin = prompt.origin ?? state.place
      if origin != state.place { state.go(to: origin) }
      if prompt.text.isEmpty { state.search = prompt.searchBefore }
      SearchCommands.start(prompt.text, in: pane, everywhere: everywhere, &state)
      if state.place != origin { state.jumps.leave(origin) }
      return []
    case .filter: return ArrangementCommands.filter(prompt.text, &state)
    case .note: return KeepingCommands.highlight(note: prompt.text, &state)
    case .command: return CommandLine.run(prompt.text, &state)
    case .pipe: return OutsideCommands.pipe(to: prompt.text, &state)
    case .open: return OutsideCommands.open(prompt.text, &state)
    case .export(let content):
      guard !prompt.text.isEmpty else { return [] }
      return [.export(ExportRequest(content: content, path: prompt.text))]
    }
  }
}
