/// A list that can be filtered and scrolled.
public struct ListState: Hashable, Sendable {
  /// The words that entries must contain.
  public var filter = ""
  /// The selected entry among those that are shown.
  public var selected = 0
  /// The first entry on screen.
  public var top = 0
  /// How a table is sorted; `nil` leaves the rows as they stand.
  public var sort: Sort?

  /// An order of rows.
  public struct Sort: Hashable, Sendable {
    /// The column that decides.
    public var column: Int
    /// Whether the largest comes first.
    public var isDescending = false
  }

  /// An unfiltered list with the first entry selected.
  public init() {}

  /// Selects an entry and scrolls so that it shows.
  public mutating func select(_ index: Int, count: Int, rows: Int) {
    selected = max(0, min(index, count - 1))
    if selected < top { top = selected }
    if selected >= top + max(1, rows) { top = selected - max(1, rows) + 1 }
    top = max(0, min(top, max(0, count - rows)))
  }
}
