import TerminalUI

/// Which keys run which commands.
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
    /// The keys, one after the other.
    public let keys: [Key]
    /// The command's name.
    public let command: String

    /// The keys as they are written in a keymap: `g g`, `ctrl-d`.
    public var keyText: String { keys.map(\.description).joined(separator: " ") }
  }

  /// The bindings in the order in which they were made.
  public private(set) var bindings: [Binding] = []
  private var commands: [[Key]: String] = [:]
  private var prefixes: Set<[Key]> = []

  /// Makes an empty keymap.
  public init() {}

  /// Binds a sequence of keys, written with spaces between them, to a command.
  ///
  /// - Parameters:
  ///   - keys: The keys, such as `g g` or `ctrl-d`.
  ///   - command: The command's name.
  /// - Returns: Whether all keys have known names.
  @discardableResult
  public mutating func bind(_ keys: String, to command: String) -> Bool {
    var sequence: [Key] = []
    for name in keys.split(separator: " ") {
      guard let key = Key(String(name)) else { return false }
      sequence.append(key)
    }
    guard !sequence.isEmpty else { return false }
    bindings.removeAll { $0.keys == sequence }
    bindings.append(Binding(keys: sequence, command: command))
    commands[sequence] = command
    for length in 1..<sequence.count { prefixes.insert(Array(sequence[..<length])) }
    return true
  }

  /// What a sequence means.
  ///
  /// - Complexity: O(length of the sequence).
  public func match(_ keys: [Key]) -> Match {
    if let command = commands[keys] { return .command(command) }
    return prefixes.contains(keys) ? .pending : .none
  }

  /// The keys of a command, as they are written in a keymap.
  public func keys(for command: String) -> [String] {
    bindings.filter { $0.command == command }.map(\.keyText)
  }
}
