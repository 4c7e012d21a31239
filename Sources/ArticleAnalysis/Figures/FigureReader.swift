import ArticleModel

/// Reads the figure that starts at a number of one block.
struct FigureReader {
  let run: TokenRun
  private let numbers: NumberReader
  private let units: UnitReader
  private let amounts: AmountReader
  private let hedges: HedgeReader
  private let exclusions: FigureExclusions

  /// Makes a reader of one block.
  init(run: TokenRun) {
    self.run = run
    numbers = NumberReader(run: run)
    units = UnitReader(run: run)
    amounts = AmountReader(run: run)
    hedges = HedgeReader(run: run)
    exclusions = FigureExclusions(run: run)
  }

  /// Reads at a token that can begin a number.
  ///
  /// - Parameters:
  ///   - index: The token.
  ///   - floor: The token after the figure before; hedges do not reach over it.
  /// - Returns: The figure, if it is one, and the token to go on with.
  func read(at index: Int, floor: Int) -> (figure: Figure?, end: Int) {
    if let end = exclusions.end(of: index) { return (nil, end) }
    guard let number = numbers.number(at: index) else { return (nil, index + 1) }
    if number.form == .ordinal { return ordinal(number, floor: floor) }
    if let ordinal = gluedOrdinal(number, floor: floor) { return ordinal }
    if let score = score(at: index, number) { return score }
    let first = amounts.amount(number, floor: floor)
    if number.form == .fraction || number.form == .multiple { return single(first, floor: floor) }
    return range(first, floor: floor) ?? single(first, floor: floor)
  }

  // MARK: Ordinals and scores

  private func ordinal(_ number: NumberReading, floor: Int) -> (figure: Figure?, end: Int) {
    let index = number.tokens.lowerBound
    let end = number.tokens.upperBound
    // "First" orders words more often than things, and "second" may be the unit of time.
    guard number.value > ExactDecimal(1), let before = run[index - 1], before.isWord,
      before.has([.determiner]) || before.traits.contains(.possessive), !run.isWord(index - 1, "a"),
      !run.isTightHyphen(end), !run.isCapitalInside(index), isOrderedNoun(end)
    else { return (nil, end) }
    let cut = end + 1
    return (figure(index..<cut, .number(number.value), nil, .exact, .ordinal, "ordinal", 0.8), cut)
  }

  private func gluedOrdinal(_ number: NumberReading, floor: Int) -> (figure: Figure?, end: Int)? {
    let end = number.tokens.upperBound
    guard number.form == .digits, run.isGlued(end),
      run.isWord(end, "st") || run.isWord(end, "nd") || run.isWord(end, "rd") || run.isWord(end, "th")
    else { return nil }
    if run.isWord(end + 1, "century") || run.isWord(end + 1, "centuries") || run.isTightHyphen(end + 1) {
      return (nil, end + 1)
    }
    if run[end + 1]?.isCapitalised == true { return (nil, end + 1) }
    let cut = isOrderedNoun(end + 1) ? end + 2 : end + 1
    return (
      figure(number.tokens.lowerBound..<cut, .number(number.value), nil, .exact, .ordinal, "ordinal", 0.8),
      cut
    )
  }

  /// Whether the word can be the thing that an ordinal gives a place: a small word that is no function word.
  private func isOrderedNoun(_ index: Int) -> Bool {
    guard let token = run[index], token.isWord, token.hasSpaceBefore, !token.isCapitalised else {
      return false
    }
    if run.isWord(index, "century") || run.isWord(index, "time") { return false }
    return !token.has([.preposition, .boundary, .pronoun, .determiner, .adverb, .speechVerb, .cardinal])
      && !run.words.endsInLy(token)
  }

  /// 3-0, 77-77: two plain numbers with a hyphen that nothing is counted with, or that go down.
  private func score(at index: Int, _ number: NumberReading) -> (figure: Figure?, end: Int)? {
    guard number.form == .digits, number.tokens.count == 1, !number.isFormatted, number.digits <= 3,
      run.isTightHyphen(index + 1), let second = numbers.number(at: index + 2), second.form == .digits,
      second.tokens.count == 1, !second.isFormatted, second.digits <= 3,
      !(run[index - 1].map { $0.shape == .sign && ($0.byte == 0x24 || $0.byte == Sign.currency) } ?? false)
    else { return nil }
    let end = index + 3
    let goesUp = number.value < second.value
    if goesUp {
      if units.unit(at: end, of: second, hasCurrency: false) != nil, !isContestWord(end) { return nil }
      guard isContest(before: index) || isContestWord(end) else { return nil }
    } else if units.tableUnit(at: end) != nil, !isContestWord(end) {
      return nil
    }
    return (figure(index..<end, .range(number.value, second.value), nil, .exact, .score, "score", 0.8), end)
  }

  /// Whether a team, or a word of winning and losing, stands before.
  private func isContest(before index: Int) -> Bool {
    run.isCapitalInside(index - 1) || run.isWord(index - 1, "won") || run.isWord(index - 1, "lost")
      || run.isWord(index - 1, "win") || run.isWord(index - 1, "beat") || run.isWord(index - 1, "at")
      || run.isWord(index - 1, "a") || run.isWord(index - 1, "by") || run.isSign(index - 1, 0x28)
      || run.isWord(index - 1, "voted")
  }

  private func isContestWord(_ index: Int) -> Bool {
    run.isWord(index, "win") || run.isWord(index, "victory") || run.isWord(index, "defeat")
      || run.isWord(index, "loss")
      || run.isWord(index, "lead") || run.isWord(index, "vote") || run.isWord(index, "record")
      || run.isWord(index, "draw")
  }

  // MARK: Figures

  private func single(_ amount: Amount, floor: Int) -> (figure: Figure?, end: Int) {
    var kind = amount.kind ?? .count
    var unit = amount.unitName
    var rule = amount.currency != nil ? "money" : amount.unit?.rule ?? "bare"
    var end = amount.tokens.upperBound
    var start = amount.tokens.lowerBound
    switch amount.number.form {
    case .fraction where amount.unit == nil || kind == .count:
      kind = .ratio
      rule = "ratio"
      unit = nil
      end = amount.number.tokens.upperBound
    case .multiple:
      kind = .multiple
      rule = "multiple"
      unit = "times"
      end = amount.number.tokens.upperBound
    default: break
    }
    if kind == .count, amount.unit == nil, let age = age(around: start, end) {
      kind = .age
      unit = "year"
      rule = "age"
      start = age
    }
    if let share = units.shareEnd(at: end), kind == .percent || kind == .ratio { end = share }
    var value: Figure.Value = .number(amount.value)
    var qualifier: Figure.Qualifier = .exact
    if let high = amount.number.high {
      value = .range(amount.value, high)
      qualifier = .about
      rule = "vague"
    }
    let hedged = hedge(start..<end, value: amount.value, qualifier: qualifier, floor: floor)
    if rule == "bare", hedged.qualifier == .exact, !isBareFigure(amount) {
      return (nil, amount.tokens.upperBound)
    }
    let confidence = Self.confidence[rule] ?? 0.85
    return (
      figure(hedged.tokens, value, unit, hedged.qualifier, kind, rule, confidence), hedged.tokens.upperBound
    )
  }

  /// The share of finds of a rule that are right on the development data.
  private static let confidence: [String: Double] = [
    "percent": 0.97, "money": 0.96, "count": 0.85, "duration": 0.9, "age": 0.9, "measure": 0.92, "bare": 0.7,
    "vague": 0.7, "ratio": 0.8, "multiple": 0.7, "percentage-point": 0.95, "temperature": 0.95,
  ]

  /// A number without unit is a figure wherever the exclusions let it be, but a lone zero or one is none.
  private func isBareFigure(_ amount: Amount) -> Bool {
    amount.number.form != .words || amount.number.value > ExactDecimal(1)
      || run.isWord(amount.tokens.upperBound, "of")
  }

  /// The start of an age in years without unit: "aged 71", "Calder, 61,".
  private func age(around start: Int, _ end: Int) -> Int? {
    if run.isWord(start - 1, "aged") || run.isWord(start - 1, "age") { return start - 1 }
    guard run.isSign(start - 1, 0x2C), run.isSign(end, 0x2C) || run.isSign(end, 0x2E),
      run[start - 2]?.isCapitalised == true,
      run[start - 2]?.isWord == true, run[start]?.shape == .number, end - start == 1,
      run[start]?.hasSpaceBefore == true,
      let token = run[start], token.upper - token.lower == 2
    else { return nil }
    return start
  }

  private func hedge(
    _ tokens: Range<Int>, value: ExactDecimal, qualifier: Figure.Qualifier, floor: Int
  ) -> (tokens: Range<Int>, qualifier: Figure.Qualifier) {
    var result = (tokens: tokens, qualifier: qualifier)
    if let after = hedges.after(tokens.upperBound) {
      result = (tokens.lowerBound..<after.end, after.qualifier)
    }
    if let before = hedges.before(tokens.lowerBound, value: value), before.start >= floor {
      result.tokens = before.start..<result.tokens.upperBound
      if result.qualifier == qualifier { result.qualifier = before.qualifier }
    }
    return result
  }

  // MARK: Ranges

  /// Two amounts that are the ends of one range.
  private func range(_ first: Amount, floor: Int) -> (figure: Figure?, end: Int)? {
    guard first.number.high == nil, let joint = joint(after: first, floor: floor) else { return nil }
    guard exclusions.end(of: joint.number) == nil || joint.isHyphen,
      let number = numbers.number(at: joint.number),
      number.form == .digits || number.form == .words, number.high == nil
    else { return nil }
    let second = amounts.amount(number, floor: first.tokens.upperBound)
    guard second.number.tokens.lowerBound == joint.number, isOneUnit(first, second) else { return nil }
    var low = first.value
    let high = second.value
    if first.magnitude == 0, second.magnitude > 0, first.unit?.kind != .count || first.unit == nil,
      !first.number.isFormatted || first.value.exponent < 0
    {
      let scaled = low.scaled(byPowerOfTen: second.magnitude)
      if scaled < high { low = scaled }
    }
    guard low < high || joint.isFrom else { return nil }
    let unit = second.unitName ?? first.unitName
    let kind = second.kind ?? first.kind ?? .count
    var end = second.tokens.upperBound
    if let share = units.shareEnd(at: end), kind == .percent { end = share }
    var tokens = (joint.start ?? first.tokens.lowerBound)..<end
    var qualifier: Figure.Qualifier = .range
    let hedged = hedge(tokens, value: low, qualifier: .range, floor: floor)
    tokens = hedged.tokens
    qualifier = hedged.qualifier
    return (figure(tokens, .range(low, high), unit, qualifier, kind, "range", 0.85), tokens.upperBound)
  }

  /// What joins two ends: the token of the second number, and the word that announces the range.
  private func joint(after first: Amount, floor: Int) -> (
    number: Int, start: Int?, isFrom: Bool, isHyphen: Bool
  )? {
    var next = first.tokens.upperBound
    // The first number alone may be joined although a noun was read after it: "8- to 16-metre".
    if first.unit?.kind == .count, first.unit?.magnitude == 0 { next = first.number.tokens.upperBound }
    let opener = first.tokens.lowerBound - 1
    let isBetween = opener >= floor && run.isWord(opener, "between")
    let isFrom = opener >= floor && run.isWord(opener, "from")
    var isHyphen = false
    if run.isTightHyphen(next) {
      isHyphen = true
      next += 1
    } else if let dash = run[next],
      dash.isSign(Sign.dash) || dash.isSign(0x2D) && first.unitName == nil && !run.isGlued(next),
      run[next + 1]?.shape == .number, !run.isGlued(next + 1)
    {
      isHyphen = true
      next += 1
    } else {
      if run.isSign(next, 0x2D), run.isGlued(next) { next += 1 }
      let isJoined =
        run.isWord(next, "to") || run.isWord(next, "up") && run.isWord(next + 1, "to")
        || run.isWord(next, "and") && isBetween
        || run.isWord(next, "or") && first.number.form == .words
      guard isJoined else { return nil }
      next += run.isWord(next, "up") ? 2 : 1
      if run.isWord(next, "up"), run.isWord(next + 1, "to") { next += 2 }
    }
    if let sign = run[next], sign.shape == .sign, sign.byte == 0x24 || sign.byte == Sign.currency {
      next += 1
    }
    if let code = run[next], code.isWord, code.has(.currencyCode), run[next + 1]?.shape == .number {
      next += 1
    }
    guard let token = run[next], token.shape == .number || token.has([.cardinal, .magnitude]) else {
      return nil
    }
    return (next, isBetween || isFrom ? opener : nil, isFrom, isHyphen)
  }

  /// Whether two ends have one unit, or one of them has none.
  private func isOneUnit(_ first: Amount, _ second: Amount) -> Bool {
    guard let a = first.unitName else { return first.kind == nil || first.kind == second.kind }
    guard let b = second.unitName else {
      // "$3-5 million": the magnitude of the second number covers the first.
      let low = first.magnitude == 0 ? first.value.scaled(byPowerOfTen: second.magnitude) : first.value
      return second.kind == nil && second.value < NumberReader.product(low, 20)
    }
    return a == b || (first.kind == second.kind && (a.hasPrefix(b) || b.hasPrefix(a)))
  }

  private func figure(
    _ tokens: Range<Int>, _ value: Figure.Value, _ unit: String?, _ qualifier: Figure.Qualifier,
    _ kind: Figure.Kind,
    _ rule: String, _ confidence: Double
  ) -> Figure? {
    guard let first = run[tokens.lowerBound], let last = run[tokens.upperBound - 1] else { return nil }
    let upper =
      last.traits.contains(.possessive) || (last.traits.contains(.dotted) && run[tokens.upperBound] == nil)
      ? last.coreUpper : last.upper
    guard first.lower < upper else { return nil }
    return Figure(
      range: TextRange(Int(first.lower), Int(upper)), value: value, unit: unit, qualifier: qualifier,
      kind: kind,
      evidence: Evidence(rule: "figure.\(rule)", confidence: confidence))
  }
}
