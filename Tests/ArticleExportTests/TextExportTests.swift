import ArticleExport
import ArticleModel
import Testing

@Suite("Text export")
struct TextExportTests {
  @Test("No line is wider than the width and none ends in a space", arguments: [1, 20, 21, 33, 60, 80, 200])
  func width(_ width: Int) {
    let export = TextExport(width: width)
    let article = SmallArticle.article
    let outputs = [
      export.article(article), export.comments(article), export.quotes(article), export.figures(article),
      export.references(article),
    ]
    for output in outputs {
      for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
        // The hedgehog is the only wide character of the article.
        let columns = line.unicodeScalars.count + line.unicodeScalars.filter { $0 == "🦔" }.count
        #expect(columns <= max(width, TextExport.narrowestWidth), "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test("Every word of the article and its comments is in the text")
  func completeness() {
    let article = SmallArticle.article
    let output = String(decoding: TextExport(width: 500).article(article), as: UTF8.self)
    let words = article.body.string.split(whereSeparator: \.isWhitespace)
    for word in words { #expect(output.contains(word), "\(word)") }
    #expect(output.contains("=SUM(A1) says otherwise."))
    #expect(output.contains("“Slow” – ramps, they said."))
  }

  @Test("A table with more columns than a line can hold is written row by row")
  func wideTable() {
    var sketch = TextSketch()
    sketch.addTable([(1...30).map { "h\($0)" }, (1...30).map { "c\($0)" }])
    let article = Article(source: ArticleSource(location: .stream, format: .text), body: sketch.text)
    let output = String(decoding: TextExport(width: 40).article(article), as: UTF8.self)
    #expect(output.hasPrefix("h1 · h2 · h3"))
    #expect(output.contains("c30"))
  }
}
