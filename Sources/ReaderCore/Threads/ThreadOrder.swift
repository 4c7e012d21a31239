import ArticleModel

/// The order in which comments stand under what they answer.
public enum ThreadOrder: Hashable, Sendable, CaseIterable {
  /// As the source has it.
  case source
  /// By time, the first ones first.
  case oldest
  /// By time, the last ones first.
  case newest
  /// Those with the longest discussions below first.
  case replies
  /// By score, the highest first.
  case score
  /// Those that refer to most passages of the article first, replies included.
  case references

  /// The name on screen.
  public var title: String {
    switch self {
    case .source: "source order"
    case .oldest: "oldest first"
    case .newest: "newest first"
    case .replies: "most replies first"
    case .score: "highest score first"
    case .references: "most references first"
    }
  }

  /// The name in commands and settings.
  public var name: String {
    switch self {
    case .source: "source"
    case .oldest: "oldest"
    case .newest: "newest"
    case .replies: "replies"
    case .score: "score"
    case .references: "references"
    }
  }

  /// Whether a thread has what this order goes by.
  func isUseful(for thread: CommentThread, references: ReferenceCounts) -> Bool {
    var isKnown = false
    switch self {
    case .source: isKnown = true
    case .oldest, .newest:
      thread.comments.visit { _, comment in
        isKnown = comment.posted != nil
        return !isKnown
      }
    case .replies: isKnown = thread.shape.subtreeCounts.contains { $0 > 1 }
    case .score:
      thread.comments.visit { _, comment in
        isKnown = comment.score != nil
        return !isKnown
      }
    case .references: isKnown = !references.all.isEmpty
    }
    return isKnown
  }

  /// What a thread's comments are sorted by, the smallest first; comments without it come last.
  ///
  /// Ranks begin at 0 and are no larger than they must be: few digits are soon counted.
  func ranks(of thread: CommentThread, references: ReferenceCounts) -> [UInt64] {
    // What a comment does not have stays at the end.
    var numbers = [Int64](repeating: .max, count: thread.count)
    switch self {
    case .source: break
    case .oldest:
      thread.comments.visit { index, comment in
        if let posted = comment.posted { numbers[index] = posted.seconds }
        return true
      }
    case .newest:
      thread.comments.visit { index, comment in
        if let posted = comment.posted { numbers[index] = 0 &- posted.seconds }
        return true
      }
    case .replies:
      for (index, count) in thread.shape.subtreeCounts.enumerated() { numbers[index] = -Int64(count) }
    case .score:
      thread.comments.visit { index, comment in
        if let score = comment.score { numbers[index] = -Int64(score) }
        return true
      }
    case .references:
      for index in numbers.indices { numbers[index] = 0 }
      for (comment, count) in references.all where numbers.indices.contains(comment) {
        numbers[comment] -= Int64(count)
      }
      for (index, parent) in thread.shape.parents.enumerated().reversed() where parent >= 0 {
        numbers[Int(parent)] += numbers[index]
      }
    }
    return Self.ranks(numbers)
  }

  /// How far each number is above the smallest; one more than the farthest for the largest there is, which is none.
  private static func ranks(_ numbers: [Int64]) -> [UInt64] {
    var (low, high) = (Int64.max, Int64.min)
    for number in numbers where number != .max { (low, high) = (min(low, number), max(high, number)) }
    guard low <= high else { return [UInt64](repeating: 0, count: numbers.count) }
    let last = UInt64(bitPattern: high &- low)
    return numbers.map { $0 == .max ? last &+ (last == .max ? 0 : 1) : UInt64(bitPattern: $0 &- low) }
  }
}
