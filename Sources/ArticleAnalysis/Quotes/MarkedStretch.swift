import ArticleModel

/// A stretch of a block between quotation marks, not yet known to be speech.
struct MarkedStretch: Hashable, Sendable {
  /// How the stretch ends.
  enum Ending: Sendable {
    /// With a closing mark.
    case closed
    /// With the block; the closing mark is missing.
    case blockEnd
    /// Where the next stretch opens; the closing mark is missing.
    case interrupted
  }

  /// The first byte of the opening mark.
  var open: Int
  /// The words between the marks, without white space at the ends.
  var lower: Int
  var upper: Int
  /// The byte after the closing mark.
  var close: Int
  var ending: Ending
  /// Whether the marks are single ones.
  var isSingle: Bool
}
