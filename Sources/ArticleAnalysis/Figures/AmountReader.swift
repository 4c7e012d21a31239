import ArticleModel

/// A number with currency, sign and unit, before hedges.
struct Amount {
  var tokens: Range<Int>
  var number: NumberReading
  var unit: UnitReader.Reading?
  var currency: String?
  var isNegative = false

  var magnitude: Int { number.magnitude + (unit?.magnitude ?? 0) }
  var value: ExactDecimal {
    let scaled = number.value.scaled(byPowerOfTen: unit?.magnitude ?? 0)
    return isNegative
      ? ExactDecimal(significand: 0 &- scaled.significand, exponent: Int(scaled.exponent)) : scaled
  }
  /// The name of the unit, currency included.
  var unitName: String? { currency ?? unit?.name }
  var kind: Figure.Kind? { currency == nil ? unit?.kind : .money }
}

/// Reads the currency, sign and unit around a number.
struct AmountReader {
  let run: TokenRun
  private let units: UnitReader

  /// Makes a reader of one block.
  init(run: TokenRun) {
    self.run = run
    units = UnitReader(run: run)
  }

  /// The amount around a number; nothing before the token `floor` belongs to it.
  func amount(_ number: NumberReading, floor: Int) -> Amount {
    var amount = Amount(tokens: number.tokens, number: number)
    var start = number.tokens.lowerBound
    if let currency = currency(before: start, floor: floor) {
      amount.currency = currency.name
      start = currency.start
    }
    if let sign = run[start - 1], start - 1 >= floor {
      let isMinus = sign.isSign(0x2D) || sign.isSign(Sign.minus) || sign.isSign(Sign.dash)
      if isMinus, run.isGlued(start), !run.isGlued(start - 1) || run.isSign(start - 2, 0x28) {
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
    if amount.currency == nil, amount.isNegative, let currency = currency(before: start, floor: floor) {
      amount.currency = currency.name
      start = currency.start
    }
    if start == number.tokens.lowerBound, number.form != .digits, start - 1 >= floor,
      run.isWord(start - 1, "a") || run.isWord(start - 1, "an"), !run.has(start, [.cardinal, .multiple])
    {
      start -= 1
    }
    var end = number.tokens.upperBound
    amount.unit = units.unit(at: end, of: number, hasCurrency: amount.currency != nil)
    if let unit = amount.unit { end = unit.end }
    if let currency = amount.currency {
      // $3m Canadian is rare; "$61 a barrel" is not.
      if let rate = units.rate(at: end, of: currency) {
        amount.currency = rate.name
        end = rate.end
      }
    } else if let unit = amount.unit, unit.kind == .count, let name = unit.name, run.isWord(end, "per"),
      let rate = units.rate(at: end, of: name)
    {
      amount.unit?.name = rate.name
      end = rate.end
    }
    if amount.currency == nil, amount.unit == nil, let unit = units.ofPhrase(at: end, number) {
      amount.unit = unit
      end = unit.end
    }
    amount.tokens = start..<end
    return amount
  }

  /// The currency before a number: $, US$, EUR, £.
  private func currency(before index: Int, floor: Int) -> (name: String, start: Int)? {
    guard index - 1 >= floor, let sign = run[index - 1] else { return nil }
    let upper = Int(sign.coreUpper)
    if sign.shape == .sign, sign.byte == 0x24 || sign.byte == Sign.currency {
      if index - 2 >= floor, let prefix = run[index - 2], prefix.isWord, prefix.isCapitalised,
        run.isGlued(index - 1) || prefix.has(.currencyCode) || prefix.coreUpper - prefix.lower == 1,
        let unit = money(Int(prefix.lower), upper)
      {
        return (unit, index - 2)
      }
      return money(Int(sign.lower), upper).map { ($0, index - 1) }
    }
    if sign.isSign(0x3D), run.isGlued(index - 1), let prefix = run[index - 2], prefix.isWord {
      return money(Int(prefix.lower), upper).map { ($0, index - 2) }
    }
    if sign.isWord, run.isSign(index - 2, 0x24), run.isGlued(index - 1), let dollar = run[index - 2] {
      return money(Int(dollar.lower), upper).map { ($0, index - 2) }
    }
    guard sign.isWord, sign.has(.currencyCode), sign.isCapitalised, sign.coreUpper - sign.lower >= 2 else {
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
