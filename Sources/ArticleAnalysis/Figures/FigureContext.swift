import ArticleModel

/// What the whole text says about signs that mean several things: `m`, `$` and "pounds".
///
/// Figures that could mean something else are remembered while the text is read, and settled by vote at its end: `29m`
/// is a number of millions where the text counts money or people in millions and measures nothing in metres; `$` is the
/// dollar of the one country whose dollar the text names.
struct FigureContext {
  /// What an unsettled figure would become.
  private enum Doubt {
    case million, dollar, pound
  }

  private var doubts: [(index: Int, doubt: Doubt)] = []
  private var millions = 0
  private var metres = 0
  private var hasSterling = false
  private var hasAmericanDollar = false
  /// The dollar of another country that the text names; `nil` when there is none or several.
  private var dollar: String?
  private var hasSeveralDollars = false
  /// Where the last amount in another country's dollar ended, so that "C$135 ($100)" is no doubt.
  private var lastDollarEnd = -8

  /// Takes notice of a figure.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - tokens: Its tokens in `run`.
  ///   - run: The block.
  ///   - index: Its place in the list that `settle` gets.
  mutating func add(_ figure: Figure, _ tokens: Range<Int>, _ run: TokenRun, at index: Int) {
    guard let unit = figure.unit else {
      if figure.kind == .count, Self.isMillions(figure.value) { millions += 1 }
      return
    }
    switch figure.kind {
    case .measure:
      if unit == "m" {
        if Self.isGluedLetter(tokens, run) { doubts.append((index, .million)) } else { metres += 1 }
      } else if unit == "km" || unit == "cm" || unit == "mm" || unit == "foot" || unit.hasPrefix("m per ") {
        metres += 1
      } else if unit == "lb" {
        doubts.append((index, .pound))
      }
    case .money: addMoney(figure, unit, tokens, run, at: index)
    case .count where Self.isMillions(figure.value): millions += 1
    default: break
    }
  }

  private mutating func addMoney(
    _ figure: Figure, _ unit: String, _ tokens: Range<Int>, _ run: TokenRun, at index: Int
  ) {
    if Self.isMillions(figure.value) { millions += 1 }
    if unit == "GBP" { hasSterling = true }
    guard unit.hasPrefix("USD") else {
      let code = String(unit.prefix(3))
      guard Self.dollars.contains(code) else { return }
      if let dollar, dollar != code { hasSeveralDollars = true }
      dollar = code
      lastDollarEnd = tokens.upperBound
      return
    }
    guard Self.isBareDollar(tokens, run) else {
      hasAmericanDollar = true
      return
    }
    // "C$135 ($100)" tells two dollars apart.
    if tokens.lowerBound - lastDollarEnd <= 2, run.isSign(tokens.lowerBound - 1, 0x28) {
      hasAmericanDollar = true
    }
    doubts.append((index, .dollar))
  }

  /// Settles what the text as a whole tells.
  mutating func settle(_ figures: inout [Figure]) {
    let isMillion = millions > 0 && metres == 0
    for (index, doubt) in doubts where figures.indices.contains(index) {
      switch doubt {
      case .million where isMillion:
        figures[index].unit = nil
        figures[index].kind = .count
        figures[index].value = figures[index].value.scaled(byPowerOfTen: 6)
      case .dollar where !hasAmericanDollar && !hasSeveralDollars:
        guard let dollar, let unit = figures[index].unit else { continue }
        figures[index].unit = dollar + unit.dropFirst(3)
      case .pound where hasSterling:
        figures[index].unit = "GBP"
        figures[index].kind = .money
      default: continue
      }
    }
  }

  private static let dollars: Set<String> = [
    "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "JMD", "TTD", "FJD", "NAD",
  ]

  private static func isMillions(_ value: Figure.Value) -> Bool {
    switch value {
    case .number(let number): number.exponent >= 5
    case .range(_, let high): high.exponent >= 5
    }
  }

  /// Whether the unit is the letter m directly behind digits.
  private static func isGluedLetter(_ tokens: Range<Int>, _ run: TokenRun) -> Bool {
    guard let last = run[tokens.upperBound - 1], run.isWord(tokens.upperBound - 1, "m") else { return false }
    return last.upper - last.lower == 1 && run.isGlued(tokens.upperBound - 1)
      && run[tokens.upperBound - 2]?.shape == .number
  }

  /// Whether a dollar sign stands for the currency without a country.
  private static func isBareDollar(_ tokens: Range<Int>, _ run: TokenRun) -> Bool {
    for index in tokens where run.isSign(index, 0x24) {
      return index == tokens.lowerBound || run[index - 1]?.isWord != true || !run.isGlued(index)
    }
    return false
  }
}

extension Figure.Value {
  /// The value times a power of ten.
  fileprivate func scaled(byPowerOfTen power: Int) -> Figure.Value {
    switch self {
    case .number(let number): .number(number.scaled(byPowerOfTen: power))
    case .range(let low, let high): .range(low.scaled(byPowerOfTen: power), high.scaled(byPowerOfTen: power))
    }
  }
}
