import ArticleModel

/// Numbers with powers: 4e14, 6.1×10⁻⁷, 10^5.
extension NumberReader {
  /// The powers that a text can state without being nonsense.
  private static let largestPower = 400

  /// The number with the power behind it, or `nil` when there is none.
  func power(after reading: NumberReading) -> NumberReading? {
    let next = reading.tokens.upperBound
    if let exponent = letterExponent(at: next) {
      return reading.with(reading.value.scaled(byPowerOfTen: exponent.value), end: exponent.end)
    }
    if let exponent = tenToThe(at: next) {
      return reading.with(reading.value.scaled(byPowerOfTen: exponent.value), end: exponent.end)
    }
    if let exponent = raised(at: next), let value = reading.value.raised(to: exponent.value) {
      return reading.with(value, end: exponent.end)
    }
    return nil
  }

  /// The `e14` or `E-5` glued to digits.
  func letterExponent(at index: Int) -> (value: Int, end: Int)? {
    guard run.isGlued(index), let token = run[index], token.isWord,
      ByteTable.lowercased(run.words.utf8[Int(token.lower)]) == 0x65
    else { return nil }
    if token.upper - token.lower == 1 {
      guard run.isSign(index + 1, 0x2D) || run.isSign(index + 1, 0x2B) || run.isSign(index + 1, Sign.minus)
      else { return nil }
      return signedInteger(at: index + 1)
    }
    guard let value = integer(Int(token.lower) + 1, Int(token.upper)) else { return nil }
    return (value, index + 1)
  }

  /// The ×10⁻⁷, ×10−7, x10^5 and x 10^5 behind digits.
  private func tenToThe(at index: Int) -> (value: Int, end: Int)? {
    guard let sign = run[index] else { return nil }
    var next = index + 1
    if sign.isWord, sign.traits.contains(.containsDigit), run.words.matches(sign, "x10") {
      // The x and the 10 are one token: x10^5.
    } else if sign.isSign(Sign.multiplication) || run.isWord(index, "x") {
      guard let ten = run[next], ten.shape == .number, ten.upper - ten.lower == 2,
        run.words.utf8[Int(ten.lower)] == 0x31, run.words.utf8[Int(ten.lower) + 1] == 0x30
      else { return nil }
      next += 1
    } else {
      return nil
    }
    if let raised = raised(at: next) { return raised }
    guard run.isGlued(next),
      run.isSign(next, Sign.minus) || run.isSign(next, 0x2D) || run.isSign(next, Sign.dash)
    else { return nil }
    return signedInteger(at: next)
  }

  /// The ^5 or ⁻⁷ behind a number.
  private func raised(at index: Int) -> (value: Int, end: Int)? {
    guard run.isGlued(index), let sign = run[index] else { return nil }
    if sign.isSign(0x5E) { return signedInteger(at: index + 1) }
    guard sign.isSign(Sign.other) else { return nil }
    var next = index
    var value = 0
    var isNegative = false
    var digits = 0
    while let token = run[next], token.isSign(Sign.other), run.isGlued(next), digits < 4 {
      let scalar = UTF8Text.scalar(run.words.utf8, at: Int(token.lower), end: Int(token.upper)).scalar
      if scalar == 0x207B, next == index {
        isNegative = true
      } else if let digit = Self.superscript(scalar) {
        value = value * 10 + digit
        digits += 1
      } else {
        break
      }
      next += 1
    }
    guard digits > 0, value <= Self.largestPower else { return nil }
    // 5² is a power, but a lone ¹ behind a number is a footnote.
    if !isNegative, digits == 1, value == 1 { return nil }
    return (isNegative ? -value : value, next)
  }

  private static func superscript(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0xB2: return 2
    case 0xB3: return 3
    case 0xB9: return 1
    case 0x2070, 0x2074...0x2079: return Int(scalar - 0x2070)
    default: return nil
    }
  }

  private func signedInteger(at index: Int) -> (value: Int, end: Int)? {
    var next = index
    var isNegative = false
    while let sign = run[next], sign.shape == .sign, run.isGlued(next), next - index < 3 {
      if sign.isSign(0x2D) || sign.isSign(Sign.minus) || sign.isSign(Sign.dash) {
        isNegative = true
      } else if !sign.isSign(0x2B) {
        break
      }
      next += 1
    }
    guard run.isGlued(next), let token = run[next], token.shape == .number,
      let value = integer(Int(token.lower), Int(token.upper))
    else { return nil }
    return (isNegative ? -value : value, next + 1)
  }

  private func integer(_ lower: Int, _ upper: Int) -> Int? {
    guard lower < upper, upper - lower <= 3 else { return nil }
    var value = 0
    for byte in run.words.utf8[lower..<upper] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value <= Self.largestPower ? value : nil
  }
}
