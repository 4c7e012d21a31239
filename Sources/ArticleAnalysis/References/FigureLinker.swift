import ArticleModel

/// Links the figures of a comment to those of the article: the same number, or another one for the same thing.
///
/// A number alone proves little. So points are given for what speaks for a link (unit, digits, the words around, an
/// echo of the parent comment) and taken for what speaks against it, and both tables are below.
struct FigureLinker {
  /// A figure of a comment, with its place in the comment's words.
  struct Mention {
    var figure: Figure
    var quantity: CanonicalQuantity
    /// The number without its unit.
    var bare: CanonicalQuantity
    /// The number as it is written, or the larger end of a range.
    var value: Double
    var words: Range<Int>
    var sentence: Int
  }

  /// What the comments above refer to.
  struct Context {
    /// The figure that the comment above refers to, or -1.
    var figure = -1
    /// The quote that the comment above refers to, or -1.
    var quote = -1
    /// Whether the comment above questions or disputes what it refers to.
    var isDoubted = false
  }

  /// A figure of the article.
  private struct Entry {
    var index: Int
    var quantity: CanonicalQuantity
    /// The number without its unit.
    var bare: CanonicalQuantity
    var kind: Figure.Kind
    var low: Double
    var high: Double
    /// The sentence of the article that states it.
    var sentence: Int
  }

  let index: ArticleWordIndex
  private let article: Article
  /// Single numbers by value in base units, and by value as written.
  private var numbers: [Entry] = []
  private var bareNumbers: [(value: Double, entry: Entry)] = []
  private var ranges: [Entry] = []
  /// All entries by the figure's index.
  private var byFigure: [Entry] = []

  init(_ article: Article, index: ArticleWordIndex) {
    self.article = article
    self.index = index
    for (position, figure) in article.figures.enumerated() {
      let quantity = figure.canonical
      let words = index.words(in: figure.range)
      let sentence =
        index.sentenceOf.isEmpty
        ? 0 : Int(index.sentenceOf[min(words.lowerBound, index.sentenceOf.count - 1)])
      let entry = Entry(
        index: position, quantity: quantity, bare: figure.bare, kind: figure.kind, low: quantity.low.double,
        high: quantity.high.double,
        sentence: sentence)
      byFigure.append(entry)
      if entry.low == entry.high {
        numbers.append(entry)
        bareNumbers.append((entry.bare.low.double, entry))
      } else {
        ranges.append(entry)
      }
    }
    bareNumbers.sort { ($0.value, $0.entry.index) < ($1.value, $1.entry.index) }
    numbers.sort { ($0.low, $0.index) < ($1.low, $1.index) }
  }

  /// Whether the article has figures at all.
  var isEmpty: Bool { byFigure.isEmpty }

  /// Places the figures of a comment among its words.
  func mentions(_ figures: [Figure], in reading: CommentReading) -> [Mention] {
    figures.compactMap { figure in
      let words = reading.words.indices(in: figure.range.shifted(by: reading.base))
      guard !words.isEmpty else { return nil }
      var figure = figure
      if isMagnitudeLetter(figure, words, reading) { figure = figure.scaled(byPowerOfTen: 6) }
      if figure.kind == .percent { figure = figure.withoutSign }
      return Mention(
        figure: figure, quantity: figure.canonical, bare: figure.bare, value: figure.ends.high.double,
        words: words,
        sentence: reading.sentence(of: words.lowerBound))
    }
  }

  /// Whether 2.3m is read as metres where the article has 2.3 million of something.
  private func isMagnitudeLetter(_ figure: Figure, _ words: Range<Int>, _ reading: CommentReading) -> Bool {
    guard let unit = figure.unit, unit == "m" || unit.hasPrefix("m per "),
      words.contains(where: {
        reading.words[$0].isNumber && reading.words.folded(reading.words[$0]).last == 0x6D
      })
    else { return false }
    let scaled = figure.scaled(byPowerOfTen: 6)
    return candidates(for: figure.canonical, figure.bare).isEmpty
      && !candidates(for: scaled.canonical, scaled.bare).isEmpty
  }

  // MARK: The same number

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
    as mentions: [Mention], _ reading: CommentReading, _ drafts: [ReferenceDraft], _ context: Context
  ) -> (drafts: [ReferenceDraft], others: [Mention]) {
    let candidates = mentions.map { self.candidates(for: $0) }
    var found: [ReferenceDraft] = []
    var others: [Mention] = []
    for (position, mention) in mentions.enumerated() {
      // A number inside repeated words is referred to with them.
      if drafts.contains(where: { $0.words.overlaps(mention.words) }) { continue }
      guard !candidates[position].isEmpty else {
        others.append(mention)
        continue
      }
      let base = evidence(for: mention, reading)
      var best: (entry: Entry, score: Float)?
      for entry in candidates[position] {
        let score =
          base + likeness(mention, entry, reading, drafts + found, context)
          + support(position, entry, mentions, candidates, reading)
        if best.map({ score > $0.score || (score == $0.score && entry.index < $0.entry.index) }) ?? true {
          best = (entry, score)
        }
      }
      guard let best else { continue }
      let isOnly = candidates[position].allSatisfy { $0.low == best.entry.low && $0.high == best.entry.high }
      guard best.score + (isOnly ? 0.4 : 0) >= Self.threshold,
        !isBetterDispute(mention, of: best.entry, reading, drafts, context)
      else {
        others.append(mention)
        continue
      }
      let kind = reading.kind(of: mention.words, otherwise: .repeats, index)
      found.append(
        ReferenceDraft(words: mention.words, target: .figure(best.entry.index), kind: kind, rule: .figure))
    }
    return (found, others)
  }

  /// "50 % at best" below "95 %?" is another value for that, even where the article has half of something, too.
  private func isBetterDispute(
    _ mention: Mention, of entry: Entry, _ reading: CommentReading, _ drafts: [ReferenceDraft],
    _ context: Context
  ) -> Bool {
    guard context.figure >= 0, context.figure != entry.index,
      mention.quantity.low != entry.quantity.low || mention.quantity.high != entry.quantity.high,
      overlap(reading, mention.sentence, entry.sentence) < 1,
      let dispute = disputed(by: mention, reading, drafts, context)
    else { return false }
    return dispute.figure == context.figure
  }

  /// What the numbers beside a mention say for a figure: that they may be of the same sentence of the article.
  private func support(
    _ position: Int, _ entry: Entry, _ mentions: [Mention], _ candidates: [[Entry]], _ reading: CommentReading
  ) -> Float {
    var best: Float = 0
    let near = max(0, position - Self.neighbours)...min(mentions.count - 1, position + Self.neighbours)
    for other in near where other != position {
      let distance = abs(mentions[other].sentence - mentions[position].sentence)
      guard distance <= 1,
        candidates[other].prefix(8).contains(where: {
          $0.sentence == entry.sentence && $0.index != entry.index
        })
      else { continue }
      best = max(best, distance == 0 ? 1.2 : 0.8)
    }
    let own = reading.sentences[mentions[position].sentence].words
    return reading.cues(of: own, without: 0..<0, index).contains(.owner) ? best * 0.4 : best
  }

  /// The figures of the article that can be the same number.
  private func candidates(for mention: Mention) -> [Entry] {
    var found = candidates(for: mention.quantity, mention.bare)
    if case .range(let low, let high) = mention.figure.value {
      // "From 198 to 271" may be two figures of the article.
      for end in [low, high] { found += exactly(end) }
    }
    // "600" of "180 million, when 600 was asked for" is millions, too.
    if found.isEmpty, mention.quantity.dimension == .number, mention.value < 1000, mention.value > 12 {
      for power in [6, 3, 9] {
        let scaled = mention.figure.scaled(byPowerOfTen: power)
        found += candidates(for: scaled.canonical, scaled.bare)
      }
    }
    return found
  }

  /// The figures with exactly that number, whatever their unit.
  private func exactly(_ number: ExactDecimal) -> [Entry] {
    let value = number.double
    var found: [Entry] = []
    var position = bareNumbers.partitioningIndex { $0.value >= value }
    while position < bareNumbers.count, bareNumbers[position].value == value, found.count < 16 {
      found.append(bareNumbers[position].entry)
      position += 1
    }
    return found
  }

  private func candidates(for quantity: CanonicalQuantity, _ bare: CanonicalQuantity) -> [Entry] {
    let (low, high) = (quantity.low.double, quantity.high.double)
    guard low.isFinite, high.isFinite else { return [] }
    let slack = 0.11
    let floor = low - low.magnitude * slack
    let ceiling = high + high.magnitude * slack
    var found: [Entry] = []
    var position = numbers.partitioningIndex { $0.low >= floor }
    while position < numbers.count, numbers[position].low <= ceiling, found.count < 32 {
      if agrees(quantity, numbers[position].quantity) { found.append(numbers[position]) }
      position += 1
    }
    for entry in ranges.prefix(200) where entry.high >= floor && entry.low <= ceiling {
      if agrees(quantity, entry.quantity) { found.append(entry) }
    }
    // Without a unit, or with one that the other text leaves out or reads otherwise, the digits count.
    let bareLow = bare.low.double
    guard bareLow == bare.high.double else { return found }
    position = bareNumbers.partitioningIndex { $0.value >= bareLow - bareLow.magnitude * slack }
    while position < bareNumbers.count, bareNumbers[position].value <= bareLow + bareLow.magnitude * slack,
      found.count < 32
    {
      let entry = bareNumbers[position].entry
      position += 1
      let isUnitless = quantity.dimension == .number || entry.quantity.dimension == .number
      guard isUnitless ? bare.agrees(with: entry.bare) : bare.low == entry.bare.low else { continue }
      if !found.contains(where: { $0.index == entry.index }) { found.append(entry) }
    }
    return found
  }

  /// Whether two quantities are equal, things of two names included: soldiers may be the article's militants.
  private func agrees(_ mine: CanonicalQuantity, _ other: CanonicalQuantity) -> Bool {
    // What has a unit is compared with what has none by the digits, not in base units.
    if mine.dimension == .number || other.dimension == .number, mine.dimension != other.dimension {
      return false
    }
    if mine.agrees(with: other) { return true }
    if let (one, another) = perWhatever(mine, other) { return one.agrees(with: another) }
    guard case .things = mine.dimension, case .things = other.dimension else { return false }
    var bare = mine
    bare.dimension = .number
    return bare.agrees(with: other)
  }

  /// Two amounts without what they are told per, when only that differs: a head may be the article's animal.
  private func perWhatever(
    _ mine: CanonicalQuantity, _ other: CanonicalQuantity
  ) -> (CanonicalQuantity, CanonicalQuantity)? {
    guard case .unit(let unit) = mine.dimension, case .unit(let otherUnit) = other.dimension,
      unit != otherUnit, let base = Self.amount(of: unit), base == Self.amount(of: otherUnit)
    else { return nil }
    var (one, another) = (mine, other)
    one.dimension = .unit(base)
    another.dimension = .unit(base)
    return (one, another)
  }

  /// The code of the currency of an amount, told per something or not.
  private static func amount(of unit: String) -> String? {
    let code = unit.prefix { $0 != " " }
    return code.utf8.count == 3 && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } ? String(code) : nil
  }

  /// What speaks for or against a link whatever figure it leads to.
  private func evidence(for mention: Mention, _ reading: CommentReading) -> Float {
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
    } else if rest <= 2, mention.value >= 100 || mention.quantity.dimension != .number {
      score += 0.6
    }
    if sentence.ending == .question { score += 0.5 }
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
    if cues.contains(.owner) {
      score -= 1.2
    } else if cues.contains(.speaker), !cues.contains(.denial) {
      score -= 0.6
    }
    return score + habit(mention)
  }

  /// What is taken for numbers that people use without thinking of a figure.
  private func habit(_ mention: Mention) -> Float {
    let value = mention.value
    if mention.figure.kind == .multiple { return -1.2 }
    switch mention.quantity.dimension {
    case .order: return -1
    case .unit("%"):
      if mention.figure.kind == .ratio { return -0.4 }
      return [100, 99, 110, 200, 1000, 0].contains(value) ? -1.8 : 0
    case .unit("s"): return -0.6
    case .unit: return 0
    case .number, .things:
      if value >= 1900, value <= 2100, mention.figure.unit == nil { return -3 }
      return value <= 1 ? -4 : value <= 12 ? -1.2 : value < 100 ? -0.4 : 0
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
    _ mention: Mention, _ entry: Entry, _ reading: CommentReading, _ drafts: [ReferenceDraft],
    _ context: Context
  ) -> Float {
    var score: Float = 0
    switch (mention.quantity.dimension, entry.quantity.dimension) {
    case (.unit(let mine), .unit(let other))
    where mine != other && perWhatever(mention.quantity, entry.quantity) == nil:
      score += Self.likeness(of: mine, other)
    case (.unit(let unit), .unit):
      score += unit == "%" ? 1.5 : unit == "s" ? 0.7 : Self.amount(of: unit) != nil ? 2 : 1.6
    case (.things(let mine), .things(let other)):
      // The same small number of the same things is less of a chance than the number alone.
      let small: Float = mention.value <= 12 ? 1.3 : 0
      score +=
        !Self.isSame(mine, other) && !isNamed(mine, in: entry)
        ? -0.5 : Self.isVague(mine) ? (mention.value >= 100 ? 0.9 : 0.5) : 1.6 + small
    case (.score, .score): score += 1.5
    case (.order, .order): break
    case (.things, .number) where entry.kind == .multiple && mention.value > 12:
      // What happened 23 times is 23 events, whatever they are called.
      score += 0.6
    case (.number, _), (_, .number): score += mention.value >= 1_000_000 ? 0.6 : 0.3
    default: score -= 0.9
    }
    if mention.bare.low == entry.bare.low || mention.quantity.low == entry.quantity.low { score += 0.5 }
    let shared = overlap(reading, mention.sentence, entry.sentence)
    score += min(2.5, shared)
    if isSameTime(mention, entry) { score += 0.7 }
    if context.figure == entry.index { score += 1.5 }
    let quote = article.figures[entry.index].quote
    if let quote, context.quote == quote { score += 0.7 }
    let isNear = drafts.contains { draft in
      draft.figure == entry.index || (draft.quote != nil && draft.quote == quote)
        || draft.figure.map { byFigure[$0].sentence == entry.sentence } ?? false
    }
    if isNear { score += 0.9 }
    if mention.quantity.dimension == .number, mention.value < 1000, entry.low >= 1000 {
      // "310 raised" leaves the millions out.
      score += shared >= 0.8 && mention.value >= 100 ? 0.5 : -0.8
    }
    return score
  }

  /// Whether two nouns are one, the longer cut short: certs, certificates.
  private static func isSame(_ mine: String, _ other: String) -> Bool {
    mine == other || mine.utf8.count >= 4 && other.hasPrefix(mine)
      || other.utf8.count >= 4 && mine.hasPrefix(other)
  }

  /// Whether the article counts things by a compound that begins as a noun does: yellows, yellow cards.
  private func isNamed(_ noun: String, in entry: Entry) -> Bool {
    guard noun.utf8.count >= 4, let unit = article.figures[entry.index].unit else { return false }
    return unit.split(separator: " ").contains { $0.hasPrefix(noun) }
  }

  /// Whether both are the same time in the same unit, told to the minute: who says 35 minutes means 35 minutes.
  private func isSameTime(_ mention: Mention, _ entry: Entry) -> Bool {
    mention.quantity.dimension == .unit("s") && mention.figure.unit == article.figures[entry.index].unit
      && mention.bare.low == entry.bare.low && significantDigits(mention.figure.ends.high) > 1
  }

  /// What two units say that are not the same: sixty-four pounds are no 64 percent, but another currency may be
  /// carelessness, pounds are weighed or paid, and other units may be written in two ways.
  private static func likeness(of mine: String, _ other: String) -> Float {
    let isMoney = [mine, other].map { Self.amount(of: $0) != nil }
    if isMoney[0], isMoney[1] { return 0.9 }
    guard isMoney[0] || isMoney[1] || mine == "%" || other == "%" else { return 1.6 }
    let isMass = [mine, other].contains {
      $0 == "kg" || $0 == "lb" || $0.hasPrefix("kg ") || $0.hasPrefix("lb ")
    }
    return isMass && mine != "%" && other != "%" ? 1.5 : -2
  }

  /// Nouns that are counted everywhere.
  private static func isVague(_ noun: String) -> Bool {
    ["people", "person", "time", "thing", "man", "woman", "way", "one", "place", "part"].contains(noun)
  }

  /// How much a sentence of the comment and one of the article speak of the same thing, by the stems they share.
  ///
  /// A comment of one or two short sentences is taken whole.
  func overlap(_ reading: CommentReading, _ sentence: Int, _ articleSentence: Int) -> Float {
    guard articleSentence < index.sentences.count else { return 0 }
    let stems = index.stems(ofSentence: articleSentence)
    var words = reading.sentences[sentence].words
    if reading.words.count <= 24 { words = 0..<reading.words.count }
    if words.count > 60 { words = words.lowerBound..<words.lowerBound + 60 }
    var sum: Float = 0
    var seen: [Int32] = []
    for word in words where reading.words[word].weight >= ArticleWordIndex.sayingWeight {
      guard !reading.words[word].isNumber else { continue }
      let stem = reading.words[word].stem
      guard stem >= 0, !seen.contains(stem), stems.contains(stem) else { continue }
      seen.append(stem)
      sum += index.telling(stem)
    }
    return sum
  }

  // MARK: Another number

  private static let disputeThreshold: Float = 2.6

  /// The figure of the article that a figure of a comment wants to replace, or `nil`.
  func disputed(
    by mention: Mention, _ reading: CommentReading, _ drafts: [ReferenceDraft], _ context: Context
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
    var best: (entry: Entry, score: Float)?
    func weigh(_ figure: Int, _ anchor: Float) {
      guard byFigure.indices.contains(figure) else { return }
      let entry = byFigure[figure]
      guard let fit = fit(mention, entry) else { return }
      let owned: Float = cues.contains(.owner) ? (anchor >= 1 ? -0.3 : -1) : 0
      let score =
        base + anchor + owned + fit + min(1.2, overlap(reading, mention.sentence, entry.sentence) * 0.5)
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
      if let quote = draft.quote { for figure in figures(inQuote: quote) { weigh(figure, anchor - 0.4) } }
    }
    let points = pointsBack(sentence, reading)
    // "Half a gate" is no other value for the parent's percentage unless something says so.
    if mention.figure.kind == .ratio, base < 0.8, !points { return nil }
    if context.figure >= 0 { weigh(context.figure, points ? 3 : context.isDoubted ? 1.6 : 1.2) }
    if context.quote >= 0 { for figure in figures(inQuote: context.quote) { weigh(figure, 0.5) } }
    // What the comment, or the one above, speaks of comes before what only sounds alike.
    let isAnchored =
      best.map { $0.entry.index == context.figure && $0.score >= Self.disputeThreshold } ?? false
    if isAnchored, points { return dispute(mention, best?.entry.index) }
    for entry in byFigure.prefix(400)
    where mention.quantity.dimension == entry.quantity.dimension && mention.quantity.dimension != .number
      && entry.high > 2 && (mention.quantity.dimension != .unit("s") || cues.contains(.correction))
    {
      let shared = overlap(reading, mention.sentence, entry.sentence)
      guard shared >= 1 else { continue }
      weigh(entry.index, min(1.2, shared * 0.4) - 0.4)
    }
    guard let best, best.score >= Self.disputeThreshold else { return nil }
    return dispute(mention, best.entry.index)
  }

  /// Whether "more like" or "felt like" stands before a number.
  private func isMoreLike(_ mention: Mention, _ reading: CommentReading) -> Bool {
    let first = mention.words.lowerBound
    return first >= 2 && reading.words[first - 1].hash == Self.like
      && Self.seeming.contains(reading.words[first - 2].hash)
  }

  /// Whether a number is told outright: "it is 160", "there were 35 thousand", "the radio said 26".
  private func isTold(_ mention: Mention, _ reading: CommentReading) -> Bool {
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

  private func dispute(_ mention: Mention, _ figure: Int?) -> ReferenceDraft? {
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

  private func figures(inQuote quote: Int) -> [Int] {
    byFigure.indices.filter { article.figures[$0].quote == quote }
  }

  /// How well a number can stand in the place of a figure, or `nil` when it cannot, or agrees with it.
  private func fit(_ mention: Mention, _ entry: Entry) -> Float? {
    let (mine, other) = (mention.quantity, entry.quantity)
    guard
      mine.isComparable(with: other) || isThings(mine) && isThings(other) || perWhatever(mine, other) != nil,
      !agrees(mine, other)
    else {
      return nil
    }
    if mine.dimension == .number, other.dimension == .number { return isWithinReach(mine, other) ? 0 : nil }
    if mine.dimension == other.dimension || perWhatever(mine, other) != nil {
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

extension Figure {
  /// The number alone, to be compared with others whatever their units.
  fileprivate var bare: CanonicalQuantity { scaled(byPowerOfTen: 0).canonical }

  /// The same figure of a gain: minus 28 percent is 28 percent less.
  fileprivate var withoutSign: Figure {
    guard case .number(let number) = value, number.significand < 0 else { return self }
    var copy = self
    copy.value = .number(number.magnitude)
    return copy
  }

  /// The number as it is written, or both ends of a range.
  var ends: (low: ExactDecimal, high: ExactDecimal) {
    switch value {
    case .number(let number): (number, number)
    case .range(let low, let high): (low, high)
    }
  }

  /// The same digits with that many zeros, of nothing in particular.
  fileprivate func scaled(byPowerOfTen power: Int) -> Figure {
    var copy = self
    switch value {
    case .number(let number): copy.value = .number(number.scaled(byPowerOfTen: power))
    case .range(let low, let high):
      copy.value = .range(low.scaled(byPowerOfTen: power), high.scaled(byPowerOfTen: power))
    }
    copy.unit = nil
    copy.kind = .count
    return copy
  }
}
