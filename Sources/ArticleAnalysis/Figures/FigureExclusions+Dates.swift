import ArticleModel

/// Dates, years and times of day.
extension FigureExclusions {
  // MARK: Times of day

  func clock(at index: Int) -> Exclusion? {
    if run.isSign(index + 1, 0x3A), run.isGlued(index + 1), run.isGlued(index + 2),
      let minutes = run[index + 2], minutes.shape == .number, minutes.upper - minutes.lower > 1
    {
      return Exclusion(kind: .clock, end: isHalfDay(index + 3) ? halfDayEnd(index + 3) : index + 3)
    }
    if isHalfDay(index + 1), isHour(index) { return Exclusion(kind: .clock, end: halfDayEnd(index + 1)) }
    if run.isSign(index + 1, 0x2E), run.isGlued(index + 1), run.isGlued(index + 2), isHalfDay(index + 2) {
      return Exclusion(kind: .clock, end: halfDayEnd(index + 2))
    }
    if let end = spokenTimeEnd(index) { return Exclusion(kind: .clock, end: end) }
    guard let hour = integer(index) else { return nil }
    // 0200 GMT
    if run.has(index + 1, .timeZone), run[index + 1]?.traits.contains(.allCapitals) == true, hour <= 2400 {
      return Exclusion(kind: .clock, end: index + 2)
    }
    guard hour <= 24 else { return nil }
    if run.isWord(index + 1, "o'clock") || run.isWord(index + 1, "o’clock") || run.isWord(index + 1, "oclock")
      || run.has(index + 1, .timeZone)
        && (run[index + 1]?.traits.contains(.allCapitals) == true || isTimeBefore(index))
    {
      return Exclusion(kind: .clock, end: index + 2)
    }
    if isClockEnd(index + 1), isTimeBefore(index) { return Exclusion(kind: .clock, end: index + 1) }
    // Tonight at 7, Friday 23 at 4.
    if run.isWord(index - 1, "at") || run.isWord(index - 1, "around"), countsNothing(index + 1),
      (2...4).contains(where: { run.has(index - $0, [.dayPart, .weekday]) })
    {
      return Exclusion(kind: .clock, end: index + 1)
    }
    return joinedClock(at: index)
  }

  /// The hour that begins a span: 5 to 6pm, between 10 and 11:30.
  private func joinedClock(at index: Int) -> Exclusion? {
    let isHyphen = run.isTightHyphen(index + 1) || run.isSpacedHyphen(index + 1)
    let isJoined =
      isHyphen || run.isWord(index + 1, "to") || run.isWord(index + 1, "until")
      || run.isWord(index + 1, "till")
      || run.isWord(index + 1, "and") && run.isWord(index - 1, "between")
    guard isJoined, let second = run[index + 2], second.shape == .number || second.has(.cardinal) else {
      return nil
    }
    let isColon =
      run.isSign(index + 3, 0x3A) && run.isGlued(index + 3) && run[index + 4]?.shape == .number
    guard isColon || isHalfDay(index + 3) || isClockEnd(index + 3) else { return nil }
    if second.shape == .number, !isColon, !isHour(index + 2) { return nil }
    return Exclusion(kind: .clock, end: index + 1)
  }

  /// Ten past six, half past six, a quarter past six.
  func spokenTimeEnd(_ index: Int) -> Int? {
    if run.isWord(index + 1, "past"), run.has(index + 2, .cardinal) || run[index + 2]?.shape == .number {
      return index + 3
    }
    let isAfterPart = run.isWord(index - 2, "half") || run.isWord(index - 2, "quarter")
    return isAfterPart && run.isWord(index - 1, "past") && run.has(index, .cardinal) ? index + 1 : nil
  }

  /// Whether what follows an hour tells the part of the day: in the morning, this evening, tonight, o'clock.
  func isClockEnd(_ index: Int) -> Bool {
    if run.isWord(index, "tonight") || run.isWord(index, "o'clock") || run.isWord(index, "o’clock") {
      return true
    }
    if run.isWord(index, "in"), run.isWord(index + 1, "the") { return run.has(index + 2, .dayPart) }
    if run.isWord(index, "at") { return run.isWord(index + 1, "night") }
    let isNear =
      run.isWord(index, "this") || run.isWord(index, "last") || run.isWord(index, "tomorrow")
      || run.isWord(index, "yesterday") || run.isWord(index, "on")
    return isNear
      && (run.has(index + 1, .dayPart) || run.has(index + 2, .dayPart) && run.has(index + 1, .weekday))
  }

  /// Whether the word before can stand before an hour.
  func isTimeBefore(_ index: Int) -> Bool {
    guard let before = run[index - 1] else { return false }
    return before.isWord && before.has([.preposition, .timePreposition]) || run.isWord(index - 1, "than")
      || run.isWord(index - 1, "and") || run.isWord(index - 1, "until") || before.isSign(0x2D)
  }

  /// Whether the digits can be an hour, with or without minutes after a point.
  private func isHour(_ index: Int) -> Bool {
    if let hour = integer(index) { return hour <= 24 }
    guard let token = run[index] else { return false }
    let digits = run.words.utf8[Int(token.lower)..<Int(token.upper)]
    guard let point = digits.firstIndex(of: 0x2E) else { return false }
    return digits.endIndex - point == 3 && point - digits.startIndex <= 2
  }

  private func isHalfDay(_ index: Int) -> Bool {
    if run.isWord(index, "am") || run.isWord(index, "pm") { return true }
    return (run.isWord(index, "a") || run.isWord(index, "p")) && run.isSign(index + 1, 0x2E)
      && run.isWord(index + 2, "m")
  }

  private func halfDayEnd(_ index: Int) -> Int {
    run.isSign(index + 1, 0x2E) && run.isWord(index + 2, "m") ? index + 3 : index + 1
  }

  // MARK: Days

  func isMonth(_ index: Int) -> Bool {
    guard let token = run[index], token.isWord, token.has(.month) else { return false }
    // Without a capital only what can be nothing else: oct. 7, december 3, feb 30.
    if token.isCapitalised || token.traits.contains(.dotted) || token.coreUpper - token.lower > 5 {
      return true
    }
    if run.isWord(index, "may") || run.isWord(index, "march") || run.isWord(index, "mar")
      || run.isWord(index, "dec")
    {
      return run.isWord(index - 1, "on") || run.isWord(index - 1, "since") || run.isWord(index - 1, "until")
    }
    return true
  }

  /// Whether the word before makes a day of a number: Friday, this, on.
  func isDateBefore(_ index: Int) -> Bool {
    run.has(index - 1, .weekday) || run.isWord(index - 1, "this") || run.isWord(index - 1, "next")
      || run.isWord(index - 1, "on") || run.isWord(index - 1, "since") || run.isWord(index - 1, "until")
  }

  func date(at index: Int) -> Exclusion? {
    guard let value = integer(index) else {
      // Friday 7.6
      guard run.has(index - 1, .weekday), countsNothing(index + 1), isHour(index) || isShortDate(index) else {
        return nil
      }
      return Exclusion(kind: .date, end: index + 1)
    }
    let isDay = value >= 1 && value <= 31
    if run.isWord(index + 1, "bc") || run.isWord(index + 1, "ad") || run.isWord(index + 1, "bce")
      || run.isWord(index + 1, "ce")
    {
      return Exclusion(kind: .year, end: index + 2)
    }
    if run.isWord(index - 1, "a.d") || run.isWord(index - 1, "ad") || run.isWord(index - 1, "anno") {
      return Exclusion(kind: .year, end: index + 1)
    }
    var end = index + 1
    if isGluedOrdinal(end) { end += 1 }
    let isYear = value >= 1000 && value <= 2100
    if isMonth(index - 1), isDay || isYear { return Exclusion(kind: .date, end: dayEnd(end)) }
    // May 3 1998: the year after the day.
    if isYear, let day = integer(index - 1), day <= 31, isMonth(index - 2) {
      return Exclusion(kind: .date, end: index + 1)
    }
    guard isDay else { return nil }
    var next = end
    if run.isTightHyphen(next), run[next + 1]?.shape == .number { next += 2 }
    if run.isWord(next, "of") { next += 1 }
    if isMonth(next), !run.isSign(next, 0x2E) {
      let year = run[next + 1]
      let hasYear = year?.shape == .number && (integer(next + 1).map { $0 >= 1000 && $0 <= 2100 } ?? false)
      return Exclusion(kind: .date, end: hasYear ? next + 2 : next + 1)
    }
    guard end == index + 1, countsNothing(end) else { return nil }
    // Sunday 31, on the 17.
    if run.has(index - 1, .weekday) || run.isWord(index - 1, "the") && run.isWord(index - 2, "on") {
      return Exclusion(kind: .date, end: end)
    }
    return nil
  }

  private func isShortDate(_ index: Int) -> Bool {
    guard let token = run[index] else { return false }
    return token.upper - token.lower <= 5 && run.words.utf8[Int(token.lower) + 1] == 0x2E
  }

  /// The end of a day: "November 4-9" and "June 6, 2012" with all that they hold.
  private func dayEnd(_ end: Int) -> Int {
    var end = end
    if run.isTightHyphen(end), run[end + 1]?.shape == .number { end += 2 }
    if run.isSign(end, 0x2C), let year = integer(end + 1), year >= 1000, year <= 2100,
      run[end + 1].map({ $0.upper - $0.lower == 4 }) == true
    {
      end += 2
    }
    return end
  }

  func isGluedOrdinal(_ index: Int) -> Bool {
    guard run.isGlued(index) else { return false }
    return run.isWord(index, "st") || run.isWord(index, "nd") || run.isWord(index, "rd")
      || run.isWord(index, "th")
  }

  // MARK: Years

  /// '87, ‘16: two digits behind an apostrophe that opens nothing.
  func isShortYear(_ index: Int) -> Bool {
    guard run.isGlued(index), let token = run[index], token.upper - token.lower == 2,
      let before = run[index - 1], before.shape == .sign,
      before.byte == 0x27 || before.byte == Sign.apostrophe || before.byte == Sign.quotationMark
    else { return false }
    return !run.isGlued(index - 1) && integer(index) != nil && countsNothing(index + 1)
  }

  func isYear(_ index: Int) -> Bool {
    guard let token = run[index], token.upper - token.lower == 4, let value = integer(index), value >= 1000,
      value <= 2100
    else {
      return false
    }
    if let before = run[index - 1], before.shape == .sign,
      before.byte == 0x24 || before.byte == Sign.currency || before.byte == 0x7E
    {
      return false
    }
    // A round number behind a hedge is a count: about 1000.
    if run[index - 1]?.has([.timePreposition]) != true || value < 1500,
      HedgeReader(run: run).before(index, value: ExactDecimal(Int(value))) != nil, value % 100 == 0
    {
      return false
    }
    guard let next = run[index + 1] else { return true }
    if next.shape == .sign, next.byte == 0x25 || next.byte == Sign.degree { return false }
    if next.isWord { return isYear(value, before: next, at: index + 1) }
    if run.isTightHyphen(index + 1), let unit = units.tableUnit(at: index + 2),
      case .duration = unit.unit.kind
    {
      return false
    }
    return true
  }

  private func isYear(_ value: Int64, before next: Token, at index: Int) -> Bool {
    if next.has([.magnitude, .vaguePlural]) { return false }
    if run.isGlued(index), next.upper - next.lower == 1, run.isWord(index, "k") || run.isWord(index, "m") {
      return false
    }
    if let unit = units.tableUnit(at: index), !next.isCapitalised {
      switch unit.unit.kind {
      case .magnitude: return false
      case .duration: return unit.unit.name != "year" && value >= 1900
      default: return run.has(index - 2, .timePreposition) && value >= 1900
      }
    }
    if value < 1700 || value % 100 == 0 && value != 2000 {
      let isDated = run.has(index - 2, [.timePreposition, .month, .determiner])
      if units.nouns.isPlural(next), !next.isCapitalised, !isDated { return false }
    }
    return !run.isWord(index, "people") || run.isWord(index - 2, "in")
  }

  /// The end of "2006-07" and "1931–2004".
  func yearEnd(_ index: Int) -> Int {
    guard run.isTightHyphen(index + 1), let next = run[index + 2], next.shape == .number,
      next.upper - next.lower == 2 || next.upper - next.lower == 4
    else { return index + 1 }
    return index + 3
  }
}
