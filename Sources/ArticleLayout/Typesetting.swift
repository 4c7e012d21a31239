/// How paragraphs are set.
public struct Typesetting: Sendable {
  /// Whether lines are stretched to the full width.
  public var justifies = false
  /// Finds the bytes of a word before which it may be divided; `nil` divides no words.
  public var hyphenate: (@Sendable (UnsafeBufferPointer<UInt8>) -> [Int])?

  /// Ragged lines of whole words.
  public init() {}
}
