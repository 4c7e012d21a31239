import ArticleModel

/// Which comments of a thread have their replies hidden.
public struct Folding: Sendable {
  private var bits: [UInt64]

  /// Nothing is folded.
  public init(count: Int) { bits = Array(repeating: 0, count: (count + 63) / 64) }

  /// Whether the replies of the comment at `index` are hidden.
  public subscript(index: Int) -> Bool {
    get { bits[index >> 6] >> UInt64(index & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(index & 63)
      if newValue { bits[index >> 6] |= bit } else { bits[index >> 6] &= ~bit }
    }
  }

  /// The comments whose replies are hidden, ascending.
  ///
  /// - Complexity: O(number of comments / 64 + length of the result).
  public var indices: [Int] {
    var result: [Int] = []
    for (place, word) in bits.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        result.append(place << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }

  /// Unfolds everything.
  public mutating func unfoldAll() {
    for index in bits.indices { bits[index] = 0 }
  }

  /// Folds every comment that has replies and is at least `depth` levels deep (0: all of them).
  ///
  /// - Complexity: O(number of comments).
  public mutating func fold(_ thread: CommentThread, from depth: Int) {
    thread.subtreeCounts.withUnsafeBufferPointer { counts in
      thread.depths.withUnsafeBufferPointer { depths in
        for place in bits.indices {
          var word: UInt64 = 0
          for index in place << 6..<min(place << 6 + 64, counts.count)
          where counts[index] > 1 && Int(depths[index]) >= depth {
            word |= 1 << UInt64(index & 63)
          }
          bits[place] = word
        }
      }
    }
  }

  /// How many levels of a thread are shown.
  ///
  /// - Complexity: O(number of comments).
  public func shownLevels(of thread: CommentThread) -> Int {
    let (counts, depths) = (thread.subtreeCounts, thread.depths)
    var deepest = -1
    var index = 0
    while index < counts.count {
      deepest = max(deepest, Int(depths[index]))
      index += self[index] ? Int(counts[index]) : 1
    }
    return deepest + 1
  }

  /// The comment that stands for `index` on screen: itself, or the outermost folded comment above it.
  ///
  /// - Complexity: O(depth).
  public func visible(_ index: Int, in thread: CommentThread) -> Int {
    var result = index
    var current = index
    while let parent = thread.parent(of: current) {
      if self[parent] { result = parent }
      current = parent
    }
    return result
  }

  /// Unfolds everything above `index`.
  ///
  /// - Complexity: O(depth).
  public mutating func reveal(_ index: Int, in thread: CommentThread) {
    var current = index
    while let parent = thread.parent(of: current) {
      self[parent] = false
      current = parent
    }
  }
}
