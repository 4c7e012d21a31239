import SettingsText
import TerminalUI

/// A keymap as its author wrote it: bindings to add to the standard ones, and keys to free, for the reader and for the
/// lists of articles.
///
/// ```toml
/// unbind = ["1", "2"]
/// [keys]
/// "g x" = "open-in-browser"
/// [list]
/// unbind = ["D"]
/// [list.keys]
/// "x" = "shelf-star"
/// ```
public struct KeymapFile: Sendable {
  private let file: String
  private var reader = Section()
  private var list = Section()

  /// Reads a keymap.
  ///
  /// - Parameters:
  ///   - source: The TOML text.
  ///   - file: The file's name, for messages.
  /// - Throws: `SettingsProblem` for the first thing that is wrong: an unknown key, command or table.
  public init(_ source: String, file: String) throws(SettingsProblem) {
    self.file = file
    for entry in try SettingsProblem.parse(source, file: file).entries {
      if entry.key == "list" {
        guard let table = entry.value.table else {
          throw SettingsProblem(file: file, line: entry.line, message: "`list` is a table: [list]")
        }
        for entry in table.entries { try list.take(entry, of: .list, file: file) }
      } else {
        try reader.take(entry, of: .reader, file: file)
      }
    }
  }

  /// All keymaps that come of it.
  ///
  /// - Parameter standard: The reader's keys without the file.
  /// - Returns: The keys of the reader and of the lists.
  /// - Throws: `SettingsProblem` when keys could never be typed, because others begin like them.
  public func keymaps(over standard: Keymap) throws(SettingsProblem) -> Keymaps {
    Keymaps(reader: try keymap(over: standard), shelf: try shelfKeymap())
  }

  /// The reader's keymap that comes of it.
  ///
  /// - Throws: `SettingsProblem` when keys could never be typed, because others begin like them.
  public func keymap(over standard: Keymap) throws(SettingsProblem) -> Keymap {
    try reader.keymap(over: standard, file: file)
  }

  /// The keymaps of the lists that come of it.
  ///
  /// A key that is given to a command of some lists only keeps its meaning in the others.
  ///
  /// - Throws: `SettingsProblem` when keys could never be typed, because others begin like them.
  public func shelfKeymap() throws(SettingsProblem) -> ShelfKeymap {
    try ShelfKeymap { kind throws(SettingsProblem) in
      var section = list
      section.bindings.removeAll { binding in
        !ShelfCommand.all(in: kind).contains { $0.name == binding.command }
      }
      return try section.keymap(over: ShelfKeymap.standard[kind], file: file)
    }
  }
}

extension KeymapFile {
  /// Where keys are bound: each place has commands of its own.
  private enum Context {
    case reader, list

    /// The names of what may stand in the section.
    var known: String { self == .reader ? "unbind, [keys] and [list]" : "unbind and [list.keys]" }

    /// The name of the section's table of keys.
    var table: String { self == .reader ? "[keys]" : "[list.keys]" }

    func hasCommand(named name: String) -> Bool {
      switch self {
      case .reader: CommandTable.command(named: name) != nil
      case .list: ShelfCommand.all.contains { $0.name == name }
      }
    }
  }

  /// What the file says of the keys of one place.
  private struct Section: Sendable {
    var bindings: [(keys: String, command: String, line: Int)] = []
    var freed: [String] = []

    mutating func take(
      _ entry: TOMLTable.Entry, of context: Context, file: String
    ) throws(SettingsProblem) {
      let problem = { (line: Int, message: String) in
        SettingsProblem(file: file, line: line, message: message)
      }
      switch entry.key {
      case "unbind":
        guard case .array(let values) = entry.value else {
          throw problem(entry.line, "`unbind` is a list of keys: [\"1\", \"2\"]")
        }
        for value in values {
          guard let text = value.string else {
            throw problem(entry.line, "`unbind` is a list of keys in quotation marks: [\"1\", \"2\"]")
          }
          freed.append(try KeymapFile.keys(text, file: file, line: entry.line))
        }
      case "keys":
        guard let keys = entry.value.table else {
          throw problem(entry.line, "`keys` is a table: \(context.table)")
        }
        for binding in keys.entries {
          let text = try KeymapFile.keys(binding.key, file: file, line: binding.line)
          guard let name = binding.value.string else {
            throw problem(binding.line, "a key runs a command by name; pullquote keys lists them")
          }
          guard context.hasCommand(named: name) else {
            throw problem(binding.line, Self.unknown(name, in: context))
          }
          bindings.append((text, name, binding.line))
        }
      default:
        throw problem(entry.line, "unknown key \"\(entry.key)\"; known are \(context.known)")
      }
    }

    /// Why a command cannot be bound here.
    private static func unknown(_ name: String, in context: Context) -> String {
      let other: Context = context == .reader ? .list : .reader
      guard other.hasCommand(named: name) else {
        return "there is no command \"\(name)\"; pullquote keys lists them"
      }
      let place = other == .list ? "lists" : "the reader"
      return "\"\(name)\" is a command of \(place); its keys stand under \(other.table)"
    }

    func keymap(over standard: Keymap, file: String) throws(SettingsProblem) -> Keymap {
      let own = Set(bindings.map(\.keys) + freed)
      let kept = standard.bindings.filter { !own.contains($0.keyText) }
      // The user's own keys come first, and are the ones that are shown where there is room for one.
      let all = bindings.map { ($0.keys, $0.command) } + kept.map { ($0.keyText, $0.command) }
      for (text, _, line) in bindings {
        for (other, command) in all where other != text {
          guard other.hasPrefix(text + " ") || text.hasPrefix(other + " ") else { continue }
          throw SettingsProblem(
            file: file, line: line,
            message:
              "\"\(text)\" and \"\(other)\" (\(command)) begin alike, and the longer could not be typed; "
              + "unbind one of them")
        }
      }
      return Keymap(all.map { ($0.1, [$0.0]) })
    }
  }

  /// Keys in the form that bindings have them in, each with its name as it is usually written.
  private static func keys(_ text: String, file: String, line: Int) throws(SettingsProblem) -> String {
    let names = text.split(separator: " ").map(String.init)
    guard !names.isEmpty else { throw SettingsProblem(file: file, line: line, message: "a key is missing") }
    var result: [String] = []
    for name in names {
      guard let key = Key(name) else {
        throw SettingsProblem(
          file: file, line: line,
          message: "there is no key \"\(name)\"; keys are written like j, ctrl-d, space, f1")
      }
      result.append(key.description)
    }
    return result.joined(separator: " ")
  }
}
