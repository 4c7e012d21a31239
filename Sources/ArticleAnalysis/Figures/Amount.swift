import ArticleModel

/// A number with currency, sign and unit, before hedges.
struct Amount {
  var tokens: Range<Int>
  var number: NumberReading
  var unit: UnitReader.Reading?
  var currency: String?
  var isNegative = false
  /// What a word between the number and its unit says of it: plus, odd, a tolerance.
  var qualifier = Figure.Qualifier.exact
  /// What a second, smaller unit adds: 5 feet 2 inches.
  var addend: ExactDecimal?

  var magnitude: Int { number.magnitude + (unit?.magnitude ?? 0) }
  var value: ExactDecimal {
    var scaled = number.value.scaled(byPowerOfTen: unit?.magnitude ?? 0)
    if let addend { scaled = scaled + addend }
    return isNegative ? -scaled : scaled
  }
  /// The name of the unit, currency included.
  var unitName: String? { currency ?? unit?.name }
  var kind: Figure.Kind? { currency == nil ? unit?.kind : .money }
}
