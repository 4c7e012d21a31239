/// Arithmetic on decimals that never traps: what needs more than 18 significant digits is rounded to 18.
extension ExactDecimal {
  /// One more than the largest significand that results have.
  private static let significandLimit: UInt128 = 1_000_000_000_000_000_000

  /// Rounds half up to 18 digits.
  private init(magnitude: UInt128, isNegative: Bool, exponent: Int) {
    var magnitude = magnitude
    var exponent = exponent
    while magnitude >= Self.significandLimit {
      let last = magnitude % 10
      magnitude /= 10
      if last >= 5, magnitude + 1 < Self.significandLimit { magnitude += 1 }
      exponent += 1
    }
    let digits = Int64(magnitude)
    self.init(significand: isNegative ? -digits : digits, exponent: exponent)
  }

  /// The number with the other sign.
  public static prefix func - (number: ExactDecimal) -> ExactDecimal {
    ExactDecimal(significand: 0 &- number.significand, exponent: Int(number.exponent))
  }

  /// The number without its sign.
  public var magnitude: ExactDecimal { significand < 0 ? -self : self }

  /// The sum; an addend more than 18 places below the other is lost.
  public static func + (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal {
    if lhs.significand == 0 { return rhs }
    if rhs.significand == 0 { return lhs }
    let (high, low) = lhs.exponent >= rhs.exponent ? (lhs, rhs) : (rhs, lhs)
    let distance = Int(high.exponent) - Int(low.exponent)
    guard distance <= 18 else { return high.magnitude < low.magnitude ? low : high }
    var shifted = Int128(high.significand)
    for _ in 0..<distance { shifted *= 10 }
    let sum = shifted + Int128(low.significand)
    return ExactDecimal(magnitude: sum.magnitude, isNegative: sum < 0, exponent: Int(low.exponent))
  }

  /// The difference, with the limits of the sum.
  public static func - (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal { lhs + -rhs }

  /// The product.
  public static func * (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal {
    ExactDecimal(
      magnitude: UInt128(lhs.significand.magnitude) * UInt128(rhs.significand.magnitude),
      isNegative: (lhs.significand < 0) != (rhs.significand < 0),
      exponent: Int(lhs.exponent) + Int(rhs.exponent))
  }

  /// The quotient to twelve significant digits or more, or `nil` when `divisor` is zero.
  public func divided(by divisor: ExactDecimal) -> ExactDecimal? {
    guard divisor.significand != 0 else { return nil }
    var above = UInt128(significand.magnitude)
    let below = UInt128(divisor.significand.magnitude)
    var power = Int(exponent) - Int(divisor.exponent)
    guard above > 0 else { return ExactDecimal(0) }
    // At least twelve digits are kept; the product stays far below 128 bits.
    while above < below * 100_000_000_000 {
      above *= 10
      power -= 1
    }
    let (quotient, rest) = above.quotientAndRemainder(dividingBy: below)
    return ExactDecimal(
      magnitude: rest * 2 >= below ? quotient + 1 : quotient,
      isNegative: (significand < 0) != (divisor.significand < 0), exponent: power)
  }

  /// The number multiplied with itself, or `nil` when the exponent is negative and the number zero.
  ///
  /// - Complexity: O(log of the exponent).
  public func raised(to power: Int) -> ExactDecimal? {
    var result = ExactDecimal(1)
    var base = self
    var rest = power.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      base = base * base
      rest >>= 1
    }
    return power < 0 ? ExactDecimal(1).divided(by: result) : result
  }
}
