import ArticleModel

/// Tells numbers that state no quantity: years, dates, clock times, names, references, numbers of telephones.
///
/// Dates and times are in `FigureExclusions+Dates`, telephones and addresses in `+Codes`, names in `+Names`.
struct FigureExclusions {
  /// A number that is no figure, with what belongs to it.
  struct Exclusion {
    var kind: NumberMention.Kind
    /// The token after it.
    var end: Int
  }

  let run: TokenRun
  let units: UnitReader

  /// Makes the exclusions of one block.
  init(run: TokenRun) {
    self.run = run
    units = UnitReader(run: run)
  }

  /// What the number at a token is when it is no figure; `nil` when it may be one.
  ///
  /// The order is fixed: what is surest comes first.
  func exclusion(at index: Int) -> Exclusion? {
    guard let token = run[index] else { return Exclusion(kind: .name, end: index + 1) }
    if token.shape == .word { return wordExclusion(at: index) }
    guard token.shape == .number else { return nil }
    if isShortYear(index) { return Exclusion(kind: .year, end: index + 1) }
    if let code = code(at: index) ?? clock(at: index) ?? date(at: index) { return code }
    if let name = gluedName(at: index) { return name }
    if isReference(index) || isListNumber(index) { return Exclusion(kind: .reference, end: index + 1) }
    if isYear(index) { return Exclusion(kind: .year, end: yearEnd(index)) }
    if isLabelled(index) { return Exclusion(kind: .reference, end: labelEnd(index)) }
    if isHouseNumber(index) { return Exclusion(kind: .address, end: index + 1) }
    if isNamed(index) || isNameStart(index) { return Exclusion(kind: .name, end: labelEnd(index)) }
    return nil
  }

  // MARK: Number words

  private func wordExclusion(at index: Int) -> Exclusion? {
    if run.isWord(index, "one") { return oneExclusion(at: index) }
    guard let token = run[index] else { return nil }
    if let end = spokenTimeEnd(index) { return Exclusion(kind: .clock, end: end) }
    // Four-door cars and three-way races are kinds of cars and races.
    if token.has(.cardinal), run.isTightHyphen(index + 1), run.has(index + 2, .kindNoun) {
      return Exclusion(kind: .idiom, end: index + 3)
    }
    if isClockEnd(index + 1), token.has(.cardinal), isTimeBefore(index) {
      return Exclusion(kind: .clock, end: index + 1)
    }
    if token.has(.cardinal), isMonth(index - 1) {
      var end = index + 1
      while run.has(end, [.cardinal, .ordinal, .magnitude]) || run.isTightHyphen(end) { end += 1 }
      return Exclusion(kind: .date, end: end)
    }
    if token.has(.cardinal), token.isCapitalised, run.isCapitalInside(index), !countsInHeading(index + 1),
      run.isCapitalInside(index - 1) || run[index + 1]?.isCapitalised == true
        || run.isCapitalInside(index - 2) && (run.isWord(index - 1, "of") || run.isWord(index - 1, "for"))
    {
      return Exclusion(kind: .name, end: index + 1)
    }
    if token.traits.contains(.possessive) { return Exclusion(kind: .idiom, end: index + 1) }
    // Day five, number one.
    if token.has(.cardinal), let label = run[index - 1], label.isWord, label.has(.label),
      !label.has(.phraseEnd), !run.has(index + 1, .magnitude), units.tableUnit(at: index + 1) == nil,
      run[index + 1]?.shape != .word || run.has(index + 1, [.preposition, .boundary, .phraseEnd])
    {
      return Exclusion(kind: .reference, end: index + 1)
    }
    return nil
  }

  /// "One" is a number before a noun or "of", and a pronoun elsewhere.
  private func oneExclusion(at index: Int) -> Exclusion? {
    let pronoun = Exclusion(kind: .idiom, end: index + 1)
    guard let token = run[index], !token.traits.contains(.possessive) else { return pronoun }
    if run[index + 1]?.has([.magnitude, .fraction]) == true { return nil }
    if run.isTightHyphen(index - 1), !run.isWord(index - 2, "in") { return pronoun }
    if run.isTightHyphen(index + 1) {
      return run.has(index + 2, .kindNoun) ? Exclusion(kind: .idiom, end: index + 3) : nil
    }
    if let before = run[index - 1], before.isWord {
      let isPronoun =
        run.isWord(index - 1, "no") || run.isWord(index - 1, "any") || run.isWord(index - 1, "every")
        || run.isWord(index - 1, "another") || run.isWord(index - 1, "number")
        || run.isWord(index - 1, "each") || run.isWord(index - 1, "which") || run.isWord(index - 1, "some")
        || run.isWord(index - 1, "a") && !run.isWord(index + 1, "and")
          && units.tableUnit(at: index + 1) == nil
      if isPronoun { return pronoun }
    }
    if run.isSpacedHyphen(index + 1), run[index + 2]?.has([.fraction]) == true { return nil }
    guard let next = run[index + 1], next.isWord else { return pronoun }
    if run.isWord(index + 1, "and"),
      NumberReader(run: run).partOfOne(at: index + 2) != nil
    {
      return nil
    }
    if run.isWord(index + 1, "out"), run.isWord(index + 2, "of"), run.has(index + 3, .cardinal) { return nil }
    if run.isWord(index + 1, "over"), run[index + 2]?.shape == .number || run.has(index + 2, .cardinal) {
      return nil
    }
    if run.isWord(index + 1, "of") || run.isWord(index + 1, "in") && run.has(index + 2, .cardinal)
      || run.isWord(index + 1, "point") && run.has(index + 2, .cardinal)
    {
      return nil
    }
    if run.isWord(index + 1, "another") || run.isWord(index + 1, "thing")
      || run.isWord(index + 1, "point") && run.isWord(index - 1, "at")
    {
      return Exclusion(kind: .idiom, end: index + 2)
    }
    // "One day it will rain": no length of time, where nothing measures it.
    if run.isWord(index + 1, "day"), run.startsSentence(index) || run.isSign(index - 1, 0x2C) {
      return Exclusion(kind: .idiom, end: index + 2)
    }
    if run.isWord(index + 1, "other") || run.isWord(index + 1, "further") { return nil }
    if run.isWord(index + 1, "vote") || run.isWord(index + 1, "set") || run.isWord(index + 1, "run")
      || run.isWord(index + 1, "win") || run.isWord(index + 1, "show")
    {
      return nil
    }
    if units.nouns.isPlural(next) || endsInVerbForm(next) { return pronoun }
    if next.has([.phraseEnd, .preposition, .boundary, .determiner, .pronoun, .adverb])
      || run.words.endsInLy(next)
    {
      return next.has(.phraseEnd) && (run.isWord(index + 1, "more") || run.isWord(index + 1, "or"))
        ? nil : pronoun
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

  // MARK: What the others share

  /// The value of plain digits: no point, no groups, at most nine.
  func integer(_ index: Int) -> Int64? {
    guard let token = run[index], token.shape == .number, token.upper - token.lower <= 9 else { return nil }
    var value: Int64 = 0
    for byte in run.words.utf8[Int(token.lower)..<Int(token.upper)] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return value
  }

  /// Whether a heading counts something behind a number: "Storm Kills 12 People".
  func countsInHeading(_ index: Int) -> Bool {
    run.isHeading && units.nouns.phrase(at: index, isOne: false)?.isPlural == true
  }

  /// Whether nothing that a number could count stands at the token.
  func countsNothing(_ index: Int) -> Bool {
    guard let next = run[index] else { return true }
    if next.shape == .sign {
      return
        !(next.byte == 0x25 || next.byte == 0x2B || next.byte == Sign.degree || next.byte == 0x24
        || next.byte == Sign.currency || next.byte == Sign.fullWidthPercent || run.isTightHyphen(index))
    }
    guard next.isWord else { return next.shape == .quote }
    if next.has([.magnitude, .vaguePlural]) || units.tableUnit(at: index) != nil { return false }
    return next.has([.preposition, .boundary, .phraseEnd, .determiner, .pronoun, .weekday, .month, .adverb])
  }
}
