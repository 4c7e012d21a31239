import ArticleModel

extension MarkdownWriter {
  private static let deepestIndent = 8
  private static let deepestList = 16

  /// Writes the blocks of a text, each line behind `prefix`, with an empty line between blocks that are not items of
  /// one list.
  mutating func blocks(of text: RichText, prefix: String) {
    var nextInline = 0
    var contentColumns: [Int] = []
    for (index, block) in text.blocks.enumerated() {
      if index > 0, !(block.isListItem && text.blocks[index - 1].isListItem) {
        raw(prefix)
        newline()
      }
      let first = nextInline
      while nextInline < text.inlines.count, text.inlines[nextInline].range.lower < block.range.upper {
        nextInline += 1
      }
      raw(prefix)
      if case .listItem(let level, let ordinal) = block.kind {
        marker(level: level, ordinal: ordinal, contentColumns: &contentColumns)
      } else {
        contentColumns = []
      }
      write(block, of: text, inlines: text.inlines[first..<nextInline], prefix: prefix)
    }
  }

  /// Writes the indent and marker of a list item.
  ///
  /// An item belongs to the list in which its marker stands at or right of the words of the item above; `contentColumns`
  /// has the columns of those words for every open level.
  private mutating func marker(level: Int, ordinal: Int?, contentColumns: inout [Int]) {
    let depth = max(0, min(level - 1, contentColumns.count, Self.deepestList))
    contentColumns.removeSubrange(depth...)
    let indent = contentColumns.last ?? 0
    let marker = ordinal.map { "\(max(0, min($0, 999_999_999))). " } ?? "- "
    raw(String(repeating: " ", count: indent) + marker)
    contentColumns.append(indent + marker.utf8.count)
  }

  private mutating func write(_ block: Block, of text: RichText, inlines: ArraySlice<Inline>, prefix: String)
  {
    switch block.kind {
    case .paragraph, .listItem:
      words(block.range, of: text, inlines: inlines, isLineStart: true)
    case .heading(let level):
      raw(String(repeating: "#", count: max(1, min(level, 6))) + " ")
      words(block.range, of: text, inlines: inlines, isLineStart: false)
    case .blockquote(let level):
      raw(String(repeating: "> ", count: max(1, min(level, Self.deepestIndent))))
      words(block.range, of: text, inlines: inlines, isLineStart: true)
    case .code:
      code(block: text.utf8[block.range.indices], prefix: prefix)
    case .table(let index):
      table(text.tables[index], of: text, prefix: prefix)
    case .picture(let index):
      let picture = text.pictures[index]
      raw("![")
      words(picture.alternativeText, isLineStart: false)
      raw("]")
      destination(picture.source)
      if !block.range.isEmpty {
        newline()
        raw(prefix)
        newline()
        raw(prefix)
        words(block.range, of: text, inlines: inlines, isLineStart: true)
      }
    case .divider:
      raw("---")
    }
    newline()
  }

  /// Writes a fenced code block whose fence is longer than any run of backticks inside.
  private mutating func code(block utf8: ArraySlice<UInt8>, prefix: String) {
    let fence = String(repeating: "`", count: max(3, Self.longestRun(of: UInt8(ascii: "`"), in: utf8) + 1))
    raw(fence)
    newline()
    for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      raw(prefix)
      raw(String(decoding: line, as: UTF8.self))
      newline()
    }
    raw(prefix + fence)
  }

  private mutating func table(_ table: Table, of text: RichText, prefix: String) {
    let columns = table.rows.lazy.map(\.count).max() ?? 0
    let rows = table.rows.map { $0.map(text.string) }
    let hasHeader = table.headerRows > 0 && !rows.isEmpty
    self.table(
      header: hasHeader ? rows[0] : Array(repeating: "", count: columns),
      rows: rows.dropFirst(hasHeader ? 1 : 0),
      columns: columns, prefix: prefix)
  }

  /// Writes a table without a newline after its last row; missing cells are left empty.
  mutating func table(header: [String], rows: ArraySlice<[String]>, columns: Int, prefix: String) {
    row(header, columns: columns)
    newline()
    raw(prefix + "|" + String(repeating: " --- |", count: columns))
    for cells in rows {
      newline()
      raw(prefix)
      row(cells, columns: columns)
    }
  }

  private mutating func row(_ cells: [String], columns: Int) {
    raw("|")
    for column in 0..<columns {
      raw(" ")
      if column < cells.count { words(cells[column], isLineStart: false) }
      raw(" |")
    }
  }
}
