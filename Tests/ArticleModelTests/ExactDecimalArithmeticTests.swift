import Testing

@testable import ArticleModel

@Suite("Arithmetic on exact decimals") struct ExactDecimalArithmeticTests {
  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  @Test(
    "Sums and products are exact while eighteen digits hold them",
    arguments: [
      ("0.1", "0.2", "0.3", "0.02"), ("2.5", "-2.5", "0", "-6.25"),
      ("1e20", "1", "100000000000000000000", "1e20"),
      ("999999999999999999", "1", "1000000000000000000", "999999999999999999"), ("0", "7", "7", "0"),
      ("12.34", "0.66", "13", "8.1444"), ("-3", "5", "2", "-15"),
    ])
  func sumAndProduct(a: String, b: String, sum: String, product: String) throws {
    #expect(try decimal(a) + decimal(b) == decimal(sum))
    #expect(try decimal(a) * decimal(b) == decimal(product))
    #expect(try decimal(b) * decimal(a) == decimal(product))
  }

  @Test("What needs more digits is rounded, never trapped")
  func rounding() throws {
    let most = try decimal("999999999999999999")
    #expect(most * most == ExactDecimal(significand: 999_999_999_999_999_998, exponent: 18))
    let large = ExactDecimal(significand: .max, exponent: Int(Int32.max))
    #expect((large * large).exponent == Int32.max)
    #expect(large + ExactDecimal(1) == large)
    #expect(-ExactDecimal(significand: .min) == ExactDecimal(significand: .min))
  }

  @Test(
    "Quotients have twelve digits",
    arguments: [
      ("1", "3", "0.333333333333"), ("2", "3", "0.666666666667"), ("1", "8", "0.125"), ("-1", "4", "-0.25"),
      ("0", "9", "0"),
      ("63", "2.1", "30"),
    ])
  func quotient(a: String, b: String, quotient: String) throws {
    #expect(try decimal(a).divided(by: decimal(b)) == decimal(quotient))
  }

  @Test("Nothing is divided by zero")
  func zero() { #expect(ExactDecimal(1).divided(by: ExactDecimal(0)) == nil) }

  @Test("Powers multiply, and negative ones divide")
  func powers() throws {
    #expect(try decimal("1.1").raised(to: 2) == decimal("1.21"))
    #expect(try decimal("2.5").raised(to: -1) == decimal("0.4"))
    #expect(ExactDecimal(0).raised(to: -1) == nil)
    #expect(ExactDecimal(10).raised(to: 400) == ExactDecimal(significand: 1, exponent: 400))
  }

  @Test("Numbers are read as programs write them")
  func texts() {
    #expect(ExactDecimal("-12.50") == ExactDecimal(significand: -125, exponent: -1))
    #expect(ExactDecimal(".5") == ExactDecimal(significand: 5, exponent: -1))
    #expect(ExactDecimal("1.6e-19") == ExactDecimal(significand: 16, exponent: -20))
    #expect(ExactDecimal("+3E8") == ExactDecimal(significand: 3, exponent: 8))
    for text in ["", "-", "1-", "e5", "1e", "1.2.3", "1 000", "0x1", "--1", "1e5.5"] {
      #expect(ExactDecimal(text) == nil)
    }
  }
}
