/// A half-open range of UTF-8 byte offsets into one named text.
///
/// Both bounds lie on Unicode scalar boundaries. The range does not know which text it belongs to: the declaration
/// that stores it says so ("in `Article.body`", "in the comment's body"). Offsets are 32-bit because a text is
/// limited to 2 GiB and millions of ranges are kept.
public struct TextRange: Hashable, Sendable {
  /// The first byte of the range.
  public var lower: Int32
  /// The byte after the last byte of the range.
  public var upper: Int32

  /// Makes a range from byte offsets.
  ///
  /// - Parameters:
  ///   - lower: The first byte; not negative.
  ///   - upper: The byte after the last; not below `lower`.
  @inlinable
  public init(_ lower: Int, _ upper: Int) {
    precondition(0 <= lower && lower <= upper, "a text range needs 0 <= lower <= upper")
    self.lower = Int32(lower)
    self.upper = Int32(upper)
  }

  /// The number of UTF-8 bytes covered.
  @inlinable public var count: Int { Int(upper) - Int(lower) }

  /// Whether the range covers nothing.
  @inlinable public var isEmpty: Bool { lower == upper }

  /// The offsets as a range of `Int`, for subscripting byte arrays.
  @inlinable public var indices: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether `offset` (in bytes) lies inside the range.
  @inlinable
  public func contains(_ offset: Int) -> Bool { Int(lower) <= offset && offset < Int(upper) }

  /// Whether `other` lies wholly inside the range.
  @inlinable
  public func contains(_ other: TextRange) -> Bool { lower <= other.lower && other.upper <= upper }

  /// Whether the two ranges share at least one byte.
  @inlinable
  public func overlaps(_ other: TextRange) -> Bool { lower < other.upper && other.lower < upper }

  /// The bytes that both ranges cover, or `nil` when there are none.
  @inlinable
  public func intersection(_ other: TextRange) -> TextRange? {
    let low = max(lower, other.lower)
    let high = min(upper, other.upper)
    return low < high ? TextRange(Int(low), Int(high)) : nil
  }

  /// The same range moved by `distance` bytes, for a text that became part of a longer one.
  @inlinable
  public func shifted(by distance: Int) -> TextRange {
    TextRange(Int(lower) + distance, Int(upper) + distance)
  }
}
