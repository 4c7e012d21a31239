import ArticleModel

/// What the comments of a thread refer to.
public struct CommentReferences: Sendable {
  /// The references, by comment and then by place.
  public var references: [ArticleReference] = []
  /// What comments quote that neither the article nor another comment has.
  public var unmatched: [UnmatchedQuotation] = []

  /// No references.
  public init() {}
}
