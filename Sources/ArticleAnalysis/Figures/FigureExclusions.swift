import ArticleModel

/// Tells numbers that state no quantity: years, dates, clock times, names, references, numbers of telephones.
struct FigureExclusions {
  let run: TokenRun

  /// The token after a number that is no figure together with what belongs to it, or `nil` when it may be a figure.
  ///
  /// The order is fixed: what is surest comes first.
  func end(of index: Int) -> Int? {
    guard let token = run[index] else { return index + 1 }
    if token.shape == .word { return wordEnd(of: index) }
    guard token.shape == .number else { return nil }
    if let end = chainEnd(index) ?? clockEnd(index) ?? dateEnd(index) { return end }
    if isGluedName(index) || isReference(index) || isListNumber(index) { return index + 1 }
    if isYear(index) { return yearEnd(index) }
    if isLabelled(index) || isAddress(index) || isNamed(index) || isNameStart(index) { return index + 1 }
    return nil
  }

  // MARK: Number words

  private func wordEnd(of index: Int) -> Int? {
    if run.isWord(index, "one") { return oneEnd(index) }
    guard let token = run[index] else { return nil }
    if let end = spokenTimeEnd(index) { return end }
    if token.has(.cardinal), token.isCapitalised, run.isCapitalInside(index),
      run.isCapitalInside(index - 1) || run[index + 1]?.isCapitalised == true
    {
      return index + 1
    }
    if token.traits.contains(.possessive) { return index + 1 }
    // Day five, number one.
    if token.has(.cardinal), let label = run[index - 1], label.isWord, label.has(.label),
      !label.has(.phraseEnd),
      !run.has(index + 1, [.magnitude]), UnitReader(run: run).tableUnit(at: index + 1) == nil,
      run[index + 1]?.shape != .word || run.has(index + 1, [.preposition, .boundary, .phraseEnd])
    {
      return index + 1
    }
    return nil
  }

  /// Ten past six, half past six, a quarter past six.
  private func spokenTimeEnd(_ index: Int) -> Int? {
    if run.isWord(index + 1, "past"), run.has(index + 2, .cardinal) { return index + 3 }
    let isAfterPart = run.isWord(index - 2, "half") || run.isWord(index - 2, "quarter")
    return isAfterPart && run.isWord(index - 1, "past") && run.has(index, .cardinal) ? index + 1 : nil
  }

  /// "One" is a number before a noun or "of", and a pronoun elsewhere.
  private func oneEnd(_ index: Int) -> Int? {
    guard let token = run[index], !token.traits.contains(.possessive) else { return index + 1 }
    if run[index + 1]?.has([.magnitude, .fraction]) == true { return nil }
    if run.isTightHyphen(index - 1) { return index + 1 }
    if run.isTightHyphen(index + 1) { return nil }
    if let before = run[index - 1], before.isWord {
      let isPronoun =
        run.isWord(index - 1, "no") || run.isWord(index - 1, "any") || run.isWord(index - 1, "every")
        || run.isWord(index - 1, "another") || run.isWord(index - 1, "number")
        || run.isWord(index - 1, "each") || run.isWord(index - 1, "which") || run.isWord(index - 1, "some")
        || run.isWord(index - 1, "a")
      if isPronoun { return index + 1 }
    }
    guard let next = run[index + 1], next.isWord else { return index + 1 }
    if run.isWord(index + 1, "of") || run.isWord(index + 1, "in") && run.has(index + 2, .cardinal) {
      return nil
    }
    if run.isWord(index + 1, "another") || run.isWord(index + 1, "thing") { return index + 2 }
    // "One day it will rain": no length of time, where nothing measures it.
    if run.isWord(index + 1, "day"), run.startsSentence(index) || run.isSign(index - 1, 0x2C) {
      return index + 2
    }
    if run.isWord(index + 1, "other") || run.isWord(index + 1, "further") { return nil }
    if UnitReader(run: run).isPlural(next) || endsInVerbForm(next) { return index + 1 }
    if next.has([.phraseEnd, .preposition, .boundary, .determiner, .pronoun, .adverb])
      || run.words.endsInLy(next)
    {
      return next.has(.phraseEnd) && (run.isWord(index + 1, "more") || run.isWord(index + 1, "or"))
        ? nil : index + 1
    }
    return nil
  }

  private func endsInVerbForm(_ token: Token) -> Bool {
    guard token.coreUpper - token.lower > 4 else { return false }
    let utf8 = run.words.utf8
    let upper = Int(token.coreUpper)
    return utf8[upper - 1] == 0x64 && utf8[upper - 2] == 0x65
      || utf8[upper - 1] == 0x67 && utf8[upper - 2] == 0x6E && utf8[upper - 3] == 0x69
  }

  // MARK: Digits

  /// Telephone numbers, addresses of machines, versions, whole dates: two or more separators between digits.
  private func chainEnd(_ index: Int) -> Int? {
    guard let token = run[index] else { return nil }
    guard let numeral = Numeral(run.words.utf8, Int(token.lower), Int(token.upper)) else { return index + 1 }
    if let end = telephoneEnd(index, numeral) { return end }
    var end = index + 1
    var separators = 0
    var slashes = 0
    while let sign = run[end], sign.shape == .sign, run.isGlued(end), run.isGlued(end + 1),
      sign.byte == 0x2D || sign.byte == 0x2F || sign.byte == Sign.dash || sign.byte == 0x3A,
      run[end + 1]?.shape == .number
    {
      separators += 1
      if sign.byte == 0x2F { slashes += 1 }
      end += 2
    }
    if separators >= 2 { return end }
    // 24/7 and 9/11 are names; a fraction has the smaller number first.
    if slashes == 1, let first = integer(index), let second = integer(index + 2),
      first >= second || (first == 9 && second == 11)
    {
      return end
    }
    if run.isSign(index - 1, 0x2B), !run.isGlued(index - 1) || run.bounds.lowerBound == index - 1,
      token.upper - token.lower <= 4, run[index + 1]?.shape == .number
    {
      while run[end]?.shape == .number { end += 1 }
      return end
    }
    if run.isSign(index - 1, 0x28), run.isSign(index + 1, 0x29), run[index + 2]?.shape == .number,
      token.upper - token.lower <= 4, let next = run[index + 2], next.upper - next.lower >= 3
    {
      end = index + 3
      while let sign = run[end], sign.isSign(0x2D), run[end + 1]?.shape == .number { end += 2 }
      return end
    }
    return nil
  }

  /// A number with a leading zero, or any digits after the word "phone".
  private func telephoneEnd(_ index: Int, _ numeral: Numeral) -> Int? {
    guard let token = run[index], !numeral.isFormatted else { return nil }
    let isCode = numeral.digits > 1 && run.words.utf8[Int(token.lower)] == 0x30 || numeral.digits > 10
    let isAnnounced = (1...6).contains { run.has(index - $0, .telephone) }
    guard
      isCode
        || isAnnounced
          && (numeral.digits + (run[index + 1]?.shape == .sign ? 3 : 0) > 3 || run.isSign(index - 1, 0x2B))
    else {
      return nil
    }
    guard UnitReader(run: run).tableUnit(at: index + 1) == nil else { return nil }
    var end = index + 1
    while let next = run[end], end - index < 24 {
      if next.shape == .number {
        end += 1
      } else if next.isSign(0x2D) || next.isSign(0x28) || next.isSign(0x29) || next.isSign(0x2E),
        run[end + 1]?.shape == .number,
        run.isGlued(end) || next.isSign(0x28)
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func clockEnd(_ index: Int) -> Int? {
    if run.isSign(index + 1, 0x3A), run.isGlued(index + 1), run.isGlued(index + 2),
      run[index + 2]?.shape == .number
    {
      return isHalfDay(index + 3) ? index + 4 : index + 3
    }
    if isHalfDay(index + 1) { return index + 2 }
    if run.isTightHyphen(index + 1), run[index + 2]?.shape == .number, isHalfDay(index + 3) {
      return index + 4
    }
    if run.isWord(index + 1, "o'clock") || run.isWord(index + 1, "o’clock") || run.isWord(index + 1, "gmt")
      || run.isWord(index + 1, "utc")
    {
      return index + 2
    }
    return nil
  }

  private func isHalfDay(_ index: Int) -> Bool {
    if run.isWord(index, "am") || run.isWord(index, "pm") { return true }
    return (run.isWord(index, "a") || run.isWord(index, "p")) && run.isSign(index + 1, 0x2E)
      && run.isWord(index + 2, "m")
  }

  private func integer(_ index: Int) -> Int64? {
    guard let token = run[index], token.shape == .number,
      let numeral = Numeral(run.words.utf8, Int(token.lower), Int(token.upper)), !numeral.isFormatted,
      numeral.value.exponent >= 0, numeral.digits <= 9
    else { return nil }
    var value = numeral.value.significand
    for _ in 0..<numeral.value.exponent { value &*= 10 }
    return value
  }

  private func isMonth(_ index: Int) -> Bool {
    guard let token = run[index], token.isWord, token.has(.month) else { return false }
    // Without a capital only what can be nothing else: oct. 7, december 3.
    return token.isCapitalised || token.traits.contains(.dotted) || token.coreUpper - token.lower > 5
  }

  private func dateEnd(_ index: Int) -> Int? {
    guard let value = integer(index) else { return nil }
    let isDay = value >= 1 && value <= 31
    if run.isWord(index + 1, "bc") || run.isWord(index + 1, "ad") || run.isWord(index + 1, "bce")
      || run.isWord(index + 1, "ce")
    {
      return index + 2
    }
    var end = index + 1
    if isGluedOrdinal(end) { end += 1 }
    if isMonth(index - 1), isDay || (value >= 1000 && value <= 2100) {
      if run.isTightHyphen(end), run[end + 1]?.shape == .number { end += 2 }
      return end
    }
    guard isDay else { return nil }
    var next = end
    if run.isTightHyphen(next), run[next + 1]?.shape == .number { next += 2 }
    if run.isWord(next, "of") { next += 1 }
    return isMonth(next) && !run.isSign(next, 0x2E) ? next + 1 : nil
  }

  private func isGluedOrdinal(_ index: Int) -> Bool {
    guard run.isGlued(index) else { return false }
    return run.isWord(index, "st") || run.isWord(index, "nd") || run.isWord(index, "rd")
      || run.isWord(index, "th")
  }

  /// F-35, COVID-19, example.24, #7, §12.
  private func isGluedName(_ index: Int) -> Bool {
    guard run.isGlued(index), let before = run[index - 1] else { return gluedSuffix(index) }
    if before.isSign(0x23) || before.isSign(0x40) || before.isSign(0x5F) || before.isSign(0x26) {
      return true
    }
    if before.isSign(0x3D) { return !run.isWord(index - 2, "y") }
    if before.isSign(0x2E), run.isGlued(index - 1) { return true }
    if before.isSign(0x2D) || before.isSign(Sign.dash) || before.isSign(0x2F), run.isGlued(index - 1),
      let word = run[index - 2],
      word.isWord
    {
      return
        !(run.isWord(index - 2, "minus") || run.isWord(index - 2, "sub")
        || word.has(.cardinal))
    }
    if before.isSign(Sign.apostrophe) || before.isSign(0x27) { return run.isWord(index + 1, "s") }
    if before.isWord, !before.has(.currencyCode) { return true }
    return gluedSuffix(index)
  }

  /// 1990s, 5G, 3D: a letter that is no unit, glued on; 737-800 and 4f3a.
  private func gluedSuffix(_ index: Int) -> Bool {
    guard run.isGlued(index + 1), let next = run[index + 1], next.isWord else { return false }
    if run.isWord(index + 1, "s"), let value = integer(index), value >= 10, value % 10 == 0,
      value < 100 || value > 1000
    {
      return true
    }
    if UnitReader(run: run).tableUnit(at: index + 1) != nil { return false }
    if next.traits.contains(.containsDigit) { return true }
    return !isGluedOrdinal(index + 1)
  }

  private func isReference(_ index: Int) -> Bool {
    run.isSign(index - 1, 0x5B) && (run.isSign(index + 1, 0x5D) || run.isSign(index + 1, 0x2C))
  }

  /// The number of an item at the start of a block, with its full stop or bracket.
  private func isListNumber(_ index: Int) -> Bool {
    index == run.bounds.lowerBound && (run.isSign(index + 1, 0x2E) || run.isSign(index + 1, 0x29))
      && run.isGlued(index + 1) && run[index + 2] != nil
  }

  private func isYear(_ index: Int) -> Bool {
    guard let token = run[index], token.upper - token.lower == 4, let value = integer(index), value >= 1000,
      value <= 2100
    else { return false }
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
    let next = run[index + 1]
    if let next, next.shape == .sign, next.byte == 0x25 || next.byte == Sign.degree { return false }
    if let next, next.isWord {
      if next.has(.magnitude) { return false }
      let units = UnitReader(run: run)
      if let unit = units.tableUnit(at: index + 1), run[index + 1]?.isCapitalised == false {
        if case .magnitude = unit.unit.kind { return false }
        if case .duration = unit.unit.kind { return value >= 1900 }
        return run[index - 1]?.has(.timePreposition) == true && value >= 1900
      }
      if value < 1700 || value % 100 == 0 && value != 2000 {
        let isDated = run.has(index - 1, [.timePreposition, .month, .determiner])
        if units.isPlural(next), !next.isCapitalised, !isDated { return false }
      }
      if run.isWord(index + 1, "people"), !run.isWord(index - 1, "in") { return false }
    }
    return true
  }

  /// The end of "2006-07" and "1931–2004".
  private func yearEnd(_ index: Int) -> Int {
    guard run.isTightHyphen(index + 1), let next = run[index + 2], next.shape == .number,
      next.upper - next.lower == 2 || next.upper - next.lower == 4
    else { return index + 1 }
    return index + 3
  }

  /// Whether a word that labels numbers stands before: page 4, category 2, Game 3.
  private func isLabelled(_ index: Int) -> Bool {
    guard let label = run[index - 1], !run.isGlued(index) else { return false }
    if label.isSign(0x2E), run.has(index - 2, .label),
      run[index - 2].map({ $0.coreUpper - $0.lower <= 3 }) == true
    {
      return true
    }
    guard label.isWord, label.has(.label), integer(index) != nil else { return false }
    if label.traits.contains(.possessive) { return false }
    if run.isWord(index - 1, "no") { return label.traits.contains(.dotted) || label.isCapitalised }
    if let next = run[index + 1], next.isSign(0x25) || next.has(.magnitude) { return false }
    return UnitReader(run: run).tableUnit(at: index + 1) == nil
  }

  /// 221 Quarry Lane.
  private func isAddress(_ index: Int) -> Bool {
    guard integer(index) != nil, let next = run[index + 1], next.isWord, next.isCapitalised else {
      return false
    }
    for distance in 2...3 {
      if let word = run[index + distance], word.isWord, word.isCapitalised, word.has(.street) { return true }
    }
    return false
  }

  /// 787 Dreamliner: a plain number before a name that is no plural.
  private func isNameStart(_ index: Int) -> Bool {
    guard integer(index) != nil, let next = run[index + 1], next.isCapitalised, next.isWord,
      !next.has([.month, .weekday, .magnitude])
    else { return false }
    let units = UnitReader(run: run)
    guard units.tableUnit(at: index + 1) == nil, let noun = units.noun(at: index + 1, isOne: false),
      let last = run[noun.end - 1]
    else { return false }
    return !units.isPlural(last) && last.isCapitalised && run.isWord(index - 1, "the")
      || run.isWord(index - 1, "own")
  }

  /// Pixel 9, Boeing 747: a plain number after a name, and nothing that it counts.
  private func isNamed(_ index: Int) -> Bool {
    guard let value = integer(index), !run.isGlued(index), let name = run[index - 1],
      run.isCapitalInside(index - 1) || name.traits.contains(.mixedCase),
      !name.has([.preposition, .boundary, .determiner, .weekday, .month, .phraseEnd, .currencyCode]),
      !name.traits.contains(.possessive), value < 10_000
    else { return false }
    guard let next = run[index + 1] else { return true }
    if next.shape == .sign {
      if next.byte == 0x25 || next.byte == 0x2B || next.byte == Sign.degree
        || next.byte == Sign.fullWidthPercent
      {
        return false
      }
      // Scores: Rovers 3-1.
      return !(run.isTightHyphen(index + 1) && run[index + 2]?.shape == .number)
    }
    if next.has(.magnitude) || UnitReader(run: run).tableUnit(at: index + 1) != nil { return false }
    return next.isCapitalised || next.has([.phraseEnd, .preposition, .boundary, .determiner, .pronoun])
      || !UnitReader(run: run).isPlural(next)
  }
}
