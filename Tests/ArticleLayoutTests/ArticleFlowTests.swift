import ArticleLayout
import ArticleModel
import TerminalText
import TerminalUI
import TestSupport
import Testing

@Suite("Articles at a width")
struct ArticleFlowTests {
  private func article(_ body: RichText, title: String? = nil) -> Article {
    var article = Article(source: ArticleSource(location: .stream, format: .text), title: title, body: body)
    if title != nil { article.site = "The Quay Post" }
    return article
  }

  private func dump(_ flow: ArticleFlow) -> [String] {
    var lines: [String] = []
    var position = flow.start
    while true {
      var surface = Surface(size: Size(width: flow.width, height: 1))
      for piece in flow.row(at: position).pieces {
        let words =
          switch piece.content {
          case .literal(let sign): sign
          case .text(let lower, let upper): flow.article.body.string(TextRange(Int(lower), Int(upper)))
          }
        surface.write(words, x: piece.x, y: 0, limit: piece.limit, style: Style())
      }
      lines.append(surface.lines[0])
      if position == flow.end { return lines }
      position = flow.position(position, movedBy: 1)
    }
  }

  @Test("A blank row stands before each block, but not between the items of a list")
  func spacing() {
    var sketch = TextSketch()
    sketch.add(.paragraph, "One.")
    sketch.add(.listItem(level: 1, ordinal: nil), "two")
    sketch.add(.listItem(level: 1, ordinal: nil), "three")
    sketch.add(.paragraph, "Four.")
    let flow = ArticleFlow(article: article(sketch.text), width: 30, glyphs: .unicode)
    #expect(dump(flow) == ["One.", "", "• two", "• three", "", "Four."])
    let titled = ArticleFlow(article: article(sketch.text, title: "A tide"), width: 30, glyphs: .unicode)
    #expect(dump(titled) == ["A tide", "The Quay Post", "", "One.", "", "• two", "• three", "", "Four."])
  }

  @Test("An empty article has one place", arguments: [nil, "Only a title"])
  func empty(_ title: String?) {
    let flow = ArticleFlow(article: article(RichText(), title: title), width: 30, glyphs: .unicode)
    #expect(flow.start == FlowPosition(item: 0))
    #expect(flow.position(flow.start, movedBy: 9) == flow.end)
    #expect(flow.position(of: 0) == flow.start)
    #expect(flow.offset(of: flow.start) == -1)
    #expect(flow.offset(of: FlowPosition(item: 7, row: 7)) == -1)
  }

  @Test("A row is found again by the words on it, at every width")
  func offsets() {
    var generator = SeededGenerator(seed: 51)
    for width in stride(from: 4, through: 120, by: 9) {
      let flow = ArticleFlow(
        article: article(RandomWords.sketch(20, using: &generator).text, title: "T"), width: width,
        glyphs: .unicode)
      var position = flow.start
      while position != flow.end {
        let row = flow.row(at: position)
        if let range = row.range, !range.isEmpty, row.pieces.count(where: \.isWords) == 1 {
          #expect(flow.position(of: Int(range.lower)) == position)
          #expect(flow.position(of: Int(range.upper) - 1) == position)
          #expect(flow.offset(of: position) == Int(range.lower))
        }
        position = flow.position(position, movedBy: 1)
      }
    }
  }

  @Test("Every offset of the body leads to a row that exists")
  func everyOffset() {
    var generator = SeededGenerator(seed: 52)
    let body = RandomWords.sketch(30, using: &generator).text
    let flow = ArticleFlow(article: article(body), width: 33, glyphs: .unicode)
    for offset in -2...body.utf8.count + 2 {
      let position = flow.position(of: offset)
      #expect(position.row < flow.height(of: position.item))
      #expect(flow.start <= position && position <= flow.end)
    }
  }

  @Test("A column of a row leads to the letter that is drawn there")
  func columns() {
    let flow = ArticleFlow(
      article: article(TextSketch(.listItem(level: 1, ordinal: nil), "a日é!").text), width: 30,
      glyphs: .unicode)
    let found = (0..<9).map { flow.offset(at: flow.start, column: $0) }
    #expect(found == [nil, nil, 0, 1, 1, 4, 6, nil, nil])
  }

  @Test("A row knows whether a quote and whether a figure begins on it")
  func marks() {
    var article = article(TextSketch(.paragraph, "“Yes, it is open.” 35 berths.").text)
    article.quotes = [
      Quote(
        parts: [Quote.Part(range: TextRange(3, 17), openingLength: 3, closingLength: 3)],
        evidence: Evidence(rule: "test", confidence: 1))
    ]
    article.figures = [
      Figure(
        range: TextRange(21, 30), value: .number(ExactDecimal(35)), unit: "berths", kind: .count,
        evidence: Evidence(rule: "test", confidence: 1))
    ]
    let flow = ArticleFlow(article: article, width: 12, glyphs: .unicode)
    let marks = (0..<flow.height(of: 1)).compactMap { row in
      flow.row(at: FlowPosition(item: 1, row: row)).range.map { flow.marks(in: $0) }
    }
    #expect(marks.map(\.quote) == [true, false, false])
    #expect(marks.map(\.figure) == [false, true, false])
  }

  @Test("Resizing there and back gives the same rows")
  func resizing() {
    var generator = SeededGenerator(seed: 53)
    let flow = ArticleFlow(
      article: article(
        RandomWords.sketch(20, using: &generator).text, title: "The tide, and what it brought"),
      width: 60, glyphs: .unicode)
    let before = dump(flow)
    for width in [4, 200, 17, 60] { flow.resize(to: width) }
    #expect(dump(flow) == before)
  }
}

extension LinePiece {
  fileprivate var isWords: Bool {
    if case .text = content { true } else { false }
  }
}
