import ArticleModel

/// What the comment says for or against a link from one of its numbers, whatever figure of the article it leads to.
struct MentionEvidence {
  let index: ArticleWordIndex

  /// The points of a number: for its digits, its place in the sentence and the words around it.
  func points(for mention: FigureMention, _ reading: CommentReading) -> Float {
    let sentence = reading.sentences[mention.sentence]
    var score: Float = 0
    let (low, high) = mention.figure.ends
    let telling = mention.figure.kind == .ratio ? 1 : max(low.significantDigits, high.significantDigits)
    score += telling <= 1 ? 0 : telling == 2 ? 0.8 : telling == 3 ? 1.5 : 2.2
    if mention.value >= 1000 { score += 0.9 }
    if mention.value >= 1_000_000 { score += 0.3 }
    // "95% free?" is all about its number.
    let rest = sentence.words.count - mention.words.count
    if rest <= 4, sentence.ending == .question {
      score += 1.2
    } else if rest == 0, mention.quantity.dimension != .number {
      score += 1.5
    } else if rest <= 2, mention.value >= 100 || mention.quantity.dimension != .number {
      score += 0.6
    }
    if sentence.ending == .question { score += 0.5 }
    // "48k sounds low" may have the verb among its words.
    if reading.words.words[mention.words.dropFirst()].contains(where: { Self.judging.contains($0.hash) })
      || mention.words.upperBound < sentence.words.upperBound
        && Self.judging.contains(reading.words[mention.words.upperBound].hash)
    {
      score += 0.8
    }
    if isDerived(mention, reading) { score -= 1.5 }
    if isAnecdote(mention, reading) { score -= 1 }
    if reading.stretches.contains(where: {
      $0.words.overlaps(mention.words) && $0.words.count <= mention.words.count + 3
    }) {
      score += 1.2
    }
    let cues = reading.cues(of: sentence.words, without: mention.words, index)
    if cues.contains(.denial) { score += 0.7 }
    if cues.contains(.hearsay) { score += 0.7 }
    if mention.words.lowerBound > sentence.words.lowerBound {
      if isDenied(mention, reading) { score += isCorrected(mention, reading) ? 2.5 : 1 }
      let before = index.cues(of: reading.words[mention.words.lowerBound - 1])
      if !before.isDisjoint(with: [.demonstrative, .possessive]), !before.contains(.owner) { score += 0.8 }
    }
    let near = reading.cues(
      of: reading.near(mention.words, before: .max / 2, after: 6), without: mention.words, index)
    // "I had 26 dollars" is of the writer's, "nobody gives me 180 million" is not.
    let isHad =
      reading.near(mention.words, before: 2, after: 0).contains {
        Self.havers.contains(reading.words[$0].hash)
      }
      || mention.words.lowerBound == sentence.words.lowerBound + 1
        && Self.doings.contains(reading.words[sentence.words.lowerBound].hash)
    if near.contains(.owner) || isHad && cues.isDisjoint(with: [.denial, .hearsay]) {
      score -= 1.2
    } else if near.contains(.speaker), !cues.contains(.denial) {
      score -= 0.6
    }
    return score + habit(mention)
  }

  /// Whether "not" stands just before a number: "not 430 of us".
  func isDenied(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let first = mention.words.lowerBound
    return first > 0 && reading.words[first - 1].hash == Self.not
  }

  /// Whether a denied number stands beside the one that is put in its place: "it's 3x, not 2x", "not 430, it was 390".
  private func isCorrected(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    reading.near(mention.words, before: 3, after: 8).contains {
      !mention.words.contains($0)
        && (reading.words[$0].isNumber || index.cues(of: reading.words[$0]).contains(.numeral))
    }
  }

  private static let not = FoldedWords.hash("not".utf8)
  private static let havers = WordSet("i we ive weve")
  /// What begins a sentence that leaves "I" out: "paid 34 francs for a coffee".
  static let doings = WordSet(
    "paid waited spent walked took bought sold got had did drove")
  private static let judging = WordSet("sounds seems looks feels strikes")

  /// Whether a number was worked out from others: "so 300 a year".
  private func isDerived(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let first = mention.words.lowerBound
    let start = reading.sentences[mention.sentence].words.lowerBound
    return first > start + 1 && reading.words[first - 1].hash == Self.so && mention.figure.unit != nil
  }

  /// Whether a number is of an occasion of the writer's: "nine hours for a plumber once", "three pounds too".
  private func isAnecdote(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    let near = reading.near(mention.words, before: 0, after: 6).dropFirst(mention.words.count)
    return near.contains { word in
      let hash = reading.words[word].hash
      return hash == Self.once || hash == Self.too && word == mention.words.upperBound
        || Self.occasions.contains(hash) && reading.words[word - 1].hash == Self.last
    }
  }

  private static let once = FoldedWords.hash("once".utf8)
  private static let too = FoldedWords.hash("too".utf8)
  private static let last = FoldedWords.hash("last".utf8)
  private static let occasions = WordSet(
    "night week weekend month summer winter autumn spring time")
  private static let so = FoldedWords.hash("so".utf8)

  /// What is taken for numbers that people use without thinking of a figure.
  private func habit(_ mention: FigureMention) -> Float {
    let value = mention.value
    if mention.figure.kind == .multiple { return -1.4 }
    switch mention.quantity.dimension {
    case .order: return value > 12 ? -0.4 : -1
    case .unit("%"):
      if mention.figure.kind == .ratio { return -0.4 }
      return [100, 99, 110, 200, 1000, 0].contains(value) ? -1.8 : 0
    case .unit("s"): return -0.6
    case .unit: return 0
    case .number, .things:
      if value >= 1900, value <= 2100, mention.figure.unit == nil { return -3 }
      return value <= 1
        ? -4
        : value != value.rounded(.down)
          ? -0.5 : value <= 3 ? -1.8 : value <= 12 ? -1.2 : value < 100 ? -0.4 : 0
    case .score: return 0
    }
  }
}
