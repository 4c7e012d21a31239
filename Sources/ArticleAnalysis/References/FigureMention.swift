import ArticleModel

/// A figure of a comment, with its place in the comment's words.
struct FigureMention {
  var figure: Figure
  var quantity: CanonicalQuantity
  /// The number without its unit.
  var bare: CanonicalQuantity
  /// The number as it is written, or the larger end of a range.
  var value: Double
  var words: Range<Int>
  var sentence: Int
  /// The numbers of a range, or of a share told as two numbers.
  var parts: [Double] = []
}

extension ExactDecimal {
  /// How many digits tell the number: two of 87,000, three of 0.875.
  var significantDigits: Int {
    var digits = 0
    var rest = significand.magnitude
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits
  }
}

extension Figure {
  /// The number alone, to be compared with others whatever their units.
  var bare: CanonicalQuantity { scaled(byPowerOfTen: 0).canonical }

  /// The same figure of a gain: minus 28 percent is 28 percent less.
  var withoutSign: Figure {
    guard case .number(let number) = value, number.significand < 0 else { return self }
    var copy = self
    copy.value = .number(number.magnitude)
    return copy
  }

  /// The number as it is written, or both ends of a range.
  var ends: (low: ExactDecimal, high: ExactDecimal) {
    switch value {
    case .number(let number): (number, number)
    case .range(let low, let high): (low, high)
    }
  }

  /// The same digits with that many zeros, of nothing in particular.
  func scaled(byPowerOfTen power: Int) -> Figure {
    var copy = self
    switch value {
    case .number(let number): copy.value = .number(number.scaled(byPowerOfTen: power))
    case .range(let low, let high):
      copy.value = .range(low.scaled(byPowerOfTen: power), high.scaled(byPowerOfTen: power))
    }
    copy.unit = nil
    copy.kind = .count
    return copy
  }
}
