/// A place in a flow: a row of an item.
public struct FlowPosition: Hashable, Comparable, Sendable {
  /// The item: a block or a comment.
  public var item: Int
  /// The row inside the item, from 0.
  public var row: Int

  /// Makes a position.
  public init(item: Int, row: Int = 0) {
    self.item = item
    self.row = row
  }

  /// Whether `lhs` stands above `rhs`.
  public static func < (lhs: FlowPosition, rhs: FlowPosition) -> Bool {
    (lhs.item, lhs.row) < (rhs.item, rhs.row)
  }
}

/// Items one below another whose heights are found out when they are asked for.
///
/// Nobody ever needs the number of all rows: panes hold on to a position and walk from it, so a flow of 100,000
/// comments costs what is on screen. Items may be hidden (height irrelevant) or empty (height 0).
public protocol Flow {
  /// The first visible item, or `nil` when there is none.
  var firstItem: Int? { get }
  /// The last visible item, or `nil` when there is none.
  var lastItem: Int? { get }
  /// The visible item after `item`, or `nil`.
  func item(after item: Int) -> Int?
  /// The visible item before `item`, or `nil`.
  func item(before item: Int) -> Int?
  /// The rows of a visible item at the current width.
  func height(of item: Int) -> Int
  /// The position of a top that shows no blank rows below the end while there are rows above.
  ///
  /// - Complexity: O(items in `rows` rows); a flow that is asked often may keep its last answer.
  func clampedTop(_ top: FlowPosition, rows: Int) -> FlowPosition
}

extension Flow {
  /// The first row of all.
  public var start: FlowPosition {
    var item = firstItem
    while let current = item, height(of: current) == 0 { item = self.item(after: current) }
    return FlowPosition(item: item ?? firstItem ?? 0)
  }

  /// The last row of all.
  public var end: FlowPosition {
    var item = lastItem
    while let current = item, height(of: current) == 0 { item = self.item(before: current) }
    return item.map { FlowPosition(item: $0, row: height(of: $0) - 1) } ?? start
  }

  /// The row `distance` rows below (or, when negative, above) `position`, or the last (first) one.
  ///
  /// - Complexity: O(items passed).
  public func position(_ position: FlowPosition, movedBy distance: Int) -> FlowPosition {
    var current = position
    var left = distance
    if left >= 0 {
      while true {
        let below = height(of: current.item) - 1 - current.row
        if left <= below {
          current.row += left
          return current
        }
        guard let next = item(after: current.item) else { return end }
        left -= below + 1
        current = FlowPosition(item: next)
      }
    }
    left = -left
    while left > current.row {
      var above = item(before: current.item)
      while let item = above, height(of: item) == 0 { above = self.item(before: item) }
      guard let previous = above else { return start }
      left -= current.row + 1
      current = FlowPosition(item: previous, row: height(of: previous) - 1)
    }
    current.row -= left
    return current
  }

  /// The rows from one position down to another, or `limit` when they are more or `lower` stands above.
  ///
  /// - Complexity: O(`limit` + items passed).
  public func distance(from upper: FlowPosition, to lower: FlowPosition, limit: Int) -> Int {
    guard upper <= lower else { return limit }
    var rows = -upper.row
    var item = upper.item
    while item != lower.item {
      rows += height(of: item)
      guard rows < limit, let next = self.item(after: item), next <= lower.item else { return limit }
      item = next
    }
    return min(limit, rows + lower.row)
  }

  /// The row below `position`, or `nil` at the end.
  ///
  /// - Complexity: O(1 + empty items passed); the end is not asked for, because that would lay it out.
  public func row(below position: FlowPosition) -> FlowPosition? {
    if position.row + 1 < height(of: position.item) {
      return FlowPosition(item: position.item, row: position.row + 1)
    }
    var item = item(after: position.item)
    while let current = item, height(of: current) == 0 { item = self.item(after: current) }
    return item.map { FlowPosition(item: $0) }
  }

  /// Whether `count` rows stand from `position` on.
  ///
  /// - Complexity: O(items in these rows).
  public func hasRows(_ count: Int, from position: FlowPosition) -> Bool {
    var left = count + position.row
    var item = position.item
    while true {
      left -= height(of: item)
      if left <= 0 { return true }
      guard let next = self.item(after: item) else { return false }
      item = next
    }
  }

  /// The top position at which the last row stands at the bottom of a view of `rows` rows.
  public func lastTop(rows: Int) -> FlowPosition { position(end, movedBy: -max(0, rows - 1)) }

  /// Finds the position of a top that shows no blank rows below the end while there are rows above.
  public func clampedTop(_ top: FlowPosition, rows: Int) -> FlowPosition { findClampedTop(top, rows: rows) }

  func findClampedTop(_ top: FlowPosition, rows: Int) -> FlowPosition {
    var clamped = max(start, top)
    // Another version of the content may have left the item fewer rows.
    clamped.row = min(clamped.row, max(0, height(of: clamped.item) - 1))
    return hasRows(rows, from: clamped) ? clamped : max(start, min(clamped, lastTop(rows: rows)))
  }
}
