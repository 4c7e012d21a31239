import ArticleModel
import Foundation
import Testing

@testable import ArticleAnalysis

/// The same words in other quotation marks have the same quotes and speakers.
@Suite struct QuoteStyleTests {
  /// Outer and inner marks of a style.
  struct Style: Sendable, CustomTestStringConvertible {
    var name: String
    var open: String
    var close: String
    var innerOpen: String
    var innerClose: String

    var testDescription: String { name }

    /// A text that has curly marks, in this style; apostrophes stay.
    func mark(_ text: String) -> String {
      text.replacingOccurrences(of: "“", with: open).replacingOccurrences(of: "”", with: close)
        .replacingOccurrences(of: "‹i›", with: innerOpen).replacingOccurrences(of: "‹/i›", with: innerClose)
    }
  }

  static let styles = [
    Style(name: "straight", open: "\"", close: "\"", innerOpen: "'", innerClose: "'"),
    Style(name: "two apostrophes", open: "''", close: "''", innerOpen: "‘", innerClose: "’"),
    Style(name: "back-ticks", open: "``", close: "''", innerOpen: "`", innerClose: "'"),
    Style(name: "UK", open: "‘", close: "’", innerOpen: "\"", innerClose: "\""),
    Style(name: "guillemets", open: "«", close: "»", innerOpen: "‹", innerClose: "›"),
    Style(name: "spaced guillemets", open: "«\u{A0}", close: "\u{A0}»", innerOpen: "“", innerClose: "”"),
    Style(name: "inward guillemets", open: "»", close: "«", innerOpen: "›", innerClose: "‹"),
    Style(name: "low and high", open: "„", close: "“", innerOpen: "‚", innerClose: "‘"),
    Style(name: "low and right", open: "„", close: "”", innerOpen: "‚", innerClose: "’"),
    Style(name: "two right", open: "”", close: "”", innerOpen: "’", innerClose: "’"),
    Style(name: "corner brackets", open: "「", close: "」", innerOpen: "『", innerClose: "』"),
  ]

  static let text = """
    Dam Held All Night
    “The dam held,” said Ruth Calder, a surveyor from Ohio. “It's the drivers' turn now. Nobody slept.”
    Otto Marsh asked: “Who says ‹i›nobody‹/i› here?” She laughed. “I do,” she said.
    The report calls the dam “a danger to the whole town.” Marsh said it was “a very near thing,” and left.
    “We will look into it,” a spokeswoman for the ministry said, “when we can.”
    Calder ended: “It rained all day.
    “It rained all night.”
    The so-called “bridge tax” was dropped; the film “Low Water” was shown.
    """

  @Test("An article has the same quotes in every style of marks", arguments: styles)
  func everyStyle(_ style: Style) {
    let curly = Style(name: "curly", open: "“", close: "”", innerOpen: "‘", innerClose: "’")
    let wanted = lines(curly.mark(Self.text), inner: curly)
    #expect(wanted.count == 9)
    #expect(lines(style.mark(Self.text), inner: style) == wanted)
  }

  /// Quotes, speakers and quoted words, inner marks left out.
  private func lines(_ text: String, inner: Style) -> [String] {
    let article = analyzed(text)
    let words = article.quotedWords.map { "words \(article.body.string($0.range))" }
    return (quoteLines(article) + words).map {
      $0.replacingOccurrences(of: inner.innerOpen + "nobody" + inner.innerClose, with: "nobody")
    }
  }

  /// Development articles whose only marks are curly double ones.
  private static let articles: [String] = {
    guard let file = sharedData?.appendingPathComponent("data/quotes/polnear-dev.jsonl"),
      let data = try? Data(contentsOf: file)
    else { return [] }
    return data.split(separator: 0x0A).compactMap { line in
      let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any]
      guard let text = object?["text"] as? String, text.contains("“"), !text.contains("\""),
        !text.contains("‘")
      else { return nil }
      return text
    }
  }()

  // Skipped where the development data is not at hand.
  @Test(
    "Development articles keep their quotes and speakers in other marks", .enabled(if: !articles.isEmpty),
    arguments: styles.filter { !["UK", "two right"].contains($0.name) })
  func developmentArticles(_ style: Style) {
    var same = 0
    var all = 0
    for text in Self.articles.prefix(40) {
      let wanted = analyzed(text)
      let found = analyzed(style.mark(text))
      func facts(_ article: Article) -> [String] {
        article.quotes.map { quote in
          "\(article.speakerName(of: quote)) \(quote.parts.map { article.body.string($0.range) })"
        }
      }
      let marks = Set(facts(found))
      let quotes = facts(wanted)
      all += quotes.count
      same += quotes.filter { marks.contains($0) }.count
    }
    #expect(all > 100 && Double(same) >= 0.98 * Double(all), "\(same) of \(all)")
  }
}

extension Article {
  fileprivate func speakerName(of quote: Quote) -> String {
    quote.speaker.map { speakers[$0].name } ?? "nobody"
  }
}
