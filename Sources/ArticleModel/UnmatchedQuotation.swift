/// Words that a comment shows as quoted and that stand neither in the article nor in another comment.
public struct UnmatchedQuotation: Hashable, Sendable {
  /// The comment, as an index into the thread.
  public var comment: Int
  /// The words, in that comment's body, without quotation marks.
  public var range: TextRange
  /// Whether they are a quoted line or block; else they stand in quotation marks.
  public var isLine: Bool

  /// Makes an unmatched quotation.
  public init(comment: Int, range: TextRange, isLine: Bool) {
    self.comment = comment
    self.range = range
    self.isLine = isLine
  }
}
