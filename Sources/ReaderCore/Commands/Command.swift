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
    case references = "References"
    case search = "Search"
    case outside = "Copying, exporting, opening"
    case view = "View"
    case program = "Program"
  }

  /// What a number that is typed before the keys does.
  enum CountUse: Sendable {
    /// Nothing.
    case none
    /// The command is run so many times, until it says that it cannot.
    case repeats
    /// The command reads `ReaderState.count` itself.
    case own
  }

  /// The name in keymaps: kebab case, unique.
  public let name: String
  /// What it does, in a few words without a full stop.
  public let summary: String
  /// Where it stands in the key list.
  public let group: Group
  /// Does it; returns the work to be done outside the state.
  public let run: @Sendable (inout ReaderState) -> [Effect]
  /// What a count does.
  private(set) var countUse = CountUse.none
  /// The command that goes the other way; such a motion can be repeated.
  private(set) var opposite: String?
  /// Whether the place that it leaves goes into the jump list.
  private(set) var isJump = false

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

  /// The same command, which a count repeats.
  func repeating() -> Command {
    var copy = self
    copy.countUse = .repeats
    return copy
  }

  /// The same command, which makes something of a count of its own.
  func counted() -> Command {
    var copy = self
    copy.countUse = .own
    return copy
  }

  /// The same command as a motion that can be repeated, also the other way.
  func reversed(by opposite: String) -> Command {
    var copy = self
    copy.opposite = opposite
    return copy
  }

  /// The same command as a jump, which can be taken back.
  func jumping() -> Command {
    var copy = self
    copy.isJump = true
    return copy
  }
}

extension Command {
  /// The most times that a count repeats a command.
  private static let mostRepetitions = 1000

  /// Runs the command with the state's count, and keeps what can be repeated and gone back to.
  func perform(on state: inout ReaderState) -> [Effect] {
    if let opposite { state.lastMotion = (name, opposite) }
    let before = isJump ? state.place : nil
    var effects: [Effect] = []
    if countUse == .repeats {
      for _ in 0..<min(state.repetitions, Self.mostRepetitions) {
        effects += run(&state)
        if state.message != nil { break }
      }
    } else {
      effects = run(&state)
    }
    state.count = nil
    if let before, before != state.place { state.jumps.leave(before) }
    return effects
  }
}

extension ReaderState {
  /// How many times a command with a count is done: 1 without one.
  var repetitions: Int { max(1, count ?? 1) }
}
