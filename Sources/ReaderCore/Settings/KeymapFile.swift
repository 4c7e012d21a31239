import SettingsText
import TerminalUI

/// A keymap as its author wrote it: bindings to add to the standard ones, and keys to free.
///
/// ```toml
/// unbind = ["1", "2"]
/// [keys]
/// "g x" = "open-in-browser"
/// ```
public struct KeymapFile: Sendable {
  private let bindings: [(keys: String, command: String, line: Int)]
  private let freed: [String]
  private let file: String

  /// Reads a keymap.
  ///
  /// - Parameters:
  ///   - source: The TOML text.
  ///   - file: The file's name, for messages.
  /// - Throws: `SettingsProblem` for the first thing that is wrong: an unknown key, command or table.
  public init(_ source: String, file: String) throws(SettingsProblem) {
    self.file = file
    let table = try SettingsProblem.parse(source, file: file)
    var bindings: [(keys: String, command: String, line: Int)] = []
    var freed: [String] = []
    for entry in table.entries {
      switch entry.key {
      case "unbind":
        guard case .array(let values) = entry.value else {
          throw SettingsProblem(
            file: file, line: entry.line, message: "`unbind` is a list of keys: [\"1\", \"2\"]")
        }
        for value in values { freed.append(try Self.keys(value.string ?? "", file: file, line: entry.line)) }
      case "keys":
        guard let keys = entry.value.table else {
          throw SettingsProblem(file: file, line: entry.line, message: "`keys` is a table: [keys]")
        }
        for binding in keys.entries {
          let text = try Self.keys(binding.key, file: file, line: binding.line)
          guard let name = binding.value.string, CommandTable.command(named: name) != nil else {
            let given =
              binding.value.string.map { "there is no command \"\($0)\"" } ?? "a key runs a command by name"
            throw SettingsProblem(
              file: file, line: binding.line, message: "\(given); pullquote keys lists them")
          }
          bindings.append((text, name, binding.line))
        }
      default:
        throw SettingsProblem(
          file: file, line: entry.line, message: "unknown key \"\(entry.key)\"; known are unbind, [keys]")
      }
    }
    self.bindings = bindings
    self.freed = freed
  }

  /// The keymap that comes of it.
  ///
  /// - Throws: `SettingsProblem` when keys could never be typed, because others begin like them.
  public func keymap(over standard: Keymap) throws(SettingsProblem) -> Keymap {
    let own = Set(bindings.map(\.keys) + freed)
    let kept = standard.bindings.filter { !own.contains($0.keyText) }
    let all = kept.map { ($0.keyText, $0.command) } + bindings.map { ($0.keys, $0.command) }
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

extension Keymap {
  /// The same keys without those of digits that open panes, so that every digit begins a count.
  public var withoutDigits: Keymap {
    Keymap(
      bindings.filter { !($0.keyText.count == 1 && $0.keyText.first?.isNumber == true) }.map {
        ($0.command, [$0.keyText])
      })
  }
}
