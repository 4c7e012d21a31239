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
    case .source: "site order"
    case .oldest: "oldest first"
    case .newest: "newest first"
    case .replies: "most replies first"
    case .score: "highest score first"
    case .references: "most referring first"
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
  func isUseful(for thread: CommentThread, facts: ThreadFacts) -> Bool {
    switch self {
    case .source: true
    case .oldest, .newest: thread.comments.contains { $0.posted != nil }
    case .replies: thread.subtreeCounts.contains { $0 > 1 }
    case .score: thread.comments.contains { $0.score != nil }
    case .references: !facts.references.isEmpty
    }
  }

  /// What a thread's comments are sorted by, the smallest first; comments without it come last.
  func keys(of thread: CommentThread, facts: ThreadFacts) -> [Int64] {
    switch self {
    case .source: return []
    case .oldest: return thread.comments.map { $0.posted?.seconds ?? .max }
    case .newest: return thread.comments.map { comment in comment.posted.map { 0 &- $0.seconds } ?? .max }
    case .replies: return thread.subtreeCounts.map { -Int64($0) }
    case .score: return thread.comments.map { comment in comment.score.map { -Int64($0) } ?? .max }
    case .references:
      var sums = [Int64](repeating: 0, count: thread.count)
      for (comment, count) in facts.references where sums.indices.contains(comment) {
        sums[comment] -= Int64(count)
      }
      for index in sums.indices.reversed() where thread.parents[index] >= 0 {
        sums[Int(thread.parents[index])] += sums[index]
      }
      return sums
    }
  }
}

/// What is known about a thread besides what it carries itself.
public struct ThreadFacts: Sendable {
  /// The comments that refer to passages of the article, with how many passages; ascending.
  public var references: [(comment: Int, count: Int)] = []
  /// The comments that are new since the last visit.
  public var new: CommentSet?

  /// Nothing is known.
  public init() {}

  /// What an article says about its thread.
  ///
  /// - Complexity: O(number of references).
  init(_ article: Article) { take(article.references) }

  /// Counts the references of each comment.
  ///
  /// - Complexity: O(n log n).
  mutating func take(_ all: [ArticleReference]) {
    references = []
    for reference in all {
      if let last = references.last, last.comment == reference.comment {
        references[references.count - 1].count += 1
      } else {
        references.append((reference.comment, 1))
      }
    }
    references.sort { $0.comment < $1.comment }
  }
}
