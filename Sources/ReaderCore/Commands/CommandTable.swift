/// All commands.
public enum CommandTable {
  /// The commands in the order of the key list.
  public static let all: [Command] =
    MovingCommands.all + PlaceCommands.all + PaneCommands.all + ArticleCommands.all + ThreadCommands.all
    + NewsCommands.all + KeepingCommands.all + ReferenceCommands.all
    + ArrangementCommands.all
    + AuthorCommands.all + SearchCommands.all
    + CopyCommands.all + OutsideCommands.all + ViewCommands.all + ProgramCommands.all

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The command of a name, or `nil`.
  public static func command(named name: String) -> Command? { byName[name] }
}
