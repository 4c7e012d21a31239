/// The third column.
public struct IndexPane: Hashable, Sendable {
  /// What it shows.
  public var kind = IndexKind.quotes
  /// Its list.
  public var list = ListState()
  /// The rows of entries on screen.
  public var rows = 1

  /// The quotes.
  public init() {}
}
