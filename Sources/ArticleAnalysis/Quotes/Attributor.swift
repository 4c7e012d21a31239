/// Attributes the marked stretches of one block: the first rule that fires decides.
struct Attributor {
  private let clause: Clause
  private let stretches: [MarkedStretch]
  /// The events of the block in order of their cues.
  let events: [AttributionEvent]
  /// The index of the first event of each sentence, and the number of events at the end.
  private let firstEvent: [Int]
  /// The first phrase of each sentence that can act, before its first quote.
  let actors: [Clause.Phrase?]
  /// The first word of each sentence, or its end.
  private let firstWord: [Int]
  /// The sentence of each token.
  private let sentenceOf: [Int]
  /// The token of each stretch, or -1.
  private let tokenOf: [Int]
  /// The last sign of the words of each stretch, inner marks set aside.
  private let lastBytes: [UInt8]
  /// For each token the index of the first quote at or after it; the number of tokens when there is none.
  private let nextQuote: [Int]

  /// Finds the events of the block.
  ///
  /// - Complexity: O(number of tokens).
  init(clause: Clause, stretches: [MarkedStretch]) {
    self.clause = clause
    self.stretches = stretches
    let lastBytes = stretches.map { Self.lastByte(of: $0, clause.words.utf8) }
    self.lastBytes = lastBytes
    let finder = EventFinder(clause: clause, lastBytes: lastBytes)
    var events: [AttributionEvent] = []
    var firstEvent: [Int] = []
    var actors: [Clause.Phrase?] = []
    var firstWord: [Int] = []
    var sentenceOf = Array(repeating: 0, count: clause.tokens.count)
    for (index, sentence) in clause.sentences.enumerated() {
      firstEvent.append(events.count)
      firstWord.append(sentence.first { clause.isWordy($0) } ?? sentence.upperBound)
      for token in sentence { sentenceOf[token] = index }
      let actor = clause.firstActor(in: sentence)
      actors.append(actor)
      events += finder.events(in: sentence, actor: actor)
    }
    firstEvent.append(events.count)
    var tokenOf = Array(repeating: -1, count: stretches.count)
    var nextQuote = Array(repeating: clause.tokens.count, count: clause.tokens.count + 1)
    for index in clause.tokens.indices.reversed() {
      let token = clause.tokens[index]
      nextQuote[index] = token.shape == .quote ? index : nextQuote[index + 1]
      if token.shape == .quote, tokenOf.indices.contains(Int(token.entry)) {
        tokenOf[Int(token.entry)] = index
      }
    }
    self.events = events
    self.firstEvent = firstEvent
    self.actors = actors
    self.firstWord = firstWord
    self.sentenceOf = sentenceOf
    self.tokenOf = tokenOf
    self.nextQuote = nextQuote
  }

  /// The token that stands for a stretch, or `nil`.
  func token(of stretch: Int) -> Int? { tokenOf[stretch] >= 0 ? tokenOf[stretch] : nil }

  /// The sentence that a stretch stands in.
  func sentence(of stretch: Int) -> Int { tokenOf[stretch] >= 0 ? sentenceOf[tokenOf[stretch]] : 0 }

  /// The attributions of all stretches; what only another block can tell stays unattributed.
  func attributions() -> [Attribution] {
    var result: [Attribution] = []
    for stretch in stretches.indices { result.append(attribution(of: stretch, earlier: result)) }
    return result
  }

  private func attribution(of stretch: Int, earlier: [Attribution]) -> Attribution {
    guard let quote = token(of: stretch) else { return Attribution(rule: .unattributed) }
    let index = sentenceOf[quote]
    let sentence = clause.sentences[index]
    let inSentence = firstEvent[index]..<firstEvent[index + 1]
    let after = firstIndex(in: inSentence, cueAfter: quote)
    if let credit = dashCredit(quote) ?? turn(quote, sentence) { return credit }
    if let event = leadingEvent(quote, of: stretch, inSentence.lowerBound..<after) {
      return attribution(.beforeSpeech, event)
    }
    if let found = directlyAfter(quote, of: stretch, sentence, after..<inSentence.upperBound) { return found }
    if let found = before(quote, sentence, inSentence.lowerBound..<after) { return found }
    if clause.attribution == .full, let found = farAfter(quote, of: stretch, after..<inSentence.upperBound) {
      return found
    }
    let opensSentence = firstWord[index] >= quote
    if stretch > 0, opensSentence, earlier[stretch - 1].rule != .unattributed {
      var continued = earlier[stretch - 1]
      continued.rule = .continuation
      return continued
    }
    guard clause.attribution == .full else { return Attribution(rule: .unattributed) }
    if opensSentence, index > 0, let found = sentenceBefore(index) { return found }
    if let actor = actor(of: index, before: quote) {
      return Attribution(rule: .subject, subject: actor)
    }
    return Attribution(rule: .unattributed)
  }

  /// The index of the first event whose cue stands after a token; by halving, since cues ascend.
  private func firstIndex(in range: Range<Int>, cueAfter token: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if events[middle].cue > token { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func attribution(_ rule: AttributionRule, _ event: AttributionEvent) -> Attribution {
    Attribution(rule: rule, subject: event.subject, cue: event.cue...event.cueEnd)
  }

  private func actor(of sentence: Int, before token: Int) -> Clause.Phrase? {
    actors[sentence].flatMap { $0.last < token ? $0 : nil }
  }

  /// A name behind the quote and a dash, or in a headline behind a colon.
  private func dashCredit(_ quote: Int) -> Attribution? {
    guard quote + 2 < clause.tokens.count else { return nil }
    let sign = clause.tokens[quote + 1]
    let isColon = sign.isSign(0x3A)
    guard isColon || sign.isSign(Sign.dash) || sign.isSign(0x2D) else { return nil }
    var first = quote + 2
    while first < clause.tokens.count, clause.tokens[first].isSign(0x2D) { first += 1 }
    guard first < clause.tokens.count, clause.tokens[first].isCapitalised,
      let name = clause.phrase(startingAt: first, ceiling: clause.tokens.count)
    else { return nil }
    let next = name.last + 1
    let isEnd = next >= clause.tokens.count
    if isColon {
      guard isEnd || clause.tokens[next].isSign(0x2E) && next + 1 == clause.tokens.count,
        name.last - name.first < 5
      else { return nil }
      return Attribution(rule: .colon, subject: name)
    }
    guard isEnd || clause.tokens[next].isSign(0x2C) || clause.tokens[next].isSign(0x2E) else { return nil }
    return Attribution(rule: .dashCredit, subject: name)
  }

  /// A name and a colon between two quotes, as in a conversation.
  private func turn(_ quote: Int, _ sentence: Range<Int>) -> Attribution? {
    guard quote - 2 > sentence.lowerBound, clause.tokens[quote - 1].isSign(0x3A),
      let name = clause.phrase(endingAt: quote - 2, floor: sentence.lowerBound), isName(name),
      name.first > sentence.lowerBound, clause.tokens[name.first - 1].shape == .quote
    else { return nil }
    return Attribution(rule: .colon, subject: name)
  }

  /// Whether all words of a phrase have capitals; the letters of "Q:" and "A:" name nobody.
  private func isName(_ phrase: Clause.Phrase) -> Bool {
    let last = clause.tokens[phrase.last]
    return (phrase.first...phrase.last).allSatisfy { clause.tokens[$0].isCapitalised }
      && (phrase.last > phrase.first || last.coreUpper - last.lower > 1)
  }

  private static func lastByte(of stretch: MarkedStretch, _ utf8: [UInt8]) -> UInt8 {
    var upper = stretch.upper
    while let (scalar, length) = UTF8Text.scalar(utf8, before: upper, start: stretch.lower) {
      switch scalar {
      case 0x22, 0x27, 0x2018...0x201F, 0x2039, 0x203A, 0xAB, 0xBB, 0x300C...0x300F, 0x20: upper -= length
      case 0x2026: return 0x2E
      default: return scalar < 0x80 ? UInt8(scalar) : 0
      }
    }
    return 0
  }

  private static func endsSentence(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x3F || byte == 0x21 }

  /// The event whose verb and comma or colon lead to a whole sentence: Marsh asked: "Who?" She laughed.
  private func leadingEvent(_ quote: Int, of stretch: Int, _ candidates: Range<Int>) -> AttributionEvent? {
    guard quote > 1, Self.endsSentence(lastBytes[stretch]), let event = events[candidates].last,
      event.form != .accordingTo, event.cueEnd + 2 == quote,
      clause.tokens[quote - 1].isSign(0x3A) || clause.tokens[quote - 1].isSign(0x2C),
      event.start == clause.startOfSentence(at: quote) || clause.tokens[quote - 1].isSign(0x3A)
    else { return nil }
    return event
  }

  private func directlyAfter(
    _ quote: Int, of stretch: Int, _ sentence: Range<Int>, _ candidates: Range<Int>
  ) -> Attribution? {
    let last = lastBytes[stretch]
    for event in events[candidates].prefix(3) {
      if event.form == .accordingTo {
        if event.cue - quote <= 4, nextQuote[quote + 1] > event.cue {
          return attribution(.accordingTo, event)
        }
        continue
      }
      guard event.form != .inherited, event.form != .passive, event.form != .owned,
        event.subject.first > quote
      else { continue }
      guard nextQuote[quote + 1] > event.start else { return nil }
      var gap = 0
      for index in (quote + 1)..<max(quote + 1, startOfCredit(event, behind: quote))
      where !clause.tokens[index].isSign(0x2C) && !clause.isWord(index, "as") {
        if clause.isWordy(index) || clause.tokens[index].isSign(0x3B) { gap += 2 }
        gap += 1
      }
      guard gap <= 1 else { break }
      let next = event.cueEnd + 1
      let isShort =
        next >= sentence.upperBound || clause.tokens[next].isSign(0x2E) || clause.tokens[next].isSign(0x2C)
      if last == 0x2E && !isShort && event.form == .subjectFirst { return nil }
      if Self.endsSentence(last), event.form == .subjectFirst,
        nextQuote[min(next, clause.tokens.count)] == next + 1, next + 1 < sentence.upperBound,
        clause.tokens[next].isSign(0x2C) || clause.tokens[next].isSign(0x3A)
      {
        return nil
      }
      return attribution(.afterSpeech, event)
    }
    return last == 0x2C ? behindLongSubject(quote, sentence, candidates) : nil
  }

  /// "…," the harbour's engineers and the head of the union in Ohio said: all between quote and verb is the subject.
  private func behindLongSubject(
    _ quote: Int, _ sentence: Range<Int>, _ candidates: Range<Int>
  ) -> Attribution? {
    guard quote == sentence.lowerBound, let event = events[candidates].first, event.form == .subjectFirst,
      event.start > quote, event.cue - quote < 32, nextQuote[quote + 1] > event.cue,
      let subject = clause.phrase(startingAt: quote + 1, ceiling: event.cue), clause.isActor(subject)
    else { return nil }
    for index in subject.last + 1..<max(subject.last + 1, event.cue) {
      let token = clause.tokens[index]
      // A relative clause may say what it likes: a woman who gave her name as Ann said.
      if token.has(.relative) { break }
      if token.has([.finiteVerb, .speechVerb]), !token.isCapitalised { return nil }
      if token.has(.boundary), !clause.joinsVerbs(index), !token.isCapitalised { return nil }
      if token.shape == .sign, !token.isSign(0x2C), !token.isSign(0x2D), !token.isSign(0x28),
        !token.isSign(0x29)
      {
        return nil
      }
    }
    return Attribution(rule: .afterSpeech, subject: subject, cue: event.cue...event.cueEnd)
  }

  /// Where the words begin that name the speaker: at the mayor in "…," the mayor, Ann Bell, said.
  private func startOfCredit(_ event: AttributionEvent, behind quote: Int) -> Int {
    guard event.form == .subjectFirst, event.start == event.subject.first, event.start - quote < 12,
      let role = clause.phrase(startingAt: quote + 1, ceiling: event.start), role.last + 2 == event.start,
      clause.tokens[role.last + 1].isSign(0x2C), clause.tokens[role.first].has([.determiner, .role])
    else { return event.start }
    return role.first
  }

  private func before(_ quote: Int, _ sentence: Range<Int>, _ candidates: Range<Int>) -> Attribution? {
    let leading = events[candidates].suffix(8).last { event in
      switch event.form {
      case .accordingTo: return event.subject.last + 1 < quote
      case .owned: return nextQuote[event.cue] == quote
      default: return true
      }
    }
    if let event = leading {
      return attribution(event.form == .accordingTo ? .accordingTo : .beforeSpeech, event)
    }
    var colon = quote - 1
    while colon >= max(sentence.lowerBound, quote - 3), !clause.tokens[colon].isSign(0x3A) { colon -= 1 }
    guard colon > sentence.lowerBound, colon >= quote - 3 else { return nil }
    let nearest = clause.phrase(endingAt: colon - 1, floor: sentence.lowerBound)
    if let nearest, nearest.first == nearest.last, clause.tokens[nearest.last].isCapitalised, !isName(nearest)
    {
      return nil
    }
    if clause.attribution != .full {
      // Only a name alone before the colon needs no knowledge of the language.
      guard let nearest, nearest.first == sentence.lowerBound, nearest.last - nearest.first < 5,
        (nearest.first...nearest.last).allSatisfy({ clause.tokens[$0].isCapitalised })
      else { return nil }
      return Attribution(rule: .colon, subject: nearest)
    }
    let actor = actor(of: sentenceOf[quote], before: colon)
    if let nearest, actor == nil || isCredit(nearest, sentence) {
      return Attribution(rule: .colon, subject: nearest)
    }
    return actor.map { Attribution(rule: .colon, subject: $0) }
  }

  /// Whether the phrase before a colon names the speaker itself, as in a lesson from Ruth Calder.
  private func isCredit(_ phrase: Clause.Phrase, _ sentence: Range<Int>) -> Bool {
    guard clause.tokens[phrase.last].isCapitalised, phrase.first > sentence.lowerBound else { return false }
    let before = clause.tokens[phrase.first - 1]
    return before.isSign(0x2D) || before.isSign(Sign.dash) || clause.isWord(phrase.first - 1, "from")
      || before.isWord && !before.isCapitalised && !clause.isHeadline && !before.has(.preposition)
  }

  private func farAfter(_ quote: Int, of stretch: Int, _ candidates: Range<Int>) -> Attribution? {
    guard
      let event = events[candidates].prefix(8).first(where: {
        $0.form != .inherited && $0.form != .passive && $0.form != .owned
      }),
      event.subject.first > quote,
      quote + 1 < clause.tokens.count, stretches[stretch].ending != .interrupted
    else { return nil }
    // The words that go on must be reported as a whole: …, said Calder. Not: …, where Calder said.
    if event.form != .accordingTo {
      let isParted =
        event.start > 0
        && (clause.tokens[event.start - 1].isSign(0x2C) || clause.tokens[event.start - 1].shape == .quote)
      guard isParted || clause.isHeadline else { return nil }
    }
    let next = clause.tokens[quote + 1]
    let goesOn =
      next.shape != .word || clause.isWord(quote + 1, "and") || clause.isWord(quote + 1, "but")
      || clause.isWord(quote + 1, "or")
    return goesOn || !Self.endsSentence(lastBytes[stretch]) ? attribution(.afterFar, event) : nil
  }

  /// The last speaker, or else the subject, of the sentences before one that a quote opens.
  private func sentenceBefore(_ sentence: Int) -> Attribution? {
    let earlier = firstEvent[sentence]
    if earlier > 0, events[earlier - 1].form != .accordingTo {
      return attribution(.sentenceBefore, events[earlier - 1])
    }
    return actors[sentence - 1].map {
      Attribution(rule: .sentenceBefore, subject: $0)
    }
  }
}
