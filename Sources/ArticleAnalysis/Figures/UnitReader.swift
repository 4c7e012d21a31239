import ArticleModel

/// Reads what a number counts: a unit of the table, or the noun phrase after it.
///
/// What a unit is divided by (per day, a barrel) is in `UnitReader+Rates`.
struct UnitReader {
  /// A unit and where it stands.
  struct Reading {
    var name: String?
    var kind: Figure.Kind
    /// The power of ten of a magnitude letter: 41m, 6bn.
    var magnitude = 0
    /// The token after the unit.
    var end: Int
    var rule: FigureRule
  }

  let run: TokenRun
  let nouns: NounPhraseReader

  /// Makes a reader of one block.
  init(run: TokenRun) {
    self.run = run
    nouns = NounPhraseReader(run: run)
  }

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
    let isHyphened = run.isTightHyphen(index) || isCutHyphen(index)
    if isHyphened { index += 1 }
    if !isHyphened, let letter = magnitudeLetter(at: index, of: number, hasCurrency: hasCurrency) {
      magnitude = letter.power
      index = letter.end
      if hasCurrency {
        return Reading(name: nil, kind: .money, magnitude: magnitude, end: index, rule: .money)
      }
      if let code = letter.currency {
        return Reading(name: code, kind: .money, magnitude: magnitude, end: index, rule: .money)
      }
    }
    if hasCurrency { return nil }
    if let found = tableUnit(at: index), !belongsToNext(index, found.end) {
      // A lone letter apart from the number is no unit, but for the metre and the like after a real number.
      if !isLetter(index, found.end) || run.isGlued(index) || isHyphened || isSpacedSymbol(index) {
        return complete(found.unit, end: found.end, magnitude: magnitude, number, isHyphened: isHyphened)
      }
    }
    if let bracketed = bracketedUnit(at: index) ?? primes(at: index, number) { return bracketed }
    if isHyphened { return magnitude == 0 ? hyphenedNoun(at: index) : nil }
    if let noun = nouns.phrase(at: index, isOne: number.value == ExactDecimal(1) && magnitude == 0) {
      return Reading(name: noun.text, kind: .count, magnitude: magnitude, end: noun.end, rule: .count)
    }
    return magnitude == 0
      ? nil : Reading(name: nil, kind: .count, magnitude: magnitude, end: index, rule: .count)
  }

  /// Whether a currency sign or code stands at the number behind it: the 1 of "1 $10 bill" has no unit.
  private func belongsToNext(_ index: Int, _ end: Int) -> Bool {
    guard end == index + 1, !run.isGlued(index), run[end]?.shape == .number else { return false }
    return run.isGlued(end)
  }

  /// A hyphen between spaces before what can only belong to the number: 28 - year - old, six - member.
  private func isCutHyphen(_ index: Int) -> Bool {
    guard run.isSpacedHyphen(index), let word = run[index + 1], word.isWord, !word.isCapitalised else {
      return false
    }
    if let unit = tableUnit(at: index + 1) {
      if case .magnitude = unit.unit.kind { return false }
      return true
    }
    return !word.has([
      .phraseEnd, .preposition, .boundary, .determiner, .pronoun, .adverb, .speechVerb, .cardinal,
    ])
      && run[index + 2]?.isWord == true
  }

  private func isLetter(_ index: Int, _ end: Int) -> Bool {
    guard let token = run[index], token.isWord else { return false }
    return token.coreUpper - token.lower == 1 && end == index + 1
  }

  /// Letters that stand for a unit after a space too; a capital must not begin a name.
  private func isSpacedSymbol(_ index: Int) -> Bool {
    guard let token = run[index] else { return false }
    if run.isSign(index + 1, 0x2F), run.isGlued(index + 1) { return true }
    switch run.words.utf8[Int(token.lower)] {
    // g h l m t v w x, V W
    case 0x67, 0x68, 0x6C, 0x6D, 0x74, 0x76, 0x77, 0x78, 0x56, 0x57: return true
    // C F J K L N
    case 0x43, 0x46, 0x4A, 0x4B, 0x4C, 0x4E: return run[index + 1]?.isCapitalised != true
    default: return !token.isWord || run.words.utf8[Int(token.lower)] >= 0x80
    }
  }

  /// A unit in brackets of its own: 20 (kg), 20 [kg].
  private func bracketedUnit(at index: Int) -> Reading? {
    guard let open = run[index], open.shape == .sign, let unit = tableUnit(at: index + 1) else { return nil }
    let close: UInt8
    switch open.byte {
    case 0x28: close = 0x29
    case 0x5B: close = 0x5D
    case 0x7B: close = 0x7D
    case 0x3C: close = 0x3E
    default: return nil
    }
    guard run.isSign(unit.end, close) else { return nil }
    switch unit.unit.kind {
    case .measure, .temperature, .duration:
      guard var reading = complete(unit.unit, end: unit.end, magnitude: 0, nil, isHyphened: false) else {
        return nil
      }
      reading.end = unit.end + 1
      return reading
    default: return nil
    }
  }

  /// Feet and inches as strokes: 8", 30', 5''; a stroke that closes a quotation is none.
  private func primes(at index: Int, _ number: NumberReading) -> Reading? {
    guard number.form == .digits, run.isGlued(index), let stroke = run[index], stroke.shape == .sign,
      stroke.byte == 0x22 || stroke.byte == 0x27, !run.isGlued(index + 1) || run[index + 1]?.isWord != true
    else { return nil }
    let isDouble = stroke.byte == 0x27 && run.isSign(index + 1, 0x27) && run.isGlued(index + 1)
    if !isDouble {
      // An odd number of strokes before means that a quotation is open.
      var strokes = 0
      for distance in 1...Self.quotationReach where run.isSign(index - distance, stroke.byte) { strokes += 1 }
      guard strokes % 2 == 0, run.isSign(index - 1, 0x27) == false else { return nil }
    }
    let isInch = isDouble || stroke.byte == 0x22
    return Reading(
      name: isInch ? "inch" : "foot", kind: .measure, end: isDouble ? index + 2 : index + 1, rule: .measure)
  }

  /// How many tokens back a quotation may have been opened.
  private static let quotationReach = 60

  // MARK: Magnitude letters

  /// The power of ten of a glued letter or short word: bn, k, m, and with a currency in one word: MUSD.
  private func magnitudeLetter(
    at index: Int, of number: NumberReading, hasCurrency: Bool
  ) -> (power: Int, end: Int, currency: String?)? {
    guard let token = run[index], token.isWord, number.magnitude == 0 else { return nil }
    let isGlued = run.isGlued(index)
    let length = token.coreUpper - token.lower
    if length == 4, token.traits.contains(.allCapitals),
      let power = Self.power(run.words.utf8[Int(token.lower)]),
      let unit = run.language.units.unit(run.words.utf8, Int(token.lower) + 1, Int(token.coreUpper)),
      case .money = unit.kind
    {
      return (power, index + 1, unit.name)
    }
    guard number.form == .digits else { return nil }
    if length == 1 {
      let letter = run.words.utf8[Int(token.lower)]
      guard
        isGlued || hasCurrency && letter != 0x74
          || (letter == 0x42 || letter == 0x4D) && countsMillions(index + 1)
      else { return nil }
      switch letter {
      case 0x6D:
        return hasCurrency || countsMillions(index + 1) || currencyFollows(index + 1)
          ? (6, index + 1, nil) : nil
      case 0x74, 0x54: return hasCurrency ? (12, index + 1, nil) : nil
      case 0x62, 0x42:
        return hasCurrency || currencyFollows(index + 1) || letter == 0x42 && countsMillions(index + 1)
          ? (9, index + 1, nil) : nil
      case 0x4B:
        // 573.15K and 300 K are temperatures, 50K and 1.5K are thousands.
        return number.value.exponent >= -1 ? (3, index + 1, nil) : nil
      default: break
      }
    }
    guard let unit = tableUnit(at: index), case .magnitude(let power) = unit.unit.kind else { return nil }
    return isGlued || length > 1 ? (power, index + 1, nil) : nil
  }

  private static func power(_ letter: UInt8) -> Int? {
    switch letter {
    case 0x4B: 3
    case 0x4D: 6
    case 0x42: 9
    default: nil
    }
  }

  /// Whether a plural follows, or "of its": 41m users are millions, not metres.
  private func countsMillions(_ index: Int) -> Bool {
    if run.isWord(index, "of") { return run.has(index + 1, .determiner) }
    guard let noun = nouns.phrase(at: index, isOne: false) else { return false }
    return noun.isPlural
  }

  private func currencyFollows(_ index: Int) -> Bool {
    guard let unit = tableUnit(at: index), case .money = unit.unit.kind else { return false }
    return true
  }

  // MARK: Units of the table

  /// The longest spelling of the unit table that starts at a token.
  func tableUnit(at index: Int) -> (unit: FigureUnit, end: Int)? {
    guard let first = run[index], first.shape != .number, first.shape != .quote else { return nil }
    let units = run.language.units
    let longest = units.longest(run.words.utf8, Int(first.lower), Int(first.upper))
    for length in stride(from: longest, to: 0, by: -1) {
      guard let last = run[index + length - 1], last.upper - first.lower <= 40 else { continue }
      if let unit = units.unit(run.words.utf8, Int(first.lower), Int(last.coreUpper)) {
        return (unit, index + length)
      }
      if last.upper != last.coreUpper, !last.traits.contains(.possessive),
        let unit = units.unit(run.words.utf8, Int(first.lower), Int(last.upper))
      {
        return (unit, index + length)
      }
    }
    return nil
  }

  /// Adds what follows a unit: "per day", "old", "a barrel".
  func complete(
    _ unit: FigureUnit, end: Int, magnitude: Int, _ number: NumberReading?, isHyphened: Bool
  ) -> Reading? {
    let kind: Figure.Kind
    let rule: FigureRule
    switch unit.kind {
    case .magnitude(let power):
      return Reading(name: nil, kind: .count, magnitude: magnitude + power, end: end, rule: .count)
    case .age: return Reading(name: "year", kind: .age, magnitude: magnitude, end: end, rule: .age)
    case .percent: (kind, rule) = (.percent, .percent)
    case .percentagePoint: (kind, rule) = (.percentagePoint, .percentagePoint)
    case .multiple: (kind, rule) = (.multiple, .multiple)
    case .duration:
      if let old = ageEnd(end) {
        return Reading(name: unit.name, kind: .age, magnitude: magnitude, end: old, rule: .age)
      }
      (kind, rule) = (.duration, .duration)
    case .money: (kind, rule) = (.money, .money)
    case .measure: (kind, rule) = (.measure, .measure)
    case .temperature: (kind, rule) = (.temperature, .temperature)
    }
    let rate = rate(at: end, of: unit.name, kind: kind)
    return Reading(
      name: rate?.name ?? unit.name, kind: kind, magnitude: magnitude, end: rate?.end ?? end, rule: rule)
  }

  /// The end of "old", "-old", "of age" after a unit of time.
  private func ageEnd(_ index: Int) -> Int? {
    var next = index
    if run.isTightHyphen(next) || run.isSpacedHyphen(next) { next += 1 }
    if run.isWord(next, "old") || run.isWord(next, "olds") { return next + 1 }
    if run.isWord(next, "of"), run.isWord(next + 1, "age") { return next + 2 }
    return nil
  }

  // MARK: Counted things

  /// What a number counts behind "of": one of the mills, tens of thousands of dollars, 35m of its devices.
  func ofPhrase(at index: Int, _ number: NumberReading) -> Reading? {
    guard run.isWord(index, "of") else { return nil }
    var start = index + 1
    let isDetermined = run.has(start, .determiner) && !run.has(start, .cardinal)
    guard
      isDetermined || number.form == .vague || number.value == ExactDecimal(1)
        || run[index + 1]?.isCapitalised == true || run.has(index - 1, .vaguePlural)
    else { return nil }
    if isDetermined { start += 1 }
    var isInner = false
    if run[start]?.shape == .number || run.has(start, .cardinal) {
      // "Twelve of the 40 boats": the number inside is a figure of its own.
      guard isDetermined || number.value == ExactDecimal(1),
        let inner = NumberReader(run: run).number(at: start)
      else { return nil }
      start = inner.tokens.upperBound
      isInner = true
    }
    if !isDetermined, let unit = tableUnit(at: start), !belongsToNext(start, unit.end) {
      return complete(unit.unit, end: unit.end, magnitude: 0, nil, isHyphened: false)
    }
    guard let noun = nouns.phrase(at: start, isOne: false),
      noun.isPlural || number.form == .vague || number.value == ExactDecimal(1)
    else { return nil }
    return Reading(name: noun.text, kind: .count, end: isInner ? index : noun.end, rule: .count)
  }

  /// The unit that a fraction is a part of: half an hour, a quarter of a mile, 1/16 of a pint, half year.
  func unitOfFraction(at index: Int) -> Reading? {
    var next = index
    if run.isTightHyphen(next) { next += 1 }
    let isOf = run.isWord(next, "of")
    if isOf { next += 1 }
    let hasArticle = run.isWord(next, "a") || run.isWord(next, "an")
    if hasArticle { next += 1 }
    if isOf, !hasArticle { return nil }
    if hasArticle, run[next]?.traits.contains(.allCapitals) == true { next += 1 }
    guard let found = tableUnit(at: next) else { return nil }
    switch found.unit.kind {
    case .money, .measure, .temperature, .duration:
      return complete(found.unit, end: found.end, magnitude: 0, nil, isHyphened: false)
    case .percent where hasArticle || !isOf, .percentagePoint where hasArticle || !isOf:
      return complete(found.unit, end: found.end, magnitude: 0, nil, isHyphened: false)
    default: return nil
    }
  }

  private func hyphenedNoun(at index: Int) -> Reading? {
    guard let token = run[index], token.isWord, !token.has([.preposition, .boundary]),
      !token.has(.phraseEnd) || nouns.isPluralForm(token)
    else {
      return nil
    }
    return Reading(name: run.words.key(token), kind: .count, end: index + 1, rule: .count)
  }
}
