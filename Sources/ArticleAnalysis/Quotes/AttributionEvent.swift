/// A place where a text says that somebody speaks.
struct AttributionEvent {
  /// How verb and speaker stand to each other.
  enum Form {
    /// Calder said.
    case subjectFirst
    /// Said Calder.
    case verbFirst
    /// A participle, or a second verb, of a subject named before: adding.
    case inherited
    /// According to Calder.
    case accordingTo
  }

  /// The token index of the cue's first word.
  var cue: Int
  /// The token index of the cue's last word.
  var cueEnd: Int
  var subject: Clause.Phrase
  var form: Form

  /// The first token of cue and subject, as far as they stand together.
  var start: Int { form == .inherited || form == .accordingTo ? cue : min(cue, subject.first) }
}

/// Finds the attribution events of a sentence.
struct EventFinder {
  let clause: Clause
  /// The last sign of the words of each stretch.
  let lastBytes: [UInt8]

  /// The events of the sentence with the token indexes `range`, by cue.
  ///
  /// - Parameters:
  ///   - range: The token indexes of the sentence.
  ///   - actor: The first phrase of the sentence that can act.
  /// - Returns: The events in the order of their cues.
  /// - Complexity: O(number of tokens), each verb looking a bounded distance to either side.
  func events(in range: Range<Int>, actor: Clause.Phrase?) -> [AttributionEvent] {
    var events: [AttributionEvent] = []
    var lastSubject: Clause.Phrase?
    for verb in range {
      let token = clause.tokens[verb]
      guard token.shape == .word else { continue }
      if clause.isWord(verb, "according"), verb + 2 < range.upperBound, clause.isWord(verb + 1, "to") {
        if let found = sourceOfAccordingTo(verb + 2, ceiling: range.upperBound) {
          events.append(
            AttributionEvent(
              cue: verb, cueEnd: verb + 1, subject: found, form: .accordingTo))
        }
        continue
      }
      if token.has(.speechParticiple) {
        if let subject = lastSubject ?? actor.flatMap({ $0.last < verb ? $0 : nil }) {
          events.append(
            AttributionEvent(
              cue: verb, cueEnd: verb, subject: subject, form: .inherited))
        }
        continue
      }
      guard token.has(.speechVerb) else {
        if let event = unknownVerb(verb, in: range) {
          events.append(event)
          lastSubject = event.subject
        }
        continue
      }
      guard !token.isCapitalised || verb == range.lowerBound || clause.isHeadline else { continue }
      if verb > range.lowerBound, isPassiveOrNoun(verb) { continue }
      guard let event = event(at: verb, in: range, lastSubject: lastSubject, actor: actor) else { continue }
      events.append(event)
      lastSubject = event.subject
    }
    return events
  }

  private func isPassiveOrNoun(_ verb: Int) -> Bool {
    let before = clause.tokens[verb - 1]
    if before.isSign(0x2D), !before.hasSpaceBefore { return true }
    if before.shape == .word, before.has(.auxiliary), !before.isCapitalised || before.has(.determiner) {
      return true
    }
    // A noun of the same form: his calls, the report.
    return before.shape == .word && before.traits.contains(.possessive)
  }

  private func event(
    at verb: Int, in range: Range<Int>, lastSubject: Clause.Phrase?, actor: Clause.Phrase?
  ) -> AttributionEvent? {
    let token = clause.tokens[verb]
    if token.has(.invertible), verb > range.lowerBound, followsQuote(verb, floor: range.lowerBound) {
      if let subject = invertedSubject(after: verb, ceiling: range.upperBound) {
        return AttributionEvent(
          cue: verb, cueEnd: verb, subject: subject, form: .verbFirst)
      }
    }
    if let subject = clause.subject(before: verb, floor: range.lowerBound), clause.isActor(subject),
      clause.tokens[subject.last].shape != .quote
    {
      return AttributionEvent(
        cue: verb, cueEnd: verb, subject: subject, form: .subjectFirst)
    }
    if token.has(.invertible), verb == range.lowerBound || !clause.isWordy(verb - 1),
      let subject = clause.phrase(startingAt: verb + 1, ceiling: range.upperBound),
      clause.tokens[subject.first].isCapitalised
    {
      return AttributionEvent(
        cue: verb, cueEnd: verb, subject: subject, form: .verbFirst)
    }
    var before = verb - 1
    while before > range.lowerBound, clause.isWordy(before), clause.tokens[before].has(.adverb),
      !clause.joinsVerbs(before)
    {
      before -= 1
    }
    // A second verb: Calder sat down and said.
    guard before < range.lowerBound || clause.joinsVerbs(before) || clause.tokens[before].shape != .word,
      let subject = lastSubject ?? actor.flatMap({ $0.last < verb ? $0 : nil })
    else { return nil }
    return AttributionEvent(
      cue: verb, cueEnd: verb, subject: subject, form: .inherited)
  }

  /// A verb that no list has, told by its place beside a quote: "…," beamed Calder. Calder beamed: "…"
  private func unknownVerb(_ verb: Int, in range: Range<Int>) -> AttributionEvent? {
    let token = clause.tokens[verb]
    guard !token.isCapitalised, clause.endsInEd(verb),
      token.classes.isDisjoint(with: [.role, .preposition, .boundary])
    else {
      return nil
    }
    if verb - 1 >= range.lowerBound, let last = speechEnding(verb - 1), last != 0x2E,
      let subject = invertedSubject(after: verb, ceiling: range.upperBound),
      clause.tokens[subject.last].isCapitalised
    {
      return AttributionEvent(cue: verb, cueEnd: verb, subject: subject, form: .verbFirst)
    }
    let endsClause =
      verb + 1 >= range.upperBound || clause.tokens[verb + 1].isSign(0x2E)
      || clause.tokens[verb + 1].isSign(0x2C)
      || clause.tokens[verb + 1].isSign(0x3A)
    guard endsClause, let subject = clause.subject(before: verb, floor: range.lowerBound),
      clause.isActor(subject)
    else {
      return nil
    }
    let followsSpeech = subject.first - 1 >= range.lowerBound && speechEnding(subject.first - 1) == 0x2C
    let leadsToSpeech =
      verb + 2 < range.upperBound && clause.tokens[verb + 2].shape == .quote
      && !clause.tokens[verb + 1].isSign(0x2E)
    guard followsSpeech || leadsToSpeech else { return nil }
    return AttributionEvent(
      cue: verb, cueEnd: verb, subject: subject, form: .subjectFirst)
  }

  /// The last sign of the stretch at a token when it ends like speech: comma, question or exclamation mark.
  private func speechEnding(_ index: Int) -> UInt8? {
    let token = clause.tokens[index]
    guard token.shape == .quote, lastBytes.indices.contains(Int(token.entry)) else { return nil }
    let last = lastBytes[Int(token.entry)]
    return last == 0x2C || last == 0x3F || last == 0x21 ? last : nil
  }

  /// Whether only an adverb stands between a quote and the verb.
  private func followsQuote(_ verb: Int, floor: Int) -> Bool {
    var index = verb - 1
    if index >= floor, clause.tokens[index].isSign(0x2C) || clause.tokens[index].isSign(Sign.dash) {
      index -= 1
    }
    if index >= floor, clause.tokens[index].shape == .quote { return true }
    guard index - 1 >= floor, clause.endsInLy(index) || clause.tokens[index].has(.adverb) else {
      return false
    }
    return clause.tokens[index - 1].shape == .quote
  }

  private func invertedSubject(after verb: Int, ceiling: Int) -> Clause.Phrase? {
    guard verb + 1 < ceiling, let found = clause.phrase(startingAt: verb + 1, ceiling: ceiling) else {
      return nil
    }
    guard clause.isActor(found), !clause.isWord(found.first, "it") else { return nil }
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

  private func sourceOfAccordingTo(_ index: Int, ceiling: Int) -> Clause.Phrase? {
    guard let found = clause.phrase(startingAt: index, ceiling: ceiling) else { return nil }
    return clause.tokens[found.last].has(.time) ? nil : found
  }
}
