import ArticleModel

/// Reads the figure that starts at a number of one block: exclusions, amount, range, hedge, trend.
///
/// Ranges are in `FigureReader+Ranges`, places and scores in `FigureReader+Orders`.
struct FigureReader {
  /// What was read at a token.
  enum Finding {
    case figure(Figure, rule: FigureRule, tokens: Range<Int>)
    /// A number that is no figure.
    case mention(NumberMention.Kind, tokens: Range<Int>)
    /// Nothing; reading goes on at the token.
    case nothing(end: Int)
  }

  let run: TokenRun
  let numbers: NumberReader
  let units: UnitReader
  let amounts: AmountReader
  let hedges: HedgeReader
  let exclusions: FigureExclusions
  private let trends: TrendReader

  /// Makes a reader of one block.
  init(run: TokenRun) {
    self.run = run
    numbers = NumberReader(run: run)
    units = UnitReader(run: run)
    amounts = AmountReader(run: run)
    hedges = HedgeReader(run: run)
    exclusions = FigureExclusions(run: run)
    trends = TrendReader(run: run)
  }

  /// Reads at a token that can begin a number.
  ///
  /// - Parameters:
  ///   - index: The token.
  ///   - floor: The token after the figure before; hedges do not reach over it.
  /// - Returns: The figure, if it is one, and where to go on.
  func read(at index: Int, floor: Int) -> Finding {
    if let exclusion = exclusions.exclusion(at: index) {
      return .mention(exclusion.kind, tokens: index..<exclusion.end)
    }
    if run.has(index, .factorVerb) { return factor(at: index) }
    if let more = unitAndPart(at: index, floor: floor) { return more }
    guard let number = numbers.number(at: index) else { return .nothing(end: index + 1) }
    if number.form == .ordinal { return ordinal(number) }
    if let ordinal = gluedOrdinal(number) { return ordinal }
    if let score = score(at: index, number) { return score }
    let first = amounts.amount(number, floor: floor)
    if number.form != .fraction, number.form != .multiple, let range = range(first, floor: floor) {
      return range
    }
    return single(first, floor: floor)
  }

  // MARK: Single numbers

  private func single(_ amount: Amount, floor: Int) -> Finding {
    var kind = amount.kind ?? .count
    var unit = amount.unitName
    var rule = amount.currency != nil ? FigureRule.money : amount.unit?.rule ?? .bare
    var end = amount.tokens.upperBound
    var start = amount.tokens.lowerBound
    switch amount.number.form {
    case .fraction where amount.unit == nil || kind == .count:
      kind = .ratio
      rule = .ratio
      unit = nil
      end = amount.number.tokens.upperBound
    case .multiple:
      kind = .multiple
      rule = .multiple
      unit = "times"
      end = amount.number.tokens.upperBound
      if let rate = units.rate(at: end, of: "times", kind: .multiple) {
        unit = rate.name
        end = rate.end
      }
    default: break
    }
    if kind == .count, amount.unit == nil, let age = age(around: start, end) {
      kind = .age
      unit = "year"
      rule = .age
      start = age
    }
    if kind == .percent || kind == .ratio, let share = units.nouns.shareEnd(at: end) { end = share }
    var value: Figure.Value = .number(amount.value)
    var qualifier: Figure.Qualifier = amount.qualifier
    if let high = amount.number.high {
      value = .range(amount.value, high)
      qualifier = .range
      rule = .vague
    }
    if kind == .temperature, run.isWord(end, "below"), run.isWord(end + 1, "zero") {
      value = .number(-amount.value)
      end += 2
    }
    let hedged = hedge(start..<end, value: amount.value, qualifier: qualifier, floor: floor)
    if rule == .bare, hedged.qualifier == .exact, !isBareFigure(amount) {
      return .nothing(end: amount.tokens.upperBound)
    }
    if case .number(let bound) = value,
      let pair = boundPair(
        first: amount, bound, hedged.qualifier, tokens: hedged.tokens, unit: unit, kind: kind)
    {
      return pair
    }
    return finding(hedged.tokens, value, unit, hedged.qualifier, kind, rule, sign: amount)
  }

  /// An hour and a half: the part is the only number in it.
  private func unitAndPart(at index: Int, floor: Int) -> Finding? {
    let start = index - 4
    guard start >= floor, run.has(index, .fraction), run.isWord(index - 1, "a"), run.isWord(index - 2, "and"),
      run.isWord(start, "a") || run.isWord(start, "an"), let unit = units.tableUnit(at: index - 3),
      unit.end == index - 2, let part = numbers.partOfOne(at: index - 1),
      let reading = units.complete(unit.unit, end: part.end, magnitude: 0, nil, isHyphened: false)
    else { return nil }
    return finding(
      start..<part.end, .number(ExactDecimal(1) + part.value), reading.name, .exact, reading.kind,
      reading.rule,
      sign: nil)
  }

  /// Doubled, tripling: a verb that states a multiple.
  private func factor(at index: Int) -> Finding {
    guard !run.isTightHyphen(index + 1), !run.isCapitalInside(index) else { return .nothing(end: index + 1) }
    let value = ExactDecimal(significand: run.number(index))
    let hedged = hedge(index..<index + 1, value: value, qualifier: .exact, floor: index - 3)
    return finding(hedged.tokens, .number(value), "times", hedged.qualifier, .multiple, .multiple, sign: nil)
  }

  /// A number without unit is a figure wherever the exclusions let it be, but a lone zero or one is none.
  private func isBareFigure(_ amount: Amount) -> Bool {
    amount.number.form != .words || amount.number.value > ExactDecimal(1) || amount.number.isFormatted
      || run.isWord(amount.tokens.upperBound, "of")
  }

  /// The start of an age in years without unit: "aged 71", "Calder, 61,", "turned 40".
  private func age(around start: Int, _ end: Int) -> Int? {
    if run.isWord(start - 1, "aged") || run.isWord(start - 1, "age") { return start - 1 }
    if run.isWord(start - 1, "of"), run.isWord(start - 2, "age") || run.isWord(start - 2, "ages") {
      return start
    }
    if isPerson(start - 1), run[start]?.shape == .number, let value = exclusions.integer(start), value < 111,
      exclusions.countsNothing(end), !run.isSign(end, 0x2D), !run.has(end, .magnitude)
    {
      return start
    }
    if run.isWord(start - 1, "turned") || run.isWord(start - 1, "turns") || run.isWord(start - 1, "turning"),
      run[start]?.shape == .number, exclusions.countsNothing(end)
    {
      return start
    }
    guard run.isSign(start - 1, 0x2C), run.isSign(end, 0x2C) || run.isSign(end, 0x2E),
      run[start - 2]?.isCapitalised == true,
      run[start - 2]?.isWord == true, run[start]?.shape == .number, end - start == 1,
      run[start]?.hasSpaceBefore == true,
      let token = run[start], token.upper - token.lower == 2
    else { return nil }
    return start
  }

  /// Whether "he is", "who was", "she will be" ends at the token.
  private func isPerson(_ index: Int) -> Bool {
    var subject = index - 1
    if run.isWord(index, "be") {
      subject = index - 2
    } else if !(run.isWord(index, "is") || run.isWord(index, "was")) {
      return false
    }
    return run.isWord(subject, "who") || run.isWord(subject, "he") || run.isWord(subject, "she")
  }

  // MARK: Hedges

  func hedge(
    _ tokens: Range<Int>, value: ExactDecimal, qualifier: Figure.Qualifier, floor: Int
  ) -> (tokens: Range<Int>, qualifier: Figure.Qualifier) {
    var result = (tokens: tokens, qualifier: qualifier)
    if let after = hedges.after(tokens.upperBound) {
      result = (tokens.lowerBound..<after.end, after.qualifier)
    }
    if let before = hedges.before(tokens.lowerBound, value: value), before.start >= floor {
      result.tokens = before.start..<result.tokens.upperBound
      // "Maybe tens of thousands" is as wide as tens of thousands are.
      if result.qualifier == qualifier, qualifier != .range || before.qualifier != .about {
        result.qualifier = before.qualifier
      }
    }
    return result
  }

  // MARK: What was found

  func finding(
    _ tokens: Range<Int>, _ value: Figure.Value, _ unit: String?, _ qualifier: Figure.Qualifier,
    _ kind: Figure.Kind, _ rule: FigureRule, sign: Amount?
  ) -> Finding {
    let tokens = question(around: tokens) ?? tokens
    guard let range = run.range(of: tokens) else { return .nothing(end: tokens.upperBound) }
    let figure = Figure(
      range: range, value: value, unit: unit, qualifier: qualifier, kind: kind,
      trend: trends.trend(of: tokens, kind: kind, number: sign), evidence: rule.evidence)
    return .figure(figure, rule: rule, tokens: tokens)
  }

  /// The whole of a block that only doubts a figure: "40 boats?", "12% ready?".
  ///
  /// What the figure is of, and that it is questioned, is all that such a line says.
  private func question(around tokens: Range<Int>) -> Range<Int>? {
    let last = run.bounds.upperBound - 1
    guard tokens.lowerBound == run.bounds.lowerBound, run.isSign(last, 0x3F), last >= tokens.upperBound,
      last - tokens.upperBound <= 2
    else { return nil }
    for index in tokens.upperBound..<last where run[index]?.isWord != true { return nil }
    return run.bounds
  }
}
