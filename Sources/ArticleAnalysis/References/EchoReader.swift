import ArticleModel

/// Finds sentences that take up what was referred to just before, in the comment itself or in the one above: "that
/// number", "how does he know that?".
struct EchoReader {
  let index: ArticleWordIndex

  /// The most words of a question without a noun that takes up the sentence before.
  private static let longestQuestion = 9

  /// The echoes of a comment whose other references are known.
  ///
  /// - Complexity: O(words + references).
  func echoes(_ reading: CommentReading, _ drafts: [ReferenceDraft], _ context: ReferenceContext)
    -> [ReferenceDraft]
  {
    var echoes: [ReferenceDraft] = []
    var last: (target: ArticleReference.Target, sentence: Int)?
    var lastFigure: (target: ArticleReference.Target, sentence: Int)?
    var position = 0
    for (number, sentence) in reading.sentences.enumerated() {
      var isTaken = false
      while position < drafts.count, drafts[position].words.lowerBound < sentence.words.upperBound {
        if drafts[position].words.upperBound > sentence.words.lowerBound {
          isTaken = true
          if drafts[position].figure != nil || drafts[position].quote != nil {
            last = (drafts[position].target, number)
          }
          if drafts[position].figure != nil { lastFigure = (drafts[position].target, number) }
          if drafts[position].figureInside >= 0 {
            lastFigure = (.figure(drafts[position].figureInside), number)
          }
        }
        position += 1
      }
      if isTaken
        || reading.stretches.contains(where: { $0.words.overlaps(sentence.words) && $0.mark == .line })
      {
        continue
      }
      guard let target = target(of: sentence, number, last, lastFigure, reading, context) else { continue }
      let kind = isTooMuch(sentence, reading) ? .disputes : self.kind(of: sentence, reading)
      echoes.append(ReferenceDraft(words: sentence.words, target: target, kind: kind, rule: .echo))
      last = (target, number)
    }
    return echoes
  }

  private func target(
    of sentence: CommentReading.Sentence, _ number: Int,
    _ last: (target: ArticleReference.Target, sentence: Int)?,
    _ lastFigure: (target: ArticleReference.Target, sentence: Int)?, _ reading: CommentReading,
    _ context: ReferenceContext
  ) -> ArticleReference.Target? {
    guard sentence.words.count <= 40 else { return nil }
    if isTooMuch(sentence, reading) {
      if let lastFigure, number - lastFigure.sentence == 1 { return lastFigure.target }
      if number == 0, context.figure >= 0 { return .figure(context.figure) }
    }
    if let noun = pointingNoun(sentence, reading) {
      if noun == .number, let lastFigure, number - lastFigure.sentence <= 3 { return lastFigure.target }
      if let last, number - last.sentence <= 3 {
        if noun == .number, context.figure >= 0 { return .figure(context.figure) }
        return last.target
      }
      if noun == .number, context.figure >= 0 { return .figure(context.figure) }
      if context.quote >= 0 { return .quote(context.quote) }
      if noun == .claim, context.figure >= 0 { return .figure(context.figure) }
      return nil
    }
    // That can't be right.
    if let last, number - last.sentence == 1, isDenied(sentence, reading) { return last.target }
    // How did he figure that? Says who? Source?
    guard let last, number - last.sentence == 1, sentence.ending == .question,
      sentence.words.count <= Self.longestQuestion, let first = sentence.words.first
    else { return nil }
    let cues = reading.cues(of: sentence.words, without: 0..<0, index)
    guard cues.contains(.question) else { return nil }
    // "For what?" asks about what the writer says.
    let isVague = sentence.words.allSatisfy {
      let hash = reading.words[$0].hash
      return hash == Self.what || reading.words[$0].weight < 0.4 && index.cues(of: reading.words[$0]).isEmpty
    }
    let takesUp = cues.contains(.pronoun) || sentence.words.count <= 4 && !isVague
    guard takesUp, !cues.contains(.owner),
      index.cues(of: reading.words[first]).contains(.question)
        || sentence.words.count <= 5
    else { return nil }
    // Whatever else the question is about, it is not what the sentence before said.
    let isPointing = cues.contains(.pronoun)
    let telling = sentence.words.filter {
      reading.words[$0].weight >= (isPointing ? 1 : 0.4) && index.cues(of: reading.words[$0]).isEmpty
    }
    return telling.count <= (isPointing ? 1 : 0) ? last.target : nil
  }

  /// Whether a short sentence has "not that many" or the like.
  private func isTooMuch(_ sentence: CommentReading.Sentence, _ reading: CommentReading) -> Bool {
    guard sentence.words.count <= 10 else { return false }
    return zip(sentence.words, sentence.words.dropFirst()).contains { word, next in
      reading.words[word].hash == Self.that && Self.amounts.contains(reading.words[next].hash)
        && sentence.words[..<word].suffix(3).contains {
          reading.words[$0].hash == Self.not || index.cues(of: reading.words[$0]).contains(.negation)
        }
    }
  }

  private static let that = FoldedWords.hash("that".utf8)
  private static let what = FoldedWords.hash("what".utf8)
  private static let not = FoldedWords.hash("not".utf8)
  private static let amounts = WordSet("many much long far few little high low big small old")

  /// Whether a sentence begins with that something cannot be right.
  private func isDenied(_ sentence: CommentReading.Sentence, _ reading: CommentReading) -> Bool {
    guard sentence.words.count >= 3, sentence.words.count <= 14, let first = sentence.words.first,
      index.cues(of: reading.words[first]).contains(.demonstrative)
    else { return false }
    let start = sentence.words.prefix(5)
    return start.contains { index.cues(of: reading.words[$0]).contains(.negation) }
      && start.contains { Self.judgements.contains(reading.words[$0].hash) }
  }

  private static let judgements = WordSet(
    "right true possible correct serious sense real accurate")

  /// Whether the sentence has "that number" or "this claim", with at most one word between.
  private func pointingNoun(_ sentence: CommentReading.Sentence, _ reading: CommentReading) -> ReferenceCue? {
    for word in sentence.words {
      let cues = index.cues(of: reading.words[word])
      let noun: ReferenceCue = cues.contains(.number) ? .number : cues.contains(.claim) ? .claim : []
      guard !noun.isEmpty else { continue }
      for before in max(sentence.words.lowerBound, word - 2)..<word {
        let pointer = index.cues(of: reading.words[before])
        guard pointer.contains(.demonstrative), !isCircumstance(before, sentence, reading) else { continue }
        // "That counts": the noun must not be the verb after a lone "that".
        if word + 1 < sentence.words.upperBound || before > sentence.words.lowerBound || word > before {
          return noun
        }
      }
    }
    return nil
  }

  /// Whether what a word points at is only how or when something happens, and not what the sentence is about: "with exactly
  /// that argument", "after that sentence".
  private func isCircumstance(
    _ pointer: Int, _ sentence: CommentReading.Sentence, _ reading: CommentReading
  ) -> Bool {
    sentence.words[..<pointer].suffix(2).contains { Self.circumstances.contains(reading.words[$0].hash) }
  }

  private static let circumstances = WordSet("with after before at by since during despite")

  private func kind(of sentence: CommentReading.Sentence, _ reading: CommentReading) -> ArticleReference.Kind
  {
    let cues = reading.cues(of: sentence.words, without: 0..<0, index)
    if !cues.isDisjoint(with: [.denial, .negation]) { return .disputes }
    if sentence.ending == .question || cues.contains(.question) { return .questions }
    return .discusses
  }
}
