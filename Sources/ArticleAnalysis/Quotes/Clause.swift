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
  /// The longest noun phrase in tokens; longer ones are cut so that no walk is long.
  private static let longestPhrase = 24

  /// Folds `stretches` of a block into its tokens.
  init(words: WordReader, tokens all: ArraySlice<Token>, stretches: [MarkedStretch]) {
    self.words = words
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
    isHeadline = Self.isHeadline(folded)
  }

  private static func isHeadline(_ tokens: [Token]) -> Bool {
    var long = 0
    var capitalised = 0
    for token in tokens.prefix(60) where token.isWord && token.coreUpper - token.lower > 3 {
      long += 1
      if token.isCapitalised { capitalised += 1 }
    }
    return long >= 2 && capitalised * 10 >= long * 8
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

  /// Whether the token is a word or number, or a sign that joins two of them.
  func isWordy(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.shape == .word || token.shape == .number
  }

  /// Whether the sign joins the words beside it: state-owned, AT&T.
  private func isJoiner(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isSign(0x2D) || token.isSign(0x26) || token.isSign(0x2F) || token.isSign(Sign.dash),
      index + 1 < tokens.count
    else { return false }
    if token.isSign(0x26) { return true }
    return !token.hasSpaceBefore && !tokens[index + 1].hasSpaceBefore && tokens[index + 1].shape != .quote
  }

  /// The index of the word before `index`, over a joining hyphen, or `nil` at `floor`.
  private func wordBefore(_ index: Int, floor: Int) -> Int? {
    guard index > floor else { return nil }
    if isWordy(index - 1) { return index - 1 }
    if index - 2 >= floor, isJoiner(index - 1), isWordy(index - 2) { return index - 2 }
    return nil
  }

  private func wordAfter(_ index: Int, ceiling: Int) -> Int? {
    guard index + 1 < ceiling else { return nil }
    if isWordy(index + 1) { return index + 1 }
    if index + 2 < ceiling, isJoiner(index + 1), isWordy(index + 2) { return index + 2 }
    return nil
  }

  private static let phraseStops: WordClass = [.boundary, .speechVerb, .speechParticiple]

  private func stopsPhrase(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.has(Self.phraseStops) && !token.isCapitalised
  }

  /// The noun phrase that ends at `index`, reaching left to `floor` at most.
  func phrase(endingAt index: Int, floor: Int) -> Phrase? {
    guard index >= floor, isWordy(index), !stopsPhrase(index) || isRelative(index) else { return nil }
    if tokens[index].has(.preposition), !tokens[index].isCapitalised { return nil }
    if tokens[index].has(.pronoun) || isRelative(index) { return Phrase(first: index, last: index) }
    var first = index
    let lowest = max(floor, index - Self.longestPhrase)
    while let before = wordBefore(first, floor: lowest) {
      let token = tokens[before]
      if token.has(.pronoun) { break }
      if token.has(.determiner) {
        first = before
        // A spokesman for the harbour: the head with its preposition stands before the article.
        guard before - 2 >= lowest, tokens[before - 1].has(.preposition), isLinkingPreposition(before - 1),
          tokens[before - 2].has(.role) || isWord(before - 1, "of"), isWordy(before - 2),
          !stopsPhrase(before - 2)
        else { break }
        first = before - 2
        if tokens[first].has(.determiner) { break }
        continue
      }
      if stopsPhrase(before) { break }
      if token.has(.preposition) && !token.isCapitalised {
        // A spokesman for the campaign: the head stands before the preposition.
        guard let head = wordBefore(before, floor: lowest), isLinkingPreposition(before), !stopsPhrase(head),
          !tokens[head].has(.preposition), !tokens[head].has([.time, .pronoun, .adverb])
        else { break }
        var start = head
        var steps = 0
        while let next = wordBefore(start, floor: lowest), steps < 8 {
          steps += 1
          if tokens[next].has(.pronoun) || stopsPhrase(next) || tokens[next].has(.preposition) { break }
          start = next
          if tokens[next].has(.determiner) { break }
        }
        if tokens[start].has([.determiner, .role]) || tokens[start].isCapitalised || isWord(before, "of")
          || tokens[head].has(.role)
        {
          first = start
          if tokens[start].has(.determiner) { break }
          continue
        }
        break
      }
      first = before
    }
    return Phrase(first: first, last: index)
  }

  /// The noun phrase that starts at `index`, reaching right before `ceiling`.
  func phrase(startingAt index: Int, ceiling: Int) -> Phrase? {
    guard index < ceiling, isWordy(index) else { return nil }
    if tokens[index].has(.pronoun) { return Phrase(first: index, last: index) }
    var last = index
    let highest = min(ceiling, index + Self.longestPhrase)
    while let next = wordAfter(last, ceiling: highest) {
      let token = tokens[next]
      if token.has([.pronoun, .determiner]) || stopsPhrase(next) { break }
      if token.has(.preposition) && !token.isCapitalised { break }
      if token.has(.adverb) || endsInLy(next) && !token.isCapitalised { break }
      if token.has(.time) { break }
      // A name is over when small letters follow, unless they say what the next name is: Harbour resident Ann Bell.
      if tokens[last].isCapitalised && tokens[index].isCapitalised && !tokens[index].has(.determiner)
        && !token.isCapitalised && !token.has(.nameParticle) && !announcesName(next, ceiling: highest)
      {
        break
      }
      last = next
    }
    while last > index, tokens[last].has(.nameParticle), !tokens[last].isCapitalised { last -= 1 }
    return Phrase(first: index, last: last)
  }

  /// Whether the small words from `index` on end with a role that a capitalised name follows.
  private func announcesName(_ index: Int, ceiling: Int) -> Bool {
    for position in index..<min(index + 4, ceiling) {
      let token = tokens[position]
      if token.isSign(0x2D) { continue }
      guard token.isWord, !token.has([.preposition, .boundary, .determiner, .adverb]) else { return false }
      if token.isCapitalised { return position > index && tokens[position - 1].has([.role, .title]) }
    }
    return false
  }

  /// The subject of the verb at `verb`: left of it, over adverbs, brackets and appositions.
  func subject(before verb: Int, floor: Int) -> Phrase? {
    var index = verb - 1
    while index >= floor, isWordy(index), tokens[index].has(.adverb) || endsInLy(index),
      !tokens[index].isCapitalised
    {
      index -= 1
    }
    guard index >= floor else { return nil }
    if isRelative(index) {
      index -= 1
      if index >= floor, tokens[index].isSign(0x2C) { index -= 1 }
      return index >= floor ? phrase(endingAt: index, floor: floor) : nil
    }
    let token = tokens[index]
    if joinsVerbs(index) { return nil }
    guard token.shape == .sign else {
      return token.shape == .quote ? nil : phrase(endingAt: index, floor: floor)
    }
    let opener: UInt8
    switch token.byte {
    case 0x2C: opener = 0x2C
    case 0x29: opener = 0x28
    case 0x5D: opener = 0x5B
    case Sign.dash: opener = Sign.dash
    case 0x2D: opener = 0x2D
    default: return nil
    }
    // Over the apposition: Calder, 61, a farmer, said.
    var left = index - 1
    let lowest = max(floor, index - 40)
    var best: Phrase?
    while left > lowest {
      if tokens[left].isSign(opener), let found = phrase(endingAt: left - 1, floor: floor), isActor(found) {
        best = found
        if tokens[found.last].isCapitalised || opener != 0x2C || tokens[found.first].has(.pronoun) {
          return found
        }
        break
      }
      if tokens[left].shape == .quote || tokens[left].isSign(0x3B) { break }
      left -= 1
    }
    if let best { return best }
    return index - 1 >= floor ? phrase(endingAt: index - 1, floor: floor) : nil
  }

  /// Whether a phrase can be somebody who speaks.
  func isActor(_ phrase: Phrase) -> Bool {
    let first = tokens[phrase.first]
    let last = tokens[phrase.last]
    if last.has(.time) { return false }
    return last.isCapitalised || first.isCapitalised || first.has([.determiner, .role, .pronoun])
      || last.has(.role)
      || last.has(.pronoun)
  }

  /// The first phrase of a sentence that can act: a name, a pronoun or a phrase with an article.
  func firstActor(in range: Range<Int>) -> Phrase? {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if token.shape == .quote { return nil }
      if token.shape == .word {
        if token.has(.pronoun), !isWord(index, "i") { return Phrase(first: index, last: index) }
        let isName =
          token.isCapitalised
          && !token.has([.determiner, .preposition, .boundary, .time, .adverb, .neverName])
        if isName || isWord(index, "the") || isWord(index, "a") || isWord(index, "an") {
          guard let found = phrase(startingAt: index, ceiling: range.upperBound) else { return nil }
          let followsPreposition = index > range.lowerBound && tokens[index - 1].has(.preposition)
          if !followsPreposition && !tokens[found.last].has(.time) { return found }
          index = found.last + 1
          continue
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether the word joins a second verb to a subject named before: and, but, then.
  func joinsVerbs(_ index: Int) -> Bool {
    isWord(index, "and") || isWord(index, "but") || isWord(index, "or") || isWord(index, "then")
  }

  private func isLinkingPreposition(_ index: Int) -> Bool {
    isWord(index, "of") || isWord(index, "for") || isWord(index, "at") || isWord(index, "in")
      || isWord(index, "from")
      || isWord(index, "with") || isWord(index, "to") || isWord(index, "on")
  }

  func isRelative(_ index: Int) -> Bool { isWord(index, "who") }

  /// Whether the word at `index` is the given one, in any case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    tokens[index].shape == .word && words.matches(tokens[index], word)
  }

  /// Whether the word ends in -ly, as most adverbs do.
  func endsInLy(_ index: Int) -> Bool { words.endsInLy(tokens[index]) }
}
