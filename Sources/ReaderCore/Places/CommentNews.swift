/// Which comments came since the last visit, by their numbers in the source, with their number in every subtree.
public struct CommentNews: Sendable {
  /// The new comments.
  public let set: CommentSet
  /// The number of new comments before each one; one entry more than there are comments.
  private let before: [Int32]

  /// Makes it from the indices of the new comments.
  ///
  /// - Complexity: O(number of comments).
  init(_ indices: [Int], count: Int) {
    var set = CommentSet(count: count)
    for index in indices { set[index] = true }
    var before: [Int32] = [0]
    before.reserveCapacity(count + 1)
    var total: Int32 = 0
    for index in 0..<count {
      if set[index] { total += 1 }
      before.append(total)
    }
    self.set = set
    self.before = before
  }

  /// The number of new comments.
  public var count: Int { Int(before.last ?? 0) }

  /// The number of new comments in a range.
  public func count(in range: Range<Int>) -> Int {
    guard range.lowerBound >= 0, range.upperBound < before.count else { return 0 }
    return Int(before[range.upperBound] - before[range.lowerBound])
  }
}
