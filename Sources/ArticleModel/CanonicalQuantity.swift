/// A figure in base units, so that two figures can be compared whatever units and words they are told in.
///
/// "Half" is 50 of a hundred, "88k" 88,000, "10 miles" 16,093.44 metres, "25 basis points" a quarter of a percentage
/// point. Currencies are not converted into each other.
public struct CanonicalQuantity: Hashable, Sendable {
  /// What is measured or counted.
  public enum Dimension: Hashable, Sendable {
    /// A bare number, which can be of anything.
    case number
    /// A measure, by the name of its base unit: `m`, `s`, `%`, `USD`, `USD per l`.
    case unit(String)
    /// Counted things, by the singular of their head noun in small letters: `militant`.
    case things(String)
    /// A place in an order.
    case order
    /// The result of a game or vote.
    case score
  }

  /// What is measured or counted.
  public var dimension: Dimension
  /// The number, or the smaller end of a range, in the dimension's base unit.
  public var low: ExactDecimal
  /// The number, or the larger end of a range.
  public var high: ExactDecimal
  /// Half a unit of the last place that was written: what the number may have been rounded by.
  public var rounding: ExactDecimal
  /// Whether the text hedges the number with "about" and the like.
  public var isApproximate: Bool

  /// The share of the larger number that two figures may differ by, however coarsely they are written.
  private static let tolerance = ExactDecimal(significand: 3, exponent: -2)
  private static let approximateTolerance = ExactDecimal(significand: 1, exponent: -1)

  /// Makes a quantity of a number and a canonical unit name or counted noun.
  public init(of number: ExactDecimal, unit: String) {
    self.init(
      dimension: .number, low: number, high: number, rounding: ExactDecimal(0), isApproximate: false)
    if let scale = UnitScale.named(unit) {
      self.scale(by: scale)
    } else {
      dimension = unit.isCurrencyCode ? .unit(unit) : .things(EnglishNoun.head(of: unit))
    }
  }

  private init(
    dimension: Dimension, low: ExactDecimal, high: ExactDecimal, rounding: ExactDecimal, isApproximate: Bool
  ) {
    self.dimension = dimension
    self.low = low
    self.high = high
    self.rounding = rounding
    self.isApproximate = isApproximate
  }

  /// Whether two quantities can be one and the same, told with different precision.
  ///
  /// The rule: they have one dimension (a bare number has any), and differ by no more than half a unit of the last
  /// place of the coarser one, and by no more than 3 % of the larger, 10 % when one is hedged with "about". So 88,000 is
  /// 87,500, but 100,000 is not. A number agrees with a range that it lies in; two ranges agree when both ends do.
  public func agrees(with other: CanonicalQuantity) -> Bool {
    guard isComparable(with: other) else { return false }
    let isApproximate = isApproximate || other.isApproximate
    if low == high, other.low == other.high { return isNear(low, other.low, other, isApproximate) }
    if low == high { return other.contains(low, self, isApproximate) }
    if other.low == other.high { return contains(other.low, other, isApproximate) }
    return isNear(low, other.low, other, isApproximate) && isNear(high, other.high, other, isApproximate)
  }

  /// Whether the numbers are of one dimension, or one of them is bare.
  public func isComparable(with other: CanonicalQuantity) -> Bool {
    switch (dimension, other.dimension) {
    case (.number, .unit), (.number, .things), (.unit, .number), (.things, .number): true
    default: dimension == other.dimension
    }
  }

  private func contains(_ number: ExactDecimal, _ other: CanonicalQuantity, _ isApproximate: Bool) -> Bool {
    low <= number && number <= high || isNear(low, number, other, isApproximate)
      || isNear(high, number, other, isApproximate)
  }

  private func isNear(
    _ number: ExactDecimal, _ otherNumber: ExactDecimal, _ other: CanonicalQuantity, _ isApproximate: Bool
  ) -> Bool {
    let distance = (number - otherNumber).magnitude
    if distance.significand == 0 { return true }
    let coarser = max(rounding, other.rounding)
    let share = isApproximate ? Self.approximateTolerance : Self.tolerance
    let limit = max(number.magnitude, otherNumber.magnitude) * share
    return distance <= (isApproximate ? limit : min(coarser, limit))
  }
}

extension CanonicalQuantity {
  /// The quantity that a figure states.
  public init(_ figure: Figure) {
    let (low, high) =
      switch figure.value {
      case .number(let number): (number, number)
      case .range(let low, let high): (low, high)
      }
    // What was written to the last digit may be off by half of it.
    let rounding = ExactDecimal(significand: 5, exponent: Int(min(low.exponent, high.exponent)) - 1)
    self.init(
      dimension: .number, low: low, high: high, rounding: rounding, isApproximate: figure.qualifier == .about)
    switch figure.kind {
    case .ordinal: dimension = .order
    case .score: dimension = .score
    case .ratio: scale(by: UnitScale(base: "%", factor: ExactDecimal(100)))
    default:
      guard let unit = figure.unit else { break }
      if let scale = UnitScale.named(unit) {
        self.scale(by: scale)
      } else {
        dimension = figure.kind == .count ? .things(EnglishNoun.head(of: unit)) : .unit(unit)
      }
    }
  }
  /// Tells the quantity in the base unit of a scale.
  private mutating func scale(by scale: UnitScale) {
    dimension = .unit(scale.base)
    low = low * scale.factor + scale.offset
    high = high * scale.factor + scale.offset
    rounding = rounding * scale.factor
    if high < low { (low, high) = (high, low) }
  }
}

extension Figure {
  /// The figure in base units, for comparisons.
  public var canonical: CanonicalQuantity { CanonicalQuantity(self) }

  /// Whether two figures can state one and the same quantity, told in different words or with different precision.
  ///
  /// See `CanonicalQuantity.agrees(with:)` for the rule.
  public func agrees(with other: Figure) -> Bool { canonical.agrees(with: other.canonical) }
}

extension String {
  /// Whether the name is three capital letters, as codes of currencies are.
  fileprivate var isCurrencyCode: Bool { utf8.count == 3 && utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } }
}
