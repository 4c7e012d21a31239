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
  /// All entries by the figure's index.
  private(set) var byFigure: [Entry] = []
  /// Single numbers by value in base units, and by value as written.
  private var numbers = FigureOrder([])
  private var bareNumbers = FigureOrder([])
  /// The figures that are ranges.
  private var ranges: [Int] = []
  /// The figures of each measure or counted thing, in reading order.
  private var ofDimension: [CanonicalQuantity.Dimension: [Int]] = [:]
  /// The figures inside each quote.
  private var ofQuote: [[Int]] = []
  /// How many figures of about a value are looked at, and how many are taken.
  private static let mostTried = 256
  private static let mostTaken = 32
  /// How many figures of one measure are asked for another value.
  private static let mostOfDimension = 400

  init(_ article: Article, index: ArticleWordIndex) {
    self.article = article
    self.index = index
    ofQuote = Array(repeating: [], count: article.quotes.count)
    var values: [(reach: FigureReach, figure: Int)] = []
    var bareValues = values
    for (position, figure) in article.figures.enumerated() {
      let quantity = figure.canonical
      let words = index.words(in: figure.range)
      let sentence =
        index.sentenceOf.isEmpty
        ? 0 : Int(index.sentenceOf[min(words.lowerBound, index.sentenceOf.count - 1)])
      let entry = Entry(
        index: position, quantity: quantity, bare: figure.bare, kind: figure.kind, low: quantity.low.double,
        high: quantity.high.double, sentence: sentence, stems: index.stemBits(ofSentence: sentence))
      byFigure.append(entry)
      if let quote = figure.quote, ofQuote.indices.contains(quote) { ofQuote[quote].append(position) }
      if quantity.dimension == .unit("m") { hasLengths = true }
      if entry.bare.high.double >= 1_000_000 { hasMillions = true }
      if quantity.dimension != .number { ofDimension[quantity.dimension, default: []].append(position) }
      if entry.low == entry.high {
        values.append((FigureReach(quantity), position))
        bareValues.append((FigureReach(entry.bare), position))
      } else {
        ranges.append(position)
        guard figure.kind != .score else { continue }
        var end = FigureReach(entry.bare)
        for number in [entry.bare.low, entry.bare.high] {
          end.value = number.double
          bareValues.append((end, position))
        }
      }
    }
    numbers = FigureOrder(values)
    bareNumbers = FigureOrder(bareValues)
  }

  /// Whether the article has figures at all.
  var isEmpty: Bool { byFigure.isEmpty }

  /// Whether a figure has that number, as it is written.
  func hasNumber(_ number: Double) -> Bool {
    bareNumbers.near(number...number, atMost: 1).contains { _ in true }
  }

  /// Whether any figure is a length.
  private(set) var hasLengths = false
  /// Whether any figure is a million or more.
  private(set) var hasMillions = false

  /// The figures inside a quote.
  func figures(inQuote quote: Int) -> [Int] { ofQuote.indices.contains(quote) ? ofQuote[quote] : [] }

  /// The figures that measure or count what a number does; none for a bare number.
  func figures(of dimension: CanonicalQuantity.Dimension) -> ArraySlice<Int> {
    (ofDimension[dimension] ?? []).prefix(Self.mostOfDimension)
  }

  /// The quote around a figure, or `nil`; there is none around figure -1.
  func quote(ofFigure figure: Int) -> Int? {
    article.figures.indices.contains(figure) ? article.figures[figure].quote : nil
  }

  /// The figures of the article that can be the same number.
  ///
  /// - Complexity: O(log n), and a bounded number of figures of about the same value.
  func candidates(for mention: FigureMention) -> [Int] {
    var found = candidates(for: mention.quantity, mention.bare)
    // "From 198 to 271" and "85 out of 640" may be two figures of the article.
    for end in mention.parts {
      for (figure, _) in bareNumbers.near(end...end, atMost: 16) where !found.contains(figure) {
        found.append(figure)
      }
    }
    // "600" of "180 million, when 600 was asked for" is millions, too.
    if found.isEmpty, mention.quantity.dimension == .number, mention.value < 1000,
      mention.value > 12 || mention.value != mention.value.rounded(.down)
    {
      for power in [6, 3, 9] {
        let scaled = mention.figure.scaled(byPowerOfTen: power)
        found += candidates(for: scaled.canonical, scaled.bare)
      }
    }
    return found
  }

  /// The figures of the article that can be the same number, told in base units and as it is written.
  func candidates(for quantity: CanonicalQuantity, _ bare: CanonicalQuantity) -> [Int] {
    // "From 38 million to 6.5" is a range, too.
    let ends = (quantity.low.double, quantity.high.double)
    let (low, high) = (min(ends.0, ends.1), max(ends.0, ends.1))
    guard low.isFinite, high.isFinite else { return [] }
    // Numbers that agree differ by a tenth of the larger one at most, which is a ninth of the smaller.
    let slack = 0.1112
    let near = (low - low.magnitude * slack)...(high + high.magnitude * slack)
    var found: [Int] = []
    let reach = low == high ? FigureReach(quantity) : nil
    for (figure, other) in numbers.near(near, atMost: Self.mostTried) where found.count < Self.mostTaken {
      if let reach, reach.isBeyond(other) { continue }
      if agrees(quantity, byFigure[figure].quantity) { found.append(figure) }
    }
    for figure in ranges.prefix(200)
    where byFigure[figure].high >= near.lowerBound && byFigure[figure].low <= near.upperBound {
      if agrees(quantity, byFigure[figure].quantity) { found.append(figure) }
    }
    // Without a unit, or with one that the other text leaves out or reads otherwise, the digits count.
    let value = bare.low.double
    guard value == bare.high.double, value.isFinite else { return found }
    let nearDigits = (value - value.magnitude * slack)...(value + value.magnitude * slack)
    let digits = FigureReach(bare)
    for (figure, other) in bareNumbers.near(nearDigits, atMost: Self.mostTried)
    where found.count < Self.mostTaken {
      if digits.isBeyond(other), byFigure[figure].low == byFigure[figure].high { continue }
      // Four minutes are no four days: what has one dimension was compared in base units.
      if quantity.dimension == byFigure[figure].quantity.dimension, quantity.dimension != .number,
        byFigure[figure].low == byFigure[figure].high
      {
        continue
      }
      let isUnitless =
        quantity.dimension == .number || byFigure[figure].quantity.dimension == .number
      guard
        isUnitless && byFigure[figure].low == byFigure[figure].high
          ? bare.agrees(with: byFigure[figure].bare)
          : bare.low == byFigure[figure].bare.low || bare.low == byFigure[figure].bare.high
      else { continue }
      if !found.contains(figure) { found.append(figure) }
    }
    return found
  }

  /// Whether two quantities are equal, things of two names included: soldiers may be the article's militants.
  func agrees(_ mine: CanonicalQuantity, _ other: CanonicalQuantity) -> Bool {
    // What has a unit is compared with what has none by the digits, not in base units.
    if mine.dimension == .number || other.dimension == .number, mine.dimension != other.dimension {
      return false
    }
    // From 6 to 38 is no 11, though that lies between.
    if isWide(mine), other.low == other.high { return false }
    if mine.agrees(with: other) { return true }
    if let (one, another) = perWhatever(mine, other) { return one.agrees(with: another) }
    guard case .things = mine.dimension, case .things = other.dimension else { return false }
    var bare = mine
    bare.dimension = .number
    return bare.agrees(with: other)
  }

  private func isWide(_ quantity: CanonicalQuantity) -> Bool {
    let (low, high) = (quantity.low.double, quantity.high.double)
    return min(low, high) * 1.5 < max(low, high)
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
    if code == "cent" || code == "penny" { return String(code) }
    return code.utf8.count == 3 && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } ? String(code) : nil
  }
}

extension FigureMention {
  /// Whether the number is a figure's to the last digit.
  func isSameNumber(as entry: ArticleFigures.Entry) -> Bool {
    bare.low == entry.bare.low || bare.low == entry.bare.high || quantity.low == entry.quantity.low
  }
}
