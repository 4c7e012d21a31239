import ArticleModel

/// Finds the quotes of an article, who says them, and the quoted words that are no speech.
///
/// Blocks are read in order with what must be known across them: the people, the last speaker, and a quotation mark
/// that is still open.
struct QuoteFinder {
  /// What a run finds.
  struct Findings {
    var quotes: [Quote] = []
    var quotedWords: [QuotedWords] = []
    var speakers: [Speaker] = []
  }

  private let text: TokenizedText
  private let language: Language
  private let scanner: MarkScanner
  private let names: NameReader
  private var people = PeopleRegister()
  private var findings = Findings()
  private var speakerOfEntry: [Int: Int] = [:]
  /// The last speaker, for a paragraph that names none.
  private var lastSpeaker: SpeakerResolver.Resolution?
  /// The quote that was all of the block before, whose credit may follow.
  private var quoteAlone: Int?
  /// The last quote, while its mark is still open at the end of its block.
  private var openQuote: Int?

  /// Prepares a run over a text.
  ///
  /// - Parameters:
  ///   - text: The text, cut with the words of its language.
  ///   - language: The language of the text.
  init(text: TokenizedText, language: Language) {
    self.text = text
    self.language = language
    scanner = MarkScanner(utf8: text.utf8)
    names = NameReader(words: WordReader(utf8: text.utf8))
  }

  /// Finds everything.
  ///
  /// - Complexity: O(length of the text), a logarithmic factor aside.
  mutating func run() -> Findings {
    for unit in text.units where unit.isProse { names.register(text.tokens[unit.tokens], in: &people) }
    for (index, unit) in text.units.enumerated() where unit.isProse {
      let next = index + 1 < text.units.count ? text.units[index + 1] : nil
      read(unit, goesOn: next.map { $0.isProse && scanner.startsWithMark($0.range.indices) } ?? false)
    }
    finishSpeakers()
    return findings
  }

  /// The most tokens of a block without quotation marks that is read for who speaks in it.
  ///
  /// No paragraph that anybody wrote is as long, and what is kept of a block while it is read is several times its size.
  private static let longestQuiet = 200_000

  private mutating func read(_ unit: TokenizedText.Unit, goesOn: Bool) {
    let stretches = scanner.stretches(in: unit.range.indices, goesOn: goesOn)
    if stretches.isEmpty, unit.tokens.count > Self.longestQuiet {
      openQuote = nil
      quoteAlone = nil
      return
    }
    let clause = Clause(
      words: names.words, tokens: text.tokens[unit.tokens], stretches: stretches, language: language)
    if stretches.isEmpty, let quote = quoteAlone, readCredit(clause, for: quote) {
      quoteAlone = nil
      return
    }
    let attributor = Attributor(clause: clause, stretches: stretches)
    let attributions = attributor.attributions()
    let resolutions = resolve(clause, attributor, attributions)
    let reopens =
      openQuote != nil && stretches.first.map { $0.open == Int(unit.range.lower) } == true
    let continued = reopens ? openQuote : nil
    openQuote = nil
    let inner = tokens(inside: stretches, of: unit)
    let filter = SpeechFilter(clause: clause)
    var quoteOf = Array(repeating: -1, count: stretches.count)
    for index in stretches.indices {
      guard let token = attributor.token(of: index) else { continue }
      let stretch = stretches[index]
      let part = Quote.Part(
        range: TextRange(stretch.lower, stretch.upper), openingLength: stretch.lower - stretch.open,
        closingLength: stretch.close - stretch.upper)
      if index == 0, let continued {
        append(part, to: continued, stretch.ending, index, &quoteOf)
        adopt(attributions[index], resolutions, for: continued, clause)
        continue
      }
      var attribution = attributions[index]
      if index == 0, attribution.rule == .unattributed, token == 0 || clause.sentences.count == 1,
        lastSpeaker != nil, language.attribution == .full
      {
        attribution.rule = .paragraphBefore
      }
      if let words = filter.quotedWords(text.tokens[inner[index]], at: token, of: stretch, with: attribution)
      {
        findings.quotedWords.append(
          QuotedWords(kind: words.kind, range: part.range, evidence: words.evidence))
        continue
      }
      if let earlier = quoteToJoin(index, attribution, attributions, quoteOf, attributor) {
        append(part, to: earlier, stretch.ending, index, &quoteOf)
        continue
      }
      quoteOf[index] = findings.quotes.count
      findings.quotes.append(quote(part, attribution, resolutions, clause))
      if stretch.ending == .blockEnd { openQuote = quoteOf[index] }
    }
    remember(unit, attributor, attributions, resolutions, quoteOf)
    let isAlone = clause.tokens.count == 1 && quoteOf.first.map { $0 >= 0 } == true
    quoteAlone = isAlone ? quoteOf.first : nil
  }

  /// The tokens between the marks of each stretch; both lists are walked once.
  private func tokens(inside stretches: [MarkedStretch], of unit: TokenizedText.Unit) -> [Range<Int>] {
    var position = unit.tokens.lowerBound
    return stretches.map { stretch in
      while position < unit.tokens.upperBound, Int(text.tokens[position].lower) < stretch.lower {
        position += 1
      }
      let start = position
      while position < unit.tokens.upperBound, Int(text.tokens[position].lower) < stretch.upper {
        position += 1
      }
      return start..<position
    }
  }

  /// Reads a block that is only the credit of the quote above it: — Ruth Calder, surveyor.
  private mutating func readCredit(_ clause: Clause, for quote: Int) -> Bool {
    guard let first = clause.tokens.first, first.isSign(Sign.dash) || first.isSign(0x2D),
      clause.tokens.count < 40,
      let start = clause.tokens.firstIndex(where: { !$0.isSign(Sign.dash) && !$0.isSign(0x2D) }),
      clause.tokens[start].isCapitalised,
      let name = clause.phrase(startingAt: start, ceiling: clause.tokens.count)
    else { return false }
    let next = name.last + 1
    guard next >= clause.tokens.count || clause.tokens[next].isSign(0x2C) || clause.tokens[next].isSign(0x2E)
    else {
      return false
    }
    let resolution = SpeakerResolver(clause: clause, names: names).resolve(name, speaks: true, in: &people)
    findings.quotes[quote].speaker = resolution.entry
    findings.quotes[quote].speakerMention = resolution.mention
    findings.quotes[quote].evidence = AttributionRule.dashCredit.evidence
    return true
  }

  /// The quote that a stretch goes on with: the words between them are only the cue of the one before.
  private func quoteToJoin(
    _ index: Int, _ attribution: Attribution, _ attributions: [Attribution], _ quoteOf: [Int],
    _ attributor: Attributor
  ) -> Int? {
    guard index > 0, quoteOf[index - 1] >= 0 else { return nil }
    let before = attributions[index - 1]
    if attribution.rule == .continuation {
      return attributor.sentence(of: index) - attributor.sentence(of: index - 1) <= 1
        ? quoteOf[index - 1] : nil
    }
    guard before.rule == .afterSpeech, attribution.rule == .beforeSpeech, before.cue == attribution.cue else {
      return nil
    }
    return quoteOf[index - 1]
  }

  private mutating func append(
    _ part: Quote.Part, to quote: Int, _ ending: MarkedStretch.Ending, _ index: Int, _ quoteOf: inout [Int]
  ) {
    findings.quotes[quote].parts.append(part)
    quoteOf[index] = quote
    if ending == .blockEnd { openQuote = quote }
  }

  /// A quote over several paragraphs may be attributed only in the last one.
  private mutating func adopt(
    _ attribution: Attribution, _ resolutions: [Clause.Phrase: SpeakerResolver.Resolution], for quote: Int,
    _ clause: Clause
  ) {
    guard attribution.rule == .afterSpeech, let subject = attribution.subject,
      findings.quotes[quote].cue == nil || findings.quotes[quote].speaker == nil
    else { return }
    let resolution = resolutions[subject]
    findings.quotes[quote].speaker = resolution?.entry
    findings.quotes[quote].speakerMention = resolution?.mention
    findings.quotes[quote].cue = cueRange(attribution, clause)
    findings.quotes[quote].evidence = AttributionRule.reopened.evidence
  }

  private func quote(
    _ part: Quote.Part, _ attribution: Attribution,
    _ resolutions: [Clause.Phrase: SpeakerResolver.Resolution], _ clause: Clause
  ) -> Quote {
    var resolution = attribution.subject.flatMap { resolutions[$0] }
    if attribution.rule == .paragraphBefore { resolution = lastSpeaker }
    let hasNoRules = attribution.rule == .unattributed && language.attribution == .signsOnly
    let rule = hasNoRules ? AttributionRule.noRules : attribution.rule
    return Quote(
      parts: [part], speaker: resolution?.entry, speakerMention: resolution?.mention,
      cue: cueRange(attribution, clause), evidence: rule.evidence)
  }

  private func cueRange(_ attribution: Attribution, _ clause: Clause) -> TextRange? {
    attribution.cue.map {
      TextRange(Int(clause.tokens[$0.lowerBound].lower), Int(clause.tokens[$0.upperBound].upper))
    }
  }

  /// Resolves all phrases of a block in the order of the text.
  private mutating func resolve(
    _ clause: Clause, _ attributor: Attributor, _ attributions: [Attribution]
  ) -> [Clause.Phrase: SpeakerResolver.Resolution] {
    let speaking = Set(attributor.events.map(\.subject))
    var phrases = speaking
    for attribution in attributions { if let subject = attribution.subject { phrases.insert(subject) } }
    for case let actor? in attributor.actors {
      guard
        clause.tokens[actor.last].isCapitalised && !clause.tokens[actor.first].has(.determiner)
          || clause.tokens[actor.first].has(.definite)
      else { continue }
      phrases.insert(actor)
    }
    let resolver = SpeakerResolver(clause: clause, names: names)
    var resolutions: [Clause.Phrase: SpeakerResolver.Resolution] = [:]
    for phrase in phrases.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      resolutions[phrase] = resolver.resolve(phrase, speaks: speaking.contains(phrase), in: &people)
    }
    return resolutions
  }

  private mutating func remember(
    _ unit: TokenizedText.Unit, _ attributor: Attributor, _ attributions: [Attribution],
    _ resolutions: [Clause.Phrase: SpeakerResolver.Resolution], _ quoteOf: [Int]
  ) {
    guard !unit.isHeading else { return }
    let last = quoteOf.lastIndex { $0 >= 0 }
    let lastEvent = attributor.events.last { $0.form != .accordingTo }
    // "Marsh answered:" leads to the next block, even behind a quote of Calder's.
    let leadsOn = unit.tokens.last.map { text.tokens[$0].isSign(0x3A) } ?? false
    if let lastEvent, last == nil || leadsOn, let resolution = resolutions[lastEvent.subject] {
      lastSpeaker = resolution
    } else if let last, let mention = findings.quotes[quoteOf[last]].speakerMention {
      lastSpeaker = SpeakerResolver.Resolution(
        entry: findings.quotes[quoteOf[last]].speaker, mention: mention)
    }
  }

  /// Numbers the speakers in the order of their first quote; until here a quote holds an entry of the register.
  private mutating func finishSpeakers() {
    for index in findings.quotes.indices {
      guard let entry = findings.quotes[index].speaker else { continue }
      if let speaker = speakerOfEntry[entry] {
        findings.quotes[index].speaker = speaker
        continue
      }
      let person = people.entries[entry]
      var mentions: [TextRange] = []
      for mention in person.mentions.sorted(by: { ($0.lower, $0.upper) < ($1.lower, $1.upper) })
      where mentions.last != mention {
        mentions.append(mention)
      }
      speakerOfEntry[entry] = findings.speakers.count
      findings.quotes[index].speaker = findings.speakers.count
      findings.speakers.append(
        Speaker(name: person.name, description: person.description, mentions: mentions))
    }
  }
}
