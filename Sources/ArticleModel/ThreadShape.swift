/// Where the comments of a thread stand as the source has them: a tree as a flat list in pre-order.
///
/// Invariants: `parents[i] < i` (or -1), `depths[i] == depths[parents[i]] + 1` (or 0), and the comments
/// `i ..< i + subtreeCounts[i]` are exactly `i` and its descendants.
public struct ThreadShape: Sendable {
  /// The parent of each comment, -1 at top level.
  public internal(set) var parents: [Int32] = []
  /// The depth of each comment, 0 at top level.
  public internal(set) var depths: [Int32] = []
  /// The number of comments in each subtree, the comment itself included.
  public internal(set) var subtreeCounts: [Int32] = []

  /// The shape of a thread without comments.
  public init() {}

  /// Makes room for comments to come.
  mutating func reserveCapacity(_ capacity: Int) {
    parents.reserveCapacity(capacity)
    depths.reserveCapacity(capacity)
    subtreeCounts.reserveCapacity(capacity)
  }
}

extension ThreadShape: Equatable {
  /// Whether the comments of two threads stand alike: the parents say all of it.
  ///
  /// - Complexity: O(1) for the same thread, else O(number of comments).
  public static func == (one: ThreadShape, other: ThreadShape) -> Bool { one.parents == other.parents }
}
