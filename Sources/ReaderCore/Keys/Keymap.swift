import Glibc
import Synchronization
import TerminalUI

/// Which keys run which commands.
///
/// The table is one text; what is needed to look keys up is made from it at the first key press, because the first
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

  /// A command a line: its name and its key sequences, with two spaces before each.
  private let text: String
  private let index = KeyIndex()

  /// Makes a keymap from a text.
  ///
  /// - Parameter text: A line a command: its name, then each of its key sequences, written as in `Binding.keyText`,
  ///   with two spaces before it. Empty lines say nothing.
  init(text: String) { self.text = text }

  /// Makes a keymap from a table.
  ///
  /// - Parameter table: Commands with the keys of each, written as in `Binding.keyText`.
  public init(_ table: [(command: String, keys: [String])]) {
    text = table.map { ([$0.command] + $0.keys).joined(separator: "  ") }.joined(separator: "\n")
  }

  /// The bindings; of two with the same keys, the later one counts.
  ///
  /// - Complexity: O(length of the table).
  public var bindings: [Binding] {
    text.split(separator: "\n").flatMap { line in
      let parts = line.split(separator: "  ").map(String.init)
      return parts.dropFirst().map { Binding(keyText: $0, command: parts[0]) }
    }
  }

  /// What a sequence means.
  ///
  /// - Complexity: O(length of the sequence) after the first call.
  public func match(_ keys: [Key]) -> Match { index.match(keys) { bindings } }

  /// The keys of a command, as they are written in a keymap.
  ///
  /// - Complexity: O(length of the table).
  public func keys(for command: String) -> [String] {
    var text = text
    var command = command
    return text.withUTF8 { text in command.withUTF8 { Self.keys(for: $0, in: text) } }
  }

  /// Looks for lines that begin with a command; the first screen shows keys, so nothing is made of the other lines.
  private static func keys(
    for command: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> [String] {
    guard let base = text.baseAddress else { return [] }
    let space = UInt8(ascii: " ")
    var found: [String] = []
    var line = 0
    while line < text.count {
      let newline = memchr(base + line, 0x0A, text.count - line)
      let end = newline.map { $0 - UnsafeMutableRawPointer(mutating: base) } ?? text.count
      defer { line = end + 1 }
      var start = line + command.count
      guard start + 1 < end, text[start] == space, text[start + 1] == space,
        text[line..<start].elementsEqual(command)
      else { continue }
      while start < end {
        start += 2
        var next = start
        while next < end, text[next] != space || next + 1 == end || text[next + 1] != space { next += 1 }
        found.append(String(decoding: text[start..<next], as: UTF8.self))
        start = next
      }
    }
    return found
  }

  /// The keys of a command as people write them: `Tab`, `^D`, `gg`.
  ///
  /// - Complexity: O(length of the table) for the first time, O(commands asked for) later.
  public func labels(for command: String) -> [String] {
    index.labels(for: command) {
      keys(for: command).map { keys in
        var label = ""
        for name in keys.split(separator: " ") { label += Self.label(of: String(name)) }
        return label
      }
    }
  }

  private static func label(of name: String) -> String {
    switch name {
    case "escape": "Esc"
    case "space", "tab", "enter", "up", "down", "left", "right", "home", "end", "backspace", "delete",
      "insert":
      name.prefix(1).uppercased() + String(name.dropFirst())
    case "page-down": "PgDn"
    case "page-up": "PgUp"
    case "shift-tab": "S-Tab"
    default:
      if name.hasPrefix("ctrl-") {
        "^" + name.dropFirst(5).uppercased()
      } else if name.hasPrefix("alt-") {
        "M-" + name.dropFirst(4)
      } else {
        name.count > 1 && name.hasPrefix("f") ? name.uppercased() : name
      }
    }
  }
}

/// What a keymap's text says, made when it is first asked for.
private final class KeyIndex: Sendable {
  private struct Table {
    var commands: [[Key]: String] = [:]
    var prefixes: Set<[Key]> = []
  }

  private struct Labels {
    let command: String
    let labels: [String]
  }

  private let table = Mutex<Table?>(nil)
  /// A list and not a dictionary, because few commands are asked for, and those with every frame.
  private let labels = Mutex<[Labels]>([])

  func labels(for command: String, make: () -> [String]) -> [String] {
    labels.withLock { known in
      if let entry = known.first(where: { $0.command == command }) { return entry.labels }
      let made = make()
      known.append(Labels(command: command, labels: made))
      return made
    }
  }

  func match(_ keys: [Key], in bindings: () -> [Keymap.Binding]) -> Keymap.Match {
    table.withLock { table in
      let made = table ?? Self.make(bindings())
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
