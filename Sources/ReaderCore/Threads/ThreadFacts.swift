import ArticleModel

/// What is known about a thread besides what it carries itself.
public struct ThreadFacts: Sendable {
  /// How much comments refer to the article.
  var references = ReferenceCounts()
  /// The comments that are new since the last visit.
  public var new: CommentSet?
  /// The orders of a large thread, once they were looked into.
  var orders = ThreadOrders()

  /// Nothing is known.
  public init() {}

  /// What an article says about its thread.
  ///
  /// - Complexity: O(number of references).
  init(_ article: Article) { references = ReferenceCounts(article.references) }
}
