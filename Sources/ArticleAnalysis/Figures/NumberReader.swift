import ArticleModel

/// Reads numbers: digits in every grouping, number words, and both with magnitude words.
///
/// Words are in `NumberReader+Words`, parts of one in `NumberReader+Fractions`, powers in `NumberReader+Powers`.
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

  private func digits(at index: Int) -> NumberReading? {
    guard let token = run[index], let numeral = Numeral(run.words.utf8, Int(token.lower), Int(token.upper))
    else {
      return nil
    }
    var reading = NumberReading(
      tokens: index..<index + 1, form: .digits, value: numeral.value, isFormatted: numeral.isFormatted,
      digits: numeral.digits)
    joinGroups(&reading)
    if let power = power(after: reading) { return power }
    // 2½, 2 1/2, 1/40
    if run.isSign(index + 1, Sign.vulgarFraction), let part = vulgarFraction(at: index + 1) {
      reading.value = reading.value + part.value
      reading.tokens = index..<index + 2
      reading.isFormatted = true
    } else if let part = slashFraction(at: index + 1), run[index + 1]?.hasSpaceBefore == true {
      reading.value = reading.value + part.value
      reading.tokens = index..<part.tokens.upperBound
      reading.isFormatted = true
    } else if let whole = slashFraction(at: index) {
      return whole
    }
    if let share = outOf(reading) { return share }
    takeMagnitudes(&reading)
    takeSmallerParts(&reading)
    takeFraction(&reading)
    return reading
  }

  /// `1 411` with spaces between groups of three, and the `80, 000` of broken text.
  ///
  /// A no-break or thin space always groups. A plain one does before a second group of three, or before one that
  /// starts with a zero, which no number of its own does.
  private func joinGroups(_ reading: inout NumberReading) {
    guard !reading.isFormatted, reading.digits <= 3, reading.value.significand != 0 else { return }
    var next = reading.tokens.upperBound
    let isNamed = run.isCapitalInside(reading.tokens.lowerBound - 1)
    while let group = group(at: next) {
      if !group.isFirm, !isNamed || next > reading.tokens.upperBound {
        let isSecond = next > reading.tokens.upperBound || self.group(at: group.end) != nil
        guard isSecond || run.words.utf8[group.lower] == 0x30 else { break }
      } else if !group.isFirm {
        break
      }
      reading.value = reading.value.scaled(byPowerOfTen: 3) + group.value
      reading.digits += 3
      reading.isFormatted = true
      next = group.end
    }
    reading.tokens = reading.tokens.lowerBound..<next
  }

  /// A group of three digits that a space parts from what stands before, decimals included in the last.
  private func group(at index: Int) -> (value: ExactDecimal, lower: Int, isFirm: Bool, end: Int)? {
    var index = index
    var isComma = false
    if run.isSign(index, 0x27) || run.isSign(index, Sign.apostrophe), run.isGlued(index),
      run.isGlued(index + 1),
      let token = run[index + 1], token.shape == .number, token.upper - token.lower == 3,
      let numeral = Numeral(run.words.utf8, Int(token.lower), Int(token.upper))
    {
      // 1'411 as in Switzerland.
      return (numeral.value, Int(token.lower), true, index + 2)
    }
    if run.isSign(index, 0x2C), run.isGlued(index) {
      isComma = true
      index += 1
    }
    guard let token = run[index], token.shape == .number, token.hasSpaceBefore, let before = run[index - 1],
      let numeral = Numeral(run.words.utf8, Int(token.lower), Int(token.upper)), numeral.digits == 3,
      token.upper - token.lower == 3 || numeral.value.exponent < 0 && !isComma
    else { return nil }
    let lower = Int(token.lower)
    // "In May, 000" is nothing that anybody writes, but "41, 100" may be two numbers.
    if isComma {
      let utf8 = run.words.utf8
      guard utf8[lower] == 0x30, utf8[lower + 1] == 0x30, utf8[lower + 2] == 0x30 else { return nil }
    }
    if run.isSign(index + 1, 0x2D), run.isGlued(index + 1) { return nil }
    return (numeral.value, lower, token.lower - before.upper >= 2 && !isComma, index + 1)
  }

  /// Multiplies by the magnitude words that follow: 31.6 million, 3 hundred thousand, 4 dozen, 3 dozens.
  func takeMagnitudes(_ reading: inout NumberReading) {
    var index = reading.tokens.upperBound
    while true {
      var next = index
      if run.isTightHyphen(next) { next += 1 }
      let isPlural = run.has(next, .vaguePlural) && run.number(next) != 10
      guard run.has(next, .magnitude) || isPlural, reading.magnitude < 30 else { break }
      multiply(&reading, by: run.number(next))
      index = next + 1
    }
    reading.tokens = reading.tokens.lowerBound..<index
  }

  /// 4 thousand 3 hundred and 21: digits that go on after a magnitude word with a smaller number.
  private func takeSmallerParts(_ reading: inout NumberReading) {
    while reading.magnitude >= 2 {
      var next = reading.tokens.upperBound
      let isJoined = run.isWord(next, "and")
      if isJoined { next += 1 }
      guard let token = run[next], token.shape == .number, token.hasSpaceBefore,
        let numeral = Numeral(run.words.utf8, Int(token.lower), Int(token.upper)), !numeral.isFormatted,
        numeral.value.significand > 0
      else { return }
      var part = NumberReading(tokens: next..<next + 1, form: .digits, value: numeral.value)
      takeMagnitudes(&part)
      let limit = ExactDecimal(significand: 1, exponent: reading.magnitude)
      guard part.value < limit, part.magnitude > 0 || isJoined && reading.magnitude == 2 else { return }
      reading.value = reading.value + part.value
      reading.magnitude = part.magnitude
      reading.isFormatted = true
      reading.tokens = reading.tokens.lowerBound..<part.tokens.upperBound
    }
  }

  private func multiply(_ reading: inout NumberReading, by factor: Int64) {
    let number = ExactDecimal(significand: factor)
    reading.magnitude += Int(number.exponent)
    reading.value = reading.value * number
    reading.high = reading.high.map { $0 * number }
  }
}
