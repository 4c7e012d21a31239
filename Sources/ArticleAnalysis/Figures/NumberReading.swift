import ArticleModel

/// A number as a text writes it, without unit and hedge.
struct NumberReading {
  /// How the number is written.
  enum Form {
    case digits, words, vague, fraction, ordinal, multiple
  }

  /// The token indexes of the number, magnitude words included.
  var tokens: Range<Int>
  var form: Form
  var value: ExactDecimal
  /// The upper end of a vague number (dozens, thousands).
  var high: ExactDecimal?
  /// The power of ten of a magnitude word or letter, 0 without one.
  var magnitude = 0
  /// Whether digits are grouped or have a point: no year or name is written so.
  var isFormatted = false
  /// How many digits stand before the point; 0 for words.
  var digits = 0

  /// The same number with another value that ends later, written as no year or name is.
  func with(_ value: ExactDecimal, end: Int) -> NumberReading {
    var reading = self
    reading.value = value
    reading.tokens = tokens.lowerBound..<end
    reading.isFormatted = true
    return reading
  }
}
