import ArticleModel

/// Two numbers that are the ends of one range.
extension FigureReader {
  /// What joins two ends.
  private struct Joint {
    /// The token of the second number.
    var number: Int
    /// The word that announces the range: between, from.
    var opener: Int?
    var isFrom: Bool
    var isHyphen: Bool
  }

  /// The range that starts with an amount, or `nil` when no second end follows.
  func range(_ first: Amount, floor: Int) -> Finding? {
    guard first.number.high == nil, let joint = joint(after: first, floor: floor) else { return nil }
    guard joint.isHyphen || exclusions.exclusion(at: joint.number) == nil,
      let number = numbers.number(at: joint.number),
      number.form == .digits || number.form == .words, number.high == nil
    else { return nil }
    let second = amounts.amount(
      number, floor: first.tokens.upperBound, joinedTo: joint.isHyphen ? first.currency : nil)
    guard second.number.tokens.lowerBound == joint.number, isOneUnit(first, second) else { return nil }
    var low = first.value
    var high = second.value
    if first.magnitude == 0, second.magnitude > 0, first.unit?.kind != .count || first.unit == nil,
      !first.number.isFormatted || first.value.exponent < 0
    {
      let scaled = low.scaled(byPowerOfTen: second.magnitude)
      if scaled < high { low = scaled }
    }
    // "Between −2 and −7": the way down is a range where a word announces it.
    guard low < high || joint.opener != nil else { return nil }
    if high < low { (low, high) = (high, low) }
    var unit = second.unitName ?? first.unitName
    var kind = second.kind ?? first.kind ?? .count
    let start = joint.opener ?? first.tokens.lowerBound
    if kind == .count, unit == nil,
      run.isWord(start - 1, "aged") || run.isWord(start - 1, "age") || run.isWord(start - 1, "ages")
        || run.isWord(start - 1, "of") && run.isWord(start - 2, "ages")
    {
      unit = "year"
      kind = .age
    }
    var end = max(second.tokens.upperBound, first.tokens.upperBound)
    if kind == .percent, let share = units.nouns.shareEnd(at: end) { end = share }
    let tokens = (joint.opener ?? first.tokens.lowerBound)..<end
    var hedged = hedge(tokens, value: low, qualifier: .exact, floor: floor)
    if hedged.qualifier == .exact || joint.isFrom { hedged.qualifier = .range }
    return finding(hedged.tokens, .range(low, high), unit, hedged.qualifier, kind, .range, sign: nil)
  }

  private func joint(after first: Amount, floor: Int) -> Joint? {
    var next = first.tokens.upperBound
    // The first number alone may be joined although a noun was read after it: "8- to 16-metre".
    if first.unit?.kind == .count, first.unit?.magnitude == 0, !isJoint(next) {
      next = first.number.tokens.upperBound
    }
    var opener = first.tokens.lowerBound - 1
    if opener >= floor, let hedge = hedges.before(first.tokens.lowerBound, value: first.value),
      hedge.start > floor,
      run.isWord(hedge.start - 1, "from") || run.isWord(hedge.start - 1, "between")
    {
      opener = hedge.start - 1
    }
    let isBetween = opener >= floor && run.isWord(opener, "between")
    let isFrom = opener >= floor && run.isWord(opener, "from")
    var isHyphen = false
    if run.isTightHyphen(next) || run.isSign(next, 0x7E) && run.isGlued(next) && run.isGlued(next + 1) {
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
        isJoint(next) || run.isWord(next, "and") && isBetween
        || run.isWord(next, "or")
          && (first.number.form == .words || !first.number.isFormatted && first.unit == nil)
      guard isJoined else { return nil }
      next += run.isWord(next, "up") || run.isWord(next, "down") ? 2 : 1
    }
    next = numberStart(next)
    guard let token = run[next], token.shape == .number || token.has([.cardinal, .magnitude]) else {
      return nil
    }
    return Joint(
      number: next, opener: isBetween || isFrom ? opener : nil, isFrom: isFrom, isHyphen: isHyphen)
  }

  private func isJoint(_ index: Int) -> Bool {
    run.isWord(index, "to") || run.isWord(index, "through")
      || (run.isWord(index, "up") || run.isWord(index, "down")) && run.isWord(index + 1, "to")
  }

  /// Steps over a hedge, a sign and a currency between the joint and the second number.
  private func numberStart(_ index: Int) -> Int {
    var next = index
    if run.isWord(next, "about") || run.isWord(next, "around") || run.isWord(next, "nearly")
      || run.isWord(next, "almost") || run.isWord(next, "roughly") || run.isWord(next, "over")
      || run.isSign(next, 0x3E) || run.isSign(next, 0x7E)
    {
      next += 1
    }
    if run.isWord(next, "minus") { next += 1 }
    for _ in 0..<3 {
      if let sign = run[next], sign.shape == .sign,
        sign.byte == 0x24 || sign.byte == Sign.currency || sign.byte == Sign.minus || sign.byte == 0x2D
          || sign.byte == Sign.dash, run.isGlued(next + 1) || sign.byte == 0x24 || sign.byte == Sign.currency
      {
        next += 1
      } else if let code = run[next], code.isWord, code.has(.currencyCode),
        run[next + 1]?.shape == .number || run.isSign(next + 1, 0x24)
      {
        next += 1
      }
    }
    return next
  }

  /// Whether two ends have one unit, or one of them has none.
  private func isOneUnit(_ first: Amount, _ second: Amount) -> Bool {
    guard let a = first.unitName else { return first.kind == nil || first.kind == second.kind }
    guard let b = second.unitName else {
      // "$3-5 million": the magnitude of the second number covers the first.
      let low = first.magnitude == 0 ? first.value.scaled(byPowerOfTen: second.magnitude) : first.value
      return second.kind == nil && second.value < low * ExactDecimal(20)
    }
    return a == b || (first.kind == second.kind && (a.hasPrefix(b) || b.hasPrefix(a)))
  }

  // MARK: Two bounds

  /// "Above 1,000 and below 1,500": a lower and an upper bound beside each other.
  func boundPair(
    first: Amount, _ bound: ExactDecimal, _ qualifier: Figure.Qualifier, tokens: Range<Int>, unit: String?,
    kind: Figure.Kind
  ) -> Finding? {
    guard let isLower = qualifier.isLowerBound else { return nil }
    var start = tokens.upperBound
    if run.isSign(start, 0x2C) { start += 1 }
    if run.isWord(start, "and") || run.isWord(start, "but") { start += 1 }
    guard start > tokens.upperBound, run[start]?.isWord == true else { return nil }
    for index in start + 1...start + 6 {
      guard let token = run[index] else { return nil }
      guard token.shape == .number || token.has([.cardinal, .fraction]) else {
        if token.shape == .sign, token.byte == 0x2E { return nil }
        continue
      }
      guard let number = numbers.number(at: index) else { return nil }
      let second = amounts.amount(number, floor: tokens.upperBound)
      guard let hedge = hedges.before(second.tokens.lowerBound, value: second.value), hedge.start == start,
        let isSecondLower = hedge.qualifier.isLowerBound, isSecondLower != isLower, isOneUnit(first, second)
      else { return nil }
      let low = isLower ? bound : second.value
      let high = isLower ? second.value : bound
      guard low < high else { return nil }
      return finding(
        tokens.lowerBound..<second.tokens.upperBound, .range(low, high), second.unitName ?? unit, .range,
        second.kind ?? kind, .range, sign: nil)
    }
    return nil
  }
}

extension Figure.Qualifier {
  /// Whether the hedge makes the number the lower end; `nil` when it bounds nothing.
  fileprivate var isLowerBound: Bool? {
    switch self {
    case .moreThan, .atLeast: true
    case .lessThan, .atMost: false
    case .exact, .about, .range: nil
    }
  }
}
