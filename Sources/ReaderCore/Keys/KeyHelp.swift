/// The key list, made from the commands and the keymap.
public enum KeyHelp {
  /// A line of the key list.
  public enum Line: Hashable, Sendable {
    /// The name of a group.
    case group(String)
    /// A command with its keys.
    case command(keys: [String], name: String, summary: String)
  }

  /// The lines, groups with a heading each; with a filter, the commands that contain it.
  ///
  /// - Parameters:
  ///   - keymap: The keys.
  ///   - filter: Words that a line must contain.
  ///   - isForScreen: Whether keys are written for people (`^D`) and not as in a keymap (`ctrl-d`).
  /// - Returns: The lines in the order of the groups.
  public static func lines(_ keymap: Keymap, filter: String = "", isForScreen: Bool = false) -> [Line] {
    let wanted = filter.lowercased()
    var lines: [Line] = []
    for group in Command.Group.allCases {
      let commands = CommandTable.all.filter { $0.group == group }.compactMap { command -> Line? in
        let keys = isForScreen ? keymap.labels(for: command.name) : keymap.keys(for: command.name)
        guard !keys.isEmpty else { return nil }
        if !wanted.isEmpty {
          let text = ([command.name, command.summary] + keys).joined(separator: " ").lowercased()
          guard text.contains(wanted) else { return nil }
        }
        return .command(keys: keys, name: command.name, summary: command.summary)
      }
      guard !commands.isEmpty else { continue }
      lines.append(.group(group.rawValue))
      lines += commands
    }
    return lines
  }
}
