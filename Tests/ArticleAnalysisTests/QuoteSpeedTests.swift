import ArticleModel
import Testing

@testable import ArticleAnalysis

/// How fast quotes are found; the figures are printed, and only their growth is judged.
@Suite(.serialized) struct QuoteSpeedTests {
  /// About `size` bytes of paragraphs like those of the news, each with names of its own.
  private func news(_ size: Int) -> RichText {
    let names = ["Ruth Calder", "Otto Marsh", "Ines Okafor", "Tobias Fenn", "Maud Tarrant", "Bo Quist"]
    var lines: [String] = []
    var length = 0
    while length < size {
      let number = lines.count
      let name = names[number % names.count]
      let other = names[(number / names.count + 1) % names.count]
      let line =
        "On Monday, when the \(number) members of the harbour board met again, \(name), a surveyor, said that the dam "
        + "had held through the night. “We were not asked,” said \(other), who keeps the ledger of the harbour. “The "
        + "council knew about it for \(number % 50) years, and it's the drivers' turn to pay.” The ministry called "
        + "the plan “a very near thing” and left it there, although nobody in the town had slept for two days."
      length += line.utf8.count + 1
      lines.append(line)
    }
    return richText(lines.joined(separator: "\n"))
  }

  #if DEBUG
    private static let size = 16_000
  #else
    private static let size = 100_000
  #endif

  private func seconds(_ body: RichText) -> Double {
    let clock = ContinuousClock()
    return (0..<3).map { _ in
      let time = clock.measure {
        let text = TokenizedText(body, language: .english)
        var finder = QuoteFinder(text: text, language: .english)
        #expect(!finder.run().quotes.isEmpty)
      }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }.min() ?? 0
  }

  @Test("Eight times the text takes about eight times as long")
  func growth() {
    let small = news(Self.size)
    let large = news(8 * Self.size)
    let (one, eight) = (seconds(small), seconds(large))
    print("quotes: \(Double(large.utf8.count) / 1e6 / eight) MB/s of article text, tokens included")
    #expect(eight < 24 * one)
  }

  @Test(
    "100,000 unbalanced marks in one block end",
    arguments: [
      "“", "“a ", "”", "a” ", "„", "«a ", "» ", "‹a", "「a", "『", "\"", "\"a ", "'a ", "‘a ", "’", "s' ", "``",
      "''",
      "“a ‘b «c 「d ", "(“",
    ])
  func unbalanced(_ piece: String) {
    let article = analyzed(String(repeating: piece, count: 100_000))
    #expect(article.quotes.count + article.quotedWords.count <= 400_000)
  }
}
