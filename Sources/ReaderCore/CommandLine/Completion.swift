/// What Tab goes through in a command line.
public struct Completion: Hashable, Sendable {
  /// The words that stay.
  var kept: String
  /// What may follow them.
  public var candidates: [String]
  /// The one that the line shows now.
  public var selected: Int

  /// Goes to the next candidate, or the one before.
  mutating func step(_ distance: Int) {
    guard !candidates.isEmpty else { return }
    selected = (selected + distance + candidates.count) % candidates.count
  }
}
