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
  /// Commands from which the user took all keys are there too: they can be chosen here, typed, and bound again.
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
        if !wanted.isEmpty {
          // A key is found by either of its names: ^O, ctrl-o.
          let names = keymap.labels(for: command.name) + keymap.keys(for: command.name)
          let text = ([command.name, command.summary] + names).joined(separator: " ").lowercased()
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

  /// The lines of the lists of articles and feeds, grouped by the kinds of lists that have the commands.
  ///
  /// - Parameter keymap: The keys.
  /// - Returns: All commands; a key that means something else in one of the lists has the names of those where it runs
  ///   the command behind it.
  public static func lines(_ keymap: ShelfKeymap) -> [Line] {
    var groups: [(kinds: [ShelfKind], lines: [Line])] = []
    for command in ShelfCommand.all {
      let keys = keys(of: command, in: keymap)
      let line = Line.command(keys: keys, name: command.name, summary: command.summary)
      if let index = groups.firstIndex(where: { $0.kinds == command.kinds }) {
        groups[index].lines.append(line)
      } else {
        groups.append((command.kinds, [line]))
      }
    }
    return groups.flatMap { group in
      let name =
        group.kinds == ShelfKind.allCases
        ? "Lists of articles and feeds"
        : "Lists: only in \(group.kinds.map(\.title).joined(separator: " and "))"
      return [.group(name)] + group.lines
    }
  }

  private static func keys(of command: ShelfCommand, in keymap: ShelfKeymap) -> [String] {
    var found: [(key: String, kinds: [ShelfKind])] = []
    for kind in command.kinds {
      for key in keymap[kind].keys(for: command.name) {
        if let index = found.firstIndex(where: { $0.key == key }) {
          found[index].kinds.append(kind)
        } else {
          found.append((key, [kind]))
        }
      }
    }
    return found.map { key, kinds in
      kinds == command.kinds ? key : "\(key) (\(kinds.map(\.title).joined(separator: ", ")))"
    }
  }

  /// The lines of one kind of list, for its screen, which runs nothing without a key.
  ///
  /// - Parameters:
  ///   - keymap: The keys of that kind.
  ///   - kind: What is listed.
  /// - Returns: The commands that have keys.
  public static func lines(_ keymap: Keymap, of kind: ShelfKind) -> [Line] {
    ShelfCommand.all(in: kind).compactMap { command in
      let keys = keymap.labels(for: command.name)
      return keys.isEmpty ? nil : .command(keys: keys, name: command.name, summary: command.summary)
    }
  }
}
