import TestSupport
import Testing

@testable import ArticleModel

@Suite("Exact decimals") struct ExactDecimalTests {
  @Test(
    "Equal numbers have one form",
    arguments: [
      (2500, 0, 25, 2), (25, 2, 25, 2), (0, 7, 0, 0), (-100, -2, -1, 0), (7, -1, 7, -1), (10, -1, 1, 0),
    ] as [(Int64, Int, Int64, Int32)])
  func canonical(significand: Int64, exponent: Int, kept: Int64, power: Int32) {
    let number = ExactDecimal(significand: significand, exponent: exponent)
    #expect(number.significand == kept && number.exponent == power)
  }

  @Test(
    "A number is written in plain digits",
    arguments: [
      (25, -1, "2.5"), (25, 5, "2500000"), (-5, -1, "-0.5"), (-5, -3, "-0.005"), (0, 0, "0"),
      (1, 29, "1" + zeros(29)),
      (1, 30, "1e30"), (12, -31, "12e-31"), (12345, -3, "12.345"), (Int64.min, 0, "-9223372036854775808"),
    ] as [(Int64, Int, String)])
  func description(significand: Int64, exponent: Int, text: String) {
    #expect(ExactDecimal(significand: significand, exponent: exponent).description == text)
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  @Test("A number's rank never contradicts the order, and tells numbers apart by fourteen digits")
  func rank() {
    var generator = SeededGenerator(seed: 14)
    var numbers = [0, 1, -1, .max, .min].map { ExactDecimal(significand: $0) }
    for power in [0, 3, -7, 15_980, 15_999, 16_001, -16_020, 40_000, -40_000, Int(Int32.max), Int(Int32.min)]
    {
      for _ in 0..<12 {
        let digits =
          Int64.random(in: .min ... .max, using: &generator) >> Int64.random(in: 0...60, using: &generator)
        numbers.append(ExactDecimal(significand: digits, exponent: power))
        numbers.append(ExactDecimal(significand: digits &+ 1, exponent: power))
      }
    }
    for one in numbers {
      for other in numbers where one < other { #expect(one.rank <= other.rank, "\(one) < \(other)") }
    }
    #expect(
      ExactDecimal(significand: 99_999_999_999_998).rank < ExactDecimal(significand: 99_999_999_999_999).rank)
    #expect(ExactDecimal(significand: -2).rank < ExactDecimal(0).rank)
  }

  @Test(
    "Numbers are ordered exactly",
    arguments: [
      (9, 0, 1, 1), (-1, 1, -9, 0), (0, 0, 1, -20), (-1, -20, 0, 0), (-1, 5, 1, -5), (99, -2, 1, 0),
      (9_007_199_254_740_992, 0, 90_071_992_547_409_925, -1), (12, 0, 123, -1), (-123, -1, -12, 0),
      (1, 400, 2, 400), (1, 400, 1, 401), (1, -401, 1, -400), (Int64.min, 0, Int64.max, 0),
      (999_999_999_999_999_999, 0, 1, 18),
    ] as [(Int64, Int, Int64, Int)])
  func order(low: Int64, lowPower: Int, high: Int64, highPower: Int) {
    let lower = ExactDecimal(significand: low, exponent: lowPower)
    let upper = ExactDecimal(significand: high, exponent: highPower)
    #expect(lower < upper && !(upper < lower) && lower != upper)
  }

  @Test("The order agrees with whole numbers")
  func wholeNumbers() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let left = Int.random(in: -2000...2000, using: &generator)
      let right = Int.random(in: -2000...2000, using: &generator)
      #expect((ExactDecimal(left) < ExactDecimal(right)) == (left < right))
      #expect((ExactDecimal(left) == ExactDecimal(right)) == (left == right))
    }
  }

  @Test("Scaling moves the point, and stops at the ends of the range")
  func scaled() {
    #expect(ExactDecimal(25).scaled(byPowerOfTen: -1).description == "2.5")
    #expect(ExactDecimal(significand: 25, exponent: -1).scaled(byPowerOfTen: 6) == ExactDecimal(2_500_000))
    #expect(ExactDecimal(5).scaled(byPowerOfTen: Int.max).exponent == Int32.max)
    #expect(ExactDecimal(significand: 5, exponent: -9).scaled(byPowerOfTen: Int.min).exponent == Int32.min)
    #expect(ExactDecimal(significand: 50, exponent: Int.max).exponent == Int32.max)
    #expect(ExactDecimal(0).scaled(byPowerOfTen: 5) == ExactDecimal(0))
  }

  @Test("The binary number is the nearest")
  func double() {
    #expect(ExactDecimal(significand: 1, exponent: -1).double == 0.1)
    #expect(ExactDecimal(significand: 1, exponent: 400).double == .infinity)
    #expect(ExactDecimal(significand: -1, exponent: 400).double == -.infinity)
    #expect(ExactDecimal(significand: 1, exponent: -400).double == 0)
  }
}
