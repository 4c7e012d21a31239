import ArticleModel

/// Builds a text block by block and finds ranges by their words.
struct TextSketch {
  private(set) var text = RichText()

  mutating func add(_ kind: Block.Kind, _ words: String) {
    if !text.utf8.isEmpty { text.utf8.append(0x0A) }
    let start = text.utf8.count
    text.utf8.append(contentsOf: words.utf8)
    text.blocks.append(Block(kind: kind, range: TextRange(start, text.utf8.count)))
  }

  mutating func addTable(_ rows: [[String]]) {
    add(.table(text.tables.count), rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
    var position = Int(text.blocks[text.blocks.count - 1].range.lower)
    var table = Table(rows: [], headerRows: 1)
    for row in rows {
      table.rows.append(
        row.map { cell in
          defer { position += cell.utf8.count + 1 }
          return TextRange(position, position + cell.utf8.count)
        })
    }
    text.tables.append(table)
  }

  mutating func addPicture(source: String, alternativeText: String, caption: String) {
    text.pictures.append(Picture(source: source, alternativeText: alternativeText))
    add(.picture(text.pictures.count - 1), caption)
  }

  mutating func mark(_ kind: Inline.Kind, _ words: String) {
    text.inlines.append(Inline(kind: kind, range: range(words)))
    text.inlines.sort { ($0.range.lower, -$0.range.count) < ($1.range.lower, -$1.range.count) }
  }

  mutating func link(_ words: String, to target: String) {
    text.linkTargets.append(target)
    mark(.link(text.linkTargets.count - 1), words)
  }

  /// The first place of the words; the end of the text when they are not there.
  func range(_ words: String) -> TextRange {
    let needle = Array(words.utf8)
    var start = 0
    while start + needle.count <= text.utf8.count {
      if text.utf8[start..<start + needle.count].elementsEqual(needle) {
        return TextRange(start, start + needle.count)
      }
      start += 1
    }
    return TextRange(text.utf8.count, text.utf8.count)
  }

  /// A part of a quote between curly marks.
  func part(_ words: String) -> Quote.Part {
    Quote.Part(range: range(words), openingLength: 3, closingLength: 3)
  }
}
