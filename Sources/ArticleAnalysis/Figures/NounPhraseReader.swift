import ArticleModel

/// Reads the noun phrase that a number counts: "wooden fishing boats", "newly built homes", "digital and physical sales".
///
/// There is no tagger: plurals show where a phrase may end, and lists of function words and verbs where it must.
struct NounPhraseReader {
  /// A noun phrase and the token after it.
  struct Phrase {
    var text: String
    var end: Int
    /// Whether its last word looks like a plural.
    var isPlural: Bool
  }

  let run: TokenRun
  /// The most words of a counted noun phrase.
  private static let longestPhrase = 7
  /// The most words of one without a plural: what follows them is a guess.
  private static let longestWithoutPlural = 4
  /// How far a plural may stand behind a word that only comes before nouns.
  private static let reach = 3

  /// What no counted phrase runs over.
  private static let stops: WordClass = [.preposition, .boundary, .determiner, .pronoun, .weekday, .month]

  /// The noun phrase that starts at `start`: to its last plural, or to the word that ends it.
  ///
  /// - Parameters:
  ///   - start: The token after the number.
  ///   - isOne: Whether the number is one, which counts a singular.
  /// - Returns: The phrase, or `nil` when nothing is counted.
  func phrase(at start: Int, isOne: Bool) -> Phrase? {
    let first = start
    let start = afterMore(start)
    var end = start
    var plural: Int?
    var words = 0
    while words < Self.longestPhrase, let token = run[end] {
      // Two new Mark 4 engines: the digits of a name.
      if token.shape == .number, end > first, plural == nil, !isOne, isNameDigit(end) {
        end += 1
        continue
      }
      guard token.isWord else { break }
      if end == start, !token.hasSpaceBefore { break }
      words += 1
      let isCompoundStart =
        plural == nil && run.isTightHyphen(end + 1) && !token.has([.preposition, .boundary, .determiner])
      if !isCompoundStart, stopsPhrase(token, isFirst: end == start, plural, isOne: isOne) {
        guard plural == nil, !isOne, let next = bridge(at: end, isFirst: end == start) else { break }
        end = next
        continue
      }
      if end > start, token.isCapitalised, run[end - 1]?.isCapitalised == false,
        isOne || plural != nil || !hasPlural(end, within: Self.reach)
      {
        break
      }
      let isPluralNow = isPlural(token) || plural == nil && !isOne && isPluralForm(token)
      if let last = plural, last == end - 1, !isPluralNow { break }
      if isOne, isPluralNow, end > start { break }
      if isPluralNow { plural = end }
      end += 1
      if token.traits.contains(.possessive) {
        plural = nil
        continue
      }
      // Of a compound only the last part counts: gas-only options, follow-ups.
      var isCompound = false
      while run.isTightHyphen(end), let part = run[end + 1], part.isWord, end - start < 2 * Self.longestPhrase
      {
        isCompound = true
        plural = !isOne && isPluralForm(part) ? end + 1 : nil
        end += 2
      }
      if isCompound { continue }
      if run.isSign(end, 0x2C), plural == nil, !isOne, run[end + 1]?.isCapitalised == false,
        hasPlural(end + 1, within: 2)
      {
        end += 1
      }
    }
    while end > start, let last = run[end - 1], !last.isWord { end -= 1 }
    if !isOne { end = plural.map { $0 + 1 } ?? min(end, start + Self.longestWithoutPlural) }
    while end > start, let last = run[end - 1], !last.isWord { end -= 1 }
    guard end > start, let opening = run[start], let last = run[end - 1] else { return nil }
    if !isOne, plural == nil {
      // Without a plural the first words are most likely an adjective and a mass noun, or a verb.
      if endsInEd(last) || last.has(.phraseEnd) || isGerund(last) || opening.traits.contains(.possessive) {
        return nil
      }
    }
    if last.has([.boundary, .preposition]) { return nil }
    let upper = last.traits.contains(.possessive) ? last.coreUpper : last.upper
    return Phrase(text: run.words.string(opening.lower, upper), end: end, isPlural: plural != nil)
  }

  /// Whether digits belong to a name that a plural follows: Mark 4 engines, 737 Max jets.
  private func isNameDigit(_ index: Int) -> Bool {
    (run[index - 1]?.isCapitalised == true || run[index + 1]?.isCapitalised == true)
      && run[index]?.hasSpaceBefore == true
      && hasPlural(index + 1, within: Self.reach)
  }

  /// Steps over "other", "more", "most" and the like before a noun: eight other boats, two most visited towns.
  private func afterMore(_ start: Int) -> Int {
    guard run.has(start, .countedMore), let next = run[start + 1], next.isWord,
      !next.has([.phraseEnd, .preposition, .boundary, .determiner, .pronoun, .adverb]) || isPluralForm(next)
    else { return start }
    return start + 1
  }

  /// Whether the phrase cannot hold the word.
  ///
  /// Votes, works and reports are nouns while nothing else is the plural.
  private func stopsPhrase(_ token: Token, isFirst: Bool, _ plural: Int?, isOne: Bool) -> Bool {
    if token.has(Self.stops) || token.has([.cardinal, .speechParticiple]) { return true }
    let isNoun = plural == nil && !isOne && isPluralForm(token)
    if token.has(.phraseEnd) { return !isNoun }
    if run.words.endsInLy(token), !token.has(.lyAdjective) { return true }
    return token.has(.speechVerb) && (!isFirst || endsInEd(token)) && !isNoun
  }

  /// The token after a word that stops a phrase unless a plural follows soon: newly built homes, wounded soldiers,
  /// digital and physical sales.
  private func bridge(at index: Int, isFirst: Bool) -> Int? {
    guard let token = run[index] else { return nil }
    if run.isWord(index, "and") || run.isWord(index, "or") {
      guard !isFirst, let next = run[index + 1], next.isWord, !next.has(.phraseEnd), !next.has(Self.stops),
        !next.has([.cardinal, .speechVerb])
      else { return nil }
      return hasPlural(index + 1, within: Self.reach) ? index + 1 : nil
    }
    let isModifier =
      run.words.endsInLy(token) || endsInEd(token) || token.has(.countedModifier)
    guard isModifier, !token.has([.preposition, .boundary, .determiner, .pronoun]) else { return nil }
    return hasPlural(index + 1, within: Self.reach + 1) ? index + 1 : nil
  }

  /// Whether a plural stands among the next words, with nothing before it that ends a phrase.
  private func hasPlural(_ index: Int, within reach: Int) -> Bool {
    for next in index..<index + reach {
      // "Combined digital and physical sales"
      if next > index, run.isWord(next, "and") || run.isWord(next, "or") { continue }
      guard let token = run[next], token.isWord, !token.has(Self.stops), !token.has(.cardinal) else {
        return false
      }
      if isPluralForm(token) { return true }
      if token.has(.phraseEnd), !endsInEd(token) { return false }
    }
    return false
  }

  private func isGerund(_ token: Token) -> Bool {
    let utf8 = run.words.utf8
    let upper = Int(token.coreUpper)
    return upper - Int(token.lower) > 5 && utf8[upper - 1] == 0x67 && utf8[upper - 2] == 0x6E
      && utf8[upper - 3] == 0x69
  }

  func endsInEd(_ token: Token) -> Bool {
    guard token.coreUpper - token.lower > 3 else { return false }
    let utf8 = run.words.utf8
    return utf8[Int(token.coreUpper) - 1] == 0x64 && utf8[Int(token.coreUpper) - 2] == 0x65
  }

  /// Whether the form looks like the plural of a noun and is no word that ends phrases.
  func isPlural(_ token: Token) -> Bool {
    !token.has([.phraseEnd, .preposition, .boundary]) && isPluralForm(token)
  }

  /// Whether the form looks like the plural of a noun; it may be a verb all the same (votes, works).
  func isPluralForm(_ token: Token) -> Bool {
    guard token.isWord, token.coreUpper - token.lower > 2, !token.has(.singularForm) else { return false }
    if token.has(.irregularPlural) { return true }
    let utf8 = run.words.utf8
    let upper = Int(token.coreUpper)
    guard ByteTable.lowercased(utf8[upper - 1]) == 0x73 else {
      return upper - Int(token.lower) > 4 && utf8[upper - 1] == 0x6E && utf8[upper - 2] == 0x65
        && utf8[upper - 3] == 0x6D
    }
    let before = ByteTable.lowercased(utf8[upper - 2])
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
