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
    var base: Float = 0
    let cues = reading.cues(of: sentence.words, without: 0..<0, index)
    let isTold = isTold(mention, reading)
    if !cues.isDisjoint(with: [.correction, .denial]) || isMoreLike(mention, reading) {
      base += 1.5
    } else if isTold || cues.contains(.softCorrection) {
      base += isTold ? 1 : 0.8
    }
    if mention.figure.qualifier != .exact, mention.figure.qualifier != .range { base += 0.7 }
    if sentence.words.count <= 10 { base += 0.5 }
    if cues.contains(.elsewhere) { base -= 0.5 }
    var best: (entry: ArticleFigures.Entry, score: Float)?
    func weigh(_ figure: Int, _ anchor: Float) {
      guard figures.byFigure.indices.contains(figure) else { return }
      let entry = figures.byFigure[figure]
      guard let fit = fit(mention, entry) else { return }
      let owned: Float = cues.contains(.owner) ? (anchor >= 1 ? -0.3 : -1) : 0
      let score =
        base + anchor + owned + fit + min(1.2, index.overlap(reading, mention.sentence, entry.sentence) * 0.5)
      // Of two, the one that was named last.
      if best.map({ score >= $0.score }) ?? true { best = (entry, score) }
    }
    for draft in drafts where draft.rule != .otherValue {
      let distance = mention.sentence - reading.sentence(of: draft.words.lowerBound)
      var anchor: Float =
        distance == 0 ? 1.5 : distance == 1 ? 1.2 : distance == 2 ? 0.5 : distance == -1 ? 0.6 : 0
      // "Ninety? It was forty."
      if distance == 1 || distance == 2, draft.kind == .questions { anchor += 1.2 }
      if distance == 2, draft.kind != .questions { continue }
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
    if context.figure >= 0 { weigh(context.figure, points ? 3 : context.isDoubted ? 1.6 : 1.2) }
    if context.quote >= 0 { for figure in figures.figures(inQuote: context.quote) { weigh(figure, 0.5) } }
    // What the comment, or the one above, speaks of comes before what only sounds alike.
    let isAnchored =
      best.map { $0.entry.index == context.figure && $0.score >= Self.threshold } ?? false
    if isAnchored, points { return dispute(mention, best?.entry.index) }
    if mention.quantity.dimension != .unit("s") || cues.contains(.correction) {
      let stems = index.stemBits(of: reading, mention.sentence)
      for figure in figures.figures(of: mention.quantity.dimension)
      where figures.byFigure[figure].stems & stems != 0 && figures.byFigure[figure].high > 2 {
        let shared = index.overlap(reading, mention.sentence, figures.byFigure[figure].sentence)
        if shared >= 1 { weigh(figure, min(1.2, shared * 0.4) - 0.4) }
      }
    }
    guard let best, best.score >= Self.threshold else { return nil }
    return dispute(mention, best.entry.index)
  }

  /// Whether "more like" or "felt like" stands before a number.
  private func isMoreLike(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let first = mention.words.lowerBound
    return first >= 2 && reading.words[first - 1].hash == Self.like
      && Self.seeming.contains(reading.words[first - 2].hash)
  }

  /// Whether a number is told outright: "it is 160", "there were 35 thousand", "the radio said 26".
  private func isTold(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let first = mention.words.lowerBound
    let sentence = reading.sentences[mention.sentence].words
    guard first > sentence.lowerBound else { return false }
    let before = reading.words[first - 1].hash
    if Self.contractions.contains(before) || Self.telling.contains(before) { return true }
    return Self.copulas.contains(before) && first - 1 > sentence.lowerBound
      && Self.subjects.contains(reading.words[first - 2].hash)
  }

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { FoldedWords.hash($0) })
  }

  private static let seeming = hashes("more felt feels looked looks seemed seems sounds sounded")
  private static let contractions = hashes("its thats theres theyre were")
  private static let telling = hashes(
    "said says say saw heard told reckon reckons reckoned counted measured got makes made")

  private static let copulas = hashes("is was are were")
  private static let subjects = hashes("it that there they this")
  private static let like = FoldedWords.hash("like".utf8)

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
      !figures.agrees(mine, other)
    else {
      return nil
    }
    if mine.dimension == .number, other.dimension == .number { return isWithinReach(mine, other) ? 0 : nil }
    if mine.dimension == other.dimension || figures.perWhatever(mine, other) != nil {
      if mine.dimension == .unit("%") { return 0.8 }
      return isWithinReach(mine, other) ? 0.8 : nil
    }
    // "More like 70" of 40 million means 70 million.
    if mine.dimension == .number, mine.high.double < 1000, other.low.double >= 1000 {
      if mine.high.double >= 1900, mine.high.double <= 2100 { return nil }
      return -0.2
    }
    guard isWithinReach(mine, other) else { return nil }
    return isThings(mine) && isThings(other) ? -1 : -0.2
  }

  private func isThings(_ quantity: CanonicalQuantity) -> Bool {
    if case .things = quantity.dimension { true } else { false }
  }

  private func isWithinReach(_ mine: CanonicalQuantity, _ other: CanonicalQuantity) -> Bool {
    let (value, reference) = (mine.high.double.magnitude, other.high.double.magnitude)
    guard value > 0, reference > 0 else { return true }
    return value / reference < 200 && reference / value < 200
  }
}
