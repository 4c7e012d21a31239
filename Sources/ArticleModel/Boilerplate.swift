/// A stretch of a page that is neither article nor comment: a form, a menu, a notice.
public struct Boilerplate: Hashable, Sendable {
  /// The words.
  public var text: String
  /// The index of the article's block that it came after, or `nil` when it stood before the first.
  public var afterBlock: Int?
  /// Why it was set aside.
  public var evidence: Evidence

  /// Makes a stretch of boilerplate.
  public init(text: String, afterBlock: Int?, evidence: Evidence) {
    self.text = text
    self.afterBlock = afterBlock
    self.evidence = evidence
  }
}
