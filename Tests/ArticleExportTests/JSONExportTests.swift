import ArticleExport
import ArticleModel
import Foundation
import Testing

@Suite("JSON export")
struct JSONExportTests {
  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func words(_ place: [String: Any], in blocks: [[String: Any]]) throws -> String {
    let id = try #require(place["block"] as? String)
    let block = try #require(blocks.first { $0["id"] as? String == id })
    let scalars = Array(try #require(block["text"] as? String).unicodeScalars)
    let start = try #require(place["start"] as? Int)
    let end = try #require(place["end"] as? Int)
    var slice = String.UnicodeScalarView()
    slice.append(contentsOf: scalars[start..<end])
    return String(slice)
  }

  @Test(
    "Offsets name the words that were marked, also after characters outside of ASCII",
    arguments: [true, false])
  func offsets(isPretty: Bool) throws {
    let json = try object(JSONExport(isPretty: isPretty).article(SmallArticle.article))
    let blocks = try #require(json["blocks"] as? [[String: Any]])
    let quotes = try #require(json["quotes"] as? [[String: Any]])
    let parts = try #require(quotes[0]["parts"] as? [[String: Any]])
    #expect(try words(parts[0], in: blocks) == "We counted 412 hedgehogs,")
    #expect(try words(parts[1], in: blocks) == "and at least 30 of them were cross.")
    let figures = try #require(json["figures"] as? [[String: Any]])
    for figure in figures {
      #expect(try words(figure, in: blocks) == figure["text"] as? String)
    }
    let inlines = try #require(blocks[2]["inlines"] as? [[String: Any]])
    var link = inlines[0]
    link["block"] = "b3"
    #expect(try words(link, in: blocks) == "the plan")
    let references = try #require(json["references"] as? [[String: Any]])
    let target = try #require(references[2]["target"] as? [String: Any])
    #expect(try words(target, in: blocks) == "ramps at both ends 🦔")
    let comments = try #require(json["comments"] as? [[String: Any]])
    let replies = try #require(comments[0]["replies"] as? [[String: Any]])
    let reply = Array(try #require(replies[0]["text"] as? String).unicodeScalars)
    for (reference, words) in [(references[1], "“Slow”"), (references[2], "ramps")] {
      let start = try #require(reference["start"] as? Int)
      let end = try #require(reference["end"] as? Int)
      #expect(reply[start..<end].elementsEqual(words.unicodeScalars))
    }
  }

  @Test("Absent facts are null and a range has no value")
  func absence() throws {
    let bare = Article(source: ArticleSource(location: .stream, format: .text))
    let json = try object(JSONExport(isPretty: false).article(bare))
    for key in [
      "title", "byline", "site", "published", "publishedText", "language", "canonical", "threadNote",
    ] {
      #expect(json[key] is NSNull, "\(key)")
    }
    #expect((json["comments"] as? [Any])?.isEmpty == true)
    let full = try object(JSONExport(isPretty: false).article(SmallArticle.article))
    let figures = try #require(full["figures"] as? [[String: Any]])
    #expect(figures[1]["value"] as? Int == 1_500_000)
    #expect(figures[2]["value"] == nil)
    #expect(figures[2]["range"] as? [Int] == [5, 7])
  }

  @Test(
    "Any clean words come back as they were",
    arguments: [
      "", "\"", "\\", "\\\"\\", "a\nb\tc", "\u{7F}\u{1}\u{1F}", "</script>", "\u{2028}\u{2029}", "é ü ß 中 🦔",
      "👩‍👩‍👧‍👦", "\u{FFFD}", "e\u{301}", String(repeating: "long \"and\" winding ", count: 500),
    ])
  func escaping(_ words: String) throws {
    var article = Article(source: ArticleSource(location: .url(words), format: .html), title: words)
    var sketch = TextSketch()
    sketch.add(.code, words)
    article.body = sketch.text
    let json = try object(JSONExport(isPretty: false).article(article))
    #expect(json["title"] as? String == words)
    #expect((json["source"] as? [String: Any])?["url"] as? String == words)
    #expect((json["blocks"] as? [[String: Any]])?.first?["text"] as? String == words)
  }

  @Test("A number in JSON text is a number to other readers", arguments: [0, -7, 25, 1_500_000])
  func numbers(_ number: Int) throws {
    for exponent in [-40, -3, 0, 3, 40] {
      let value = ExactDecimal(significand: Int64(number), exponent: exponent)
      var sketch = TextSketch()
      sketch.add(.paragraph, "some")
      var article = Article(source: ArticleSource(location: .stream, format: .text), body: sketch.text)
      article.figures = [
        Figure(
          range: sketch.range("some"), value: .number(value), kind: .count,
          evidence: Evidence(rule: "figure.count", confidence: .nan))
      ]
      let bytes = JSONExport(isPretty: false).figures(article)
      let list = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
      let read = try #require((list[0]["value"] as? NSNumber)?.doubleValue)
      #expect(abs(read - value.double) <= abs(value.double) * 1e-12)
      #expect(list[0]["confidence"] is NSNull)
    }
  }
}
