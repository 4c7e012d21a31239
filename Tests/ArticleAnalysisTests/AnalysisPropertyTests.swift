import ArticleModel
import TestSupport
import Testing

@testable import ArticleAnalysis

@Suite struct AnalysisPropertyTests {
  /// Pieces that rules react to; random rows of them reach paths that random bytes do not.
  private static let pieces = [
    "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "''", "``", "「", "」", " ", " ", " ", "\n", ",", ".", "?",
    ":", "—", "-", "–",
    "…", "(", ")", "[", "]", "$", "€", "%", "°", "½", "×", "−", "/", "+", "~", "said", "Ruth", "Calder", "he",
    "she", "the minister",
    "according to", "Mr.", "U.S.", "'s", "’s", "of", "and", "a", "an", "to", "from", "between", "or",
    "more than", "at best", "or more",
    "million", "bn", "m", "k", "percent", "per", "day", "years", "old", "year", "second", "half", "third",
    "thirds", "one", "two",
    "twenty", "hundred", "thousand", "dozens", "thousands", "7", "12", "1999", "87,500", "2.5", "1.411.000",
    "10.0.0.7", "3:08",
    "999999999999999999999999", "0", "00", ".5", "22", "nd", "th", "May", "page", "people", "lamps", "boats",
    "é", "日本", "\u{202F}",
    "\u{A0}", "http://a.b/1", "EUR64m", "F-35", "who", "was", "adding", "book",
  ]

  private func check(_ body: RichText) {
    var article = Article(source: ArticleSource(location: .sample, format: .text), body: body)
    AnalysisPipeline().analyze(&article)
    for quote in article.quotes {
      #expect(!quote.parts.isEmpty)
      for part in quote.parts { check(part.markedRange, body) }
      for (a, b) in zip(quote.parts, quote.parts.dropFirst()) { #expect(a.range.upper <= b.range.lower) }
      if let mention = quote.speakerMention { check(mention, body) }
      if let cue = quote.cue { check(cue, body) }
      if let speaker = quote.speaker { #expect(article.speakers.indices.contains(speaker)) }
      #expect((0...1).contains(quote.evidence.confidence))
    }
    for (a, b) in zip(article.quotes, article.quotes.dropFirst()) {
      #expect(a.parts[0].range.lower < b.parts[0].range.lower)
    }
    for words in article.quotedWords { check(words.range, body) }
    for speaker in article.speakers {
      for mention in speaker.mentions { check(mention, body) }
      for (a, b) in zip(speaker.mentions, speaker.mentions.dropFirst()) { #expect(a.lower <= b.lower) }
    }
    checkMentions(article)
    for figure in article.figures {
      check(figure.range, body)
      if let quote = figure.quote { #expect(article.quotes.indices.contains(quote)) }
    }
    for (a, b) in zip(article.figures, article.figures.dropFirst()) {
      #expect(a.range.upper <= b.range.lower)
    }
  }

  /// Numbers that are no figures are in order and no figure overlaps them.
  private func checkMentions(_ article: Article) {
    for mention in article.numberMentions { check(mention.range, article.body) }
    let ranges = (article.numberMentions.map(\.range) + article.figures.map(\.range)).sorted {
      $0.lower < $1.lower
    }
    for (a, b) in zip(ranges, ranges.dropFirst()) { #expect(a.upper <= b.lower) }
  }

  /// In bounds, on scalar boundaries, not empty, inside one block.
  private func check(_ range: TextRange, _ body: RichText) {
    #expect(!range.isEmpty && Int(range.upper) <= body.utf8.count)
    guard Int(range.upper) <= body.utf8.count else { return }
    #expect(body.utf8[Int(range.lower)] & 0xC0 != 0x80)
    #expect(Int(range.upper) == body.utf8.count || body.utf8[Int(range.upper)] & 0xC0 != 0x80)
    #expect(body.blocks.contains { $0.range.contains(range) })
  }

  @Test("Rows of marks, names and numbers give ordered marks in bounds", arguments: 0..<40)
  func pieces(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { text += " " }
      }
      check(richText(text))
    }
  }

  @Test("Random bytes, even broken ones, never trap", arguments: 0..<20)
  func randomBytes(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    for _ in 0..<50 {
      let count = Int.random(in: 0...200, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let clean = Array(String(decoding: bytes, as: UTF8.self).utf8)
      for utf8 in [bytes, clean] {
        let block = Block(kind: .paragraph, range: TextRange(0, utf8.count))
        let body = RichText(utf8: utf8, blocks: [block])
        var article = Article(source: ArticleSource(location: .sample, format: .text), body: body)
        AnalysisPipeline().analyze(&article)
        for figure in article.figures { #expect(Int(figure.range.upper) <= utf8.count) }
      }
      if !clean.isEmpty {
        check(RichText(utf8: clean, blocks: [Block(kind: .paragraph, range: TextRange(0, clean.count))]))
      }
    }
  }
}
