import ArticleModel

/// Reads the currency, sign and unit around a number.
struct AmountReader {
  let run: TokenRun
  private let units: UnitReader
  private let numbers: NumberReader

  /// Makes a reader of one block.
  init(run: TokenRun) {
    self.run = run
    units = UnitReader(run: run)
    numbers = NumberReader(run: run)
  }

  /// The amount around a number.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - floor: Nothing before this token belongs to the amount.
  ///   - currency: The currency of the amount that this one is joined to with a hyphen: €3-4m.
  /// - Returns: The number with what belongs to it.
  func amount(_ number: NumberReading, floor: Int, joinedTo currency: String? = nil) -> Amount {
    var amount = Amount(tokens: number.tokens, number: number)
    var start = number.tokens.lowerBound
    if let currency = self.currency(before: start, floor: floor) {
      amount.currency = currency.name
      start = currency.start
    } else if let currency, run.isGlued(number.tokens.upperBound),
      run[number.tokens.upperBound]?.isWord == true
    {
      amount.currency = currency
    }
    takeSign(&amount, &start, floor: floor)
    if amount.currency == nil, amount.isNegative,
      let currency = self.currency(before: start, floor: floor)
    {
      amount.currency = currency.name
      start = currency.start
    }
    if start == number.tokens.lowerBound, number.form != .digits, start - 1 >= floor,
      run.isWord(start - 1, "a") || run.isWord(start - 1, "an"), !run.has(start, [.cardinal, .multiple])
    {
      start -= 1
    }
    if number.form == .vague, start - 1 >= floor,
      run.isWord(start - 1, "several") || run.isWord(start - 1, "many")
    {
      start -= 1
    }
    amount.tokens = start..<takeUnit(&amount)
    return amount
  }

  // MARK: Signs

  private func takeSign(_ amount: inout Amount, _ start: inout Int, floor: Int) {
    guard start - 1 >= floor, let sign = run[start - 1] else { return }
    let isMinus = sign.isSign(0x2D) || sign.isSign(Sign.minus) || sign.isSign(Sign.dash)
    if isMinus, run.isGlued(start), !run.isGlued(start - 1) || isOpening(start - 2) {
      amount.isNegative = true
      start -= 1
    } else if isMinus, run.isGlued(start), sign.isSign(Sign.minus), run[start - 2]?.shape != .number {
      amount.isNegative = true
      start -= 1
    } else if sign.isSign(0x2B), run.isGlued(start), !run.isGlued(start - 1) {
      start -= 1
    } else if run.isWord(start - 1, "minus") || run.isWord(start - 1, "negative") {
      amount.isNegative = true
      start -= 1
    } else if sign.isSign(0x2D), run.isWord(start - 2, "minus") {
      amount.isNegative = true
      start -= 2
    }
  }

  /// Whether a sign before a minus leaves it a minus: a bracket, a currency, a comparison.
  private func isOpening(_ index: Int) -> Bool {
    guard let token = run[index], token.shape == .sign else { return false }
    switch token.byte {
    case 0x28, 0x5B, 0x24, Sign.currency, 0x3C, 0x3D, 0x3E, 0x7E, 0x22, Sign.quotationMark: return true
    default: return false
    }
  }

  // MARK: Units

  /// Reads the unit behind the number and gives the token after all of it.
  private func takeUnit(_ amount: inout Amount) -> Int {
    let number = amount.number
    var end = number.tokens.upperBound
    if number.form == .fraction {
      if amount.currency == nil, let unit = units.unitOfFraction(at: end) {
        amount.unit = unit
        return unit.end
      }
    }
    if amount.currency != nil, let cents = centsEnd(&amount, end) { return cents }
    let plus = plusEnd(end)
    if let plus, amount.currency == nil {
      amount.qualifier = plus.qualifier
      end = plus.end
    } else if let tolerance = toleranceEnd(end) {
      amount.qualifier = .about
      end = tolerance
    }
    amount.unit = units.unit(at: end, of: number, hasCurrency: amount.currency != nil)
    if let unit = amount.unit { end = unit.end }
    if let currency = amount.currency {
      if isSpelledCurrency(currency, at: end) { end += 1 }
      if let rate = units.rate(at: end, of: currency, kind: .money) {
        amount.currency = rate.name
        end = rate.end
      }
      return end
    }
    if let unit = amount.unit, unit.kind == .count, let name = unit.name,
      let rate = units.rate(at: end, of: name, kind: .count)
    {
      amount.unit?.name = rate.name
      end = rate.end
    }
    if amount.unit?.name == nil, amount.unit == nil || amount.unit?.kind == .count,
      let unit = units.ofPhrase(at: end, number)
    {
      let magnitude = amount.unit?.magnitude ?? 0
      amount.unit = unit
      amount.unit?.magnitude = magnitude
      end = unit.end
    }
    if let unit = amount.unit, unit.name == "lb", isMoney(amount) {
      amount.unit?.name = "GBP"
      amount.unit?.kind = .money
      amount.unit?.rule = .money
    }
    return takeSmallerUnit(&amount, end)
  }

  /// The sign or word that stands between a number and its unit: 50+ countries, 90-plus parties, 40-odd boats.
  private func plusEnd(_ index: Int) -> (end: Int, qualifier: Figure.Qualifier)? {
    if run.isSign(index, 0x2B), run.isGlued(index), run[index + 1]?.shape == .word {
      return (index + 1, .atLeast)
    }
    guard run.isTightHyphen(index), !run.isTightHyphen(index + 2) else { return nil }
    if run.isWord(index + 1, "plus") { return (index + 2, .atLeast) }
    return run.isWord(index + 1, "odd") || run.isWord(index + 1, "some") ? (index + 2, .about) : nil
  }

  /// The end of a tolerance: 5 ± 0.2 kg, 9.8 +/- 0.1 m/s.
  private func toleranceEnd(_ index: Int) -> Int? {
    var next = index
    if run.isSign(next, Sign.plusMinus) {
      next += 1
    } else if run.isSign(next, 0x2B), run.isSign(next + 1, 0x2F), run.isSign(next + 2, 0x2D),
      run.isGlued(next + 2)
    {
      next += 3
    } else {
      return nil
    }
    guard run[next]?.shape == .number, let tolerance = numbers.number(at: next), tolerance.form == .digits
    else {
      return nil
    }
    return tolerance.tokens.upperBound
  }

  /// "$10 dollars" says its currency twice.
  private func isSpelledCurrency(_ currency: String, at index: Int) -> Bool {
    guard let token = run[index], token.isWord, let unit = units.tableUnit(at: index), unit.end == index + 1,
      case .money = unit.unit.kind
    else { return false }
    return unit.unit.name == currency || unit.unit.name == "USD" && currency.hasSuffix("D")
  }

  /// Whether "pounds" are money: in millions, or near a word of paying.
  private func isMoney(_ amount: Amount) -> Bool {
    let last = amount.tokens.lowerBound - 1
    guard let unit = amount.unit, run.words.matchesAny(run[unit.end - 1], "pounds", "pound") else {
      return false
    }
    if amount.magnitude >= 6 { return true }
    for index in stride(from: last, to: last - 6, by: -1) {
      guard let token = run[index] else { return false }
      if token.isSign(0x2E) { return false }
      if token.has(.moneyWord) { return true }
    }
    return false
  }

  /// Five feet two inches, thirteen dollars forty-five cents, an hour and a half: one amount in two units.
  private func takeSmallerUnit(_ amount: inout Amount, _ end: Int) -> Int {
    guard let unit = amount.unit, let name = unit.name, unit.kind != .count, unit.kind != .percent,
      unit.magnitude == 0
    else { return end }
    if run.isWord(end, "and"), let part = numbers.partOfOne(at: end + 1), amount.number.value.exponent >= 0 {
      amount.addend = part.value
      return part.end
    }
    if name == "foot", run.isSign(end - 1, 0x27), run.isGlued(end), let inches = numbers.number(at: end),
      inches.form == .digits, inches.value < ExactDecimal(12), run.isSign(inches.tokens.upperBound, 0x22),
      let part = inches.value.divided(by: ExactDecimal(12))
    {
      amount.addend = part
      return inches.tokens.upperBound + 1
    }
    if unit.kind == .money, let cents = centsEnd(&amount, end) { return cents }
    guard let smaller = Self.smallerUnits[name], amount.number.value.exponent >= 0 else { return end }
    var next = end
    if run.isWord(next, "and") || run.isSign(next, 0x2C) { next += 1 }
    guard run[next]?.shape == .number || run.has(next, .cardinal), let second = numbers.number(at: next),
      second.form == .digits || second.form == .words, second.value < ExactDecimal(smaller.perUnit)
    else { return end }
    let after = second.tokens.upperBound
    if smaller.name == "inch", run.isWord(after, "in"), isInch(after),
      let part = second.value.divided(by: ExactDecimal(smaller.perUnit))
    {
      amount.addend = part
      return after + 1
    }
    if let found = units.tableUnit(at: after), found.unit.name == smaller.name,
      let part = second.value.divided(by: ExactDecimal(smaller.perUnit))
    {
      amount.addend = part
      return found.end
    }
    return end
  }

  /// Fifteen dollars 50, $100 and fifty: hundredths without their name, where the sentence ends behind them.
  private func centsEnd(_ amount: inout Amount, _ end: Int) -> Int? {
    guard amount.magnitude == 0, amount.number.value.exponent >= 0, amount.addend == nil,
      Self.smallerUnits[amount.unitName ?? ""] != nil
    else { return nil }
    var next = end
    let isJoined = run.isWord(next, "and")
    if isJoined {
      let before = amount.number.tokens.lowerBound - 1
      if run.isWord(before, "between") || run.isWord(before - 1, "between") { return nil }
      next += 1
    }
    guard run[next]?.shape == .number || run.has(next, .cardinal), let cents = numbers.number(at: next),
      cents.form == .digits || cents.form == .words, cents.value < ExactDecimal(100), cents.magnitude == 0,
      cents.value > ExactDecimal(9) || !isJoined, !cents.isFormatted
    else { return nil }
    let after = cents.tokens.upperBound
    guard run[after].map({ $0.isSign(0x2E) || $0.isSign(0x2C) || $0.isSign(0x21) }) ?? true else {
      return nil
    }
    amount.addend = cents.value.scaled(byPowerOfTen: -2)
    return after
  }

  /// Whether "in" is no preposition: nothing that it could lead to follows.
  private func isInch(_ index: Int) -> Bool {
    guard let next = run[index + 1] else { return true }
    return next.shape == .sign || next.has(.phraseEnd) && !next.has([.determiner, .pronoun])
  }

  /// The unit that may follow another one, and how many of it make the other.
  private static let smallerUnits: [String: (name: String, perUnit: Int)] = [
    "foot": ("inch", 12), "USD": ("cent", 100), "EUR": ("cent", 100), "GBP": ("penny", 100), "lb": ("oz", 16),
    "stone": ("lb", 14),
  ]

  // MARK: Currencies

  /// The currency before a number: $, US$, EUR, £.
  private func currency(before index: Int, floor: Int) -> (name: String, start: Int)? {
    guard index - 1 >= floor, let sign = run[index - 1] else { return nil }
    let upper = Int(sign.coreUpper)
    if sign.shape == .sign, sign.byte == 0x24 || sign.byte == Sign.currency {
      if index - 2 >= floor, let prefix = run[index - 2], prefix.isWord,
        run.isGlued(index - 1) || prefix.isCapitalised || run.isWord(index - 2, "c"),
        !run.isWord(index - 2, "a") || prefix.isCapitalised && !run.startsSentence(index - 2),
        let unit = money(Int(prefix.lower), upper)
      {
        return (unit, index - 2)
      }
      return money(Int(sign.lower), upper).map { ($0, index - 1) }
    }
    guard sign.shape == .sign || sign.has(.currencyCode) else { return nil }
    if sign.isSign(0x2E), run.isGlued(index - 1), run.isWord(index - 2, "rs"), let code = run[index - 2] {
      return money(Int(code.lower), Int(code.coreUpper)).map { ($0, index - 2) }
    }
    if sign.isSign(0x3D), run.isGlued(index - 1), let prefix = run[index - 2], prefix.isWord {
      return money(Int(prefix.lower), upper).map { ($0, index - 2) }
    }
    if sign.isWord, run.isSign(index - 2, 0x24), run.isGlued(index - 1), let dollar = run[index - 2] {
      return money(Int(dollar.lower), upper).map { ($0, index - 2) }
    }
    guard sign.isWord, sign.coreUpper - sign.lower >= 2,
      sign.isCapitalised || sign.coreUpper - sign.lower == 3
    else {
      return nil
    }
    if sign.coreUpper - sign.lower == 2, !run.isWord(index - 1, "rs"), !run.isWord(index - 1, "rm") {
      return nil
    }
    return money(Int(sign.lower), upper).map { ($0, index - 1) }
  }

  private func money(_ lower: Int, _ upper: Int) -> String? {
    guard let unit = run.language.units.unit(run.words.utf8, lower, upper), case .money = unit.kind else {
      return nil
    }
    return unit.name
  }
}
