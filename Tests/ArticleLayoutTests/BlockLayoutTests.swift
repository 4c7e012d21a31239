import ArticleModel
import TerminalText
import TerminalUI
import TestSupport
import Testing

@testable import ArticleLayout

@Suite("Blocks at a width")
struct BlockLayoutTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var kind: Block.Kind
    var width: Int
    var words: String
    var lines: [String]
    var testDescription: String { "\(kind) at \(width)" }
  }

  private static let words = "The tide turned at noon."

  static let cases: [Case] = [
    Case(kind: .paragraph, width: 4, words: "The tide", lines: ["The", "tide"]),
    Case(kind: .paragraph, width: 1, words: "The tide", lines: ["The", "tide"]),
    Case(kind: .paragraph, width: 10, words: words, lines: ["The tide", "turned at", "noon."]),
    Case(kind: .paragraph, width: 23, words: words, lines: ["The tide turned at", "noon."]),
    Case(kind: .paragraph, width: 24, words: words, lines: [words]),
    Case(kind: .paragraph, width: 120, words: words, lines: [words]),
    Case(kind: .paragraph, width: 6, words: "weatherproof", lines: ["weathe", "rproof"]),
    Case(kind: .paragraph, width: 5, words: "日本語です", lines: ["日本", "語で", "す"]),
    Case(kind: .heading(level: 1), width: 10, words: words, lines: ["The tide", "turned", "at noon."]),
    Case(kind: .heading(level: 6), width: 40, words: words, lines: [words]),
    Case(
      kind: .listItem(level: 1, ordinal: nil), width: 4, words: "So it is", lines: ["• So", "  it", "  is"]),
    Case(
      kind: .listItem(level: 1, ordinal: nil), width: 12, words: words,
      lines: ["• The tide", "  turned at", "  noon."]),
    Case(
      kind: .listItem(level: 2, ordinal: nil), width: 14, words: words,
      lines: ["  • The tide", "    turned at", "    noon."]),
    Case(
      kind: .listItem(level: 1, ordinal: 12), width: 14, words: words,
      lines: ["12. The tide", "    turned at", "    noon."]),
    Case(
      kind: .blockquote(level: 1), width: 12, words: words, lines: ["▌ The tide", "▌ turned at", "▌ noon."]),
    Case(
      kind: .blockquote(level: 2), width: 14, words: words,
      lines: ["▌ ▌ The tide", "▌ ▌ turned at", "▌ ▌ noon."]),
    Case(
      kind: .code, width: 20, words: "if dusk {\n  open()\n}", lines: ["  if dusk {", "    open()", "  }"]),
    Case(
      kind: .code, width: 30, words: "all:\n\tmake\n\t\tgo\nab\tc\tx\nabcd\te\n日\tz",
      lines: ["  all:", "      make", "          go", "  ab  c   x", "  abcd    e", "  日  z"]),
    Case(kind: .code, width: 12, words: "\tone two six\tten", lines: ["      one", "  two six", "  ten"]),
    Case(kind: .code, width: 12, words: "\t\n\t\t\t\t\tx", lines: ["", "  x"]),
    Case(kind: .divider, width: 4, words: "", lines: ["────"]),
    Case(
      kind: .divider, width: 40, words: "",
      lines: [String(repeating: " ", count: 8) + String(repeating: "─", count: 24)]),
  ]

  @Test("A block is laid out as its kind asks", arguments: cases)
  func kinds(_ sample: Case) {
    #expect(TextSketch(sample.kind, sample.words).lines(width: sample.width) == sample.lines)
  }

  @Test("A picture shows its alternative text, or its source, above the caption")
  func pictures() {
    var sketch = TextSketch()
    sketch.addPicture("A low pier", caption: "At dawn, in fog")
    sketch.addPicture("", caption: "")
    #expect(sketch.lines(0, width: 10) == ["▣ A low", "  pier", "  At dawn,", "  in fog"])
    #expect(sketch.lines(1, width: 40) == ["▣ picture pier.jpg"])
    #expect(sketch.lines(1, width: 40, glyphs: .ascii) == ["[] picture pier.jpg"])
  }

  @Test("A table stands in columns where they fit, and cell by cell where they do not")
  func tables() {
    var sketch = TextSketch()
    sketch.addTable([["Berth", "Depth"], ["North quay", "12 m"], ["South", "9 m, silted up"]])
    #expect(
      sketch.lines(width: 40) == [
        "Berth       Depth", "──────────────────────────", "North quay  12 m", "South       9 m, silted up",
      ])
    #expect(
      sketch.lines(width: 20) == [
        "Berth      Depth", "────────────────────", "North      12 m", "quay", "South      9 m,",
        "           silted up",
      ])
    #expect(
      sketch.lines(width: 10) == [
        "Berth", "  Depth", "────────", "North", "quay", "  12 m", "────────", "South", "  9 m,", "  silted",
        "  up",
      ])
  }

  @Test("A table of many narrow columns loses none of them", arguments: [4, 10, 40, 80])
  func narrowColumns(_ width: Int) {
    var sketch = TextSketch()
    sketch.addTable([(0..<40).map { "\($0 % 10)" }, (0..<40).map { "\($0 % 10)" }])
    let letters = sketch.lines(width: width).joined().filter(\.isNumber)
    #expect(letters.count == 80)
    #expect(sketch.lines(width: width).allSatisfy { ColumnWidth.of($0) <= width })
  }

  @Test("No line is wider than its width, and no word of a block is lost or shown twice")
  func property() {
    var generator = SeededGenerator(seed: 12)
    for width in 4...120 {
      let sketch = RandomWords.sketch(12, using: &generator)
      let glyphs = width % 2 == 0 ? Glyphs.unicode : .ascii
      for (index, block) in sketch.text.blocks.enumerated() {
        let layout = sketch.layout(index, width: width, glyphs: glyphs)
        var shown: [TextRange] = []
        for line in layout.lines.indices {
          for piece in layout.pieces(ofLine: line, glyphs: glyphs) {
            let words = sketch.words(of: piece)
            let end = min(piece.limit, piece.x + ColumnWidth.of(words))
            #expect(end <= width || words.count == 1, "\(block.kind) at \(width): \(words)")
            if case .text(let lower, let upper) = piece.content {
              shown.append(TextRange(Int(lower), Int(upper)))
            }
            if case .table = block.kind, case .text = piece.content {
              #expect(piece.x + ColumnWidth.of(words) <= piece.limit || words.count == 1)
            }
          }
        }
        if case .table = block.kind { shown.sort { $0.lower < $1.lower } }
        #expect(
          Self.coverage(of: block.range, by: shown, in: sketch.text) == nil, "\(block.kind) at \(width)")
      }
    }
  }

  /// What is wrong with ranges that should cover all words of a block once and in order.
  private static func coverage(of block: TextRange, by ranges: [TextRange], in text: RichText) -> String? {
    var position = Int(block.lower)
    for range in ranges where !range.isEmpty {
      guard Int(range.lower) >= position else { return "byte \(range.lower) is shown twice or out of order" }
      if text.utf8[position..<Int(range.lower)].contains(where: { $0 > 0x20 }) {
        return "words before \(range.lower) are lost"
      }
      position = Int(range.upper)
    }
    guard position <= Int(block.upper) else { return "the block ends before \(position)" }
    return text.utf8[position..<Int(block.upper)].contains { $0 > 0x20 } ? "the end is lost" : nil
  }

  @Test("The columns of a tab in code lead to its byte, and those after it to the words there")
  func tabs() throws {
    let words = "x\n\tif 日\ty"
    let sketch = TextSketch(.code, words)
    let layout = sketch.layout(width: 30)
    #expect(layout.lines.map(\.columns) == [1, 13])
    let pieces = sketch.text.utf8.withUnsafeBufferPointer {
      layout.pieces(ofLine: 1, glyphs: .unicode, of: $0)
    }
    let offsets = (0..<16).map { column in
      pieces.lazy.compactMap { $0.offset(at: column, in: sketch.text) }.first
    }
    #expect(offsets == [nil, nil, 2, 2, 2, 2, 3, 4, 5, 6, 6, 9, 9, 9, 10, nil])
  }

  @Test("A byte is found on the line that shows it")
  func lineOfOffset() {
    var generator = SeededGenerator(seed: 13)
    for width in stride(from: 4, through: 100, by: 8) {
      let sketch = RandomWords.sketch(12, using: &generator)
      for index in sketch.text.blocks.indices {
        let layout = sketch.layout(index, width: width)
        for line in layout.lines.indices {
          for piece in layout.pieces(ofLine: line, glyphs: .unicode) {
            guard case .text(let lower, let upper) = piece.content, lower < upper else { continue }
            #expect(layout.line(at: Int(lower)) == line)
            #expect(layout.line(at: Int(upper) - 1) == line)
          }
        }
      }
    }
  }
}
