/// Something the user can do, under a name.
///
/// Keys, help, the key table in the README and the man page, and `pullquote keys` all come from these values.
public struct Command: Sendable {
  /// A topic in the key list.
  public enum Group: String, Sendable, CaseIterable {
    case moving = "Moving"
    case panes = "Panes"
    case article = "Quotes, figures and headings"
    case thread = "Comments"
    case search = "Search"
    case view = "View"
    case program = "Program"
  }

  /// The name in keymaps: kebab case, unique.
  public let name: String
  /// What it does, in a few words without a full stop.
  public let summary: String
  /// Where it stands in the key list.
  public let group: Group
  /// Does it; returns the work to be done outside the state.
  public let run: @Sendable (inout ReaderState) -> [Effect]

  /// Makes a command.
  init(
    _ name: String, _ summary: String, _ group: Group,
    _ run: @escaping @Sendable (inout ReaderState) -> [Effect]
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    self.run = run
  }

  /// Makes a command that only changes the state.
  init(
    _ name: String, _ summary: String, _ group: Group,
    changing change: @escaping @Sendable (inout ReaderState) -> Void
  ) {
    self.init(name, summary, group) { state in
      change(&state)
      return []
    }
  }
}
