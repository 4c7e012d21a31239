import ArticleModel

/// A set of comments of one thread, a bit each.
public struct CommentSet: Hashable, Sendable {
  private var bits: [UInt64]

  /// An empty set for a thread of `count` comments.
  public init(count: Int) { bits = Array(repeating: 0, count: (count + 63) / 64) }

  /// The comments whose bits are set, 64 to a word; none is behind the end of the thread.
  init(words: [UInt64]) { bits = words }

  /// All comments of a thread, without what stands between them.
  init(_ thread: CommentThread) {
    self.init(count: thread.count)
    for place in bits.indices { bits[place] = .max }
    if thread.count & 63 != 0 { bits[bits.count - 1] = 1 << UInt64(thread.count & 63) - 1 }
    if thread.commentCount < thread.count {
      for index in 0..<thread.count where !thread.comments[index].isComment { self[index] = false }
    }
  }

  /// The comments of a thread, and what stands between them, that something holds for.
  ///
  /// - Complexity: O(comments).
  init(_ thread: CommentThread, where holds: (borrowing Comment) -> Bool) {
    var writer = Writer(count: thread.count)
    thread.comments.visit { _, comment in
      writer.append(holds(comment))
      return true
    }
    bits = writer.finished
  }

  /// The comments of a thread by some of its authors.
  ///
  /// - Parameters:
  ///   - thread: The thread.
  ///   - isWanted: For each name of the thread, whether its comments are wanted.
  ///   - anonymous: Whether those are for which the source names no author.
  /// - Complexity: O(comments), a tenth of what it costs to look at them.
  init(_ thread: CommentThread, by isWanted: [Bool], anonymous: Bool = false) {
    var writer = Writer(count: thread.count)
    isWanted.withUnsafeBufferPointer { isWanted in
      thread.comments.visitAuthors { _, author in
        let number = Int(author)
        writer.append(number < 0 ? anonymous : number < isWanted.count && isWanted[number])
      }
    }
    bits = writer.finished
  }

  /// Writes the bits of one comment after the other, a word at a time.
  private struct Writer {
    private var bits: [UInt64] = []
    private var word: UInt64 = 0
    private var count: UInt64 = 0

    init(count: Int) { bits.reserveCapacity((count + 63) / 64) }

    @inline(__always) mutating func append(_ bit: Bool) {
      word = word >> 1 | (bit ? 1 << 63 : 0)
      count += 1
      if count & 63 == 0 { bits.append(word) }
    }

    /// All words; the bits of one that is not full are still at its upper end.
    var finished: [UInt64] { count & 63 == 0 ? bits : bits + [word >> (64 - count & 63)] }
  }

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

  /// The comments in it, ascending.
  ///
  /// - Complexity: O(comments of the thread / 64 + length of the result).
  var indices: [Int] { list() }

  /// The comments in it, ascending, as numbers of some size.
  ///
  /// - Complexity: O(comments of the thread / 64 + length of the result).
  func list<Number: FixedWidthInteger>() -> [Number] {
    Array(unsafeUninitializedCapacity: count) { result, count in
      for (place, word) in bits.enumerated() {
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
  /// - Parameter parents: The parent of each comment, before it; -1 at top level.
  /// - Complexity: O(comments of the thread), and a 64th of it where nothing is found.
  mutating func insertAncestors(by parents: [Int32]) {
    bits.withUnsafeMutableBufferPointer { bits in
      // From the end on, a bit is looked at when all that can set it are behind. All bits of a word are looked at, set
      // or not: to find the next one that is set would have to wait for the last one to be written.
      for place in bits.indices.reversed() where bits[place] != 0 {
        for index in (place << 6..<min(parents.count, place << 6 + 64)).reversed() {
          let parent = Int(parents[index])
          if parent >= 0 {
            bits[parent >> 6] |= (bits[place] >> UInt64(index & 63) & 1) << UInt64(parent & 63)
          }
        }
      }
    }
  }

  /// Leaves those that another set of the same thread holds, or does not hold.
  mutating func keep(_ other: CommentSet, negated: Bool = false) {
    for place in bits.indices {
      let word = place < other.bits.count ? other.bits[place] : 0
      bits[place] &= negated ? ~word : word
    }
  }

  /// Adds those that another set of the same thread holds.
  mutating func insert(_ other: CommentSet) {
    for place in bits.indices where place < other.bits.count { bits[place] |= other.bits[place] }
  }

  /// The number of comments in it.
  public var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }
}
