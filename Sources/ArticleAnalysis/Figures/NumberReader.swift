import ArticleModel

/// Reads numbers: digits in every grouping, number words, and both with magnitude words.
struct NumberReader {
  let run: TokenRun

  /// The classes of words that can begin a number.
  static let anchors: WordClass = [.cardinal, .magnitude, .vaguePlural, .fraction, .ordinal, .multiple]

  /// The number that starts at a token, or `nil`.
  ///
  /// - Complexity: O(length of the number).
  func number(at index: Int) -> NumberReading? {
    guard let token = run[index] else { return nil }
    switch token.shape {
    case .number: return digits(at: index)
    case .sign: return token.byte == Sign.vulgarFraction ? vulgarFraction(at: index) : nil
    case .quote: return nil
    case .word:
      guard token.has(Self.anchors) else { return nil }
      return wordNumber(at: index)
    }
  }

  // MARK: Digits

  private func digits(at index: Int) -> NumberReading? {
    guard let token = run[index], let numeral = Numeral(run.words.utf8, Int(token.lower), Int(token.upper))
    else {
      return nil
    }
    var reading = NumberReading(
      tokens: index..<index + 1, form: .digits, value: numeral.value, isFormatted: numeral.isFormatted,
      digits: numeral.digits)
    joinSpacedGroups(&reading)
    // 2½, 2 1/2, 1/40
    if run.isSign(index + 1, Sign.vulgarFraction), let part = vulgarFraction(at: index + 1) {
      reading.value = Self.sum(reading.value, part.value)
      reading.tokens = index..<index + 2
      reading.isFormatted = true
    } else if let part = slashFraction(at: index + 1), run[index + 1]?.hasSpaceBefore == true {
      reading.value = Self.sum(reading.value, part.value)
      reading.tokens = index..<part.tokens.upperBound
      reading.isFormatted = true
    } else if let whole = slashFraction(at: index) {
      return whole
    }
    takeMagnitudes(&reading)
    return reading
  }

  /// `1 411` with no-break or thin spaces between groups of three.
  private func joinSpacedGroups(_ reading: inout NumberReading) {
    guard !reading.isFormatted, reading.digits <= 3, reading.value.significand != 0 else { return }
    var next = reading.tokens.upperBound
    while let token = run[next], token.shape == .number, token.hasSpaceBefore, token.upper - token.lower == 3,
      let before = run[next - 1], token.lower - before.upper >= 2,
      let group = Numeral(run.words.utf8, Int(token.lower), Int(token.upper))
    {
      reading.value = Self.sum(reading.value.scaled(byPowerOfTen: 3), group.value)
      reading.digits += 3
      reading.isFormatted = true
      next += 1
    }
    reading.tokens = reading.tokens.lowerBound..<next
  }

  private func slashFraction(at index: Int) -> NumberReading? {
    guard let above = run[index], above.shape == .number, run.isSign(index + 1, 0x2F), run.isGlued(index + 1),
      let below = run[index + 2], below.shape == .number, run.isGlued(index + 2),
      !run.isSign(index + 3, 0x2F),
      let numerator = Numeral(run.words.utf8, Int(above.lower), Int(above.upper)),
      let denominator = Numeral(run.words.utf8, Int(below.lower), Int(below.upper)), !numerator.isFormatted,
      !denominator.isFormatted, numerator.value < denominator.value, denominator.digits <= 4,
      let value = Self.quotient(numerator.value, denominator.value)
    else { return nil }
    return NumberReading(tokens: index..<index + 3, form: .fraction, value: value, isFormatted: true)
  }

  private func vulgarFraction(at index: Int) -> NumberReading? {
    guard let token = run[index] else { return nil }
    let scalar = UTF8Text.scalar(run.words.utf8, at: Int(token.lower), end: Int(token.upper)).scalar
    guard let parts = Self.vulgarFractions[scalar],
      let value = Self.quotient(ExactDecimal(parts.0), ExactDecimal(parts.1))
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

  /// Multiplies by the magnitude words that follow: 31.6 million, 3 hundred thousand, 4 dozen.
  private func takeMagnitudes(_ reading: inout NumberReading) {
    var index = reading.tokens.upperBound
    while true {
      var next = index
      if run.isTightHyphen(next) { next += 1 }
      guard run.has(next, .magnitude), reading.magnitude < 30 else { break }
      multiply(&reading, by: run.number(next))
      index = next + 1
    }
    reading.tokens = reading.tokens.lowerBound..<index
  }

  private func multiply(_ reading: inout NumberReading, by factor: Int64) {
    var power = 0
    var rest = factor
    while rest > 9, rest % 10 == 0 {
      rest /= 10
      power += 1
    }
    reading.magnitude += power
    reading.value = Self.product(reading.value, rest).scaled(byPowerOfTen: power)
    reading.high = reading.high.map { Self.product($0, rest).scaled(byPowerOfTen: power) }
  }

  // MARK: Words

  private func wordNumber(at index: Int) -> NumberReading? {
    guard let token = run[index] else { return nil }
    if token.has([.cardinal, .magnitude]), var reading = cardinal(at: index) {
      if let fraction = fractionAfter(reading) { return fraction }
      if run.isWord(reading.tokens.upperBound, "and"), run.isWord(reading.tokens.upperBound + 1, "a"),
        run.isWord(reading.tokens.upperBound + 2, "half")
      {
        reading.value = Self.sum(reading.value, ExactDecimal(significand: 5, exponent: -1))
        reading.tokens = index..<reading.tokens.upperBound + 3
        takeMagnitudes(&reading)
      }
      return reading
    }
    if token.has(.vaguePlural) { return vague(at: index) }
    if token.has(.multiple) {
      return NumberReading(
        tokens: index..<index + 1, form: .multiple, value: ExactDecimal(significand: run.number(index)))
    }
    if token.has(.fraction), let reading = fraction(at: index) { return reading }
    if token.has(.ordinal) {
      return NumberReading(
        tokens: index..<index + 1, form: .ordinal, value: ExactDecimal(significand: run.number(index)))
    }
    return nil
  }

  /// The spelled cardinal that starts at `index`: twenty-one, a hundred and nine, two thousand.
  private func cardinal(at index: Int) -> NumberReading? {
    var total: Int64 = 0
    var current: Int64 = 0
    var next = index
    var end = index
    var magnitude = 0
    var hasWord = false
    while let token = run[next] {
      if token.has(.cardinal), fits(run.number(next), after: current, isFirst: !hasWord) {
        current += run.number(next)
        magnitude = 0
      } else if token.has(.magnitude) {
        let factor = run.number(next)
        if factor == 100 || factor == 12 {
          guard current < 1_000 else { break }
          current = max(current, 1) * factor
        } else {
          let (product, overflow) = max(current, total == 0 ? 1 : current).multipliedReportingOverflow(
            by: factor)
          guard !overflow, product > 0, product < 1_000_000_000_000_000_000 - total else { break }
          if current == 0, total > 0 {
            let (whole, tooBig) = total.multipliedReportingOverflow(by: factor)
            guard !tooBig, whole < 1_000_000_000_000_000_000 else { break }
            total = whole
          } else {
            total += product
          }
          current = 0
        }
        magnitude = String(factor).utf8.count - 1
      } else {
        break
      }
      hasWord = true
      end = next + 1
      next = end
      if run.isTightHyphen(next), run.has(next + 1, [.cardinal, .magnitude]) {
        next += 1
      } else if run.isWord(next, "and"), magnitude >= 2, run.has(next + 1, .cardinal), current % 100 == 0 {
        next += 1
      }
    }
    guard hasWord else { return nil }
    var reading = NumberReading(
      tokens: index..<end, form: .words, value: ExactDecimal(significand: total + current))
    reading.magnitude = magnitude
    return reading
  }

  /// Whether a cardinal can follow what was read: twenty one, hundred nine, but not one two.
  private func fits(_ number: Int64, after current: Int64, isFirst: Bool) -> Bool {
    if isFirst { return true }
    if number == 0 { return false }
    if current % 100 == 0 { return true }
    return number < 10 && current % 10 == 0 && current % 100 >= 20
  }

  /// Two-thirds, three quarters: a fraction word directly after a cardinal.
  private func fractionAfter(_ reading: NumberReading) -> NumberReading? {
    var next = reading.tokens.upperBound
    let isHyphened = run.isTightHyphen(next)
    if isHyphened { next += 1 }
    guard run.has(next, .fraction), reading.value.exponent >= 0, reading.value < ExactDecimal(100) else {
      return nil
    }
    let divisor = fractionDivisor(next)
    guard divisor > 1,
      isHyphened || run.isWord(next + 1, "of") || divisor != 4 || reading.value < ExactDecimal(4)
    else { return nil }
    guard let value = Self.quotient(reading.value, ExactDecimal(significand: divisor)) else { return nil }
    // "Three quarters" may be nine months; only "of" tells that it is a share.
    if divisor == 4, !isHyphened, !run.isWord(next + 1, "of") { return nil }
    return NumberReading(tokens: reading.tokens.lowerBound..<next + 1, form: .fraction, value: value)
  }

  private func fractionDivisor(_ index: Int) -> Int64 {
    if run.isWord(index, "half") || run.isWord(index, "halves") { return 2 }
    return run.number(index)
  }

  /// A third of, half the, half a million, a quarter of a million.
  private func fraction(at index: Int) -> NumberReading? {
    let divisor = fractionDivisor(index)
    guard divisor > 1, let value = Self.quotient(ExactDecimal(1), ExactDecimal(significand: divisor)) else {
      return nil
    }
    let isHalf = divisor == 2
    if run.has(index - 1, .ordinal) { return nil }
    let hasArticle = run.isWord(index - 1, "a") || run.isWord(index - 1, "an")
    var reading = NumberReading(tokens: index..<index + 1, form: .fraction, value: value)
    var next = index + 1
    if run.isWord(next, "of"), isHalf || divisor == 4 { next += 1 }
    if run.isWord(next, "a") || run.isWord(next, "an") { next += 1 }
    if run.has(next, .magnitude), isHalf || hasArticle {
      reading.tokens = index..<next
      takeMagnitudes(&reading)
      reading.form = .words
      return reading
    }
    if run.isTightHyphen(index + 1) {
      return isHalf && run[index + 2].map { unitFollows($0) } == true ? reading : nil
    }
    let followedByOf = run.isWord(index + 1, "of")
    if isHalf {
      if followedByOf || run.has(index + 1, .determiner) { return reading }
      return hasArticle && run.isTightHyphen(index - 1) ? reading : nil
    }
    return hasArticle && followedByOf ? reading : nil
  }

  private func unitFollows(_ token: Token) -> Bool {
    run.language.units.unit(run.words.utf8, Int(token.lower), Int(token.coreUpper)) != nil
  }

  /// Dozens, thousands of, tens of thousands: from one power of ten to the next.
  private func vague(at index: Int) -> NumberReading? {
    var low = run.number(index)
    var next = index + 1
    while run.isWord(next, "of"), run.has(next + 1, .vaguePlural) {
      let (product, overflow) = low.multipliedReportingOverflow(by: run.number(next + 1))
      guard !overflow, product < 100_000_000_000_000_000 else { break }
      low = product
      next += 2
    }
    if low == 10 { return nil }
    return NumberReading(
      tokens: index..<next, form: .vague, value: ExactDecimal(significand: low),
      high: ExactDecimal(significand: low).scaled(byPowerOfTen: 1))
  }

  // MARK: Arithmetic that never traps

  /// The sum, or the first number when the sum has too many digits.
  static func sum(_ a: ExactDecimal, _ b: ExactDecimal) -> ExactDecimal {
    let power = min(Int(a.exponent), Int(b.exponent))
    guard Int(a.exponent) - power <= 18, Int(b.exponent) - power <= 18,
      let first = shifted(a.significand, Int(a.exponent) - power),
      let second = shifted(b.significand, Int(b.exponent) - power)
    else { return a }
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? a : ExactDecimal(significand: sum, exponent: power)
  }

  private static func shifted(_ value: Int64, _ power: Int) -> Int64? {
    var result = value
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  static func product(_ a: ExactDecimal, _ factor: Int64) -> ExactDecimal {
    let (product, overflow) = a.significand.multipliedReportingOverflow(by: factor)
    return overflow ? a : ExactDecimal(significand: product, exponent: Int(a.exponent))
  }

  /// The quotient to twelve digits after the point.
  static func quotient(_ a: ExactDecimal, _ b: ExactDecimal) -> ExactDecimal? {
    guard b.significand > 0, a.exponent >= 0, b.exponent >= 0, a.exponent < 6, b.exponent < 6,
      let above = shifted(a.significand, Int(a.exponent) + 12),
      let below = shifted(b.significand, Int(b.exponent))
    else { return nil }
    return ExactDecimal(significand: above / below, exponent: -12)
  }
}
