import ArticleLayout
import ArticleModel
import TerminalText
import TerminalUI
import TestSupport

/// A text put together block by block.
struct TextSketch {
  private(set) var text = RichText()

  init() {}

  /// One block.
  init(_ kind: Block.Kind, _ words: String) { add(kind, words) }

  mutating func add(_ kind: Block.Kind, _ words: String) {
    if !text.blocks.isEmpty { text.utf8.append(0x0A) }
    let start = text.utf8.count
    text.utf8 += Array(words.utf8)
    text.blocks.append(Block(kind: kind, range: TextRange(start, text.utf8.count)))
  }

  mutating func addTable(_ rows: [[String]], headerRows: Int = 1) {
    if !text.blocks.isEmpty { text.utf8.append(0x0A) }
    let start = text.utf8.count
    var table = Table(rows: [], headerRows: headerRows)
    for (index, row) in rows.enumerated() {
      if index > 0 { text.utf8.append(0x0A) }
      var cells: [TextRange] = []
      for (column, words) in row.enumerated() {
        if column > 0 { text.utf8.append(0x09) }
        cells.append(TextRange(text.utf8.count, text.utf8.count + words.utf8.count))
        text.utf8 += Array(words.utf8)
      }
      table.rows.append(cells)
    }
    text.tables.append(table)
    text.blocks.append(
      Block(kind: .table(text.tables.count - 1), range: TextRange(start, text.utf8.count)))
  }

  mutating func addPicture(_ alternativeText: String, caption: String) {
    text.pictures.append(Picture(source: "pier.jpg", alternativeText: alternativeText))
    add(.picture(text.pictures.count - 1), caption)
  }

  /// The block at `index`, laid out.
  func layout(_ index: Int = 0, width: Int, glyphs: Glyphs = .unicode) -> BlockLayout {
    text.utf8.withUnsafeBufferPointer {
      BlockLayout(text.blocks[index], of: text, utf8: $0, width: width, glyphs: glyphs)
    }
  }

  /// What the block at `index` looks like.
  func lines(_ index: Int = 0, width: Int, glyphs: Glyphs = .unicode) -> [String] {
    let layout = layout(index, width: width, glyphs: glyphs)
    var surface = Surface(size: Size(width: width + 20, height: layout.lines.count))
    for line in layout.lines.indices {
      for piece in text.utf8.withUnsafeBufferPointer({ layout.pieces(ofLine: line, glyphs: glyphs, of: $0) })
      {
        surface.write(words(of: piece), x: piece.x, y: line, limit: piece.limit, style: Style())
      }
    }
    return surface.lines
  }

  func words(of piece: LinePiece) -> String {
    switch piece.content {
    case .literal(let sign): sign
    case .text(let lower, let upper): text.string(TextRange(Int(lower), Int(upper)))
    }
  }
}

/// Random words, narrow, wide and marked.
enum RandomWords {
  private static let words = [
    "a", "quay", "harbour", "dredging", "ninety-five", "€40", "per", "cent", "日本語", "港", "naïve",
    "e\u{301}tude",
    "extraordinarily-long-compound", "unbreakableunbreakableunbreakable", "—", "“open”", "👩\u{200D}🔬", "ſ",
  ]

  static func text(_ count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
  }

  /// Blocks of every kind.
  static func sketch(_ count: Int, using generator: inout SeededGenerator) -> TextSketch {
    var sketch = TextSketch()
    for _ in 0..<count {
      let words = text(Int.random(in: 1...25, using: &generator), using: &generator)
      let level = Int.random(in: 1...9, using: &generator)
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: sketch.add(.heading(level: min(level, 6)), words)
      case 1: sketch.add(.listItem(level: level, ordinal: nil), words)
      case 2:
        sketch.add(.listItem(level: level, ordinal: Int.random(in: 1...20_000, using: &generator)), words)
      case 3: sketch.add(.blockquote(level: level), words)
      case 4: sketch.add(.code, words.replacing("per", with: "\n  "))
      case 5:
        let columns = Int.random(in: 1...8, using: &generator)
        let rows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          (0..<columns).map { _ in text(Int.random(in: 0...5, using: &generator), using: &generator) }
        }
        sketch.addTable(rows, headerRows: Int.random(in: 0...1, using: &generator))
      case 6: sketch.addPicture(words, caption: Bool.random(using: &generator) ? words : "")
      case 7: sketch.add(.divider, "")
      default: sketch.add(.paragraph, words)
      }
    }
    return sketch
  }
}
