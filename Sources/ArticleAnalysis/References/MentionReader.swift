import ArticleModel

/// Places the figures of a comment among its words, and reads them as comments are written: with magnitudes in slang or
/// left out, with words that only look like what is counted, and with fractions of nothing in particular.
struct MentionReader {
  let figures: ArticleFigures

  private var index: ArticleWordIndex { figures.index }

  /// The mentions of figures in a comment, in reading order; the figures have ranges in its own body.
  func mentions(_ stated: [Figure], in reading: CommentReading) -> [FigureMention] {
    var found: [FigureMention] = []
    for figure in stated {
      let words = reading.words.indices(in: figure.range.shifted(by: reading.base))
      guard !words.isEmpty else { continue }
      var figure = figure
      if figure.kind != .score, case .range(let low, let high) = figure.value, high < low {
        figure.value = .range(high, low)
      }
      if isMagnitudeLetter(figure, words, reading) || figure.unit == "mil" {
        figure = figure.scaled(byPowerOfTen: 6)
      }
      if isGrand(figure, words, reading) { figure = figure.scaled(byPowerOfTen: 3) }
      if figure.kind == .percent { figure = figure.withoutSign }
      if figure.kind == .count, words.count > 1, let last = words.last,
        Self.noNouns.contains(reading.words[last].hash)
      {
        figure.unit = nil
      }
      let mention = mention(of: figure, words, reading)
      found.append(withMagnitude(mention, after: found) ?? mention)
    }
    addFractions(reading, to: &found)
    return found
  }

  private func mention(of figure: Figure, _ words: Range<Int>, _ reading: CommentReading) -> FigureMention {
    var quantity = figure.canonical
    // "Fourteen and a half" is no more exact than that.
    if figure.kind != .ratio, words.contains(where: { reading.words[$0].hash == Self.half }) {
      quantity.rounding = quantity.rounding * ExactDecimal(5)
    }
    return FigureMention(
      figure: figure, quantity: quantity, bare: figure.bare, value: figure.ends.high.double, words: words,
      sentence: reading.sentence(of: words.lowerBound), parts: parts(of: figure, words, reading))
  }

  /// The numbers of a range or of a share told as two numbers.
  private func parts(of figure: Figure, _ words: Range<Int>, _ reading: CommentReading) -> [Double] {
    if case .range(let low, let high) = figure.value { return [low.double, high.double] }
    guard figure.kind == .ratio else { return [] }
    let numbers = words.filter { reading.words[$0].isNumber }.compactMap {
      Double(String(decoding: reading.words.folded(reading.words[$0]), as: UTF8.self))
    }
    return numbers.count == 2 ? numbers : []
  }

  // MARK: Magnitudes

  /// A number that leaves out the millions of one before it, and is one of the article's with them: "worth 80 million, he
  /// paid 52".
  private func withMagnitude(_ mention: FigureMention, after found: [FigureMention]) -> FigureMention? {
    guard mention.quantity.dimension == .number, mention.value < 1000, mention.parts.isEmpty,
      mention.value > 12 || mention.value != mention.value.rounded(.down),
      let last = found.last(where: { mention.sentence - $0.sentence <= 2 && $0.value >= 1_000_000 }),
      figures.candidates(for: mention.quantity, mention.bare).isEmpty
    else { return nil }
    for power in last.value >= 1_000_000_000 ? [9, 6] : [6] {
      var scaled = mention
      scaled.figure = mention.figure.scaled(byPowerOfTen: power)
      scaled.quantity = scaled.figure.canonical
      scaled.bare = scaled.figure.bare
      scaled.value = scaled.figure.ends.high.double
      if figures.candidates(for: scaled.quantity, scaled.bare)
        .contains(where: { scaled.isSameNumber(as: figures.byFigure[$0]) })
      {
        return scaled
      }
    }
    return nil
  }

  /// Whether "18 grand" stands for thousands, and not for the beginning of what is counted.
  private func isGrand(_ figure: Figure, _ words: Range<Int>, _ reading: CommentReading) -> Bool {
    guard figure.kind == .count, words.contains(where: { reading.words[$0].hash == Self.grand }) else {
      return false
    }
    let scaled = figure.scaled(byPowerOfTen: 3)
    return !figures.candidates(for: scaled.canonical, scaled.bare).isEmpty
  }

  /// Whether 2.3m is read as metres where the article has 2.3 million of something, or millions and no lengths.
  private func isMagnitudeLetter(_ figure: Figure, _ words: Range<Int>, _ reading: CommentReading) -> Bool {
    guard let unit = figure.unit, unit == "m" || unit.hasPrefix("m per "),
      words.contains(where: {
        reading.words[$0].isNumber && reading.words.folded(reading.words[$0]).last == 0x6D
      })
    else { return false }
    if figures.hasMillions, !figures.hasLengths { return true }
    let scaled = figure.scaled(byPowerOfTen: 6)
    return figures.candidates(for: figure.canonical, figure.bare).isEmpty
      && !figures.candidates(for: scaled.canonical, scaled.bare).isEmpty
  }

  // MARK: Fractions

  /// Adds fractions that are told without what they are of: "half at best", "more like a third".
  private func addFractions(_ reading: CommentReading, to found: inout [FigureMention]) {
    guard reading.cues.contains(.numeral), !figures.figures(of: .unit("%")).isEmpty else { return }
    var added = false
    for word in 0..<reading.words.count where index.cues(of: reading.words[word]).contains(.numeral) {
      guard let (figure, words) = fraction(at: word, reading),
        !found.contains(where: { $0.words.overlaps(words) })
      else { continue }
      found.append(mention(of: figure, words, reading))
      added = true
    }
    if added { found.sort { $0.words.lowerBound < $1.words.lowerBound } }
  }

  private func fraction(at word: Int, _ reading: CommentReading) -> (Figure, Range<Int>)? {
    let hash = reading.words[word].hash
    let sentence = reading.sentences[reading.sentence(of: word)].words
    let next = word + 1 < sentence.upperBound ? reading.words[word + 1] : nil
    let before = word > sentence.lowerBound ? reading.words[word - 1].hash : 0
    var words = word..<word + 1
    var (count, parts) = (1, 2)
    if hash == Self.half {
      if Self.otherHalves.contains(before) || next.map({ Self.halfThings.contains($0.hash) }) ?? false {
        return nil
      }
    } else {
      guard let denominator = Self.denominators.firstIndex(where: { $0 == hash }) else { return nil }
      // "A third runway" is the one after the second.
      guard let numerator = Self.numerators.firstIndex(where: { $0 == before }),
        next.map({
          ($0.weight < ArticleWordIndex.sayingWeight || reading.words[word].ending != .none)
            && !Self.comparatives.contains($0.hash)
        }) ?? true
      else { return nil }
      count = max(1, numerator)
      parts = Self.parts[denominator]
      words = word - 1..<word + 1
    }
    guard count < parts else { return nil }
    let value = ExactDecimal(significand: Int64(count) * 1_000_000_000_000 / Int64(parts), exponent: -12)
    let range = reading.words.range(of: words).shifted(by: -reading.base)
    return (
      Figure(range: range, value: .number(value), kind: .ratio, evidence: ReferenceRule.figure.evidence),
      words
    )
  }

  private static let denominators = ["third", "thirds", "quarter", "quarters", "fifth", "tenth"]
    .map { FoldedWords.hash($0.utf8) }
  private static let parts = [3, 3, 4, 4, 5, 10]
  private static let numerators = ["a", "one", "two", "three"].map { FoldedWords.hash($0.utf8) }
  private static let otherHalves = WordSet("first second other better one and")
  private static let halfThings = WordSet(
    "time times past way term hour hours day days hearted baked decent asleep full empty price brother sister life"
  )
  /// What makes a fraction one of a change: "a quarter less".
  private static let comparatives = WordSet("less more fewer higher lower off down up")
  private static let half = FoldedWords.hash("half".utf8)
  private static let grand = FoldedWords.hash("grand".utf8)
  /// Words that may stand after a number as what is counted does, and are no nouns.
  private static let noNouns = WordSet(
    "sounds seems looks feels strikes maybe tops max min minimum maximum sure honestly tho though lol now ago already"
  )
}
