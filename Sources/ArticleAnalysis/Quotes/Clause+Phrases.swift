/// Noun phrases and subjects, told from the classes and forms of words.
extension Clause {
  /// The longest noun phrase in tokens; longer ones are cut so that no walk is long.
  private static let longestPhrase = 24

  private static let phraseStops: WordClass = [.boundary, .speechVerb, .speechParticiple]

  private func stopsPhrase(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.has(Self.phraseStops) && !token.isCapitalised
  }

  /// Whether a small word behind a noun must be the verb: went, visited.
  private func looksLikeVerb(_ index: Int, after noun: Int) -> Bool {
    let token = tokens[index]
    guard !token.isCapitalised, token.isWord else { return false }
    if token.has(.finiteVerb) { return true }
    // The adjectives of "the newly elected president" and "the retired judge" stand behind an article or an adverb.
    return endsInEd(index) && !token.has(.role) && tokens[noun].isWord
      && !tokens[noun].has([.determiner, .adverb]) && !endsInLy(noun)
      && !tokens[noun].traits.contains(.possessive)
      && (tokens[noun].isCapitalised || tokens[noun].has(.role))
  }

  /// The noun phrase that ends at `index`, reaching left to `floor` at most.
  func phrase(endingAt index: Int, floor: Int) -> Phrase? {
    guard index >= floor, isWordy(index), !stopsPhrase(index) else { return nil }
    if tokens[index].has(.preposition), !tokens[index].isCapitalised { return nil }
    if tokens[index].has(.pronoun) { return Phrase(first: index, last: index) }
    var first = index
    let lowest = max(floor, index - Self.longestPhrase)
    while let before = wordBefore(first, floor: lowest) {
      let token = tokens[before]
      if token.has(.pronoun) { break }
      let isPreposition = token.has(.preposition) && !token.isCapitalised
      if token.has(.determiner) {
        first = before
      } else if isPreposition {
        guard let start = startOfHead(before: before, floor: lowest) else { break }
        first = start
      }
      if token.has(.determiner) || isPreposition {
        // A spokesman for the harbour in Ohio: before an article a preposition may hang on another head.
        guard tokens[first].has(.determiner) else { continue }
        guard let head = headBefore(first, floor: lowest), head < first else { break }
        first = head
        while tokens[first].has(.determiner), let head = headBefore(first, floor: lowest), head < first {
          first = head
        }
        if tokens[first].has(.determiner) { break }
        continue
      }
      if stopsPhrase(before) || looksLikeVerb(before, after: max(before - 1, lowest)) { break }
      first = before
    }
    return Phrase(first: first, last: index)
  }

  /// The head before a preposition and an article: spokesman for the.
  private func headBefore(_ article: Int, floor: Int) -> Int? {
    guard article - 2 >= floor, tokens[article - 1].has(.preposition), !tokens[article - 1].isCapitalised,
      tokens[article - 1].has(.linkingPreposition)
    else { return nil }
    return startOfHead(before: article - 1, floor: floor)
  }

  /// The start of the phrase that a preposition hangs on: a spokesman (for the campaign).
  private func startOfHead(before preposition: Int, floor: Int) -> Int? {
    guard var head = wordBefore(preposition, floor: floor), tokens[preposition].has(.linkingPreposition)
    else { return nil }
    // A source speaking to the paper, a man named in the report.
    if !tokens[head].isCapitalised, endsInIng(head) || endsInEd(head),
      !tokens[head].has([.role, .speechParticiple]),
      let noun = wordBefore(head, floor: floor)
    {
      head = noun
    }
    guard
      !stopsPhrase(head), !tokens[head].has(.preposition), !tokens[head].has([.time, .pronoun, .adverb]),
      !tokens[head].has(.finiteVerb) || tokens[head].isCapitalised
    else { return nil }
    var start = head
    var steps = 0
    while let next = wordBefore(start, floor: floor), steps < 8 {
      steps += 1
      if tokens[next].has(.pronoun) || stopsPhrase(next) || tokens[next].has(.preposition) { break }
      start = next
      if tokens[next].has(.determiner) { break }
    }
    guard
      tokens[start].has([.determiner, .role]) || tokens[start].isCapitalised || isWord(preposition, "of")
        || tokens[head].has(.role)
    else { return nil }
    return start
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
        && !token.isCapitalised && !token.has(.nameParticle) && !tokens[last].traits.contains(.possessive)
        && !announcesName(next, ceiling: highest)
      {
        break
      }
      if last > index, looksLikeVerb(next, after: last) { break }
      last = next
    }
    while last > index, tokens[last].has(.nameParticle), !tokens[last].isCapitalised { last -= 1 }
    return Phrase(first: index, last: last)
  }

  /// Whether the small words from `index` on end with what a person is, and a capitalised name follows.
  private func announcesName(_ index: Int, ceiling: Int) -> Bool {
    for position in index..<min(index + 5, ceiling) {
      let token = tokens[position]
      if token.isSign(0x2D) { continue }
      guard isWordy(position),
        !token.has([.preposition, .boundary, .determiner, .adverb, .speechParticiple, .pronoun])
      else { return false }
      if token.isCapitalised { return position > index && !token.has([.time, .weekday, .month]) }
      if token.has([.finiteVerb, .speechVerb]) || endsInLy(position) || endsInEd(position) { return false }
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
    if isRelative(index) { return Phrase(first: index, last: index) }
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
    return subject(overApposition: index, opener: opener, floor: floor)
  }

  /// The subject left of an apposition that ends with the sign at `end`: Calder, 61, a farmer, said.
  ///
  /// Of several appositions the name that opens the sentence is the subject: Calder, a farmer, the head of a union, said.
  private func subject(overApposition end: Int, opener: UInt8, floor: Int) -> Phrase? {
    var left = end - 1
    let lowest = max(floor, end - 40)
    var best: Phrase?
    while left > lowest {
      if tokens[left].isSign(opener) {
        var nounEnd = left - 1
        // Rep. Calder (R-Ohio), a surveyor, said.
        if tokens[nounEnd].isSign(0x29) {
          while nounEnd > lowest, !tokens[nounEnd].isSign(0x28) { nounEnd -= 1 }
          nounEnd -= 1
        }
        if nounEnd >= floor, let found = phrase(endingAt: nounEnd, floor: floor), isActor(found) {
          let isName = tokens[head(of: found)].isCapitalised
          if best == nil {
            // The mayor, Ann Bell, said: the name is the better mention.
            if !isName, opener == 0x2C, let name = phrase(endingAt: end - 1, floor: left + 1),
              name.first == left + 1,
              name.last > name.first, tokens[name.first].isCapitalised, tokens[name.last].isCapitalised,
              head(of: name) == name.last
            {
              return name
            }
            best = found
            if isName || opener != 0x2C || tokens[found.first].has(.pronoun) { return found }
          } else if isName, opensSentence(found, floor: floor) {
            return found
          }
        }
      }
      if tokens[left].shape == .quote || tokens[left].isSign(0x3B) { break }
      left -= 1
    }
    if let best { return best }
    return end - 1 >= floor ? phrase(endingAt: end - 1, floor: floor) : nil
  }

  /// Whether a phrase is the first of its sentence; one small word such as "but" may stand before it.
  private func opensSentence(_ phrase: Phrase, floor: Int) -> Bool {
    phrase.first == floor
      || phrase.first == floor + 1 && (tokens[floor].has(.coordinator) || tokens[floor].shape == .sign)
  }

  /// The noun that a relative pronoun stands for: over the comma before it and what hangs on the noun.
  func antecedent(of relative: Int, floor: Int) -> Phrase? {
    var index = relative - 1
    while index > floor, tokens[index].isSign(0x2C) || tokens[index].isSign(0x29) {
      if tokens[index].isSign(0x29) {
        let lowest = max(floor, index - 12)
        while index > lowest, !tokens[index].isSign(0x28) { index -= 1 }
      }
      index -= 1
    }
    return index >= floor ? phrase(endingAt: index, floor: floor) : nil
  }

  /// The head noun: the word before the first preposition, or the last word.
  func head(of phrase: Phrase) -> Int {
    guard phrase.first < phrase.last else { return phrase.last }
    for index in (phrase.first + 1)...phrase.last {
      let token = tokens[index]
      guard token.has(.preposition), !token.isCapitalised, !token.has(.nameParticle) else { continue }
      let before = tokens[index - 1]
      // Secretary of State Ann Bell is one name, too.
      let isPartOfTitle =
        before.isCapitalised && index < phrase.last && tokens[index].has(.linkingPreposition)
        && before.has([.title, .role, .neverName])
        && (tokens[index + 1].isCapitalised || tokens[index + 1].has(.determiner))
      guard !isPartOfTitle, !isInsideName(index, of: phrase) else { continue }
      if index - 2 >= phrase.first, !before.isCapitalised, endsInIng(index - 1) { return index - 2 }
      return index - 1
    }
    return phrase.last
  }

  /// Whether the preposition at `index` stands inside the name of an organisation: the Bank of England.
  func isInsideName(_ index: Int, of phrase: Phrase) -> Bool {
    guard index > phrase.first, index < phrase.last, tokens[index].has(.linkingPreposition),
      !tokens[index].isCapitalised
    else { return false }
    return tokens[index - 1].isCapitalised && tokens[index - 1].has(.organisation)
      && tokens[index + 1].isCapitalised
  }

  /// Whether a phrase can be somebody who speaks.
  func isActor(_ phrase: Phrase) -> Bool {
    let first = tokens[phrase.first]
    let last = tokens[phrase.last]
    if last.has(.time) { return false }
    return last.isCapitalised || first.isCapitalised || first.has([.determiner, .role, .pronoun, .relative])
      || last.has(.role)
      || last.has(.pronoun) || hasElidedArticle(phrase.first) || isRelative(phrase.last)
  }

  /// Whether the word holds an article: l'entraîneur.
  private func hasElidedArticle(_ index: Int) -> Bool {
    let lower = Int(tokens[index].lower)
    guard attribution == .listedVerbs, lower + 1 < words.utf8.count, words.utf8[lower] | 0x20 == 0x6C else {
      return false
    }
    return words.utf8[lower + 1] == 0x27 || words.utf8[lower + 1] == 0xE2
  }

  /// The first phrase of a sentence that can act: a name, a pronoun or a phrase with an article.
  ///
  /// An opening such as "In 1991," or "Asked about the dam," is left out when a phrase follows its comma.
  func firstActor(in range: Range<Int>) -> Phrase? {
    if let comma = endOfOpening(range), let found = firstPhrase(in: comma + 1..<range.upperBound),
      found.first - comma <= 2
    {
      return found
    }
    return firstPhrase(in: range)
  }

  /// The comma that ends an opening which is no subject.
  private func endOfOpening(_ range: Range<Int>) -> Int? {
    guard let first = range.first(where: { isWordy($0) }), first - range.lowerBound <= 1 else { return nil }
    let token = tokens[first]
    let isOpening =
      token.has([.preposition, .time]) || token.has(.boundary)
      || token.has(.neverName) && !token.has(.pronoun)
        && !token.has(.determiner)
      || token.has(.adverb) || endsInLy(first) || endsInIng(first)
      || endsInEd(first)
      || first + 1 < range.upperBound && tokens[first + 1].has(.opening)
    guard isOpening else { return nil }
    var index = first
    while index < range.upperBound, index - first < 30 {
      if tokens[index].shape == .quote { return nil }
      if tokens[index].isSign(0x2C), index + 1 < range.upperBound,
        tokens[index + 1].isCapitalised || tokens[index + 1].has([.determiner, .pronoun, .role])
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private func firstPhrase(in range: Range<Int>) -> Phrase? {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if token.shape == .quote { return nil }
      if token.shape == .word {
        if token.has(.pronoun), !isWord(index, "i") { return Phrase(first: index, last: index) }
        let isName =
          token.isCapitalised && token.coreUpper - token.lower > 1
          && !token.has([.determiner, .preposition, .boundary, .time, .adverb, .neverName])
        if isName || token.has(.determiner) && !token.traits.contains(.possessive) {
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
}
