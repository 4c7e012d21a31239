import ArticleModel
import Testing

@testable import ArticleExport

@Suite struct QuoteSelectionTests {
  private var article: Article {
    var article = Article(source: ArticleSource(location: .sample, format: .text))
    article.body.utf8 = Array("abc".utf8)
    article.body.blocks = [Block(kind: .paragraph, range: TextRange(0, 3))]
    article.speakers = [Speaker(name: "Ruth B. Calder"), Speaker(name: "Otto Marsh")]
    func quote(_ position: Int, _ speaker: Int?, _ confidence: Double) -> Quote {
      Quote(
        parts: [Quote.Part(range: TextRange(position, position + 1), openingLength: 0, closingLength: 0)],
        speaker: speaker, evidence: Evidence(rule: "quote.test", confidence: confidence))
    }
    article.quotes = [quote(0, 0, 0.9), quote(1, 1, 0.5), quote(2, nil, 0.4)]
    return article
  }

  @Test(
    "A speaker is chosen by words of the name, in any case, and by confidence",
    arguments: [
      (nil, 0.0, "abc"), ("calder", 0.0, "a"), ("RUTH Calder", 0.0, "a"), ("Cald", 0.0, ""),
      ("Marsh", 0.6, ""),
      (nil, 0.5, "ab"), ("", 0.0, "abc"), (nil, 1.0, ""),
    ] as [(String?, Double, String)])
  func selection(_ speaker: String?, _ confidence: Double, _ want: String) {
    let article = article
    let selection = QuoteSelection(speaker: speaker, minimumConfidence: confidence)
    let chosen = article.quotes.filter { selection.includes($0, of: article) }
    #expect(chosen.map { article.text(of: $0) }.joined() == want)
  }

  @Test("Quotes that are put out keep the identifiers of the whole article, in every format")
  func identifiers() {
    let selection = QuoteSelection(speaker: "Marsh", minimumConfidence: 0)
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let json = text(JSONExport(isPretty: false).quotes(article, selection: selection))
    #expect(json.contains("\"id\":\"q2\"") && !json.contains("\"q1\"") && !json.contains("\"q3\""))
    let csv = text(CSVExport().quotes(article, selection: selection)).split(separator: "\r\n")
    #expect(csv.count == 2 && csv.last?.hasPrefix("q2,") == true)
    #expect(text(MarkdownExport().quotes(article, selection: selection)) == "> b\n>\n> — Otto Marsh\n")
    let table = text(TextExport(width: 60).quotes(article, selection: selection))
    #expect(table.contains("Otto Marsh") && !table.contains("Calder"))
  }
}
