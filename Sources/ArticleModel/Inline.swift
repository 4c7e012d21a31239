/// A stretch of a block that is set off from the words around it.
public struct Inline: Hashable, Sendable {
  /// What the stretch is.
  public enum Kind: Hashable, Sendable {
    /// Stressed, usually italic.
    case emphasis
    /// Of strong importance, usually bold.
    case strong
    /// Computer text.
    case code
    /// Struck out.
    case strike
    /// A link; the index is one of `RichText.linkTargets`.
    case link(Int)
  }

  /// What the stretch is.
  public var kind: Kind
  /// The words, in the text that owns the inline; never empty, within one block.
  public var range: TextRange

  /// Makes an inline.
  public init(kind: Kind, range: TextRange) {
    self.kind = kind
    self.range = range
  }
}
