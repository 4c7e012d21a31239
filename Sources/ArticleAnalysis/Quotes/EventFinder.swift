/// Finds the attribution events of a sentence.
struct EventFinder {
  let clause: Clause
  /// The last sign of the words of each stretch.
  let lastBytes: [UInt8]
  /// The most tokens between a quote and a verb that is told by it.
  private static let longestCredit = 24

  /// The events of the sentence with the token indexes `range`, by cue.
  ///
  /// - Parameters:
  ///   - range: The token indexes of the sentence.
  ///   - actor: The first phrase of the sentence that can act.
  /// - Returns: The events in the order of their cues.
  /// - Complexity: O(number of tokens), each verb looking a bounded distance to either side.
  func events(in range: Range<Int>, actor: Clause.Phrase?) -> [AttributionEvent] {
    // Verbs that no list has are told by a quote beside them.
    let hasQuotes = clause.attribution == .full && !lastBytes.isEmpty
    var events: [AttributionEvent] = []
    var lastSubject: Clause.Phrase?
    /// The last subject outside clauses with "that" and the like.
    var mainSubject: Clause.Phrase?
    func take(_ subject: Clause.Phrase) {
      guard !clause.isRelative(subject.last) else { return }
      lastSubject = subject
      if subject.first <= range.lowerBound || !clause.tokens[subject.first - 1].has(.boundary)
        || clause.joinsVerbs(subject.first - 1)
      {
        mainSubject = subject
      }
    }
    var lastQuote: Int?
    for verb in range {
      let token = clause.tokens[verb]
      if token.shape == .quote { lastQuote = verb }
      guard token.shape == .word else { continue }
      if token.has(.sourceMarker) {
        if let event = accordingTo(verb, floor: range.lowerBound, ceiling: range.upperBound) {
          events.append(event)
        }
        continue
      }
      let earlier = lastSubject ?? actor.flatMap { $0.last < verb ? $0 : nil }
      if let event = quotedAsSaying(verb, floor: range.lowerBound) {
        events.append(event)
        continue
      }
      if token.has(.utterance), let event = owned(verb, in: range) {
        events.append(event)
        continue
      }
      if token.has(.speechParticiple) {
        let followsComma = verb > range.lowerBound && clause.tokens[verb - 1].isSign(0x2C)
        if let subject = companion(of: verb, floor: range.lowerBound)
          ?? (followsComma ? mainSubject ?? earlier : earlier)
        {
          events.append(AttributionEvent(cue: verb, cueEnd: verb, subject: subject, form: .inherited))
        }
        continue
      }
      var found: AttributionEvent?
      if token.has(.speechVerb) {
        guard !token.isCapitalised || verb == range.lowerBound || clause.isHeadline else { continue }
        if verb > range.lowerBound, isPassiveOrNoun(verb) {
          if let event = passive(verb, in: range) { events.append(event) }
          continue
        }
        found = event(at: verb, in: range, earlier: earlier)
      } else if hasQuotes {
        found = adjacentVerb(verb, in: range, behind: lastQuote)
      }
      if let found {
        events.append(found)
        take(found.subject)
      } else if !token.isCapitalised, token.has(.finiteVerb) || clause.endsInEd(verb),
        let subject = plainSubject(of: verb, floor: range.lowerBound)
      {
        take(subject)
      }
    }
    return events
  }

  /// The subject of a verb that says nothing, for the participles after it: Marsh left, saying.
  private func plainSubject(of verb: Int, floor: Int) -> Clause.Phrase? {
    guard let subject = clause.subject(before: verb, floor: floor), clause.isActor(subject),
      !clause.isRelative(subject.last), subject.last + 3 > verb,
      !clause.tokens[max(verb - 1, floor)].has(.auxiliary)
        || clause.tokens[max(verb - 1, floor)].isCapitalised
    else { return nil }
    return subject
  }

  /// A noun that announces words, with its owner: her claim that, Calder's promise of.
  private func owned(_ noun: Int, in range: Range<Int>) -> AttributionEvent? {
    guard noun + 1 < range.upperBound, noun > range.lowerBound,
      !clause.tokens[noun].isCapitalised || clause.isHeadline
    else { return nil }
    let next = clause.tokens[noun + 1]
    guard clause.tokens[noun..<min(noun + 6, range.upperBound)].contains(where: { $0.shape == .quote }),
      next.isSign(0x3A) || clause.isWord(noun + 1, "of") || clause.isWord(noun + 1, "for")
        || clause.isWord(noun + 1, "to") || clause.isWord(noun + 1, "that")
        || clause.isWord(noun + 1, "about")
    else { return nil }
    for index in (max(range.lowerBound, noun - 3)..<noun).reversed() {
      let token = clause.tokens[index]
      guard token.isWord else { return nil }
      if token.has(.possessivePronoun) {
        let owner = Clause.Phrase(first: index, last: index)
        return AttributionEvent(cue: noun, cueEnd: noun, subject: owner, form: .owned)
      }
      if token.traits.contains(.possessive),
        let owner = clause.phrase(endingAt: index, floor: range.lowerBound)
      {
        return AttributionEvent(cue: noun, cueEnd: noun, subject: owner, form: .owned)
      }
      if token.has([.preposition, .boundary, .determiner]) { return nil }
    }
    return nil
  }

  /// The speaker behind a passive verb: was told by Calder.
  private func passive(_ verb: Int, in range: Range<Int>) -> AttributionEvent? {
    guard
      clause.tokens[verb - 1].has(.finiteVerb) || clause.isWord(verb - 1, "been")
        || clause.isWord(verb - 1, "being"),
      !clause.tokens[verb - 1].has(.determiner)
    else { return nil }
    for index in verb + 1..<max(verb + 1, min(verb + 4, range.upperBound)) where clause.isWord(index, "by") {
      guard let subject = clause.phrase(startingAt: index + 1, ceiling: range.upperBound),
        clause.isActor(subject)
      else { return nil }
      return AttributionEvent(cue: verb, cueEnd: verb, subject: subject, form: .passive)
    }
    return nil
  }

  /// Whoever is quoted by somebody else: the Gazette quoted Calder as saying; Calder was quoted as saying.
  private func quotedAsSaying(_ participle: Int, floor: Int) -> AttributionEvent? {
    guard clause.tokens[participle].has(.speechParticiple), participle - 2 > floor,
      clause.isWord(participle - 1, "as")
    else { return nil }
    var index = participle - 2
    while index > floor, participle - index < 16, !clause.isWord(index, "quoted"),
      !clause.isWord(index, "quotes"),
      !clause.isWord(index, "quoting"), !clause.isWord(index, "cited")
    {
      index -= 1
    }
    guard index > floor, participle - index < 16 else { return nil }
    let isPassive = clause.tokens[index - 1].has(.auxiliary)
    let subject =
      isPassive
      ? clause.subject(before: index - 1, floor: floor)
      : clause.phrase(startingAt: index + 1, ceiling: participle)
    guard let subject, clause.isActor(subject) else { return nil }
    return AttributionEvent(cue: participle, cueEnd: participle, subject: subject, form: .subjectFirst)
  }

  /// The noun between "with" and a participle: with marchers chanting.
  private func companion(of participle: Int, floor: Int) -> Clause.Phrase? {
    var last = participle - 1
    while last > floor, clause.tokens[last].has(.adverb) || clause.endsInLy(last),
      !clause.tokens[last].isCapitalised
    {
      last -= 1
    }
    guard last > floor, clause.isWordy(last), let noun = clause.phrase(endingAt: last, floor: floor),
      noun.first - 1 >= floor,
      clause.isWord(noun.first - 1, "with")
    else { return nil }
    return noun
  }

  private func isPassiveOrNoun(_ verb: Int) -> Bool {
    let before = clause.tokens[verb - 1]
    if before.isSign(0x2D), !before.hasSpaceBefore { return true }
    if before.shape == .word, before.has(.auxiliary), !before.isCapitalised || before.has(.determiner) {
      return true
    }
    // A noun of the same form: his calls, the report, investigative reports.
    return before.shape == .word
      && (before.traits.contains(.possessive) || !before.isCapitalised && looksLikeAdjective(verb - 1))
  }

  private func looksLikeAdjective(_ index: Int) -> Bool {
    let token = clause.tokens[index]
    guard token.entry < 0 else { return false }
    return clause.words.ends(token, in: "ive") || clause.words.ends(token, in: "ous")
      || clause.words.ends(token, in: "ful") || clause.words.ends(token, in: "able")
      || clause.words.ends(token, in: "ical")
  }

  private func event(
    at verb: Int, in range: Range<Int>, earlier: Clause.Phrase?
  ) -> AttributionEvent? {
    let token = clause.tokens[verb]
    if token.has(.invertible), verb > range.lowerBound, followsQuote(verb, floor: range.lowerBound) {
      if let subject = invertedSubject(after: verb, ceiling: range.upperBound) {
        return AttributionEvent(
          cue: cueStart(verb, floor: range.lowerBound), cueEnd: verb, subject: subject, form: .verbFirst)
      }
    }
    if token.has(.invertible), clause.attribution == .full, verb > range.lowerBound,
      clause.tokens[verb - 1].isSign(0x2C),
      let subject = closingSubject(after: verb, ceiling: range.upperBound)
    {
      return AttributionEvent(cue: verb, cueEnd: verb, subject: subject, form: .verbFirst)
    }
    if let subject = clause.subject(before: verb, floor: range.lowerBound), clause.isActor(subject),
      clause.tokens[subject.last].shape != .quote
    {
      return AttributionEvent(
        cue: cueStart(verb, floor: range.lowerBound), cueEnd: verb, subject: subject, form: .subjectFirst,
        lead: leadingAuxiliary(of: subject, floor: range.lowerBound))
    }
    if token.has(.invertible), verb == range.lowerBound || !clause.isWordy(verb - 1),
      let subject = clause.phrase(startingAt: verb + 1, ceiling: range.upperBound),
      clause.tokens[subject.first].isCapitalised
    {
      return AttributionEvent(cue: verb, cueEnd: verb, subject: subject, form: .verbFirst)
    }
    var before = verb - 1
    while before > range.lowerBound, clause.isWordy(before), clause.tokens[before].has(.adverb),
      !clause.joinsVerbs(before)
    {
      before -= 1
    }
    // A second verb: Calder sat down and said.
    guard before < range.lowerBound || clause.joinsVerbs(before) || clause.tokens[before].shape != .word,
      let subject = earlier
    else { return nil }
    return AttributionEvent(cue: verb, cueEnd: verb, subject: subject, form: .inherited)
  }

  /// The subject behind a verb that a comma parts from what was said: It rained, said Calder.
  private func closingSubject(after verb: Int, ceiling: Int) -> Clause.Phrase? {
    guard let found = invertedSubject(after: verb, ceiling: ceiling),
      clause.tokens[found.first].isCapitalised || clause.tokens[clause.head(of: found)].has(.role),
      !clause.tokens[found.last].has([.time, .weekday, .month]), !clause.tokens[found.first].has(.pronoun)
    else { return nil }
    let next = found.last + 1
    guard next < ceiling else { return found }
    let token = clause.tokens[next]
    return token.isSign(0x2C) || token.isSign(0x2E) || token.isSign(0x28)
      || token.has([.preposition, .relative])
      ? found : nil
  }

  /// A verb that no list has, told by its place beside a quote: "…," beamed Calder. Calder beamed: "…"
  private func adjacentVerb(_ verb: Int, in range: Range<Int>, behind quote: Int?) -> AttributionEvent? {
    let token = clause.tokens[verb]
    guard !token.isCapitalised, token.classes.isDisjoint(with: [.role, .preposition, .boundary, .determiner])
    else { return nil }
    let isPast = clause.endsInEd(verb)
    if verb > range.lowerBound, opensSpeech(verb - 1, floor: range.lowerBound),
      isPast
        || verb + 1 < range.upperBound && clause.tokens[verb + 1].has(.determiner)
          && clause.words.ends(token, in: "s"),
      let subject = invertedSubject(after: verb, ceiling: range.upperBound),
      clause.tokens[subject.last].isCapitalised || clause.tokens[subject.first].has(.determiner)
    {
      return AttributionEvent(cue: verb, cueEnd: verb, subject: subject, form: .verbFirst)
    }
    // "…," they conclude. "…," Marsh fumed on Tuesday.
    if let quote, verb - quote < Self.longestCredit, opensSpeech(quote, floor: range.lowerBound),
      let subject = clause.subject(before: verb, floor: range.lowerBound), clause.isActor(subject),
      subject.first > range.lowerBound, opensSpeech(subject.first - 1, floor: range.lowerBound),
      isPast || clause.tokens[subject.last].has(.pronoun) || clause.words.ends(token, in: "s"),
      !token.has([.pronoun, .adverb, .finiteVerb]), !clause.endsInLy(verb), !clause.isRelative(subject.last),
      !clause.tokens[subject.last].traits.contains(.possessive),
      !speechVerbFollows(verb, ceiling: range.upperBound)
    {
      return AttributionEvent(cue: verb, cueEnd: verb, subject: subject, form: .subjectFirst)
    }
    guard isPast || clause.isWord(verb, "puts") || clause.isWord(verb, "put") else { return nil }
    var end = verb
    if end + 1 < range.upperBound, clause.isWord(end + 1, "it") { end += 1 }
    let endsClause =
      end + 1 >= range.upperBound || clause.tokens[end + 1].isSign(0x2E)
      || clause.tokens[end + 1].isSign(0x2C)
      || clause.tokens[end + 1].isSign(0x3A)
    guard endsClause, let subject = clause.subject(before: verb, floor: range.lowerBound),
      clause.isActor(subject)
    else {
      return nil
    }
    let followsSpeech = subject.first - 1 >= range.lowerBound && speechEnding(subject.first - 1) == 0x2C
    let leadsToSpeech =
      end + 2 < range.upperBound && clause.tokens[end + 2].shape == .quote
      && !clause.tokens[end + 1].isSign(0x2E)
    guard followsSpeech || leadsToSpeech || end > verb else { return nil }
    return AttributionEvent(cue: verb, cueEnd: end, subject: subject, form: .subjectFirst)
  }

  /// Whether a stretch ends with a comma, or asks or exclaims, and nothing ties it to words before it.
  private func opensSpeech(_ quote: Int, floor: Int) -> Bool {
    guard let last = speechEnding(quote), last == 0x2C || quote == floor else { return false }
    guard quote > floor else { return true }
    let before = clause.tokens[quote - 1]
    return before.isSign(0x2C) || before.isSign(0x3A) || before.shape == .quote
      || clause.joinsVerbs(quote - 1)
  }

  private func speechVerbFollows(_ verb: Int, ceiling: Int) -> Bool {
    for index in verb + 1..<max(verb + 1, min(verb + 9, ceiling)) {
      if clause.tokens[index].shape == .quote { return false }
      if clause.tokens[index].has(.speechVerb), !clause.tokens[index].isCapitalised { return true }
    }
    return false
  }

  /// The last sign of the stretch at a token when it ends like speech: comma, question or exclamation mark.
  private func speechEnding(_ index: Int) -> UInt8? {
    let token = clause.tokens[index]
    guard token.shape == .quote, lastBytes.indices.contains(Int(token.entry)) else { return nil }
    let last = lastBytes[Int(token.entry)]
    return last == 0x2C || last == 0x3F || last == 0x21 ? last : nil
  }

  /// The first word of a verb of two words: a déclaré.
  private func cueStart(_ verb: Int, floor: Int) -> Int {
    verb > floor && clause.tokens[verb - 1].has(.cueAuxiliary) ? verb - 1 : verb
  }

  /// The first word of a verb that a subject stands inside: hat Calder gesagt, a-t-elle ajouté.
  private func leadingAuxiliary(of subject: Clause.Phrase, floor: Int) -> Int? {
    var index = subject.first - 1
    while index > floor, subject.first - index < 4,
      clause.tokens[index].isSign(0x2D) || clause.isWord(index, "t")
    {
      index -= 1
    }
    return index >= floor && clause.tokens[index].has(.cueAuxiliary) ? index : nil
  }

  /// Whether only adverbs stand between a quote and the verb.
  private func followsQuote(_ verb: Int, floor: Int) -> Bool {
    var index = verb - 1
    while index > floor, verb - index < 4,
      clause.tokens[index].isWord && (clause.endsInLy(index) || clause.tokens[index].has(.adverb))
    {
      index -= 1
    }
    if index > floor, clause.tokens[index].isSign(0x2C) || clause.tokens[index].isSign(Sign.dash) {
      index -= 1
    }
    return index >= floor && clause.tokens[index].shape == .quote
  }

  private func invertedSubject(after verb: Int, ceiling: Int) -> Clause.Phrase? {
    if let pronoun = hyphenedPronoun(after: verb, ceiling: ceiling) { return pronoun }
    guard verb + 1 < ceiling, let found = clause.phrase(startingAt: verb + 1, ceiling: ceiling) else {
      return nil
    }
    // Behind a quote and its verb even a bare noun speaks: said master of ceremonies Ann Bell.
    let isBareNoun =
      clause.attribution == .full && verb > 0 && clause.tokens[verb - 1].shape == .quote
      && !clause.tokens[found.first].has([.preposition, .time, .adverb, .boundary, .finiteVerb, .auxiliary])
      && !clause.endsInLy(found.first) && clause.tokens[found.first].shape == .word
    guard clause.isActor(found) || isBareNoun, !clause.isWord(found.first, "it") else { return nil }
    // The union's treasurer, Ann Bell: the name is the better mention.
    if !clause.tokens[found.last].isCapitalised, found.last + 2 < ceiling,
      clause.tokens[found.last + 1].isSign(0x2C), clause.tokens[found.last + 2].isCapitalised,
      let name = clause.phrase(startingAt: found.last + 2, ceiling: ceiling), name.last > name.first,
      clause.tokens[name.last].isCapitalised
    {
      return name
    }
    return found
  }

  /// The pronoun that a hyphen ties to its verb: dit-il, explique-t-elle.
  private func hyphenedPronoun(after verb: Int, ceiling: Int) -> Clause.Phrase? {
    var index = verb + 1
    guard index + 1 < ceiling, clause.tokens[index].isSign(0x2D) else { return nil }
    if index + 3 < ceiling, clause.isWord(index + 1, "t"), clause.tokens[index + 2].isSign(0x2D) {
      index += 2
    }
    return clause.tokens[index + 1].has(.pronoun) ? Clause.Phrase(first: index + 1, last: index + 1) : nil
  }

  private func accordingTo(_ marker: Int, floor: Int, ceiling: Int) -> AttributionEvent? {
    var end = marker
    // "…", so Calder: the word has other uses elsewhere.
    if clause.tokens[marker].has(.invertible), !followsQuote(marker, floor: floor) { return nil }
    if clause.isWord(marker, "according") {
      guard marker + 1 < ceiling, clause.isWord(marker + 1, "to") else { return nil }
      end += 1
    }
    guard let found = clause.phrase(startingAt: end + 1, ceiling: ceiling),
      !clause.tokens[found.last].has(.time)
    else { return nil }
    return AttributionEvent(cue: marker, cueEnd: end, subject: found, form: .accordingTo)
  }
}
