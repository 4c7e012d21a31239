/// A decimal number without rounding: `significand` times ten to the power `exponent`.
///
/// "2.5 million" is exactly 2500000. The form is canonical (no trailing zero in the significand, zero has exponent
/// 0), so equal numbers compare and hash equal. Numbers of more than 18 significant digits keep their first 18.
public struct ExactDecimal: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The digits as a whole number, with the sign.
  public let significand: Int64
  /// The power of ten that multiplies the significand.
  public let exponent: Int32

  /// Makes a number in canonical form.
  public init(significand: Int64, exponent: Int = 0) {
    var digits = significand
    var power = exponent
    if digits == 0 {
      power = 0
    } else {
      while digits % 10 == 0 {
        digits /= 10
        power += 1
      }
    }
    self.significand = digits
    self.exponent = Int32(clamping: power)
  }

  /// Makes a whole number.
  public init(_ value: Int) {
    self.init(significand: Int64(value))
  }

  /// The nearest binary number; infinite when the exponent is out of its range.
  public var double: Double {
    Double("\(significand)e\(exponent)") ?? .infinity
  }

  /// The number times ten to the power `power`.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    ExactDecimal(significand: significand, exponent: Int(exponent) + power)
  }

  /// Whether `lhs` is the smaller number.
  public static func < (lhs: ExactDecimal, rhs: ExactDecimal) -> Bool {
    if lhs.exponent == rhs.exponent { return lhs.significand < rhs.significand }
    return lhs.double < rhs.double
  }

  /// The number in plain digits (`-0.5`, `2500000`), or with an exponent when that would take over 30 digits.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    let power = Int(exponent)
    if power >= 0 {
      guard digits.count + power <= 30 else { return "\(sign)\(digits)e\(power)" }
      return sign + digits + String(repeating: "0", count: power)
    }
    let fraction = -power
    guard fraction <= 30 else { return "\(sign)\(digits)e\(power)" }
    if digits.count > fraction {
      return sign + digits.dropLast(fraction) + "." + digits.suffix(fraction)
    }
    return sign + "0." + String(repeating: "0", count: fraction - digits.count) + digits
  }
}
