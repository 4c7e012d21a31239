/// The line after `:`: commands by their names, some with words after them.
enum CommandLine {
  /// Does what a line says; a beginning that only one command has is enough.
  static func run(_ line: String, _ state: inout ReaderState) -> [Effect] {
    let (word, argument) = split(line)
    guard !word.isEmpty else { return [] }
    if let number = Int(word), argument.isEmpty {
      state.count = max(1, min(number, 999_999))
      return CommandTable.command(named: "go-to-end")?.perform(on: &state) ?? []
    }
    if let typed = TypedCommand.all.first(where: { $0.name == word }) {
      return typed.run(argument, &state)
    }
    if let command = CommandTable.command(named: word) { return command.perform(on: &state) }
    let names = names().filter { $0.hasPrefix(word) }
    guard names.count <= 1 else {
      state.say("\(word) may be \(names.prefix(4).joined(separator: ", "))", isError: true)
      return []
    }
    guard let name = names.first else {
      state.say("there is no command \(word); Tab lists them", isError: true)
      return []
    }
    return run(argument.isEmpty ? name : "\(name) \(argument)", &state)
  }

  /// What can stand in place of the last word of a line.
  ///
  /// - Returns: The words before it, with the space after them, and what may follow, in order.
  static func completions(of line: String, _ state: ReaderState) -> (kept: String, candidates: [String]) {
    let (word, argument) = split(line)
    guard line.contains(" ") else { return ("", names().filter { $0.hasPrefix(word) }) }
    guard let typed = TypedCommand.all.first(where: { $0.name == word }) else { return (line, []) }
    return (word + " ", typed.arguments(state).filter { $0.hasPrefix(argument) })
  }

  /// All names that can be typed, in order.
  private static func names() -> [String] {
    let typed = TypedCommand.all.map(\.name).filter { $0.count > 1 }
    return Set(typed + CommandTable.all.map(\.name)).sorted()
  }

  private static func split(_ line: String) -> (word: String, argument: String) {
    let trimmed = line.drop { $0 == " " || $0 == ":" }
    guard let space = trimmed.firstIndex(of: " ") else { return (String(trimmed), "") }
    var argument = trimmed[space...].drop { $0 == " " }
    while argument.last == " " { argument.removeLast() }
    return (String(trimmed[..<space]), String(argument))
  }
}
