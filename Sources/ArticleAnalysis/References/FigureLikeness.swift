import ArticleModel

/// What speaks for or against a link from a number of a comment to one figure of the article.
///
/// Points are given for the same unit or noun, for words that both sentences share, and for what the comment, or the one
/// above it, refers to besides.
struct FigureLikeness {
  let figures: ArticleFigures

  private var index: ArticleWordIndex { figures.index }
  private var article: Article { figures.article }

  /// What speaks for a link to one figure.
  func points(
    _ mention: FigureMention, _ entry: ArticleFigures.Entry, _ reading: CommentReading,
    _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> Float {
    var score: Float = 0
    switch (mention.quantity.dimension, entry.quantity.dimension) {
    case (.unit(let mine), .unit(let other))
    where mine != other && figures.perWhatever(mention.quantity, entry.quantity) == nil:
      score += Self.likeness(of: mine, other)
    case (.unit(let unit), .unit):
      score += unit == "%" ? 1.5 : unit == "s" ? 0.7 : ArticleFigures.amount(of: unit) != nil ? 2 : 1.6
    case (.things(let mine), .things(let other)):
      // The same small number of the same things is less of a chance than the number alone.
      let small: Float = mention.value <= 12 ? 1.3 : 0
      score +=
        !Self.isSame(mine, other) && !isNamed(mine, in: entry)
        ? differing(mention, entry, reading)
        : Self.isVague(mine) ? (mention.value >= 100 ? 0.9 : 0.5) : 1.6 + small
    case (.score, .score): score += 1.5
    case (.order, .order): score += mention.value > 12 ? 0.8 : 0
    case (.things, _) where entry.kind == .multiple && mention.value > 12:
      // What happened 23 times is 23 events, whatever they are called.
      score += 0.9
    case (.number, .unit("s")): score += isTimed(mention, reading) ? 0.3 : -0.3
    case (.number, _), (_, .number): score += mention.value >= 1_000_000 ? 0.6 : 0.3
    case (.things, .unit) where isNounShared(mention, entry, reading):
      // A 40k fine is a fine of 40,000 of any money.
      score += 1
    case (.things, .unit) where context.figures.contains(entry.index) && mention.isSameNumber(as: entry):
      // "27 matches the leaflet" counts no matches below 27 %.
      score += 0.3
    default: score -= 0.9
    }
    if mention.isSameNumber(as: entry) { score += 0.5 }
    let shared = index.overlap(reading, mention.sentence, entry.sentence, besides: entry.index)
    let before = index.overlapBefore(mention.sentence, of: reading, entry.sentence, besides: entry.index)
    score += min(2.5, shared + before * 0.5)
    // "She hopes for two years": the same small measure of what the sentence speaks of.
    if shared >= 1, mention.figure.kind == .duration,
      mention.figure.unit == article.figures[entry.index].unit, mention.isSameNumber(as: entry)
    {
      score += 0.5
    }
    // Who begins with a measured number speaks of the article's.
    if isOfOther(mention, reading) {
      score -= 1.5
    } else if mention.words.lowerBound == 0, isMeasured(mention, entry) {
      let isSameMeasure =
        mention.quantity.dimension != .number && mention.figure.unit == article.figures[entry.index].unit
        && mention.isSameNumber(as: entry)
      score += isSameMeasure ? 1.5 : 0.7
    }
    if isSameTime(mention, entry) { score += 0.7 }
    if context.figure == entry.index {
      score += 1.5
    } else if context.figures.contains(entry.index) {
      score += 1.2
    } else if context.figures.contains(where: { figures.byFigure[$0].sentence == entry.sentence }) {
      score += 0.8
    }
    let quote = article.figures[entry.index].quote
    if let quote, context.quote == quote { score += 0.7 }
    let isNear = drafts.contains { draft in
      draft.figure == entry.index || (draft.quote != nil && draft.quote == quote)
        || draft.figure.map { figures.byFigure[$0].sentence == entry.sentence } ?? false
    }
    if isNear { score += 0.9 }
    if mention.quantity.dimension == .number, mention.value < 1000, entry.bare.low.double >= 1000 {
      // "310 raised" leaves the millions out.
      let isTelling = mention.value >= 100 || mention.value != mention.value.rounded(.down)
      // So does who answers the comment that has them.
      score += shared >= 0.8 && isTelling || context.figures.contains(entry.index) ? 0.5 : -1.2
    }
    return score
  }

  /// Whether two nouns are one, the longer cut short: certs, certificates.
  private static func isSame(_ mine: String, _ other: String) -> Bool {
    mine == other || mine.utf8.count >= 4 && other.hasPrefix(mine)
      || other.utf8.count >= 4 && mine.hasPrefix(other)
  }

  /// Whether the article counts things by a compound that begins as a noun does: yellows, yellow cards.
  private func isNamed(_ noun: String, in entry: ArticleFigures.Entry) -> Bool {
    guard noun.utf8.count >= 4, let unit = article.figures[entry.index].unit else { return false }
    return unit.split(separator: " ").contains { $0.hasPrefix(noun) }
  }

  /// Whether the article's sentence has the noun that a comment counts: eleven bookings, booked eleven players.
  private func isNounShared(
    _ mention: FigureMention, _ entry: ArticleFigures.Entry, _ reading: CommentReading
  )
    -> Bool
  {
    guard let last = mention.words.last, entry.sentence < index.sentences.count, mention.words.count > 1
    else {
      return false
    }
    let word = reading.words[last]
    return word.stem >= 0 && word.weight >= ArticleWordIndex.sayingWeight && !word.isNumber
      && index.stems(ofSentence: entry.sentence).contains(word.stem)
  }

  /// What it says that a comment counts other things than the article: people may be the article's employees.
  private func differing(_ mention: FigureMention, _ entry: ArticleFigures.Entry, _ reading: CommentReading)
    -> Float
  {
    if isNounShared(mention, entry, reading) { return 1 }
    guard case .things(let noun) = mention.quantity.dimension else { return -0.6 }
    guard case .things(let other) = entry.quantity.dimension else { return -0.6 }
    // 21,000 deaths are 21,000 people.
    return (Self.isVague(noun) || Self.isVague(other) && mention.isSameNumber(as: entry))
      && mention.value > 12
      ? 0.2 : -0.6
  }

  /// Whether a share is of something that the article does not have: "62 percent of statistics".
  private func isOfOther(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    guard mention.quantity.dimension == .unit("%") else { return false }
    let sentence = reading.sentences[mention.sentence].words
    let following = mention.words.lowerBound..<min(sentence.upperBound, mention.words.upperBound + 1)
    guard let of = following.first(where: { reading.words[$0].hash == Self.of }) else { return false }
    let noun = (of + 1..<max(of + 1, min(sentence.upperBound, of + 4))).first {
      reading.words[$0].weight >= ArticleWordIndex.sayingWeight
    }
    guard let noun, !reading.words[noun].isNumber else { return false }
    let word = reading.words[noun]
    return index.places(of: word.id).isEmpty && (word.stem < 0 || index.telling(word.stem) == 0)
  }

  private static let of = FoldedWords.hash("of".utf8)

  /// Whether a number is large, or of the same thing as a figure; "twice" is neither.
  private func isMeasured(_ mention: FigureMention, _ entry: ArticleFigures.Entry) -> Bool {
    if mention.figure.kind == .multiple { return mention.figure.ends.high.significantDigits > 1 }
    if case .things(let mine) = mention.quantity.dimension,
      case .things(let other) = entry.quantity.dimension,
      !Self.isSame(mine, other), !Self.isVague(mine)
    {
      return false
    }
    if mention.value >= 1000 { return true }
    guard mention.quantity.dimension != .number else { return false }
    return mention.quantity.dimension == entry.quantity.dimension
      || ArticleFigures.amount(of: mention.figure.unit ?? "") != nil && mention.value >= 100
  }

  /// Whether both are the same time in the same unit, told to the minute: who says 35 minutes means 35 minutes.
  private func isSameTime(_ mention: FigureMention, _ entry: ArticleFigures.Entry) -> Bool {
    mention.quantity.dimension == .unit("s") && mention.figure.unit == article.figures[entry.index].unit
      && mention.bare.low == entry.bare.low && mention.figure.ends.high.significantDigits > 1
  }

  /// Whether a bare number can be a time: "sent off after 71".
  private func isTimed(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    mention.words.lowerBound > 0 && Self.timing.contains(reading.words[mention.words.lowerBound - 1].hash)
  }

  private static let timing = WordSet("after in within for at lasted took")

  /// What two units say that are not the same: sixty-four pounds are no 64 percent, but another currency may be
  /// carelessness, pounds are weighed or paid, and other units may be written in two ways.
  private static func likeness(of mine: String, _ other: String) -> Float {
    let isMoney = [mine, other].map { ArticleFigures.amount(of: $0) != nil }
    if isMoney[0], isMoney[1] { return 0.9 }
    guard isMoney[0] || isMoney[1] || mine == "%" || other == "%" else {
      let measure = mine.prefix { $0 != " " }
      return measure != "s" && measure == other.prefix { $0 != " " } ? 1.6 : -0.9
    }
    let isMass = [mine, other].contains {
      $0 == "kg" || $0 == "lb" || $0.hasPrefix("kg ") || $0.hasPrefix("lb ")
    }
    return isMass && mine != "%" && other != "%" ? 1.5 : -2
  }

  /// Nouns that are counted everywhere.
  static func isVague(_ noun: String) -> Bool {
    ["people", "person", "time", "thing", "man", "woman", "way", "one", "place", "part"].contains(noun)
  }
}
