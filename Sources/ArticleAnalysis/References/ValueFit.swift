import ArticleModel

/// How well a number of a comment can stand in the place of a figure of the article: by what both measure, and by size.
struct ValueFit {
  let figures: ArticleFigures

  private var index: ArticleWordIndex { figures.index }

  /// How well a number can stand in the place of a figure, or `nil` when it cannot, or agrees with it.
  func fit(_ mention: FigureMention, _ entry: ArticleFigures.Entry) -> Float? {
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
  func isOfSameRate(
    _ mention: FigureMention, _ entry: ArticleFigures.Entry, _ reading: CommentReading
  ) -> Bool {
    let sentence = reading.sentences[mention.sentence].words
    let per = mention.words.upperBound
    guard mention.quantity.dimension == .number, per + 1 < sentence.upperBound,
      Self.pers.contains(reading.words[per].hash), reading.words[per + 1].stem >= 0
    else { return false }
    return index.words(in: figures.article.figures[entry.index].range).dropFirst().contains {
      index.words[$0].hash == reading.words[per + 1].hash
    }
  }

  private static let pers = WordSet("a an per each every")

  /// What speaks for a number by its size: who corrects a figure stays near it.
  func closeness(_ mention: FigureMention, _ entry: ArticleFigures.Entry) -> Float {
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
