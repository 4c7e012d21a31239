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

  @Test("Tables have figures, speakers and authors coloured as texts have them")
  func coloredTables() {
    let article = SmallArticle.article
    let plain = TextExport(width: 200)
    let colored = TextExport(width: 200, palette: .terminal)
    func looks(_ output: [UInt8]) -> Set<Substring> {
      let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").dropFirst(2)
      return Set(lines.map { $0.prefix { $0 != "m" } })
    }
    let quotes = looks(colored.quotes(article))
    #expect(quotes.contains("\u{1B}[36"))
    #expect(looks(colored.figures(article)) == ["\u{1B}[1;33"])
    #expect(looks(colored.references(article)).isSubset(of: ["\u{1B}[1"]))
    #expect(!String(decoding: plain.figures(article), as: UTF8.self).contains("\u{1B}"))
  }

  @Test("A palette says how stretches look, and what it says nothing about stays plain")
  func palette() {
    let palette = TextPalette(
      heading: "4", aside: "", author: "", unattributedQuote: "", speakers: [], figure: "38;5;9")
    let output = String(
      decoding: TextExport(width: 200, palette: palette).article(SmallArticle.article), as: UTF8.self)
    #expect(output.hasPrefix("\u{1B}[4mThe toll of hedgehogs\u{1B}[0m\n"))
    #expect(output.contains("“We counted \u{1B}[38;5;9m412 hedgehogs\u{1B}[0m,” said Ada Brock"))
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

  /// The text without the sequences that select a look, or `nil` when there are others or one stays open at a line's end.
  private func withoutLooks(_ output: [UInt8]) -> String? {
    var plain: [UInt8] = []
    var isOpen = false
    var index = 0
    while index < output.count {
      let byte = output[index]
      guard byte == 0x1B else {
        if byte == 0x0A, isOpen { return nil }
        plain.append(byte)
        index += 1
        continue
      }
      guard let end = output[index...].firstIndex(of: UInt8(ascii: "m")),
        output[index + 1] == UInt8(ascii: "[")
      else { return nil }
      let parameters = output[index + 2..<end]
      guard parameters.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x3B }) else { return nil }
      isOpen = parameters != [0x30]
      index = end + 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  @Test("In colours the words, the lines and their widths are the same", arguments: [20, 33, 80])
  func sameWords(_ width: Int) {
    let plain = TextExport(width: width)
    let colored = TextExport(width: width, palette: .terminal)
    let article = SmallArticle.article
    #expect(withoutLooks(colored.article(article)) == String(decoding: plain.article(article), as: UTF8.self))
    #expect(
      withoutLooks(colored.comments(article)) == String(decoding: plain.comments(article), as: UTF8.self))
    #expect(withoutLooks(colored.figures(article)) == String(decoding: plain.figures(article), as: UTF8.self))
  }

  @Test("A quote has its speaker's colour, also where a figure in it has its own; one of nobody is italic")
  func looks() {
    let output = String(
      decoding: TextExport(width: 200, palette: .terminal).article(SmallArticle.article), as: UTF8.self)
    #expect(
      output.contains(
        "\u{1B}[36m“We counted \u{1B}[0m\u{1B}[36;1;33m412 hedgehogs\u{1B}[0m\u{1B}[36m,”\u{1B}[0m said Ada Brock"
      ))
    #expect(output.contains("cost \u{1B}[1;33m£1.5 million\u{1B}[0m."))
    #expect(output.contains("\u{1B}[3m“Slow.”\u{1B}[0m"))
    #expect(output.hasPrefix("\u{1B}[1mThe toll of hedgehogs\u{1B}[0m\n"))
  }
}
