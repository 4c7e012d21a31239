/// A link from a passage of a comment to what it repeats or disputes in the article, or quotes of another comment.
public struct ArticleReference: Hashable, Sendable {
  /// What the passage points at.
  public enum Target: Hashable, Sendable {
    /// A quote, as an index into `Article.quotes`.
    case quote(Int)
    /// A figure, as an index into `Article.figures`.
    case figure(Int)
    /// Other words of `Article.body`.
    case passage(TextRange)
    /// Words of another comment: its index into the thread, and a range in its body.
    case comment(Int, TextRange)
  }

  /// What the passage does with its target.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Repeats the words in quotation marks or as a quoted line.
    case quotes
    /// Repeats the words or the number.
    case repeats
    /// Asks whether it is so.
    case questions
    /// Says that it is not so.
    case disputes
    /// Talks about it.
    case discusses
  }

  /// The comment, as an index into the thread.
  public var comment: Int
  /// The passage, in that comment's body.
  public var range: TextRange
  /// What the passage points at.
  public var target: Target
  /// What the passage does with its target.
  public var kind: Kind
  /// The rule that found the link.
  public var evidence: Evidence

  /// Makes a reference.
  public init(comment: Int, range: TextRange, target: Target, kind: Kind, evidence: Evidence) {
    self.comment = comment
    self.range = range
    self.target = target
    self.kind = kind
    self.evidence = evidence
  }
}
