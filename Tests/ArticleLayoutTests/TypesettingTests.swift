import ArticleLayout
import ArticleModel
import TerminalText
import TerminalUI
import TestSupport
import Testing

@Suite("Stretched lines and divided words")
struct TypesettingTests {
  /// Divides words of ASCII letters after each second one.
  private static let hyphenate: @Sendable (UnsafeBufferPointer<UInt8>) -> [Int] = { word in
    word.contains { $0 >= 0x80 } ? [] : Array(stride(from: 2, to: word.count - 1, by: 2))
  }

  private func lines(_ words: String, width: Int, justifies: Bool, hyphenates: Bool) -> [String] {
    let sketch = TextSketch(.paragraph, words)
    var typesetting = Typesetting()
    typesetting.justifies = justifies
    if hyphenates { typesetting.hyphenate = Self.hyphenate }
    return sketch.text.utf8.withUnsafeBufferPointer { utf8 in
      let layout = BlockLayout(
        sketch.text.blocks[0], of: sketch.text, utf8: utf8, width: width, glyphs: .unicode,
        typesetting: typesetting)
      var surface = Surface(size: Size(width: width + 10, height: layout.lines.count))
      for line in layout.lines.indices {
        for piece in layout.pieces(ofLine: line, glyphs: .unicode, of: utf8) {
          switch piece.content {
          case .literal(let sign): surface.write(sign, x: piece.x, y: line, style: Style())
          case .text(let lower, let upper):
            surface.write(
              UnsafeBufferPointer(rebasing: utf8[Int(lower)..<Int(upper)]), x: piece.x, y: line, limit: .max,
              style: Style())
          }
        }
      }
      return surface.lines
    }
  }

  @Test("Lines but the last are stretched to the width, the wider gaps now left, now right")
  func justified() {
    #expect(
      lines("The tide turned at noon and the boats came in.", width: 20, justifies: true, hyphenates: false)
        == ["The  tide  turned at", "noon and  the  boats", "came in."])
  }

  @Test("A line that would have more gap than words stays as it is")
  func sparse() {
    #expect(
      lines("So it weatherproofed", width: 16, justifies: true, hyphenates: false) == [
        "So it", "weatherproofed",
      ])
  }

  @Test("A word is divided where it may be, with room for the hyphen")
  func hyphenated() {
    #expect(
      lines("The tide weathers noon", width: 14, justifies: false, hyphenates: true)
        == ["The tide weat-", "hers noon"])
  }

  @Test("No line is wider than the width, and the words come out whole")
  func properties() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      let words = RandomWords.text(Int.random(in: 1...40, using: &generator), using: &generator)
      let width = Int.random(in: 8...60, using: &generator)
      let found = lines(words, width: width, justifies: Bool.random(using: &generator), hyphenates: true)
      for line in found { #expect(ColumnWidth.of(line) <= width, "\(line)") }
    }
  }

  @Test("A heading leaves no word alone on its last line")
  func headings() {
    let sketch = TextSketch(.heading(level: 1), "The harbour master explains the new gate at noon")
    #expect(sketch.lines(width: 44) == ["The harbour master explains", "the new gate at noon"])
  }
}
