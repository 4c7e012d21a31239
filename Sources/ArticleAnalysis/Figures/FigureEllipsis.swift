import ArticleModel

/// Gives a figure what the one before it has, where the sentence leaves it out.
///
/// Units: "the highest is 84.75 cents, the lowest 74.07", "6 million homes, including 1.5 million in the east", "rose 64
/// points to 4,577.10". Trends: "lost 190 points, or 0.6%".
struct FigureEllipsis {
  /// The figure that the unit is taken from.
  struct Antecedent {
    var figure: Figure
    /// The token after it.
    var end: Int
  }

  let run: TokenRun
  /// How many tokens may stand between.
  private static let reach = 30

  /// Completes a figure without unit or trend.
  func complete(_ figure: inout Figure, _ tokens: Range<Int>, isBare: Bool, after last: Antecedent) {
    if figure.trend == nil, figure.kind != .ordinal, figure.kind != .score, last.figure.trend != nil,
      isApposition(last.end, tokens.lowerBound)
    {
      figure.trend = last.figure.trend
    }
    if isBare { completeUnit(&figure, tokens, after: last) }
  }

  /// Whether nothing but ", or" or a bracket stands between two figures.
  private func isApposition(_ lower: Int, _ upper: Int) -> Bool {
    switch upper - lower {
    case 1: run.isWord(lower, "or") || run.isSign(lower, 0x28)
    case 2: run.isSign(lower, 0x2C) && run.isWord(lower + 1, "or")
    default: false
    }
  }

  private func completeUnit(_ figure: inout Figure, _ tokens: Range<Int>, after last: Antecedent) {
    guard let unit = last.figure.unit, tokens.lowerBound - last.end <= Self.reach, figure.kind == .count,
      countsNothing(tokens.upperBound), isOneSentence(last.end, tokens.lowerBound)
    else { return }
    let before = tokens.lowerBound - 1
    if unit == "point", run.isWord(before, "to") || run.isWord(before, "at") {
      figure.unit = unit
      figure.kind = last.figure.kind
      return
    }
    switch last.figure.kind {
    case .measure, .money, .temperature, .count, .age: break
    default: return
    }
    guard isComparison(before), isAlike(figure.value, last.figure.value) else { return }
    figure.unit = unit
    figure.kind = last.figure.kind
  }

  /// Whether nothing follows that the number could count.
  private func countsNothing(_ index: Int) -> Bool {
    guard let next = run[index] else { return true }
    if next.shape == .sign { return next.byte != 0x2D && next.byte != Sign.dash && next.byte != 0x28 }
    return next.has([.preposition, .boundary, .phraseEnd])
  }

  private func isOneSentence(_ lower: Int, _ upper: Int) -> Bool {
    guard lower <= upper else { return false }
    for index in lower..<upper {
      guard let token = run[index] else { return false }
      if token.isSign(0x2E) || token.isSign(0x3B) || token.isSign(0x3F) || token.isSign(0x28) { return false }
    }
    return true
  }

  /// Whether the word before sets the number beside another one.
  private func isComparison(_ index: Int) -> Bool {
    run.isWord(index, "is") || run.isWord(index, "was") || run.isWord(index, "including")
      || run.isWord(index, "and")
      || run.isWord(index, "between") || run.isWord(index, "than") || run.isWord(index, "from")
      || run.isWord(index, "versus") || run.isWord(index, "against") || run.isWord(index, "to")
  }

  /// Whether two numbers are of one size and written with as many places.
  private func isAlike(_ value: Figure.Value, _ other: Figure.Value) -> Bool {
    let (a, b) = (Self.first(value).magnitude, Self.first(other).magnitude)
    guard a.exponent == b.exponent || a.exponent >= 3 && b.exponent >= 3 else { return false }
    return a < b * ExactDecimal(5) && b < a * ExactDecimal(5)
  }

  private static func first(_ value: Figure.Value) -> ExactDecimal {
    switch value {
    case .number(let number): number
    case .range(let low, _): low
    }
  }
}
