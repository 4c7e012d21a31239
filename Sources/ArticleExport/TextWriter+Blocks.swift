import ArticleModel

extension TextWriter {
  private static let deepestIndent = 8

  /// Writes the blocks of a text, each line behind `prefix`, with an empty line between blocks that are not items of
  /// one list.
  mutating func blocks(of text: RichText, prefix: String, marks: TextMarks = TextMarks()) {
    for (index, block) in text.blocks.enumerated() {
      if index > 0, !(block.isListItem && text.blocks[index - 1].isListItem) { line(prefix, look: .aside) }
      write(block, of: text, prefix: prefix, marks)
    }
  }

  private mutating func write(_ block: Block, of text: RichText, prefix: String, _ marks: TextMarks) {
    let words = text.utf8[block.range.indices]
    switch block.kind {
    case .paragraph:
      wrapped(words, prefix: prefix, marks: marks)
    case .heading(let level):
      if level <= 2 {
        underlined(String(decoding: words, as: UTF8.self), prefix: prefix, rule: "─")
      } else {
        wrapped(words, prefix: prefix, look: .heading)
      }
    case .listItem(let level, let ordinal):
      let indent = prefix + String(repeating: "  ", count: max(0, min(level - 1, Self.deepestIndent)))
      let marker = ordinal.map { "\($0). " } ?? "• "
      wrapped(
        words, prefix: indent + String(repeating: " ", count: marker.unicodeScalars.count),
        first: indent + marker, marks: marks)
    case .blockquote(let level):
      wrapped(
        words, prefix: prefix + String(repeating: "> ", count: max(1, min(level, Self.deepestIndent))),
        marks: marks)
    case .code:
      var expanded: [UInt8] = []
      for byte in words {
        if byte == 0x09 {
          expanded.append(contentsOf: [0x20, 0x20, 0x20, 0x20])
        } else {
          expanded.append(byte)
        }
      }
      wrapped(expanded[...], prefix: prefix + "    ")
    case .table(let index):
      let table = text.tables[index]
      TextTable(rows: table.rows.map { $0.map(text.string) }, headerRows: table.headerRows)
        .write(to: &self, prefix: prefix)
    case .picture(let index):
      let words = text.pictures[index].alternativeText
      wrapped(words.isEmpty ? "[Picture]" : "[Picture: \(words)]", prefix: prefix, look: .aside)
      if !block.range.isEmpty { wrapped(text.string(block.range), prefix: prefix) }
    case .divider:
      line(prefix + "* * *", look: .aside)
    }
  }
}
