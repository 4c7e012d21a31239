import ArticleModel

/// Finds sentences of comments that say that a speaker of the article says something, and the quote that is meant.
struct SpeakerReader {
  /// How a speaker can be named.
  private struct Name {
    var speaker: Int
    /// The folded words of the name.
    var words: [UInt64]
    /// Whether it is a given name alone, which may also be a word.
    var isGiven = false
  }

  let index: ArticleWordIndex
  private let figures: ArticleFigures
  private let language: Language
  private var names: [Name] = []
  /// The first name with each last word, and the next name with the same one.
  private var byLastWord = HashTable(room: 16)
  private var nextName: [Int32] = []
  private var quotesOf: [[Int]]
  /// The sentences of the article that each quote touches.
  private var sentencesOf: [ClosedRange<Int>?]

  /// Verbs of the lexicon that tell no particular words.
  private static let weakVerbs = WordSet(
    """
    used uses wants wanted knows knew found finds signed laughed smiled nodded thinks thought think feels felt thanked
    defended hammered hopes hoped believes believed believe use want went read reads compared write writes wrote written
    """)

  init(_ article: Article, index: ArticleWordIndex, figures: ArticleFigures, language: Language) {
    self.index = index
    self.figures = figures
    self.language = language
    quotesOf = Array(repeating: [], count: article.speakers.count)
    sentencesOf = article.quotes.map { quote in
      guard let first = quote.parts.first, let last = quote.parts.last else { return nil }
      let (low, high) = (index.words(in: first.range), index.words(in: last.range))
      guard !low.isEmpty, !high.isEmpty else { return nil }
      return Int(index.sentenceOf[low.lowerBound])...Int(index.sentenceOf[high.upperBound - 1])
    }
    for (position, quote) in article.quotes.enumerated() {
      if let speaker = quote.speaker, quotesOf.indices.contains(speaker) {
        quotesOf[speaker].append(position)
      }
    }
    for (speaker, value) in article.speakers.enumerated() {
      addNames(of: value, speaker, among: article.speakers)
    }
    nextName = Array(repeating: -1, count: names.count)
    // Backwards, so that a chain runs in the order of the names.
    for (position, name) in names.enumerated().reversed() {
      guard let last = name.words.last else { continue }
      nextName[position] = byLastWord[last]
      byLastWord[last] = Int32(position)
    }
  }

  private mutating func addNames(of speaker: Speaker, _ index: Int, among speakers: [Speaker]) {
    let words = Self.words(of: speaker.name)
    guard let last = words.last, !quotesOf[index].isEmpty else { return }
    names.append(Name(speaker: index, words: words))
    // A surname alone, unless two speakers share it or it is the noun of an organisation's name.
    if words.count > 1, words.count <= 4, !isCommonNoun(speaker.name),
      speakers.indices.allSatisfy({ $0 == index || Self.words(of: speakers[$0].name).last != last })
    {
      names.append(Name(speaker: index, words: [last]))
    }
    // A given name alone, unless two speakers share it.
    if words.count > 1, words.count <= 4, let first = words.first, !isCommonNoun(speaker.name),
      speakers.indices.allSatisfy({ $0 == index || Self.words(of: speakers[$0].name).first != first }),
      names.allSatisfy({ $0.words != [first] })
    {
      names.append(Name(speaker: index, words: [first], isGiven: true))
    }
    // "The minister", when only one speaker is one.
    if let role = speaker.description.flatMap({ Self.words(of: $0).last }), role != last,
      speakers.indices.allSatisfy({ other in
        other == index || speakers[other].description.map { !Self.words(of: $0).contains(role) } ?? true
      })
    {
      names.append(Name(speaker: index, words: [FoldedWords.hash("the".utf8), role]))
    }
  }

  private static func words(of name: String) -> [UInt64] {
    var folded = FoldedWords()
    let utf8 = Array(name.utf8)
    folded.append(utf8, 0..<utf8.count)
    return folded.words.map(\.hash)
  }

  private func isCommonNoun(_ name: String) -> Bool {
    let utf8 = Array(name.utf8)
    let start = utf8.lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    let entry = language.lexicon.index(utf8, start, utf8.count)
    guard entry >= 0 else { return false }
    return !language.lexicon.entries[Int(entry)].classes.isDisjoint(with: [.organisation, .role])
  }

  /// The sentences of a comment about what a speaker says, without those that refer to that quote already.
  ///
  /// - Complexity: O(words), and O(quotes of the speaker) for each name with a verb of saying.
  func references(
    _ reading: CommentReading, _ utf8: [UInt8], _ drafts: [ReferenceDraft], _ context: ReferenceContext,
    unmatched: [CommentReading.Stretch]
  ) -> [ReferenceDraft] {
    guard !names.isEmpty else { return [] }
    var found: [ReferenceDraft] = []
    var sentence = 0
    var doneSentence = -1
    for word in 0..<reading.words.count {
      while reading.sentences[sentence].words.upperBound <= word { sentence += 1 }
      guard sentence != doneSentence else { continue }
      if reading.words[word].count <= 3, Self.pronouns.contains(reading.words[word].hash),
        word + 1 < reading.sentences[sentence].words.upperBound,
        isSaying(word + 1, reading, utf8),
        // What was said is quoted, and not from the article.
        !unmatched.contains(where: { $0.words.overlaps(reading.sentences[sentence].words) }),
        let draft = draft(byPronoun: word, sentence, reading, drafts, context)
      {
        found.append(draft)
        doneSentence = sentence
        continue
      }
      var candidate = byLastWord[reading.words[word].hash]
      while candidate >= 0 {
        let name = names[Int(candidate)]
        candidate = nextName[Int(candidate)]
        let first = word - name.words.count + 1
        guard first >= reading.sentences[sentence].words.lowerBound,
          name.words.indices.allSatisfy({ reading.words[first + $0].hash == name.words[$0] }),
          !name.isGiven || isCapital(reading.words[word], utf8),
          speaks(first...word, reading.sentences[sentence].words, reading, utf8),
          !reading.stretches.contains(where: { $0.mark == .line && $0.words.contains(word) })
        else { continue }
        let range = reading.sentences[sentence].words
        let taken = drafts.contains { draft in
          guard draft.words.overlaps(range) else { return false }
          if case .passage = draft.target { return true }
          // "The analyst says 5%" is about the 5%, not about what else the analyst said.
          if let figure = draft.figure, figures.quote(ofFigure: figure) == nil, range.count <= 8 {
            return true
          }
          let quote = draft.quote ?? draft.figure.flatMap(figures.quote(ofFigure:))
          return quote.map { quotesOf[name.speaker].contains($0) } ?? false
        }
        if taken { break }
        guard
          let quote = quote(of: name.speaker, named: first..<word + 1, sentence, reading, drafts, context)
        else { continue }
        let kind = reading.kind(of: first..<word + 1, otherwise: .discusses, index)
        found.append(ReferenceDraft(words: range, target: .quote(quote), kind: kind, rule: .speaker))
        doneSentence = sentence
        break
      }
    }
    return found
  }

  /// The quote that "she says" leads to: one that the sentence shares a word with, and no other quote does.
  private func draft(
    byPronoun word: Int, _ sentence: Int, _ reading: CommentReading, _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> ReferenceDraft? {
    let range = reading.sentences[sentence].words
    guard !drafts.contains(where: { $0.words.overlaps(range) && $0.rule != .figure }),
      // "He said the same about the harbour" is of another time.
      !range.contains(where: { reading.words[$0].hash == Self.same })
    else { return nil }
    let stems = index.stemBits(of: reading, sentence)
    var best: (quote: Int, score: Float)?
    var second: Float = 0
    for (quote, sentences) in sentencesOf.enumerated().prefix(200) {
      guard let sentences else { continue }
      var score: Float = 0
      for articleSentence in sentences.prefix(12)
      where index.stemBits(ofSentence: articleSentence) & stems != 0 {
        score = max(score, index.overlap(reading, sentence, articleSentence))
      }
      if score > best?.score ?? 0 {
        second = best?.score ?? 0
        best = (quote, score)
      } else {
        second = max(second, score)
      }
    }
    guard let best, best.score >= 1, second < best.score || context.quote == best.quote else { return nil }
    return ReferenceDraft(
      words: range, target: .quote(best.quote),
      kind: reading.kind(of: word..<word + 1, otherwise: .discusses, index), rule: .speaker)
  }

  private static let same = FoldedWords.hash("same".utf8)
  private static let pronouns = WordSet("he she")

  /// Whether a verb or noun of saying belongs to a name.
  private func speaks(
    _ name: ClosedRange<Int>, _ sentence: Range<Int>, _ reading: CommentReading, _ utf8: [UInt8]
  ) -> Bool {
    for word in name.upperBound + 1..<max(name.upperBound + 1, min(sentence.upperBound, name.upperBound + 4))
    {
      // "Brock never explained why" tells nothing that she said.
      if Self.denying.contains(reading.words[word].hash) { break }
      if isSaying(word, reading, utf8) { return true }
      // "As Rieger put it".
      if reading.words[word].hash == Self.put, word + 1 < sentence.upperBound,
        reading.words[word + 1].hash == Self.it
      {
        return true
      }
    }
    for word in max(sentence.lowerBound, name.lowerBound - 2)..<name.lowerBound {
      if isSaying(word, reading, utf8) { return true }
      if reading.words[word].hash == Self.according { return true }
    }
    return false
  }

  private func isCapital(_ word: FoldedWord, _ utf8: [UInt8]) -> Bool {
    let byte = utf8[Int(word.lower)]
    return byte >= 0x41 && byte <= 0x5A || byte >= 0xC3
  }

  private static let denying = WordSet("never didnt hasnt doesnt not wont refused")
  private static let put = FoldedWords.hash("put".utf8)
  private static let it = FoldedWords.hash("it".utf8)
  private static let according = FoldedWords.hash("according".utf8)

  private func isSaying(_ word: Int, _ reading: CommentReading, _ utf8: [UInt8]) -> Bool {
    let value = reading.words[word]
    guard !Self.weakVerbs.contains(value.hash) else { return false }
    if index.cues(of: value).contains(.claim) { return true }
    let entry = language.lexicon.index(utf8, Int(value.lower), Int(value.upper))
    guard entry >= 0 else { return false }
    return !language.lexicon.entries[Int(entry)].classes
      .isDisjoint(with: [.speechVerb, .speechParticiple, .utterance])
  }

  /// The quote of a speaker that a sentence means: by the words they share besides the name, by what was referred to before, or the
  /// only one.
  private func quote(
    of speaker: Int, named name: Range<Int>, _ sentence: Int, _ reading: CommentReading,
    _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> Int? {
    let contextQuote = context.quote >= 0 ? context.quote : figures.quote(ofFigure: context.figure) ?? -1
    let stems = index.stemBits(of: reading, sentence)
    var best: (quote: Int, score: Float)?
    for quote in quotesOf[speaker].prefix(200) {
      guard let range = sentencesOf[quote] else { continue }
      var score: Float = 0
      for articleSentence in range.prefix(12) where index.stemBits(ofSentence: articleSentence) & stems != 0 {
        score = max(score, index.overlap(reading, sentence, articleSentence, without: name))
      }
      let isReferredTo =
        contextQuote == quote
        || drafts.contains { ($0.quote ?? $0.figure.flatMap(figures.quote(ofFigure:))) == quote }
      if isReferredTo { score += 1 }
      if best.map({ score > $0.score }) ?? true { best = (quote, score) }
    }
    guard let best else { return nil }
    let cues = reading.cues(of: reading.sentences[sentence].words, without: 0..<0, index)
    let needed: Float = quotesOf[speaker].count == 1 && !cues.contains(.elsewhere) ? 0.5 : 1
    return best.score >= needed ? best.quote : nil
  }
}
