import ArticleModel

/// Parts of one: ½, 3/4, two-thirds, half a, and a half.
extension NumberReader {
  /// The numerator and denominator as digits: 1/2, 1⁄32.
  func slashFraction(at index: Int) -> NumberReading? {
    guard let above = run[index], above.shape == .number, run.isSign(index + 1, 0x2F), run.isGlued(index + 1),
      let below = run[index + 2], below.shape == .number, run.isGlued(index + 2),
      !run.isSign(index + 3, 0x2F),
      let numerator = Numeral(run.words.utf8, Int(above.lower), Int(above.upper)),
      let denominator = Numeral(run.words.utf8, Int(below.lower), Int(below.upper)), !numerator.isFormatted,
      !denominator.isFormatted, numerator.value < denominator.value, denominator.digits <= 4,
      let value = numerator.value.divided(by: denominator.value)
    else { return nil }
    return NumberReading(tokens: index..<index + 3, form: .fraction, value: value, isFormatted: true)
  }

  func vulgarFraction(at index: Int) -> NumberReading? {
    guard let token = run[index] else { return nil }
    let scalar = UTF8Text.scalar(run.words.utf8, at: Int(token.lower), end: Int(token.upper)).scalar
    guard let parts = Self.vulgarFractions[scalar],
      let value = ExactDecimal(parts.0).divided(by: ExactDecimal(parts.1))
    else { return nil }
    var reading = NumberReading(tokens: index..<index + 1, form: .fraction, value: value, isFormatted: true)
    takeMagnitudes(&reading)
    return reading
  }

  private static let vulgarFractions: [UInt32: (Int, Int)] = [
    0xBC: (1, 4), 0xBD: (1, 2), 0xBE: (3, 4), 0x2150: (1, 7), 0x2151: (1, 9), 0x2152: (1, 10), 0x2153: (1, 3),
    0x2154: (2, 3), 0x2155: (1, 5), 0x2156: (2, 5), 0x2157: (3, 5), 0x2158: (4, 5), 0x2159: (1, 6),
    0x215A: (5, 6), 0x215B: (1, 8), 0x215C: (3, 8), 0x215D: (5, 8), 0x215E: (7, 8),
  ]

  /// Two-thirds, three quarters, one out of three: what divides a cardinal directly behind it.
  func fractionAfter(_ reading: NumberReading) -> NumberReading? {
    var next = reading.tokens.upperBound
    if let whole = outOf(reading) { return whole }
    let isHyphened = run.isTightHyphen(next) || run.isSpacedHyphen(next)
    if isHyphened { next += 1 }
    guard run.has(next, .fraction), reading.value.exponent >= 0, reading.value < ExactDecimal(100) else {
      return nil
    }
    let divisor = fractionDivisor(next)
    guard divisor > 1,
      isHyphened || run.isWord(next + 1, "of") || divisor != 4 || reading.value < ExactDecimal(4)
    else { return nil }
    guard let value = reading.value.divided(by: ExactDecimal(significand: divisor)) else { return nil }
    // "Three quarters" may be nine months; only "of" tells that it is a share.
    if divisor == 4, !isHyphened, !run.isWord(next + 1, "of"), run.isWord(next, "quarters") { return nil }
    return NumberReading(tokens: reading.tokens.lowerBound..<next + 1, form: .fraction, value: value)
  }

  /// One over twenty, where nothing is counted: a fraction as it is read aloud.
  private func over(_ reading: NumberReading) -> NumberReading? {
    let next = reading.tokens.upperBound
    guard run.isWord(next, "over"), reading.magnitude == 0, !reading.isFormatted,
      reading.value < ExactDecimal(10),
      run[next + 1]?.shape == .number || run.has(next + 1, .cardinal), let below = number(at: next + 1),
      below.form == .words || below.form == .digits, reading.value < below.value,
      run[below.tokens.upperBound]?.isWord != true, let value = reading.value.divided(by: below.value)
    else { return nil }
    return NumberReading(
      tokens: reading.tokens.lowerBound..<below.tokens.upperBound, form: .fraction, value: value)
  }

  /// One out of three, 3 out of 4, six in 10, one over twenty.
  func outOf(_ reading: NumberReading) -> NumberReading? {
    if let fraction = over(reading) { return fraction }
    var next = reading.tokens.upperBound
    let isHyphened = run.isTightHyphen(next)
    if isHyphened { next += 1 }
    let isIn = run.isWord(next, "in") && (!isHyphened || run.isTightHyphen(next + 1))
    guard isIn || run.isWord(next, "out") && run.isWord(next + 1, "of"), reading.value.exponent >= 0,
      reading.magnitude == 0, !reading.isFormatted
    else { return nil }
    next += isIn && !isHyphened ? 1 : 2
    if isIn, run.isWord(next, "every") { next += 1 }
    guard run[next]?.shape == .number || run.has(next, .cardinal), let below = number(at: next),
      below.form == .words || below.form == .digits, reading.value < below.value, below.value.exponent >= 0,
      !isIn || Self.isWhole(below.value) && !isUnit(below.tokens.upperBound),
      !run.isTightHyphen(below.tokens.upperBound),
      let value = reading.value.divided(by: below.value)
    else { return nil }
    return NumberReading(
      tokens: reading.tokens.lowerBound..<below.tokens.upperBound, form: .fraction, value: value)
  }

  /// Whether shares are told in so many parts: one in five, 6 in 10, 1 in 1,000.
  private static func isWhole(_ value: ExactDecimal) -> Bool {
    value < ExactDecimal(11) || value == ExactDecimal(12) || value == ExactDecimal(20)
      || value == ExactDecimal(25)
      || value.significand == 1 || value == ExactDecimal(50)
  }

  /// Adds "and a half", "and a quarter", "and three fifths" to a number.
  ///
  /// Behind a magnitude word of a thousand or more the part is one of that magnitude: three million and a half.
  func takeFraction(_ reading: inout NumberReading) {
    var next = reading.tokens.upperBound
    let isHyphened = run.isTightHyphen(next)
    if isHyphened { next += 1 }
    guard run.isWord(next, "and") else { return }
    next += 1
    if isHyphened, run.isTightHyphen(next) { next += 1 }
    guard let part = partOfOne(at: next, isHyphened: isHyphened) else { return }
    var addend = part.value
    next = part.end
    if run.has(next, .magnitude) {
      addend = addend * ExactDecimal(significand: run.number(next))
      next += 1
    } else if reading.magnitude >= 3 {
      addend = addend.scaled(byPowerOfTen: reading.magnitude)
    }
    reading.value = reading.value + addend
    reading.isFormatted = true
    reading.tokens = reading.tokens.lowerBound..<next
    takeMagnitudes(&reading)
  }

  /// The "a half", "a quarter" or "three fifths" that adds to the number or unit before it.
  func partOfOne(at index: Int, isHyphened: Bool = false) -> (value: ExactDecimal, end: Int)? {
    var next = index
    var above = ExactDecimal(1)
    if run.isWord(next, "a") || run.isWord(next, "an") || run.isWord(next, "one") {
      next += 1
    } else if run.has(next, .cardinal), run.number(next) > 1, run.number(next) < 20 {
      above = ExactDecimal(significand: run.number(next))
      next += 1
    } else {
      return nil
    }
    if isHyphened, run.isTightHyphen(next) { next += 1 }
    guard run.has(next, .fraction), !run.isWord(next + 1, "of") else { return nil }
    let divisor = fractionDivisor(next)
    guard divisor > 1, let value = above.divided(by: ExactDecimal(significand: divisor)) else { return nil }
    return (value, next + 1)
  }

  private func fractionDivisor(_ index: Int) -> Int64 {
    if run.isWord(index, "half") || run.isWord(index, "halves") { return 2 }
    return run.number(index)
  }

  /// A third of, half the, half a million, a quarter of a million, half year.
  func fraction(at index: Int) -> NumberReading? {
    let divisor = fractionDivisor(index)
    guard divisor > 1, let value = ExactDecimal(1).divided(by: ExactDecimal(significand: divisor)) else {
      return nil
    }
    let isHalf = divisor == 2
    if run.has(index - 1, [.ordinal, .fraction]) { return nil }
    let hasArticle = run.isWord(index - 1, "a") || run.isWord(index - 1, "an")
    var reading = NumberReading(tokens: index..<index + 1, form: .fraction, value: value)
    var next = index + 1
    if run.isWord(next, "of"), isHalf || divisor == 4 { next += 1 }
    if run.isWord(next, "a") || run.isWord(next, "an") { next += 1 }
    if run.has(next, .magnitude), isHalf || hasArticle || divisor == 4 {
      reading.tokens = index..<next
      takeMagnitudes(&reading)
      reading.form = .words
      return reading
    }
    if run.isTightHyphen(index + 1) {
      return isHalf && isUnit(index + 2) ? reading : nil
    }
    let followedByOf = run.isWord(index + 1, "of")
    if isHalf {
      if followedByOf || run.has(index + 1, .determiner) { return reading }
      if isUnit(index + 1), !run.isWord(index + 1, "times") { return reading }
      return hasArticle && run.isTightHyphen(index - 1) ? reading : nil
    }
    if hasArticle, divisor >= 100, run[index + 1]?.isWord != true { return reading }
    return hasArticle && followedByOf ? reading : nil
  }

  private func isUnit(_ index: Int) -> Bool {
    guard let token = run[index], token.isWord else { return false }
    return run.language.units.unit(run.words.utf8, Int(token.lower), Int(token.coreUpper)) != nil
  }
}
