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
  /// Whether the speaker talks about the object, not to somebody: called, accused.
  var takesObject: Bool

  /// The first token of cue and subject, as far as they stand together.
  var start: Int { form == .inherited || form == .accordingTo ? cue : min(cue, subject.first) }
}

/// Finds the attribution events of a sentence.
struct EventFinder {
  let clause: Clause

  /// The events of the sentence with the token indexes `range`, by cue.
  ///
  /// - Complexity: O(number of tokens), each verb looking a bounded distance to either side.
  func events(in range: Range<Int>) -> [AttributionEvent] {
    var events: [AttributionEvent] = []
    var lastSubject: Clause.Phrase?
    for verb in range {
      let token = clause.tokens[verb]
      guard token.shape == .word else { continue }
      if clause.isWord(verb, "according"), verb + 2 < range.upperBound, clause.isWord(verb + 1, "to") {
        if let found = sourceOfAccordingTo(verb + 2, ceiling: range.upperBound) {
          events.append(
            AttributionEvent(
              cue: verb, cueEnd: verb + 1, subject: found, form: .accordingTo, takesObject: false))
        }
        continue
      }
      if token.has(.speechParticiple) {
        if let lastSubject {
          events.append(
            AttributionEvent(
              cue: verb, cueEnd: verb, subject: lastSubject, form: .inherited, takesObject: false))
        }
        continue
      }
      guard token.has(.speechVerb), !token.isCapitalised || verb == range.lowerBound else { continue }
      if verb > range.lowerBound, isPassiveOrNoun(verb) { continue }
      guard let event = event(at: verb, in: range, lastSubject: lastSubject) else { continue }
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

  private func event(at verb: Int, in range: Range<Int>, lastSubject: Clause.Phrase?) -> AttributionEvent? {
    let token = clause.tokens[verb]
    let takesObject = token.has(.takesObject)
    if token.has(.invertible), verb > range.lowerBound, followsQuote(verb, floor: range.lowerBound) {
      if let subject = invertedSubject(after: verb, ceiling: range.upperBound) {
        return AttributionEvent(
          cue: verb, cueEnd: verb, subject: subject, form: .verbFirst, takesObject: takesObject)
      }
    }
    if let subject = clause.subject(before: verb, floor: range.lowerBound), clause.isActor(subject),
      clause.tokens[subject.last].shape != .quote
    {
      return AttributionEvent(
        cue: verb, cueEnd: verb, subject: subject, form: .subjectFirst, takesObject: takesObject)
    }
    if token.has(.invertible), verb == range.lowerBound || !clause.isWordy(verb - 1),
      let subject = clause.phrase(startingAt: verb + 1, ceiling: range.upperBound),
      clause.tokens[subject.first].isCapitalised
    {
      return AttributionEvent(
        cue: verb, cueEnd: verb, subject: subject, form: .verbFirst, takesObject: takesObject)
    }
    if let lastSubject {
      return AttributionEvent(
        cue: verb, cueEnd: verb, subject: lastSubject, form: .inherited, takesObject: takesObject)
    }
    return nil
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
