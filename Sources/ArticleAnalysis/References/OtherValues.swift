import ArticleModel

/// Finds the figures of the article that a comment gives another value for: "50 at best", "it is closer to 40".
///
/// Points are given for words that correct or deny, for how the number is told, and for what the comment, or the one above
/// it, has just referred to.
struct OtherValues {
  private let figures: ArticleFigures
  private let manners: MannerReader
  private let fits: ValueFit

  private var index: ArticleWordIndex { figures.index }

  init(figures: ArticleFigures) {
    self.figures = figures
    manners = MannerReader(figures: figures)
    fits = ValueFit(figures: figures)
  }

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
    let manner = manners.manner(of: mention, reading, cues, drafts, context)
    let base = manner.score
    var best: (entry: ArticleFigures.Entry, score: Float)?
    func weigh(_ figure: Int, _ anchor: Float) {
      guard figures.byFigure.indices.contains(figure) else { return }
      let entry = figures.byFigure[figure]
      guard let fit = fits.fit(mention, entry) else { return }
      let owned: Float = manner.isOwned ? (anchor >= 1 ? -0.6 : -1) : 0
      let rate: Float = fits.isOfSameRate(mention, entry, reading) ? 0.6 : 0
      let score =
        base + anchor + owned + fit + rate + fits.closeness(mention, entry)
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
    // "Half is" may be another value for the parent's percentage, "half a gate is" may not unless something says so.
    if mention.figure.kind == .ratio, base < 0.8 || isOfOneThing(mention, reading), !points { return nil }
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

  private func dispute(_ mention: FigureMention, _ figure: Int?) -> ReferenceDraft? {
    figure.map {
      ReferenceDraft(words: mention.words, target: .figure($0), kind: .disputes, rule: .otherValue)
    }
  }

  /// Whether a part is one of a single thing: "half a gate", "a third of a loaf".
  private func isOfOneThing(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let end = reading.sentences[mention.sentence].words.upperBound
    var next = mention.words.upperBound
    if next < end, reading.words[next].hash == Self.of { next += 1 }
    return next < end && Self.articles.contains(reading.words[next].hash)
  }

  private static let of = FoldedWords.hash("of".utf8)
  private static let articles = WordSet("a an")

  /// Whether a sentence has "that number" or the like.
  private func pointsBack(_ sentence: CommentReading.Sentence, _ reading: CommentReading) -> Bool {
    sentence.words.dropFirst().contains { word in
      index.cues(of: reading.words[word]).contains(.number)
        && !index.cues(of: reading.words[word - 1]).isDisjoint(with: [.demonstrative, .possessive])
    }
  }
}
