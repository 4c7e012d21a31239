/// One line of wrapped text: a range of UTF-8 bytes without the spaces at its end, and its columns.
public struct TextLine: Hashable, Sendable {
  /// The first byte of the line.
  public var lower: Int32
  /// The byte after the last byte of the line.
  public var upper: Int32
  /// The columns that the line takes.
  public var columns: Int32

  /// Whether the line ends within a word, so that a hyphen, which `columns` does not count, belongs after it.
  public var isHyphenated = false

  /// Makes a line.
  public init(lower: Int32, upper: Int32, columns: Int32, isHyphenated: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.columns = columns
    self.isHyphenated = isHyphenated
  }
}
