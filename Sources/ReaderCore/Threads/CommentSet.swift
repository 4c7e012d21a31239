/// A set of comments of one thread, a bit each.
public struct CommentSet: Hashable, Sendable {
  private var bits: [UInt64]

  /// An empty set for a thread of `count` comments.
  public init(count: Int) { bits = Array(repeating: 0, count: (count + 63) / 64) }

  /// Whether the set holds a comment; one outside of the thread it does not hold.
  public subscript(index: Int) -> Bool {
    get {
      let place = index >> 6
      return index >= 0 && place < bits.count && bits[place] >> UInt64(index & 63) & 1 == 1
    }
    set {
      let place = index >> 6
      guard index >= 0, place < bits.count else { return }
      let bit: UInt64 = 1 << UInt64(index & 63)
      if newValue { bits[place] |= bit } else { bits[place] &= ~bit }
    }
  }

  /// The number of comments in it.
  public var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }
}
