import ArticleModel

/// How many passages of the article each comment refers to.
public struct ReferenceCounts: Sendable {
  /// The comments that refer to any, with how many; ascending.
  var all: [(comment: Int, count: Int)] = []

  /// Nothing refers to anything.
  init() {}

  /// Counts the references of each comment.
  ///
  /// - Complexity: O(n log n).
  init(_ references: [ArticleReference]) {
    for reference in references {
      if let last = all.last, last.comment == reference.comment {
        all[all.count - 1].count += 1
      } else {
        all.append((reference.comment, 1))
      }
    }
    all.sort { $0.comment < $1.comment }
  }
}
