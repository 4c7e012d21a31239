import TestSupport
import Testing

@testable import ArticleModel

@Suite("Rich text") struct RichTextTests {
  /// A text of one random block of each kind.
  private static func randomText(using generator: inout SeededGenerator) -> RichText {
    var text = RichText()
    let words = ["plain", "née", "日本", "x", "longer words", ""]
    for _ in 0..<Int.random(in: 0...5, using: &generator) {
      if !text.blocks.isEmpty { text.utf8.append(0x0A) }
      let start = text.utf8.count
      let word = words.randomElement(using: &generator) ?? ""
      text.utf8 += Array(word.utf8)
      let range = TextRange(start, text.utf8.count)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        text.tables.append(Table(rows: [[range], [range, range]], headerRows: 1))
        text.blocks.append(Block(kind: .table(text.tables.count - 1), range: range))
      case 1:
        text.pictures.append(Picture(source: "p\(start).png", alternativeText: word))
        text.blocks.append(Block(kind: .picture(text.pictures.count - 1), range: range))
      case 2 where word.isEmpty: text.blocks.append(Block(kind: .divider, range: range))
      default: text.blocks.append(Block(kind: .paragraph, range: range))
      }
      if !range.isEmpty {
        text.linkTargets.append("https://example.org/\(start)")
        text.inlines.append(Inline(kind: .link(text.linkTargets.count - 1), range: range))
        text.inlines.append(Inline(kind: .strong, range: range))
      }
    }
    return text
  }

  @Test("Texts that are appended come out again as they went in", arguments: Array(1...10) as [UInt64])
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let parts = (0..<4).map { _ in Self.randomText(using: &generator) }
      var whole = RichText()
      var places: [Range<Int>] = []
      for part in parts {
        let first = whole.blocks.count
        whole.append(part)
        places.append(first..<whole.blocks.count)
      }
      for (part, place) in zip(parts, places) { #expect(whole.extract(blocks: place) == part) }
      for (block, next) in zip(whole.blocks, whole.blocks.dropFirst()) {
        #expect(block.range.upper + 1 == next.range.lower)
        #expect(whole.utf8[Int(block.range.upper)] == 0x0A)
      }
      #expect(whole.blocks.last.map { Int($0.range.upper) } ?? 0 == whole.utf8.count)
      #expect(whole.extract(blocks: 0..<whole.blocks.count) == whole)
    }
  }

  @Test("The block at an offset is found")
  func blockIndex() {
    let text = RichText(
      utf8: Array("one\n\nthree".utf8),
      blocks: [(0, 3), (4, 4), (5, 10)].map { Block(kind: .paragraph, range: TextRange($0.0, $0.1)) })
    #expect([0, 2, 3, 4, 5, 9, 10, 99].map { text.blockIndex(at: $0) } == [0, 0, 0, 1, 2, 2, 2, 2])
    #expect(RichText().blockIndex(at: 0) == nil)
  }
}
