import ArticleModel

/// Numbers in words: twenty-one, a hundred and nine, nine point four, tens of thousands.
extension NumberReader {
  func wordNumber(at index: Int) -> NumberReading? {
    guard let token = run[index] else { return nil }
    if token.has(.magnitude), run.isWord(index - 1, "several") || run.isWord(index - 1, "many") {
      return vague(at: index)
    }
    if token.has([.cardinal, .magnitude]), var reading = cardinal(at: index) {
      if let ordinal = ordinalAfter(reading) { return ordinal }
      if let fraction = fractionAfter(reading) { return fraction }
      takeDecimals(&reading)
      takeFraction(&reading)
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
      } else if token.has(.magnitude) || hasWord && token.has(.vaguePlural) && run.number(next) != 10 {
        let factor = run.number(next)
        if factor == 100 || factor == 12 {
          guard current < 1_000 else { break }
          current = max(current, 1) * factor
        } else {
          let (product, overflow) = max(current, total == 0 ? 1 : current).multipliedReportingOverflow(
            by: factor)
          guard !overflow, product < 1_000_000_000_000_000_000 - total else { break }
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
      } else if run.isWord(next, "and") || run.isSign(next, 0x26), magnitude >= 2,
        run.has(next + 1, .cardinal), current % 100 == 0, !run.has(next + 2, .fraction)
      {
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

  /// Nine point nought four: the digits that are spelled after the point, and a magnitude word behind them.
  private func takeDecimals(_ reading: inout NumberReading) {
    guard reading.magnitude == 0, reading.value.exponent >= 0 else { return }
    var next = reading.tokens.upperBound
    guard run.isWord(next, "point"), run.has(next + 1, .cardinal) else { return }
    next += 1
    var decimals = ExactDecimal(0)
    var places = 0
    while run.has(next, .cardinal), places < 12 {
      let number = run.number(next)
      let width = number > 9 ? 2 : 1
      decimals = decimals + ExactDecimal(significand: number, exponent: -(places + width))
      places += width
      next += 1
    }
    reading.value = reading.value + decimals
    reading.isFormatted = true
    reading.tokens = reading.tokens.lowerBound..<next
    takeMagnitudes(&reading)
  }

  /// Twenty-fifth, two hundred fifth, three hundredth: an ordinal whose last word alone has the ending.
  private func ordinalAfter(_ reading: NumberReading) -> NumberReading? {
    var next = reading.tokens.upperBound
    if run.isTightHyphen(next) || run.isWord(next, "and") && reading.magnitude >= 2 { next += 1 }
    guard run.has(next, .ordinal), reading.value.exponent >= 0 else { return nil }
    let last = run.number(next)
    // "Thirty second" is a time unless something tells the place in an order.
    if last == 2, let before = run[reading.tokens.lowerBound - 1],
      !before.has([.determiner, .month]) || run.isWord(reading.tokens.lowerBound - 1, "a")
    {
      return nil
    }
    let value: ExactDecimal
    if last >= 100 {
      value = reading.value * ExactDecimal(significand: last)
    } else {
      let isAfterTens = last < 10 && reading.magnitude == 0 && reading.value.exponent == 1
      guard isAfterTens && reading.value > ExactDecimal(10) || reading.magnitude >= 2 else { return nil }
      value = reading.value + ExactDecimal(significand: last)
    }
    return NumberReading(tokens: reading.tokens.lowerBound..<next + 1, form: .ordinal, value: value)
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
}
