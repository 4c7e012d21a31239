import ArticleModel

/// Names with digits, labels, references, house numbers.
extension FigureExclusions {
  /// F-35, COVID-19, example.24, #7, §12, and what letters glued behind make a name: 1990s, 5G, 3D.
  func gluedName(at index: Int) -> Exclusion? {
    let name = Exclusion(kind: .name, end: index + 1)
    if isParagraph(index - 1) { return Exclusion(kind: .reference, end: index + 1) }
    guard run.isGlued(index), let before = run[index - 1] else { return gluedSuffix(at: index) }
    if before.isSign(0x23) || before.isSign(0x40) || before.isSign(0x5F) || before.isSign(0x26) {
      return name
    }
    if before.isSign(0x3D) { return run.isWord(index - 2, "y") ? nil : name }
    if before.isSign(0x2E), run.isGlued(index - 1) { return name }
    if before.isSign(0x2D) || before.isSign(Sign.dash) || before.isSign(0x2F), run.isGlued(index - 1),
      let word = run[index - 2],
      word.isWord
    {
      if run.isWord(index - 2, "mid"), let decade = gluedSuffix(at: index) { return decade }
      let isSign =
        run.isWord(index - 2, "minus") || run.isWord(index - 2, "sub") || word.has(.cardinal)
        || run.isWord(index - 2, "to")
      return isSign ? nil : name
    }
    if before.isSign(Sign.apostrophe) || before.isSign(0x27) {
      return run.isWord(index + 1, "s") ? Exclusion(kind: .year, end: index + 2) : nil
    }
    if before.isWord, !before.has(.currencyCode) { return name }
    return gluedSuffix(at: index)
  }

  /// Whether ¶ or § stands at the token.
  private func isParagraph(_ index: Int) -> Bool {
    guard let sign = run[index], sign.isSign(Sign.other) else { return false }
    let scalar = UTF8Text.scalar(run.words.utf8, at: Int(sign.lower), end: Int(sign.upper)).scalar
    return scalar == 0xA7 || scalar == 0xB6
  }

  private func gluedSuffix(at index: Int) -> Exclusion? {
    // 3-D
    if run.isTightHyphen(index + 1), run.isWord(index + 2, "d"), run[index + 2]?.isCapitalised == true {
      return Exclusion(kind: .name, end: index + 3)
    }
    guard run.isGlued(index + 1), let next = run[index + 1], next.isWord else { return nil }
    if run.isWord(index + 1, "s"), let value = integer(index), value >= 10, value % 10 == 0,
      value < 100 || value > 1000
    {
      return Exclusion(kind: .year, end: index + 2)
    }
    let name = Exclusion(kind: .name, end: index + 2)
    if next.upper - next.lower == 1, let value = integer(index) {
      let letter = run.words.utf8[Int(next.lower)]
      // 5G, 3D, and Pad 39A: a capital that is a unit elsewhere.
      if letter == 0x47 && value < 10 || letter == 0x44 { return name }
      if letter < 0x61, letter != 0x4B, letter != 0x4D, letter != 0x42, run.isCapitalInside(index - 1) {
        return name
      }
      // 1080p: lines of a picture.
      if letter == 0x70, value == 480 || value == 720 || value == 1080 || value == 2160 { return name }
      // 2006b: a year with the letter of a reference list.
      if letter >= 0x61, letter <= 0x65, value >= 1900, value <= 2100 {
        return Exclusion(kind: .year, end: index + 2)
      }
    }
    if next.has([.magnitude, .vaguePlural]) || units.tableUnit(at: index + 1) != nil
      || isMoneyInMillions(next)
    {
      return nil
    }
    if NumberReader(run: run).letterExponent(at: index + 1) != nil { return nil }
    if next.traits.contains(.containsDigit) { return run.words.matches(next, "x10") ? nil : name }
    return isGluedOrdinal(index + 1) ? nil : name
  }

  private func isMoneyInMillions(_ token: Token) -> Bool {
    guard token.coreUpper - token.lower == 4, token.traits.contains(.allCapitals),
      let unit = run.language.units.unit(run.words.utf8, Int(token.lower) + 1, Int(token.coreUpper)),
      case .money = unit.kind
    else { return false }
    return true
  }

  func isReference(_ index: Int) -> Bool {
    if run.isSign(index - 1, 0x5B), run.isSign(index + 1, 0x5D) || run.isSign(index + 1, 0x2C) { return true }
    // [9,12] is read as one number or as two.
    return run.isSign(index + 1, 0x5D) && run.isGlued(index + 1) && !run.isSign(index - 1, 0x24)
      && units.tableUnit(at: index + 2) == nil
  }

  /// The number of an item: at the start of a block with its full stop or bracket, or before a lone closing bracket.
  func isListNumber(_ index: Int) -> Bool {
    if index == run.bounds.lowerBound {
      return (run.isSign(index + 1, 0x2E) || run.isSign(index + 1, 0x29))
        && run.isGlued(index + 1) && run[index + 2] != nil
    }
    guard let value = integer(index), value < 100, value > 0 else { return false }
    // A list that was run together: ". 2 Ruth Calder. 3 Otto Marsh."
    if run.isSign(index - 1, 0x2E), let next = run[index + 1], next.isWord, next.isCapitalised,
      run[index + 2] != nil,
      units.tableUnit(at: index + 1) == nil,
      units.nouns.phrase(at: index + 1, isOne: false)?.isPlural == false
    {
      return true
    }
    guard run.isSign(index + 1, 0x29) else { return false }
    for distance in 1...24 {
      guard let token = run[index - distance] else { break }
      if token.isSign(0x28) {
        // (1) counts the parts of a sentence; (34) behind a name is an age.
        return distance == 1 && value < 20 && run[index - 2]?.isCapitalised != true
          && run[index - 2]?.shape == .word
      }
      if token.isSign(0x29) || token.isSign(0x2E) { break }
    }
    return true
  }

  /// Whether a word that labels numbers stands before: page 4, category 2, Game 3.
  func isLabelled(_ index: Int) -> Bool {
    guard let label = run[index - 1], !run.isGlued(index) else { return false }
    if label.isSign(0x2E), run.has(index - 2, .label),
      run[index - 2].map({ $0.coreUpper - $0.lower <= 3 }) == true
    {
      return true
    }
    guard label.isWord, label.has(.label), integer(index) != nil else { return false }
    if label.traits.contains(.possessive) { return false }
    // "Building 152 homes" is no building, "Game 3 tickets" are for a game.
    if !label.isCapitalised, units.nouns.phrase(at: index + 1, isOne: false)?.isPlural == true {
      return false
    }
    if run.isWord(index - 1, "no") { return label.traits.contains(.dotted) || label.isCapitalised }
    if let next = run[index + 1], next.isSign(0x25) || next.has(.magnitude) { return false }
    return units.tableUnit(at: index + 1) == nil
  }

  /// 221 Quarry Lane.
  func isHouseNumber(_ index: Int) -> Bool {
    guard integer(index) != nil, let next = run[index + 1], next.isWord, next.isCapitalised else {
      return false
    }
    for distance in 2...3 {
      if let word = run[index + distance], word.isWord, word.isCapitalised, word.has(.street) { return true }
    }
    return false
  }

  /// The end of the number behind a label, a hyphen and what follows it included.
  func labelEnd(_ index: Int) -> Int {
    run.isTightHyphen(index + 1) && run[index + 2]?.shape == .number ? index + 3 : index + 1
  }

  /// 787 Dreamliner: a plain number before a name that is no plural.
  func isNameStart(_ index: Int) -> Bool {
    if let value = integer(index), value >= 707, value <= 787, value % 10 == 7,
      run.isWord(index + 1, "max") || run.isWord(index + 1, "jet") || run.isWord(index + 1, "jets")
        || run.isWord(index + 1, "aircraft") || run.isWord(index + 1, "plane")
        || run.isWord(index + 1, "planes")
    {
      return true
    }
    guard integer(index) != nil, let next = run[index + 1], next.isCapitalised, next.isWord,
      !next.has([.month, .weekday, .magnitude])
    else { return false }
    guard units.tableUnit(at: index + 1) == nil, let noun = units.nouns.phrase(at: index + 1, isOne: false),
      let last = run[noun.end - 1]
    else { return false }
    return !noun.isPlural && last.isCapitalised && run.isWord(index - 1, "the")
      || run.isWord(index - 1, "own")
  }

  /// Pixel 9, Boeing 747: a plain number after a name, and nothing that it counts.
  func isNamed(_ index: Int) -> Bool {
    guard let value = integer(index), !run.isGlued(index), let name = run[index - 1], name.isWord,
      !name.has([.preposition, .boundary, .determiner, .weekday, .month, .phraseEnd, .currencyCode]),
      !name.traits.contains(.possessive), value < 10_000
    else { return false }
    let isMixed = name.traits.contains(.mixedCase)
    guard isMixed || name.isCapitalised else { return false }
    // At the start of a sentence only a word that no list knows can be a name.
    if !isMixed, run.startsSentence(index - 1),
      name.entry >= 0 || run.words.endsInLy(name) || units.nouns.endsInEd(name)
    {
      return false
    }
    guard let next = run[index + 1] else { return true }
    if next.shape == .sign {
      if next.byte == 0x25 || next.byte == 0x2B || next.byte == Sign.degree
        || next.byte == Sign.fullWidthPercent
      {
        return false
      }
      // Scores: Rovers 3-1.
      guard run.isTightHyphen(index + 1), let second = integer(index + 2) else { return true }
      return abs(value - second) > 100
    }
    if next.has(.magnitude) || units.tableUnit(at: index + 1) != nil || countsInHeading(index + 1) {
      return false
    }
    if next.isCapitalised || next.has([.phraseEnd, .preposition, .boundary, .determiner, .pronoun]) {
      return true
    }
    guard units.nouns.isPlural(next) else {
      return !run.startsSentence(index - 1) || name.entry < 0 && isMixed
    }
    // The Mate 9 phones, its Boeing 737 jets: an article belongs to the name, not to the number.
    return run.has(index - 2, .determiner) && !run.has(index - 2, .cardinal)
  }
}
