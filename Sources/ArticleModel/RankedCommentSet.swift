/// A set of comments that tells at once how many of it stand in a stretch of the thread.
///
/// The comments before each word of the set are counted once, those inside of a word when they are asked for (Jacobson,
/// "Space-efficient Static Trees and Graphs", 1989).
public struct RankedCommentSet: Sendable {
  /// The comments.
  public let set: CommentSet
  /// How many of them there are.
  public let count: Int
  /// How many stand before each word of the set.
  private let before: [Int32]

  /// Counts the comments of a set.
  ///
  /// - Complexity: O(comments of the thread / 64).
  public init(_ set: CommentSet) {
    self.set = set
    var count = 0
    before = set.words.map { word in
      defer { count += word.nonzeroBitCount }
      return Int32(count)
    }
    self.count = count
  }

  /// How many stand before a comment; for one behind the end of the thread all of them.
  public func count(below comment: Int) -> Int {
    guard comment >= 0 else { return 0 }
    let place = comment >> 6
    guard place < before.count else { return count }
    return Int(before[place]) + (set.words[place] & (1 << UInt64(comment & 63) - 1)).nonzeroBitCount
  }

  /// How many stand in a stretch of the thread.
  public func count(in stretch: Range<Int>) -> Int {
    count(below: stretch.upperBound) - count(below: stretch.lowerBound)
  }
}
