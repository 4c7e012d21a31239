/// A decimal number without rounding: `significand` times ten to the power `exponent`.
///
/// "2.5 million" is exactly 2500000. The form is canonical (no trailing zero in the significand, zero has exponent
/// 0), so equal numbers compare and hash equal. Numbers of more than 18 significant digits keep their first 18.
public struct ExactDecimal: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The digits as a whole number, with the sign.
  public let significand: Int64
  /// The power of ten that multiplies the significand.
  public let exponent: Int32

  /// Far beyond 32 bits: exponents are cut to this before anything is added, so that no sum overflows.
  private static let exponentLimit = Int(Int32.max) * 4

  /// Makes a number in canonical form.
  public init(significand: Int64, exponent: Int = 0) {
    var digits = significand
    var power = min(max(exponent, -Self.exponentLimit), Self.exponentLimit)
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
    // Both numbers are exact up to here, and one division or multiplication rounds as reading the digits would.
    if significand.magnitude < 1 << 53, abs(Int(exponent)) < Self.powersOfTen.count {
      let power = Self.powersOfTen[abs(Int(exponent))]
      return exponent < 0 ? Double(significand) / power : Double(significand) * power
    }
    return Double("\(significand)e\(exponent)") ?? .infinity
  }

  /// The powers of ten that a binary number has exactly.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20,
    1e21, 1e22,
  ]

  /// The number times ten to the power `power`.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    let power = min(max(power, -Self.exponentLimit), Self.exponentLimit)
    return ExactDecimal(significand: significand, exponent: Int(exponent) + power)
  }

  /// Whether `lhs` is the smaller number.
  public static func < (lhs: ExactDecimal, rhs: ExactDecimal) -> Bool {
    if lhs.exponent == rhs.exponent || lhs.significand.signum() != rhs.significand.signum() {
      return lhs.significand < rhs.significand
    }
    return lhs.significand < 0 ? isMagnitude(of: rhs, below: lhs) : isMagnitude(of: lhs, below: rhs)
  }

  /// Compares without rounding: by the place of the first digit, then by the digits.
  private static func isMagnitude(of lhs: ExactDecimal, below rhs: ExactDecimal) -> Bool {
    let (left, right) = (lhs.firstDigits, rhs.firstDigits)
    return left.place == right.place ? left.digits < right.digits : left.place < right.place
  }

  /// The place of the first digit, and the digits as a whole number of nineteen, which 64 bits hold.
  private var firstDigits: (place: Int, digits: UInt64) {
    var digits = significand.magnitude
    guard digits != 0 else { return (.min, 0) }
    let count = Self.digitCount(digits)
    digits *= Self.wholePowersOfTen[19 - count]
    return (count + Int(exponent), digits)
  }

  /// A number that is smaller for smaller numbers, and equal for some whose first fourteen digits are equal.
  ///
  /// Orders thousands of numbers several times as fast as comparing them, which decides between those of equal rank.
  public var rank: UInt64 {
    let (place, digits) = firstDigits
    let middle: UInt64 = 1 << 63
    guard digits != 0 else { return middle }
    // Beyond any measure the digits do not count: all of those are of one rank.
    let limit = 16_000
    let height =
      UInt64(min(max(place, -limit), limit) + 16_384) << 48 | (abs(place) < limit ? digits >> 16 : 0)
    return significand < 0 ? middle - height : middle + height
  }

  private static let wholePowersOfTen: [UInt64] = (0..<19).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }

  private static func digitCount(_ number: UInt64) -> Int {
    // Each bit is three tenths of a digit: the estimate is right or one too low.
    let bits = UInt64.bitWidth - number.leadingZeroBitCount
    let estimate = (bits * 1233) >> 12
    return number >= wholePowersOfTen[estimate] ? estimate + 1 : max(1, estimate)
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
