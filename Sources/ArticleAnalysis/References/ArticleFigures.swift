import ArticleModel

/// The figures of the article, found by their values.
struct ArticleFigures {
  /// A figure of the article.
  struct Entry {
    var index: Int
    var quantity: CanonicalQuantity
    /// The number without its unit.
    var bare: CanonicalQuantity
    var kind: Figure.Kind
    var low: Double
    var high: Double
    /// The sentence of the article that states it.
    var sentence: Int
    /// A bit for each stem of that sentence, to tell at once that it shares none.
    var stems: UInt64
  }

  let index: ArticleWordIndex
  let article: Article
  /// Single numbers by value in base units, and by value as written.
  private var numbers: [Entry] = []
  private var bareNumbers: [(value: Double, entry: Entry)] = []
  private var ranges: [Entry] = []
  /// All entries by the figure's index.
  private(set) var byFigure: [Entry] = []
  /// The figures inside each quote.
  private var ofQuote: [[Int]] = []
  /// How many figures of about a value are looked at.
  private static let mostTried = 256

  init(_ article: Article, index: ArticleWordIndex) {
    self.article = article
    self.index = index
    ofQuote = Array(repeating: [], count: article.quotes.count)
    for (position, figure) in article.figures.enumerated() {
      let quantity = figure.canonical
      let words = index.words(in: figure.range)
      let sentence =
        index.sentenceOf.isEmpty
        ? 0 : Int(index.sentenceOf[min(words.lowerBound, index.sentenceOf.count - 1)])
      let entry = Entry(
        index: position, quantity: quantity, bare: figure.bare, kind: figure.kind, low: quantity.low.double,
        high: quantity.high.double,
        sentence: sentence, stems: index.stemBits(ofSentence: sentence))
      byFigure.append(entry)
      if let quote = figure.quote, ofQuote.indices.contains(quote) { ofQuote[quote].append(position) }
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

  /// The figures inside a quote.
  func figures(inQuote quote: Int) -> [Int] { ofQuote.indices.contains(quote) ? ofQuote[quote] : [] }

  /// Places the figures of a comment among its words.
  func mentions(_ figures: [Figure], in reading: CommentReading) -> [FigureMention] {
    figures.compactMap { figure in
      let words = reading.words.indices(in: figure.range.shifted(by: reading.base))
      guard !words.isEmpty else { return nil }
      var figure = figure
      if isMagnitudeLetter(figure, words, reading) { figure = figure.scaled(byPowerOfTen: 6) }
      if figure.kind == .percent { figure = figure.withoutSign }
      return FigureMention(
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

  /// The figures of the article that can be the same number.
  func candidates(for mention: FigureMention) -> [Entry] {
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
    var last = min(numbers.count, position + Self.mostTried)
    while position < last, numbers[position].low <= ceiling, found.count < 32 {
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
    last = min(bareNumbers.count, position + Self.mostTried)
    while position < last, bareNumbers[position].value <= bareLow + bareLow.magnitude * slack,
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
  func agrees(_ mine: CanonicalQuantity, _ other: CanonicalQuantity) -> Bool {
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
  func perWhatever(
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
  static func amount(of unit: String) -> String? {
    let code = unit.prefix { $0 != " " }
    return code.utf8.count == 3 && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } ? String(code) : nil
  }
}
