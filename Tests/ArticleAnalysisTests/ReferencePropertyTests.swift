import ArticleModel
import TestSupport
import Testing

@testable import ArticleAnalysis

/// The index that makes references fast against a matcher that tries everything, on small random articles and comments.
@Suite("Properties of references")
struct ReferencePropertyTests {
  private static let vocabulary = [
    "orchard", "lantern", "harbour", "pepper", "violin", "glacier", "meadow", "copper", "saddle", "thimble",
    "walrus", "quarry",
    "bishop", "canyon", "ledger", "magnet", "nectar", "oyster", "parrot", "ribbon", "summit", "tunnel", "the",
    "of", "and",
    "was", "people", "1247", "88",
  ]

  private static func words(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in vocabulary[random.below(vocabulary.count)] }
  }

  /// An article of a few paragraphs without signs, so that each is a sentence.
  private static func article(_ random: inout SeededGenerator) -> Article {
    let lines = (0..<2 + random.below(4)).map { _ in
      words(4 + random.below(30), &random).joined(separator: " ")
    }
    return analyzed(lines.joined(separator: "\n"))
  }

  /// Words of the article from some place on.
  private static func copied(_ count: Int, _ plain: PlainMatcher, _ random: inout SeededGenerator) -> [String]
  {
    let first = random.below(plain.words.count)
    return plain.words[first..<min(plain.words.count, first + count)].map(\.text)
  }

  @Test("A quoted line is found where, and only where, the article has it to the letter")
  func quotedLines() throws {
    var found = 0
    for seed in 0..<120 {
      var random = SeededGenerator(seed: UInt64(seed))
      var article = Self.article(&random)
      let plain = PlainMatcher(article.body)
      var builder = CommentThread.Builder()
      for _ in 0..<8 {
        var line = Self.copied(3 + random.below(12), plain, &random)
        // Sometimes a word is another, added or lost.
        switch random.below(3) {
        case 0: line[random.below(line.count)] = Self.vocabulary[random.below(Self.vocabulary.count)]
        case 1: line.insert("zeppelin", at: random.below(line.count + 1))
        default: break
        }
        builder.append(ArticleModel.Comment(), depth: 0, body: richText("> " + line.joined(separator: " ")))
      }
      article.thread = builder.finish()
      AnalysisPipeline().addReferences(to: &article)
      let thread = try #require(article.thread)
      let index = ArticleWordIndex(article)
      for comment in 0..<thread.count {
        let body = thread.body(of: comment)
        let line = PlainMatcher(body)
        guard line.words.count >= 3 else { continue }
        let places = plain.places(of: line.words[...])
        let exact = article.references.filter {
          $0.comment == comment && $0.evidence.rule == "reference.quotation"
            && line.words(in: $0.range) == line.words.indices
        }
        var reading = CommentReading()
        reading.read(body.utf8, body.blocks[...], index)
        let isTelling = reading.words.weight(of: 0..<reading.words.count) >= 1.5
        #expect(exact.count == (places.isEmpty || !isTelling ? 0 : 1), "seed \(seed) comment \(comment)")
        for reference in exact {
          guard let text = Self.text(of: reference.target, article) else { continue }
          #expect(places.contains { plain.words(in: text).overlaps($0) }, "seed \(seed) comment \(comment)")
        }
        found += exact.count
      }
    }
    #expect(found > 150)
  }

  /// The words of the article that a reference leads to.
  private static func text(of target: ArticleReference.Target, _ article: Article) -> TextRange? {
    switch target {
    case .figure(let figure): article.figures[figure].range
    case .quote(let quote): article.quotes[quote].parts.first?.range
    case .passage(let range): range
    case .comment: nil
    }
  }

  @Test("Words that stand in the article in the same order are found without marks")
  func repetitions() throws {
    var found = 0
    for seed in 0..<80 {
      var random = SeededGenerator(seed: UInt64(seed) &* 7919)
      var article = Self.article(&random)
      let plain = PlainMatcher(article.body)
      var builder = CommentThread.Builder()
      for _ in 0..<6 {
        let line =
          ["zeppelin", "gazebo"] + Self.copied(6 + random.below(8), plain, &random) + ["turnip", "zither"]
        builder.append(ArticleModel.Comment(), depth: 0, body: richText(line.joined(separator: " ")))
      }
      article.thread = builder.finish()
      AnalysisPipeline().addReferences(to: &article)
      let thread = try #require(article.thread)
      let index = ArticleWordIndex(article)
      for comment in 0..<thread.count {
        let body = thread.body(of: comment)
        let line = PlainMatcher(body)
        let copied = line.words.dropFirst(2).dropLast(2)
        guard copied.count >= 5, !plain.places(of: copied).isEmpty else { continue }
        var reading = CommentReading()
        reading.read(body.utf8, body.blocks[...], index)
        guard reading.words.weight(of: copied.indices) >= 2.5 else { continue }
        let hits = article.references.filter {
          $0.comment == comment && line.words(in: $0.range).overlaps(copied.indices)
        }
        #expect(!hits.isEmpty, "seed \(seed) comment \(comment)")
        for hit in hits where hit.evidence.rule == "reference.repetition" {
          guard let text = Self.text(of: hit.target, article) else { continue }
          let places = plain.places(of: line.words[line.words(in: hit.range)])
          #expect(places.contains { plain.words(in: text).overlaps($0) }, "seed \(seed) comment \(comment)")
        }
        found += hits.count
      }
    }
    #expect(found > 150)
  }

  @Test("Each three words in a row are chained through all their places")
  func triples() {
    for seed in 0..<40 {
      var random = SeededGenerator(seed: UInt64(seed) &* 104_729)
      // Few words, so that the same three come again.
      let lines = (0..<3).map { _ in
        (0..<20).map { _ in Self.vocabulary[random.below(3)] }.joined(separator: " ")
      }
      let article = analyzed(lines.joined(separator: "\n"))
      let index = ArticleWordIndex(article)
      let plain = PlainMatcher(article.body)
      for first in 0..<plain.words.count - 2 {
        let expected = plain.places(of: plain.words[first..<first + 3]).map {
          plain.words[$0.lowerBound].range.lower
        }
        guard let place = expected.first,
          let start = (0..<index.words.count).first(where: {
            index.words[$0].lower == place && index.words[$0].id >= 0
          })
        else { continue }
        var found: [Int32] = []
        var next = index.firstPlace(
          index.words[start].id, index.words[start + 1].id, index.words[start + 2].id)
        while next >= 0 {
          found.append(index.words[Int(next)].lower)
          next = index.nextPlace(after: next)
        }
        #expect(found == expected, "seed \(seed)")
      }
    }
  }

  @Test("The figures of a value are those that comparing all of them finds")
  func candidates() {
    let units = [
      "", " percent", " million", " crates", " km", " miles", " kg", " euros", " dollars", " days", " hours",
    ]
    let hedges = ["", "", "", "about ", "more than ", "nearly "]
    func amount(_ random: inout SeededGenerator) -> String {
      let digits = [
        random.below(12), random.below(30) + 20, random.below(40) * 10 + 100, random.below(30) * 1000,
      ]
      let number = digits[random.below(digits.count)] + 2
      return hedges[random.below(hedges.count)] + "\(number)" + units[random.below(units.count)]
    }
    var compared = 0
    for seed in 0..<100 {
      var random = SeededGenerator(seed: UInt64(seed) &* 15_485_863)
      let article = analyzed((0..<24).map { _ in "It had \(amount(&random))." }.joined(separator: "\n"))
      let index = ArticleWordIndex(article)
      let figures = ArticleFigures(article, index: index)
      let body = richText((0..<6).map { _ in "It had \(amount(&random))." }.joined(separator: "\n"))
      var reading = CommentReading()
      reading.read(body.utf8, body.blocks[...], index)
      for mention in MentionReader(figures: figures).mentions(
        AnalysisPipeline().figures(in: body), in: reading)
      {
        let (quantity, bare) = (mention.quantity, mention.bare)
        let expected = figures.byFigure.filter { entry in
          if figures.agrees(quantity, entry.quantity) { return true }
          // One that has no unit, or another: by its digits.
          guard quantity.dimension == .number || quantity.dimension != entry.quantity.dimension else {
            return false
          }
          return quantity.dimension == .number || entry.quantity.dimension == .number
            ? bare.agrees(with: entry.bare) : bare.low == entry.bare.low
        }
        let found = Set(figures.candidates(for: mention))
        #expect(Set(expected.map(\.index)).isSubset(of: found), "seed \(seed)")
        // Where none has the value, magnitudes that were left out are tried.
        if !expected.isEmpty { #expect(found == Set(expected.map(\.index)), "seed \(seed)") }
        compared += expected.count
      }
    }
    #expect(compared > 120)
  }
}
