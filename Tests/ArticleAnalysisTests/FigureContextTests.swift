import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct FigureContextTests {
  @Test("A glued m is millions where the text counts millions, and metres where it measures")
  func million() {
    #expect(
      figureLines("They paid $40m. The 29m was gone.") == [
        "$40m = 40000000 USD money", "29m = 29000000 - count",
      ])
    #expect(
      figureLines("It is 3 km long. The 29m was gone.") == ["3 km = 3 km measure", "29m = 29 m measure"])
  }

  @Test("A dollar sign is the dollar of the country that the text names")
  func dollar() {
    #expect(
      figureLines("Prices are in Canadian dollars: 5 Canadian dollars a box. A pair is $9.").last
        == "$9 = 9 CAD money")
    #expect(figureLines("It costs C$135 ($100) here. A pair is $9.").last == "$9 = 9 USD money")
    #expect(figureLines("It costs C$135 or US$100 here. A pair is $9.").last == "$9 = 9 USD money")
    #expect(figureLines("A pair is $9.") == ["$9 = 9 USD money"])
  }

  @Test("Pounds are money where the text has a pound sign")
  func pounds() {
    #expect(figureLines("The fee is £5. They took 20 pounds.").last == "20 pounds = 20 GBP money")
  }

  @Test("A figure inside a quote knows the quote and with it the speaker")
  func quotes() {
    let article = analyzed("“More than 40 boats sank,” Ruth Calder said. Only 3 boats came back.")
    #expect(article.figures.map(\.quote) == [0, nil])
    #expect(article.quotes.first?.speaker.map { article.speakers[$0].name } == "Ruth Calder")
  }

  @Test(
    "In a heading with capitals throughout a number still counts what follows",
    arguments: [
      ("Storm Kills 12 People", ["12 People = 12 People count"]),
      ("Police Hold Seven Men", ["Seven Men = 7 Men count"]),
      ("Windows 10 Is Out", []),
    ])
  func headings(_ text: String, _ figures: [String]) {
    let utf8 = Array(text.utf8)
    let body = RichText(
      utf8: utf8, blocks: [Block(kind: .heading(level: 1), range: TextRange(0, utf8.count))])
    #expect(figureLines(AnalysisPipeline().figures(in: body), body) == figures)
  }

  @Test("Headings, list items and cells of tables are read, code is not")
  func blocks() {
    var body = RichText()
    func add(_ words: String) -> TextRange {
      let start = body.utf8.count
      body.utf8.append(contentsOf: Array(words.utf8))
      return TextRange(start, body.utf8.count)
    }
    body.blocks.append(Block(kind: .heading(level: 1), range: add("40 boats sink")))
    body.blocks.append(Block(kind: .listItem(level: 1, ordinal: nil), range: add("12 lamps")))
    let cells = [add("Cost"), add("$3m")]
    body.tables.append(Table(rows: [cells], headerRows: 0))
    body.blocks.append(Block(kind: .table(0), range: TextRange(Int(cells[0].lower), Int(cells[1].upper))))
    body.blocks.append(Block(kind: .code, range: add("let a = 7 boats")))
    #expect(
      figureLines(AnalysisPipeline().figures(in: body), body)
        == ["40 boats = 40 boats count", "12 lamps = 12 lamps count", "$3m = 3000000 USD money"])
  }
}
