import Synchronization
import TerminalUI

/// Which keys run which commands.
///
/// The table is text; what is needed to look keys up is made from it at the first key press, because the first
/// screen shows keys but presses none.
public struct Keymap: Sendable {
  /// What a sequence of keys means.
  public enum Match: Equatable, Sendable {
    /// Nothing begins like that.
    case none
    /// More keys are needed.
    case pending
    /// A command, by name.
    case command(String)
  }

  /// One line of the table.
  public struct Binding: Hashable, Sendable {
    /// The keys as they are written in a keymap, with spaces between them: `g g`, `ctrl-d`.
    public let keyText: String
    /// The command's name.
    public let command: String

    /// The keys, one after the other; `nil` when one of the names is unknown.
    public var keys: [Key]? {
      var keys: [Key] = []
      for name in keyText.split(separator: " ") {
        guard let key = Key(String(name)) else { return nil }
        keys.append(key)
      }
      return keys.isEmpty ? nil : keys
    }
  }

  /// The bindings; of two with the same keys, the later one counts.
  public let bindings: [Binding]
  private let index = KeyIndex()

  /// Makes a keymap from a table.
  ///
  /// - Parameter table: Commands with the keys of each, written as in `Binding.keyText`.
  public init(_ table: [(command: String, keys: [String])]) {
    bindings = table.flatMap { entry in
      entry.keys.map { Binding(keyText: $0, command: entry.command) }
    }
  }

  /// What a sequence means.
  ///
  /// - Complexity: O(length of the sequence) after the first call.
  public func match(_ keys: [Key]) -> Match { index.match(keys, in: bindings) }

  /// The keys of a command, as they are written in a keymap.
  ///
  /// - Complexity: O(number of bindings).
  public func keys(for command: String) -> [String] {
    bindings.filter { $0.command == command }.map(\.keyText)
  }

  /// The keys of a command as people write them: `Tab`, `^D`, `gg`.
  ///
  /// - Complexity: O(number of bindings) for the first time, O(commands asked for) later.
  public func labels(for command: String) -> [String] {
    index.labels(for: command) { makeLabels(for: command) }
  }

  private func makeLabels(for command: String) -> [String] {
    bindings.filter { $0.command == command }.map { binding in
      var label = ""
      for name in binding.keyText.split(separator: " ") { label += Self.label(of: String(name)) }
      return label
    }
  }

  private static func label(of name: String) -> String {
    switch name {
    case "space", "tab", "enter", "escape", "up", "down", "left", "right", "home", "end", "f1":
      name == "escape" ? "Esc" : name.prefix(1).uppercased() + String(name.dropFirst())
    case "page-down": "PgDn"
    case "page-up": "PgUp"
    case "shift-tab": "S-Tab"
    default: name.hasPrefix("ctrl-") ? "^" + name.dropFirst(5).uppercased() : name
    }
  }
}

/// The bindings by their keys, made when first asked for.
private final class KeyIndex: Sendable {
  private struct Table {
    var commands: [[Key]: String] = [:]
    var prefixes: Set<[Key]> = []
  }

  private let table = Mutex<Table?>(nil)
  /// A list and not a dictionary, because few commands are asked for, and those with every frame.
  private let labels = Mutex<[(command: String, labels: [String])]>([])

  func labels(for command: String, make: () -> [String]) -> [String] {
    labels.withLock { known in
      if let entry = known.first(where: { $0.command == command }) { return entry.labels }
      let made = make()
      known.append((command, made))
      return made
    }
  }

  func match(_ keys: [Key], in bindings: [Keymap.Binding]) -> Keymap.Match {
    table.withLock { table in
      let made = table ?? Self.make(bindings)
      table = made
      if let command = made.commands[keys] { return .command(command) }
      return made.prefixes.contains(keys) ? .pending : .none
    }
  }

  private static func make(_ bindings: [Keymap.Binding]) -> Table {
    var table = Table()
    for binding in bindings {
      guard let keys = binding.keys else { continue }
      table.commands[keys] = binding.command
      for length in 1..<keys.count { table.prefixes.insert(Array(keys[..<length])) }
    }
    return table
  }
}
