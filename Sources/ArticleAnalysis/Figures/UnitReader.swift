import ArticleModel

/// Reads what a number counts: a unit of the table, or the noun phrase after it.
struct UnitReader {
  /// A unit and where it stands.
  struct Reading {
    var name: String?
    var kind: Figure.Kind
    /// The power of ten of a magnitude letter: 41m, 6bn.
    var magnitude = 0
    /// The token after the unit.
    var end: Int
    var rule: String
  }

  let run: TokenRun
  /// The most words of a counted noun phrase.
  private static let longestPhrase = 4

  /// What follows the number that ends before the token `start`.
  ///
  /// - Parameters:
  ///   - start: The token after the number.
  ///   - number: The number.
  ///   - hasCurrency: Whether a currency sign or code stands before the number.
  /// - Returns: The unit, or `nil` when the number stands alone.
  func unit(at start: Int, of number: NumberReading, hasCurrency: Bool) -> Reading? {
    var index = start
    var magnitude = 0
    let isHyphened = run.isTightHyphen(index)
    if isHyphened { index += 1 }
    if let letter = magnitudeLetter(at: index, of: number, hasCurrency: hasCurrency), !isHyphened {
      magnitude = letter
      index += 1
      if hasCurrency {
        return Reading(name: nil, kind: .money, magnitude: magnitude, end: index, rule: "money")
      }
    }
    if hasCurrency { return nil }
    if let found = tableUnit(at: index) {
      // A lone letter apart from the number is no unit, but for the metre and the like after a real number.
      let token = run[index]
      let isLetter =
        token.map { $0.isWord && $0.coreUpper - $0.lower == 1 && found.end == index + 1 } ?? false
      if !isLetter || run.isGlued(index) || isHyphened || isSpacedSymbol(index) {
        return complete(found.unit, end: found.end, magnitude: magnitude, isHyphened: isHyphened)
      }
    }
    if isHyphened { return magnitude == 0 ? hyphenedNoun(at: index) : nil }
    if let noun = noun(at: index, isOne: number.value == ExactDecimal(1) && magnitude == 0) {
      return Reading(name: noun.text, kind: .count, magnitude: magnitude, end: noun.end, rule: "count")
    }
    return magnitude == 0
      ? nil : Reading(name: nil, kind: .count, magnitude: magnitude, end: index, rule: "count")
  }

  private func isSpacedSymbol(_ index: Int) -> Bool {
    run.isWord(index, "m") || run.isWord(index, "g") || run.isWord(index, "l") || run.isWord(index, "h")
      || run.isWord(index, "w") || run.isWord(index, "v") || run.isWord(index, "t") || run.isWord(index, "x")
  }

  /// The power of ten of a glued letter or short word: bn, k, m.
  private func magnitudeLetter(at index: Int, of number: NumberReading, hasCurrency: Bool) -> Int? {
    guard let token = run[index], token.isWord, number.form == .digits, number.magnitude == 0 else {
      return nil
    }
    let isGlued = run.isGlued(index)
    if token.coreUpper - token.lower == 1 {
      guard isGlued else { return nil }
      let letter = run.words.utf8[Int(token.lower)]
      if letter == 0x6D {
        return hasCurrency || countsMillions(index + 1) || currencyFollows(index + 1) ? 6 : nil
      }
      if letter == 0x74 || letter == 0x54 { return hasCurrency ? 12 : nil }
      if letter == 0x62 || letter == 0x42 { return hasCurrency || currencyFollows(index + 1) ? 9 : nil }
    }
    guard let unit = tableUnit(at: index), case .magnitude(let power) = unit.unit.kind else { return nil }
    return isGlued || token.coreUpper - token.lower > 1 ? power : nil
  }

  /// Whether a plural follows, or "of its": 41m users are millions, not metres.
  private func countsMillions(_ index: Int) -> Bool {
    if run.isWord(index, "of") {
      return run.isWord(index + 1, "its") || run.isWord(index + 1, "their") || run.isWord(index + 1, "his")
    }
    guard let noun = noun(at: index, isOne: false), let last = run[noun.end - 1] else { return false }
    return isPlural(last)
  }

  private func currencyFollows(_ index: Int) -> Bool {
    guard let unit = tableUnit(at: index), case .money = unit.unit.kind else { return false }
    return true
  }

  /// The longest spelling of the unit table that starts at a token.
  func tableUnit(at index: Int) -> (unit: FigureUnit, end: Int)? {
    guard let first = run[index], first.shape != .number else { return nil }
    for length in stride(from: 5, through: 1, by: -1) {
      guard let last = run[index + length - 1], last.upper - first.lower <= 40 else { continue }
      if let unit = run.language.units.unit(run.words.utf8, Int(first.lower), Int(last.coreUpper)) {
        return (unit, index + length)
      }
      if last.upper != last.coreUpper, !last.traits.contains(.possessive),
        let unit = run.language.units.unit(run.words.utf8, Int(first.lower), Int(last.upper))
      {
        return (unit, index + length)
      }
    }
    return nil
  }

  /// Adds what follows a unit: "per day", "old", "a barrel".
  private func complete(_ unit: FigureUnit, end: Int, magnitude: Int, isHyphened: Bool) -> Reading? {
    switch unit.kind {
    case .magnitude(let power):
      return Reading(name: nil, kind: .count, magnitude: magnitude + power, end: end, rule: "count")
    case .percent:
      return Reading(name: unit.name, kind: .percent, magnitude: magnitude, end: end, rule: "percent")
    case .percentagePoint:
      return Reading(
        name: unit.name, kind: .percentagePoint, magnitude: magnitude, end: end, rule: "percentage-point")
    case .multiple:
      return Reading(name: unit.name, kind: .multiple, magnitude: magnitude, end: end, rule: "multiple")
    case .duration:
      if let old = ageEnd(end) {
        return Reading(name: unit.name, kind: .age, magnitude: magnitude, end: old, rule: "age")
      }
      return Reading(name: unit.name, kind: .duration, magnitude: magnitude, end: end, rule: "duration")
    case .money, .measure, .temperature:
      let kind: Figure.Kind
      if case .money = unit.kind {
        kind = .money
      } else if case .temperature = unit.kind {
        kind = .temperature
      } else {
        kind = .measure
      }
      let rate = rate(at: end, of: unit.name)
      return Reading(
        name: rate?.name ?? unit.name, kind: kind, magnitude: magnitude, end: rate?.end ?? end,
        rule: kind == .money ? "money" : kind == .temperature ? "temperature" : "measure")
    }
  }

  /// The end of "old", "-old", "of age" after a unit of time.
  private func ageEnd(_ index: Int) -> Int? {
    var next = index
    if run.isTightHyphen(next) { next += 1 }
    if run.isWord(next, "old") || run.isWord(next, "olds") { return next + 1 }
    if run.isWord(next, "of"), run.isWord(next + 1, "age") { return next + 2 }
    return nil
  }

  /// The unit with the one it is divided by: per barrel, a day, an hour, each.
  func rate(at index: Int, of name: String) -> (name: String, end: Int)? {
    let isPer = run.isWord(index, "per") || run.isSign(index, 0x2F)
    let isArticle = run.isWord(index, "a") || run.isWord(index, "an") || run.isWord(index, "every")
    guard isPer || isArticle, let token = run[index + 1], token.isWord,
      !token.has([.preposition, .boundary, .determiner])
    else { return nil }
    if let unit = tableUnit(at: index + 1) {
      switch unit.unit.kind {
      case .duration, .measure: return ("\(name) per \(unit.unit.name)", unit.end)
      default: return nil
      }
    }
    guard isPer || isArticle && isCountedUnit(index + 1) else { return nil }
    return ("\(name) per \(run.words.key(token))", index + 2)
  }

  private func isCountedUnit(_ index: Int) -> Bool {
    run.isWord(index, "share") || run.isWord(index, "head") || run.isWord(index, "person")
      || run.isWord(index, "night")
      || run.isWord(index, "piece") || run.isWord(index, "dozen") || run.isWord(index, "pop")
      || run.isWord(index, "game") || run.isWord(index, "ounce")
  }

  /// What a number counts behind "of": one of the mills, tens of thousands of dollars.
  func ofPhrase(at index: Int, _ number: NumberReading) -> Reading? {
    guard run.isWord(index, "of") else { return nil }
    guard number.form == .vague || number.value == ExactDecimal(1) || run[index + 1]?.isCapitalised == true
    else { return nil }
    var start = index + 1
    if run.has(start, .determiner), !run.has(start, .cardinal) { start += 1 }
    if run.isWord(start, "most") || run.isWord(start, "more") || run.isWord(start, "other") { start += 1 }
    if start == index + 1, let unit = tableUnit(at: start) {
      return complete(unit.unit, end: unit.end, magnitude: 0, isHyphened: false)
    }
    guard let noun = noun(at: start, isOne: false) else { return nil }
    return Reading(name: noun.text, kind: .count, end: noun.end, rule: "count")
  }

  private func hyphenedNoun(at index: Int) -> Reading? {
    guard let token = run[index], token.isWord, !token.has([.phraseEnd, .preposition, .boundary]) else {
      return nil
    }
    return Reading(name: run.words.key(token), kind: .count, end: index + 1, rule: "count")
  }

  /// The noun phrase after a number: to its last plural, or to the word that ends it.
  func noun(at start: Int, isOne: Bool) -> (text: String, end: Int)? {
    var start = start
    // Eight other boats, three more friends.
    if run.isWord(start, "other") || run.isWord(start, "more") || run.isWord(start, "additional")
      || run.isWord(start, "new"),
      run[start + 1].map({
        $0.isWord && !$0.has([.phraseEnd, .preposition, .boundary, .determiner, .pronoun, .adverb])
      }) == true
    {
      start += 1
    }
    var end = start
    var plural: Int?
    while end - start < Self.longestPhrase, let token = run[end], token.isWord {
      if token.has([.phraseEnd, .preposition, .boundary, .determiner, .pronoun, .weekday, .month]) { break }
      if token.has([.cardinal, .speechParticiple]) { break }
      if end == start, !token.hasSpaceBefore { break }
      if run.words.endsInLy(token) || token.has(.speechVerb) && (end > start || endsInEd(token)) { break }
      if end > start, token.isCapitalised, run[end - 1]?.isCapitalised == false { break }
      let isPluralNow = isPlural(token)
      if let last = plural, last == end - 1, !isPluralNow { break }
      if isPluralNow { plural = end }
      end += 1
      if token.traits.contains(.possessive) {
        plural = nil
        continue
      }
      if run.isTightHyphen(end), run[end + 1]?.isWord == true { end += 1 }
    }
    while end > start, let last = run[end - 1], !last.isWord { end -= 1 }
    if !isOne, let plural { end = plural + 1 }
    guard end > start, let first = run[start], let last = run[end - 1] else { return nil }
    if !isOne, plural == nil {
      // Without a plural the first words are most likely an adjective and a mass noun, or a verb.
      if endsInEd(last) || first.traits.contains(.possessive) { return nil }
    }
    let upper = last.traits.contains(.possessive) ? last.coreUpper : last.upper
    return (run.words.string(first.lower, upper), end)
  }

  private func endsInEd(_ token: Token) -> Bool {
    guard token.coreUpper - token.lower > 3 else { return false }
    let utf8 = run.words.utf8
    return utf8[Int(token.coreUpper) - 1] == 0x64 && utf8[Int(token.coreUpper) - 2] == 0x65
  }

  /// Whether the form looks like the plural of a noun.
  func isPlural(_ token: Token) -> Bool {
    guard token.isWord, token.coreUpper - token.lower > 2, !token.has([.phraseEnd, .preposition, .boundary])
    else {
      return false
    }
    if run.words.matches(token, "people") || run.words.matches(token, "men")
      || run.words.matches(token, "women")
      || run.words.matches(token, "children") || run.words.matches(token, "feet")
    {
      return true
    }
    let utf8 = run.words.utf8
    let upper = Int(token.coreUpper)
    guard utf8[upper - 1] == 0x73 else {
      return upper - Int(token.lower) > 4 && utf8[upper - 1] == 0x6E && utf8[upper - 2] == 0x65
        && utf8[upper - 3] == 0x6D
    }
    let before = utf8[upper - 2]
    return before != 0x73 && before != 0x75 && before != 0x69 && before != 0x27
  }

  /// The end of "of" and a noun phrase after a share: "of the country's population"; `nil` without one.
  func shareEnd(at index: Int) -> Int? {
    guard run.isWord(index, "of") else { return nil }
    var start = index + 1
    if run.has(start, .determiner) { start += 1 }
    var end = start
    while end - start < 5, let token = run[end], token.isWord, token.hasSpaceBefore {
      if token.has([.phraseEnd, .preposition, .boundary, .determiner, .pronoun]) { break }
      if end > start, token.has(.speechVerb) || endsInEd(token) { break }
      if run.words.endsInLy(token) { break }
      end += 1
      if isPlural(token), !token.traits.contains(.possessive), !(run[end].map { isPlural($0) } ?? false) {
        break
      }
    }
    return end > start ? end : nil
  }
}
