import ArticleModel

/// Finds the figures of the article that a comment gives another value for: "50 at best", "it is closer to 40".
///
/// Points are given for words that correct or deny, for how the number is told, and for what the comment, or the one above
/// it, has just referred to.
struct OtherValues {
  let figures: ArticleFigures

  private var index: ArticleWordIndex { figures.index }
  private var article: Article { figures.article }

  private static let threshold: Float = 2.6

  /// The figure of the article that a figure of a comment wants to replace, or `nil`.
  func disputed(
    by mention: FigureMention, _ reading: CommentReading, _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> ReferenceDraft? {
    guard mention.figure.kind != .ordinal, mention.figure.kind != .multiple,
      mention.value > 1 || mention.quantity.dimension == .unit("%"),
      !reading.stretches.contains(where: { $0.words.overlaps(mention.words) })
    else { return nil }
    let sentence = reading.sentences[mention.sentence]
    let cues = reading.cues(of: sentence.words, without: 0..<0, index)
    let manner = manner(of: mention, reading, cues, drafts, context)
    let base = manner.score
    var best: (entry: ArticleFigures.Entry, score: Float)?
    func weigh(_ figure: Int, _ anchor: Float) {
      guard figures.byFigure.indices.contains(figure) else { return }
      let entry = figures.byFigure[figure]
      guard let fit = fit(mention, entry) else { return }
      let owned: Float = manner.isOwned ? (anchor >= 1 ? -0.6 : -1) : 0
      let rate: Float = isOfSameRate(mention, entry, reading) ? 0.6 : 0
      let score =
        base + anchor + owned + fit + rate + closeness(mention, entry)
        + min(
          1.2,
          index.overlap(
            reading, mention.sentence, entry.sentence, besides: entry.index, without: mention.words) * 0.5)
      // Of two, the one that was named last.
      if best.map({ score >= $0.score }) ?? true { best = (entry, score) }
    }
    for draft in drafts where draft.rule != .otherValue {
      let distance = mention.sentence - reading.sentence(of: draft.words.lowerBound)
      var anchor: Float =
        distance == 0 ? 1.5 : distance == 1 ? 1.2 : distance == 2 ? 0.5 : distance == -1 ? 0.6 : 0
      // "Ninety? It was forty."
      if distance == 1 || distance == 2, draft.kind == .questions { anchor += 1.2 }
      // "11.4 billion is fantasy. They'll be lucky to see 10."
      if distance == 1, draft.kind == .disputes { anchor += 0.6 }
      if distance == 2, draft.kind != .questions {
        // "16 months, ha. I've seen the plant room. Two and a half years."
        guard manner.isAlone, mention.quantity.dimension != .number else { continue }
        anchor = 1
      }
      guard anchor > 0 else { continue }
      if let figure = draft.figure { weigh(figure, anchor) }
      if draft.figureInside >= 0 { weigh(draft.figureInside, anchor) }
      if let quote = draft.quote {
        for figure in figures.figures(inQuote: quote) { weigh(figure, anchor - 0.4) }
      }
    }
    let points = pointsBack(sentence, reading)
    // "Half a gate" is no other value for the parent's percentage unless something says so.
    if mention.figure.kind == .ratio, base < 0.8, !points { return nil }
    let start: Float = manner.isToldAtStart ? 0.6 : 0
    for figure in context.figures where figure != context.figure {
      weigh(figure, start + (context.isDoubted ? 1.4 : 1.1))
    }
    if context.figure >= 0 { weigh(context.figure, points ? 3 : start + (context.isDoubted ? 1.6 : 1.2)) }
    if context.quote >= 0 { for figure in figures.figures(inQuote: context.quote) { weigh(figure, 0.5) } }
    // What the comment, or the one above, speaks of comes before what only sounds alike.
    let isAnchored =
      best.map { $0.entry.index == context.figure && $0.score >= Self.threshold } ?? false
    if isAnchored, points { return dispute(mention, best?.entry.index) }
    do {
      let stems = index.stemBits(of: reading, mention.sentence)
      for figure in figures.figures(of: mention.quantity.dimension)
      where figures.byFigure[figure].stems & stems != 0 && figures.byFigure[figure].high > 2 {
        let shared = index.overlap(
          reading, mention.sentence, figures.byFigure[figure].sentence, besides: figure,
          without: mention.words)
        // Times are told of everything: it takes more to speak of the same one.
        let isTime = mention.quantity.dimension == .unit("s") && !cues.contains(.correction)
        if shared >= (isTime ? 2 : 1) { weigh(figure, min(1.2, shared * 0.4) - 0.4) }
      }
    }
    if best.map({ $0.score < Self.threshold }) ?? true, base >= 0.8, !manner.isOwned {
      weighCounted(mention, reading, base) { weigh($0, $1) }
    }
    guard let best, best.score >= Self.threshold else { return nil }
    return dispute(mention, best.entry.index)
  }

  /// Weighs the figure that counts what a number is told of: "there are 58 cottages", "the number of crates is 50,000".
  private func weighCounted(
    _ mention: FigureMention, _ reading: CommentReading, _ base: Float, _ weigh: (Int, Float) -> Void
  ) {
    if case .things(let noun) = mention.quantity.dimension, !FigureLikeness.isVague(noun) {
      let same = figures.figures(of: mention.quantity.dimension)
      if same.count == 1, let figure = same.first { weigh(figure, 0.5) }
    } else if mention.quantity.dimension == .number, base >= 1.5 {
      let words = reading.sentences[mention.sentence].words
      for word in words.prefix(40) where reading.words[word].weight >= ArticleWordIndex.sayingWeight {
        for place in index.places(of: reading.words[word].id).prefix(4) {
          let figure = index.figureOf[Int(place)]
          if figure >= 0, case .things = figures.byFigure[Int(figure)].quantity.dimension {
            weigh(Int(figure), 0.9)
          }
        }
      }
    }
  }

  // MARK: How a number is told

  /// What the words around a number say about it, whatever figure it is held against.
  private struct Manner {
    var score: Float = 0
    /// Whether the number is of something that belongs to the writer.
    var isOwned = false
    /// Whether the sentence has no other words.
    var isAlone = false
    /// Whether the comment begins with it: "it was 120".
    var isToldAtStart = false
  }

  private func manner(
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

  private func dispute(_ mention: FigureMention, _ figure: Int?) -> ReferenceDraft? {
    figure.map {
      ReferenceDraft(words: mention.words, target: .figure($0), kind: .disputes, rule: .otherValue)
    }
  }

  /// Whether a sentence has "that number" or the like.
  private func pointsBack(_ sentence: CommentReading.Sentence, _ reading: CommentReading) -> Bool {
    sentence.words.dropFirst().contains { word in
      index.cues(of: reading.words[word]).contains(.number)
        && !index.cues(of: reading.words[word - 1]).isDisjoint(with: [.demonstrative, .possessive])
    }
  }

  /// How well a number can stand in the place of a figure, or `nil` when it cannot, or agrees with it.
  private func fit(_ mention: FigureMention, _ entry: ArticleFigures.Entry) -> Float? {
    let (mine, other) = (mention.quantity, entry.quantity)
    guard
      mine.isComparable(with: other) || isThings(mine) && isThings(other)
        || figures.perWhatever(mine, other) != nil,
      !figures.agrees(mine, other), mention.bare.low != entry.bare.low || mention.bare.high != entry.bare.high
    else {
      return nil
    }
    if mine.dimension == .number, other.dimension == .number { return isWithinReach(mine, other) ? 0 : nil }
    if mine.dimension == other.dimension || figures.perWhatever(mine, other) != nil {
      if mine.dimension == .unit("%") { return 0.8 }
      return isWithinReach(mine, other) ? 0.8 : nil
    }
    // "More like 70" of 40 million means 70 million.
    if mine.dimension == .number, mine.high.double < 1000, other.low.double >= 1000, isRound(entry) {
      if mine.high.double >= 1900, mine.high.double <= 2100 { return nil }
      return -0.2
    }
    guard isWithinReach(mention.bare, entry.bare) else { return nil }
    return isThings(mine) && isThings(other) ? -1 : -0.2
  }

  /// Whether a number is told per the same as a figure of the article: "3k a month" of $23,000 a month.
  private func isOfSameRate(
    _ mention: FigureMention, _ entry: ArticleFigures.Entry, _ reading: CommentReading
  ) -> Bool {
    let sentence = reading.sentences[mention.sentence].words
    let per = mention.words.upperBound
    guard mention.quantity.dimension == .number, per + 1 < sentence.upperBound,
      Self.pers.contains(reading.words[per].hash), reading.words[per + 1].stem >= 0
    else { return false }
    return index.words(in: article.figures[entry.index].range).dropFirst().contains {
      index.words[$0].hash == reading.words[per + 1].hash
    }
  }

  private static let pers = WordSet("a an per each every")

  /// What speaks for a number by its size: who corrects a figure stays near it.
  private func closeness(_ mention: FigureMention, _ entry: ArticleFigures.Entry) -> Float {
    let value = mention.quantity.high.double.magnitude
    let isOfOne = mention.quantity.dimension == entry.quantity.dimension
    var reference = (isOfOne ? entry.high : entry.bare.high.double).magnitude
    guard value > 0, reference > 0 else { return 0 }
    var factor = max(value, reference) / min(value, reference)
    // "1.4" of 1.9 billion.
    if mention.quantity.dimension == .number, value < 1000, isRound(entry) {
      while reference >= 1000 {
        reference /= 1000
        factor = min(factor, max(value, reference) / min(value, reference))
      }
    }
    // 420 of 4,200: the same digits, and a nought is in dispute.
    let digits = mention.figure.ends.high.significand
    if digits > 9, digits == entry.bare.high.significand { return 0.6 }
    return factor <= 2 ? 0.3 : factor <= 4 ? 0 : factor <= 12 ? -0.2 : factor <= 60 ? -0.6 : -1.2
  }

  /// Whether a figure can be told without its thousands or millions, as 1,284 cannot.
  private func isRound(_ entry: ArticleFigures.Entry) -> Bool { entry.bare.high.significand.magnitude < 1000 }

  private func isThings(_ quantity: CanonicalQuantity) -> Bool {
    if case .things = quantity.dimension { true } else { false }
  }

  private func isWithinReach(_ mine: CanonicalQuantity, _ other: CanonicalQuantity) -> Bool {
    let (value, reference) = (mine.high.double.magnitude, other.high.double.magnitude)
    guard value > 0, reference > 0 else { return true }
    return value / reference < 200 && reference / value < 200
  }
}
