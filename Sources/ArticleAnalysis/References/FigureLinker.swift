import ArticleModel

/// Links the figures of a comment to the same numbers of the article.
///
/// A number alone proves little. So points are given for what speaks for a link (unit, digits, the words around, an
/// echo of the parent comment) and taken for what speaks against it, and both tables are below.
struct FigureLinker {
  private let figures: ArticleFigures
  private let others: OtherValues

  private var index: ArticleWordIndex { figures.index }
  private var article: Article { figures.article }

  init(_ figures: ArticleFigures, others: OtherValues) {
    self.figures = figures
    self.others = others
  }

  private static let threshold: Float = 2.45

  /// How many of a mention's neighbours are asked whether they speak of the same sentence of the article.
  private static let neighbours = 4

  /// Links the figures of a comment that the article has, too.
  ///
  /// Two numbers of one sentence of the article, side by side in a comment, support each other: "4 of 34", "27 to 24".
  ///
  /// - Complexity: O(mentions · log n), and figures of about the same value.
  /// - Returns: The references, and the mentions that have none.
  func same(
    as mentions: [FigureMention], _ reading: CommentReading, _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> (drafts: [ReferenceDraft], others: [FigureMention]) {
    let candidates = mentions.map { figures.candidates(for: $0) }
    var found: [ReferenceDraft] = []
    var rest: [FigureMention] = []
    for (position, mention) in mentions.enumerated() {
      // A number inside repeated words is referred to with them.
      if drafts.contains(where: { $0.words.overlaps(mention.words) }) { continue }
      guard !candidates[position].isEmpty else {
        rest.append(mention)
        continue
      }
      let base = evidence(for: mention, reading)
      var best: (entry: ArticleFigures.Entry, score: Float)?
      for candidate in candidates[position] {
        let entry = figures.byFigure[candidate]
        let score =
          base + likeness(mention, entry, reading, drafts + found, context)
          + company(position, entry, mentions, candidates, reading)
        if best.map({ score > $0.score || (score == $0.score && entry.index < $0.entry.index) }) ?? true {
          best = (entry, score)
        }
      }
      guard let best else { continue }
      let isExact = isSameNumber(mention, best.entry)
      let isOnly = candidates[position].allSatisfy {
        figures.byFigure[$0].low == best.entry.low && figures.byFigure[$0].high == best.entry.high
          || isExact && !isSameNumber(mention, figures.byFigure[$0])
      }
      guard best.score + (isOnly ? 0.4 : 0) >= Self.threshold,
        !isBetterDispute(mention, of: best.entry, reading, drafts, context)
      else {
        rest.append(mention)
        continue
      }
      let kind = reading.kind(of: mention.words, otherwise: .repeats, index)
      found.append(
        ReferenceDraft(words: mention.words, target: .figure(best.entry.index), kind: kind, rule: .figure))
    }
    return (found, rest)
  }

  /// Whether a number is a figure's to the last digit.
  private func isSameNumber(_ mention: FigureMention, _ entry: ArticleFigures.Entry) -> Bool {
    mention.bare.low == entry.bare.low || mention.bare.low == entry.bare.high
      || mention.quantity.low == entry.quantity.low
  }

  /// "50 % at best" below "95 %?" is another value for that, even where the article has half of something, too.
  private func isBetterDispute(
    _ mention: FigureMention, of entry: ArticleFigures.Entry, _ reading: CommentReading,
    _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> Bool {
    guard context.figure >= 0, context.figure != entry.index,
      mention.quantity.low != entry.quantity.low || mention.quantity.high != entry.quantity.high,
      index.overlap(reading, mention.sentence, entry.sentence) < 1,
      let dispute = others.disputed(by: mention, reading, drafts, context)
    else { return false }
    return dispute.figure == context.figure
  }

  /// What the numbers beside a mention say for a figure: that they may be of the same sentence of the article.
  private func support(
    _ position: Int, _ entry: ArticleFigures.Entry, _ mentions: [FigureMention],
    _ candidates: [[Int]], _ reading: CommentReading
  ) -> Float {
    var best: Float = 0
    let near = max(0, position - Self.neighbours)...min(mentions.count - 1, position + Self.neighbours)
    for other in near where other != position {
      let distance = abs(mentions[other].sentence - mentions[position].sentence)
      guard distance <= 1 else { continue }
      for candidate in candidates[other].prefix(8) where candidate != entry.index {
        let apart = abs(figures.byFigure[candidate].sentence - entry.sentence)
        if apart == 0 { best = max(best, distance == 0 ? 1.2 : 0.8) }
        if apart == 1, distance == 0 { best = max(best, 0.5) }
      }
    }
    return best
  }

  /// What the numbers beside a mention, or in its own words, say for a figure; less where the writer speaks of his own.
  private func company(
    _ position: Int, _ entry: ArticleFigures.Entry, _ mentions: [FigureMention], _ candidates: [[Int]],
    _ reading: CommentReading
  ) -> Float {
    let best = max(
      support(position, entry, mentions, candidates, reading),
      numbers(around: mentions[position], entry, reading))
    guard best > 0 else { return 0 }
    let own = reading.sentences[mentions[position].sentence].words
    return reading.cues(of: own, without: 0..<0, index).contains(.owner) ? best * 0.4 : best
  }

  /// What other numbers in the very words of a mention, or next to it, say for a figure whose sentence has them, too:
  /// "29 to 22", "85 out of 640", "27-14".
  private func numbers(
    around mention: FigureMention, _ entry: ArticleFigures.Entry, _ reading: CommentReading
  ) -> Float {
    guard entry.sentence < index.sentences.count else { return 0 }
    let own = index.words(in: article.figures[entry.index].range)
    let others = index.sentences[entry.sentence].words
    var inside = 0
    var digits: Int32 = 0
    var beside: Float = 0
    for word in reading.near(mention.words, before: 3, after: 3) where reading.words[word].isNumber {
      let isInside = mention.words.contains(word)
      let hash = reading.words[word].hash
      guard others.contains(where: { index.words[$0].hash == hash && (isInside || !own.contains($0)) })
      else { continue }
      if isInside {
        inside += 1
        digits = max(digits, reading.words[word].count)
      } else if reading.words[word].count >= 2 {
        beside = 1.2
      }
    }
    return inside < 2 ? beside : digits >= 2 ? 3 : 1.5
  }

  /// What speaks for or against a link whatever figure it leads to.
  private func evidence(for mention: FigureMention, _ reading: CommentReading) -> Float {
    let sentence = reading.sentences[mention.sentence]
    var score: Float = 0
    let (low, high) = mention.figure.ends
    let telling = mention.figure.kind == .ratio ? 1 : max(significantDigits(low), significantDigits(high))
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

  private static let havers = FoldedWords.hashes("i we ive weve")
  /// What begins a sentence that leaves "I" out: "paid 34 francs for a coffee".
  private static let doings = FoldedWords.hashes(
    "paid waited spent walked took bought sold got had did drove")
  private static let judging = FoldedWords.hashes("sounds seems looks feels strikes")

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
  private static let occasions = FoldedWords.hashes(
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

  private func significantDigits(_ number: ExactDecimal) -> Int {
    var digits = 0
    var rest = number.significand.magnitude
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits
  }

  /// What speaks for a link to one figure.
  private func likeness(
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
    case (.things, .unit) where context.figures.contains(entry.index) && isSameNumber(mention, entry):
      // "27 matches the leaflet" counts no matches below 27 %.
      score += 0.3
    default: score -= 0.9
    }
    if isSameNumber(mention, entry) { score += 0.5 }
    let shared = index.overlap(reading, mention.sentence, entry.sentence)
    score += min(2.5, shared)
    // "She hopes for two years": the same small measure of what the sentence speaks of.
    if shared >= 1, mention.figure.kind == .duration,
      mention.figure.unit == article.figures[entry.index].unit, isSameNumber(mention, entry)
    {
      score += 0.5
    }
    // Who begins with a measured number speaks of the article's.
    if isOfOther(mention, reading) {
      score -= 1.5
    } else if mention.words.lowerBound == 0, isMeasured(mention, entry) {
      let isSameMeasure =
        mention.quantity.dimension != .number && mention.figure.unit == article.figures[entry.index].unit
        && isSameNumber(mention, entry)
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
    if mention.quantity.dimension == .number, mention.value < 1000, entry.low >= 1000 {
      // "310 raised" leaves the millions out.
      let isTelling = mention.value >= 100 || mention.value != mention.value.rounded(.down)
      // So does who answers the comment that has them.
      score += shared >= 0.8 && isTelling || context.figures.contains(entry.index) ? 0.5 : -0.8
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
    return Self.isVague(noun) && mention.value > 12 ? 0.2 : -0.6
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
    if mention.figure.kind == .multiple { return significantDigits(mention.figure.ends.high) > 1 }
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
      && mention.bare.low == entry.bare.low && significantDigits(mention.figure.ends.high) > 1
  }

  /// Whether a bare number can be a time: "sent off after 71".
  private func isTimed(_ mention: FigureMention, _ reading: CommentReading) -> Bool {
    mention.words.lowerBound > 0 && Self.timing.contains(reading.words[mention.words.lowerBound - 1].hash)
  }

  private static let timing = FoldedWords.hashes("after in within for at lasted took")

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
  private static func isVague(_ noun: String) -> Bool {
    ["people", "person", "time", "thing", "man", "woman", "way", "one", "place", "part"].contains(noun)
  }
}
