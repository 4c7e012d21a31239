/// The tokens of a block with each marked stretch folded into one token, and the phrases that can be found among them.
struct Clause {
  /// Token indexes of a noun phrase, both included.
  struct Phrase: Hashable {
    var first: Int
    var last: Int
  }

  let words: WordReader
  let tokens: [Token]
  /// Whether nearly all words are capitalised, as in headlines; capitals then say nothing.
  let isHeadline: Bool
  /// The token indexes of the sentences.
  let sentences: [Range<Int>]

  /// How much the rules can say about speakers in the language of the block.
  let attribution: Language.Attribution
  /// Whether a capital makes no name in the language of the block.
  let capitalisesNouns: Bool

  /// Folds `stretches` of a block into its tokens.
  init(words: WordReader, tokens all: ArraySlice<Token>, stretches: [MarkedStretch], language: Language) {
    self.words = words
    attribution = language.attribution
    capitalisesNouns = language.capitalisesNouns
    var folded: [Token] = []
    folded.reserveCapacity(all.count)
    var next = 0
    for token in all {
      while next < stretches.count, Int(token.lower) >= stretches[next].open {
        if Int(token.lower) < max(stretches[next].close, stretches[next].open + 1) {
          if folded.last?.shape != .quote || folded.last?.entry != Int32(next) {
            folded.append(
              Token(
                lower: Int32(stretches[next].open), upper: Int32(stretches[next].close),
                coreUpper: Int32(stretches[next].close), shape: .quote, traits: token.traits, byte: 0,
                entry: Int32(next), classes: []))
          }
          break
        }
        next += 1
      }
      if next < stretches.count, Int(token.lower) >= stretches[next].open { continue }
      folded.append(token)
    }
    tokens = folded
    sentences = Self.split(folded)
    // Beside speech a few names make most of the words; small words then tell a sentence.
    isHeadline =
      !language.capitalisesNouns
      && Self.isHeadline(folded[...], allowsSmallWords: stretches.allSatisfy(\.isSingle))
  }

  /// Whether nearly all long words are capitalised.
  static func isHeadline(_ tokens: ArraySlice<Token>, allowsSmallWords: Bool = true) -> Bool {
    var long = 0
    var small = 0
    for token in tokens.prefix(60) where token.isWord && token.coreUpper - token.lower > 3 {
      long += 1
      if token.isCapitalised { continue }
      small += 1
      // One in five of sixty: the rest cannot make up for it.
      if small > 12 || !allowsSmallWords { return false }
    }
    return long >= 4 && small * 5 <= long
  }

  /// Sentences end after a full stop, question or exclamation mark that a capital, a number or a quote follows.
  private static func split(_ tokens: [Token]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in tokens.indices {
      let token = tokens[index]
      guard token.isSign(0x2E) || token.isSign(0x3F) || token.isSign(0x21) || token.isSign(Sign.ellipsis)
      else {
        // An abbreviation ends a sentence when a word follows that starts sentences.
        if token.traits.contains(.dotted), !token.has(.title), index + 1 < tokens.count,
          tokens[index + 1].isCapitalised, tokens[index + 1].has([.pronoun, .determiner]), index + 1 > start
        {
          sentences.append(start..<index + 1)
          start = index + 1
        }
        continue
      }
      if index + 1 < tokens.count {
        let next = tokens[index + 1]
        guard next.shape != .sign, next.shape != .word || next.isCapitalised else { continue }
      }
      sentences.append(start..<index + 1)
      start = index + 1
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// The first token of the sentence that a token stands in.
  func startOfSentence(at index: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= index { low = middle } else { high = middle }
    }
    return sentences.isEmpty ? 0 : sentences[low].lowerBound
  }

  /// Whether the token is a word or number, or a sign that joins two of them.
  func isWordy(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.shape == .word || token.shape == .number
  }

  /// Whether the sign joins the words beside it: state-owned, AT&T.
  func isJoiner(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isSign(0x2D) || token.isSign(0x26) || token.isSign(0x2F) || token.isSign(Sign.dash),
      index + 1 < tokens.count
    else { return false }
    if token.isSign(0x26) { return true }
    return !token.hasSpaceBefore && !tokens[index + 1].hasSpaceBefore && tokens[index + 1].shape != .quote
  }

  /// The index of the word before `index`, over a joining hyphen, or `nil` at `floor`.
  func wordBefore(_ index: Int, floor: Int) -> Int? {
    guard index > floor else { return nil }
    if isWordy(index - 1) { return index - 1 }
    if index - 2 >= floor, isJoiner(index - 1), isWordy(index - 2) { return index - 2 }
    return nil
  }

  func wordAfter(_ index: Int, ceiling: Int) -> Int? {
    guard index + 1 < ceiling else { return nil }
    if isWordy(index + 1) { return index + 1 }
    if index + 2 < ceiling, isJoiner(index + 1), isWordy(index + 2) { return index + 2 }
    return nil
  }

  /// Whether the word joins a second verb to a subject named before: and, but, then.
  func joinsVerbs(_ index: Int) -> Bool { tokens[index].has(.coordinator) }

  /// Whether the word ties a clause to the noun before it.
  func isRelative(_ index: Int) -> Bool {
    if tokens[index].has(.relative) { return true }
    // The signs that read …; "that" after a verb is no pronoun.
    return isWord(index, "that") && index > 0 && tokens[index - 1].isWord && !tokens[index - 1].has(.boundary)
      && !tokens[index - 1].has([.speechVerb, .speechParticiple, .pronoun, .preposition])
  }

  /// Whether the word at `index` is the given one, in any case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    tokens[index].shape == .word && words.matches(tokens[index], word)
  }

  /// Whether the word ends in -ly, as most adverbs do.
  func endsInLy(_ index: Int) -> Bool { words.ends(tokens[index], in: "ly") }

  /// Whether the word ends in -ed, as most verbs of the past do.
  func endsInEd(_ index: Int) -> Bool { words.ends(tokens[index], in: "ed") }

  /// Whether the word ends in -ing, as participles do.
  func endsInIng(_ index: Int) -> Bool { words.ends(tokens[index], in: "ing") }
}
