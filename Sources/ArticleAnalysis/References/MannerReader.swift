import ArticleModel

/// How a comment brings a number forward, whatever figure of the article it is held against: corrected, told outright, of
/// the writer's own, worked out from others.
struct MannerReader {
  let figures: ArticleFigures

  private var index: ArticleWordIndex { figures.index }

  /// What the words around a number say about it, whatever figure it is held against.
  struct Manner {
    var score: Float = 0
    /// Whether the number is of something that belongs to the writer.
    var isOwned = false
    /// Whether the sentence has no other words.
    var isAlone = false
    /// Whether the comment begins with it: "it was 120".
    var isToldAtStart = false
  }

  func manner(
    of mention: FigureMention, _ reading: CommentReading, _ cues: ReferenceCue, _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> Manner {
    let sentence = reading.sentences[mention.sentence]
    var manner = Manner()
    manner.isAlone = sentence.words.count <= mention.words.count + 1
    let telling = telling(of: mention, reading)
    let near = reading.near(mention.words, before: 6, after: 2)
    let nearCues = reading.cues(of: near, without: mention.words, index)
    manner.isOwned =
      nearCues.contains(.owner) && telling != .measured
      && !near.contains { Self.opinions.contains(reading.words[$0].hash) }
    let around = reading.cues(
      of: reading.near(mention.words, before: 7, after: 4), without: 0..<0, index)
    if !around.isDisjoint(with: [.correction, .denial]) || isMoreLike(mention, reading)
      || mention.figure.qualifier == .atMost
    {
      manner.score += 1.5
    } else if telling == .stated || telling == .measured {
      manner.score += 1
      manner.isToldAtStart = telling == .stated && mention.words.lowerBound <= 4
    } else if telling == .said && !manner.isOwned || isToldFirst(mention, reading, context, drafts) {
      manner.score += 0.8
      manner.isToldAtStart = mention.words.lowerBound <= 4
    } else if cues.contains(.softCorrection) {
      manner.score += 0.8
    } else if nearCues.contains(.speaker) {
      manner.score -= 0.8
    }
    if telling == .derived || isConcluded(mention, reading)
      || isReckoned(mention, reading, drafts, isSaid: telling == .said)
    {
      manner.score -= 2
    }
    // "There were 800 when I was a lad."
    if telling == .stated, isInWritersTime(mention, reading) { manner.score -= 1.5 }
    // "Paid 12 pounds for a ticket in 1994."
    if telling != .stated, isOfOtherYear(mention, reading) { manner.score -= 1.5 }
    if MentionEvidence.doings.contains(reading.words[sentence.words.lowerBound].hash) { manner.score -= 0.8 }
    if mention.figure.qualifier != .exact, mention.figure.qualifier != .range { manner.score += 0.7 }
    if sentence.words.count <= 10 { manner.score += 0.5 }
    if manner.isAlone { manner.score += isAnswer(mention, reading) ? -1.5 : 0.3 }
    if cues.contains(.elsewhere) { manner.score -= 0.5 }
    return manner
  }

  /// What belongs to the writer and is about the article's number all the same: "my guess is 60".
  private static let opinions = WordSet(
    "guess guesses estimate estimates count bet money reckoning reading understanding source sources calculation maths math"
  )

  /// Whether an answer begins with the number, which counts nothing or what the figure above does: "31,000 in the report".
  private func isToldFirst(
    _ mention: FigureMention, _ reading: CommentReading, _ context: ReferenceContext,
    _ drafts: [ReferenceDraft]
  ) -> Bool {
    guard mention.words.lowerBound == 0, context.figure >= 0, drafts.isEmpty,
      !figures.hasNumber(mention.bare.high.double)
    else { return false }
    let dimension = figures.byFigure[context.figure].quantity.dimension
    guard mention.quantity.dimension == .number || mention.quantity.dimension == dimension else {
      return false
    }
    let next = mention.words.upperBound
    // "3 friends of mine" counts something else.
    return next >= reading.sentences[mention.sentence].words.upperBound
      || reading.words[next].weight < ArticleWordIndex.sayingWeight
  }

  /// How a number is brought forward.
  private enum Telling {
    case none
    /// "It is 160", "there were 35 thousand", "the radio said 26".
    case stated
    /// "Profit was 22".
    case said
    /// "I get 210", "my mother waited fourteen".
    case measured
    /// "So that's 26": from numbers that were told already.
    case derived
  }

  private func telling(of mention: FigureMention, _ reading: CommentReading) -> Telling {
    let start = reading.sentences[mention.sentence].words.lowerBound
    var lead = mention.words.lowerBound - 1
    var skipped = 0
    while lead > start, skipped < 3, Self.hedges.contains(reading.words[lead].hash) {
      lead -= 1
      skipped += 1
    }
    guard lead >= start else { return .none }
    func hash(_ position: Int) -> UInt64 { position >= start ? reading.words[position].hash : 0 }
    let isStated =
      Self.contractions.contains(hash(lead)) || isContracted(lead, reading)
      || Self.telling.contains(hash(lead))
      || Self.copulas.contains(hash(lead)) && Self.subjects.contains(hash(lead - 1))
      || hash(lead) == Self.be && Self.modals.contains(hash(lead - 1))
      || hash(lead) == Self.be && hash(lead - 1) == Self.to && Self.duties.contains(hash(lead - 2))
      || hash(lead) == Self.it && Self.putting.contains(hash(lead - 1))
      || hash(lead) == Self.that && Self.making.contains(hash(lead - 1))
    let isMeasured =
      Self.measuring.contains(hash(lead))
      && reading.cues(of: max(start, lead - 3)..<lead, without: 0..<0, index)
        .isDisjoint(with: [.owner, .speaker]) == false
    if isMeasured { return .measured }
    guard isStated else {
      // What the number is said of must be something that the article has.
      let isSaid = lead > start && Self.copulas.contains(hash(lead)) && reading.words[lead - 1].stem >= 0
      return isSaid || isReached(lead, start, reading) ? .said : .none
    }
    return (lead - 2..<lead).contains { Self.deriving.contains(hash($0)) } ? .derived : .stated
  }

  /// Whether the word before a number, or the one before "to" or "at", is a verb that reaches it: "it gets to 900k".
  private func isReached(_ lead: Int, _ start: Int, _ reading: CommentReading) -> Bool {
    var verb = lead
    if verb > start, Self.towards.contains(reading.words[verb].hash) { verb -= 1 }
    return verb > start && Self.reaching.contains(reading.words[verb].hash)
  }

  private static let towards = WordSet("to at for")
  private static let reaching = WordSet(
    """
    gets hits reaches reached handles handled costs weighs runs does makes sells sold goes takes took holds held needs
    lasts lasted averages averaged peaks peaked stands stood brings brought earns earned pays scores scored
    come comes came cut went rise rises rose fell dropped looking
    """)

  /// Whether a sentence begins with "so" and tells what follows from numbers that were told before.
  private func isConcluded(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let sentence = reading.sentences[mention.sentence].words
    return sentence.lowerBound > 0 && sentence.count > mention.words.count + 1
      && reading.words[sentence.lowerBound].hash == Self.so
  }

  /// Whether a sentence does sums: "9,204 plus 9,193 is 18,397", "27 per cent of £1.45 is 39p".
  private func isReckoned(
    _ mention: FigureMention, _ reading: CommentReading, _ drafts: [ReferenceDraft], isSaid: Bool
  ) -> Bool {
    let sentence = reading.sentences[mention.sentence].words
    // "A hundred plus" and "ten times" are no sums.
    let isSum = zip(sentence, sentence.dropFirst()).contains {
      Self.reckoning.contains(reading.words[$0].hash)
        && (reading.words[$1].isNumber || index.cues(of: reading.words[$1]).contains(.numeral)
          || reading.words[$0].hash == Self.divided)
    }
    if isSum { return true }
    let before = sentence.lowerBound..<mention.words.lowerBound
    return isSaid && drafts.count { $0.rule == .figure && before.overlaps($0.words) } >= 2
  }

  /// Whether a word is "it" of "it's": folding leaves the end out.
  private func isContracted(_ word: Int, _ reading: CommentReading) -> Bool {
    guard Self.subjects.contains(reading.words[word].hash), word + 1 < reading.words.count else {
      return false
    }
    return reading.words[word + 1].lower - reading.words[word].upper >= 3
  }

  /// Whether "when I" follows a number in its sentence.
  private func isInWritersTime(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let rest = mention.words.upperBound..<reading.sentences[mention.sentence].words.upperBound
    return zip(rest, rest.dropFirst()).contains {
      reading.words[$0].hash == Self.when && index.cues(of: reading.words[$1]).contains(.speaker)
    }
  }

  /// Whether the sentence of a number has a year that the article does not have.
  private func isOfOtherYear(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    reading.sentences[mention.sentence].words.contains { word in
      let value = reading.words[word]
      guard value.isNumber, value.count == 4, !mention.words.contains(word) else { return false }
      let first = reading.words.folded(value).first
      return (first == 0x31 || first == 0x32) && index.places(of: value.id).isEmpty
        && word > 0 && Self.dating.contains(reading.words[word - 1].hash)
    }
  }

  private static let dating = WordSet("in since of back around from until by before")

  /// Whether a number alone answers a question of the writer's own, as "Four" does after "How many?".
  private func isAnswer(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    guard mention.sentence > 0 else { return false }
    let before = reading.sentences[mention.sentence - 1]
    return before.ending == .question
      && zip(before.words, before.words.dropFirst()).contains {
        reading.words[$0].hash == Self.how && Self.quantities.contains(reading.words[$1].hash)
      }
  }

  /// Whether "more like" or "felt like" stands before a number.
  private func isMoreLike(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let first = mention.words.lowerBound
    return first >= 2 && reading.words[first - 1].hash == Self.like
      && Self.seeming.contains(reading.words[first - 2].hash)
  }

  private static let seeming = WordSet("more felt feels looked looks seemed seems sounds sounded")
  private static let contractions = WordSet("its thats theres theyre")
  private static let telling = WordSet(
    """
    said says say saw heard told tell tells shows showed gives gave reckon reckons reckoned counted measured got makes made
    """)
  private static let measuring = WordSet(
    "get got had see saw count counted counts measured clocked timed waited paid pay weighed logged")
  private static let copulas = WordSet("is was are were")
  private static let subjects = WordSet("it that there they this guess")
  private static let modals = WordSet("should must will itll thatll needs ought gonna")
  private static let duties = WordSet("supposed meant ought used needs need has have going")
  private static let making = WordSet("make call")
  private static let that = FoldedWords.hash("that".utf8)
  private static let putting = WordSet("put puts")
  private static let deriving = WordSet("so meaning hence therefore ie equals")
  private static let reckoning = WordSet("plus minus times divided")
  private static let quantities = WordSet("many much long far often")
  private static let hedges = WordSet(
    """
    about around only just nearly roughly almost maybe probably over under well easily at least most more than less me us them him her you
    closer nearer to even still now barely approximately some
    """)
  private static let divided = FoldedWords.hash("divided".utf8)
  private static let so = FoldedWords.hash("so".utf8)
  private static let like = FoldedWords.hash("like".utf8)
  private static let when = FoldedWords.hash("when".utf8)
  private static let be = FoldedWords.hash("be".utf8)
  private static let to = FoldedWords.hash("to".utf8)
  private static let it = FoldedWords.hash("it".utf8)
  private static let how = FoldedWords.hash("how".utf8)
}
