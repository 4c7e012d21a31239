/// A set of comments of one thread, a bit each.
public struct CommentSet: Hashable, Sendable {
  /// A bit for each comment, 64 to a word; none is set behind the end of the thread.
  @usableFromInline var words: [UInt64]

  /// An empty set for a thread of `count` comments.
  public init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// The comments whose bits are set, 64 to a word; none is behind the end of the thread.
  public init(words: [UInt64]) { self.words = words }

  /// All of `count` comments.
  public init(all count: Int) {
    words = Array(repeating: .max, count: (count + 63) / 64)
    if count & 63 != 0 { words[words.count - 1] = 1 << UInt64(count & 63) - 1 }
  }

  /// Writes the bits of one comment after the other, a word at a time.
  @usableFromInline struct Writer {
    @usableFromInline var words: [UInt64] = []
    @usableFromInline var word: UInt64 = 0
    @usableFromInline var count: UInt64 = 0

    @inlinable init(count: Int) { words.reserveCapacity((count + 63) / 64) }

    @inlinable mutating func append(_ bit: Bool) {
      word = word >> 1 | (bit ? 1 << 63 : 0)
      count += 1
      if count & 63 == 0 { words.append(word) }
    }

    /// All words; the bits of one that is not full are still at its upper end.
    @inlinable var finished: [UInt64] { count & 63 == 0 ? words : words + [word >> (64 - count & 63)] }
  }

  /// Whether the set holds a comment; one outside of the thread it does not hold.
  public subscript(index: Int) -> Bool {
    @inlinable get {
      let place = index >> 6
      return index >= 0 && place < words.count && words[place] >> UInt64(index & 63) & 1 == 1
    }
    set {
      let place = index >> 6
      guard index >= 0, place < words.count else { return }
      let bit: UInt64 = 1 << UInt64(index & 63)
      if newValue { words[place] |= bit } else { words[place] &= ~bit }
    }
  }

  /// The comments in it, ascending.
  ///
  /// - Complexity: O(comments of the thread / 64 + length of the result).
  public var indices: [Int] { list() }

  /// The comments in it, ascending, as numbers of some size.
  ///
  /// - Complexity: O(comments of the thread / 64 + length of the result).
  func list<Number: FixedWidthInteger>() -> [Number] {
    Array(unsafeUninitializedCapacity: count) { result, count in
      for (place, word) in words.enumerated() {
        var rest = word
        while rest != 0 {
          result.initializeElement(
            at: count, to: Number(truncatingIfNeeded: place << 6 + rest.trailingZeroBitCount))
          count += 1
          rest &= rest - 1
        }
      }
    }
  }

  /// Takes in everything that what it holds answers, up to the top of the thread.
  ///
  /// A comment is above one of the set when the next of the set after it stands in its subtree. What is read is the set
  /// as it was, so no step waits for one before it.
  ///
  /// - Parameter shape: Where the comments stand.
  /// - Complexity: O(comments of the thread that are not in the set).
  public mutating func insertAncestors(in shape: ThreadShape) {
    shape.subtreeCounts.withUnsafeBufferPointer { counts in
      // The first one held in the words behind; none is in no subtree.
      var later = Int.max
      for place in words.indices.reversed() {
        let (start, held) = (place << 6, words[place])
        guard held != 0 || later < .max else { continue }
        let end = min(64, counts.count - start)
        var rest = ~held & (.max >> UInt64(64 - end))
        while rest != 0 {
          let bit = rest.trailingZeroBitCount
          rest &= rest - 1
          let above = held >> UInt64(bit)
          let following = above != 0 ? start + bit + above.trailingZeroBitCount : later
          words[place] |= (start + bit + Int(counts[start + bit]) > following ? 1 : 0) << UInt64(bit)
        }
        if held != 0 { later = start + held.trailingZeroBitCount }
      }
    }
  }

  /// Leaves those that another set of the same thread holds, or does not hold.
  public mutating func keep(_ other: CommentSet, negated: Bool = false) {
    for place in words.indices {
      let word = place < other.words.count ? other.words[place] : 0
      words[place] &= negated ? ~word : word
    }
  }

  /// Adds those that another set of the same thread holds.
  public mutating func insert(_ other: CommentSet) {
    for place in words.indices where place < other.words.count { words[place] |= other.words[place] }
  }

  /// Takes everything out.
  public mutating func removeAll() {
    for place in words.indices { words[place] = 0 }
  }

  /// The number of comments in it.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
