import ArticleModel

extension JSONWriter {
  /// Writes the blocks of a text as an array.
  mutating func blocks(of text: RichText) {
    let scalars = ScalarIndex(text.utf8)
    var nextInline = 0
    beginArray()
    for (index, block) in text.blocks.enumerated() {
      beginObject()
      member("id", ArticleLocator.block(index))
      member("kind", block.exportName)
      member("level", block.level)
      key("text")
      value(utf8: text.utf8[block.range.indices])
      key("inlines")
      beginArray()
      while nextInline < text.inlines.count, text.inlines[nextInline].range.lower < block.range.upper {
        inline(text.inlines[nextInline], of: text, block: block, scalars: scalars)
        nextInline += 1
      }
      endArray()
      switch block.kind {
      case .table(let table): rows(text.tables[table], of: text)
      case .picture(let picture):
        member("source", text.pictures[picture].source)
        member("alt", text.pictures[picture].alternativeText)
        key("caption")
        value(utf8: text.utf8[block.range.indices])
      default: break
      }
      endObject()
    }
    endArray()
  }

  private mutating func inline(_ inline: Inline, of text: RichText, block: Block, scalars: ScalarIndex) {
    let first = Int(block.range.lower)
    beginObject()
    member("start", scalars.scalars(from: first, to: Int(inline.range.lower)))
    member("end", scalars.scalars(from: first, to: Int(inline.range.upper)))
    switch inline.kind {
    case .emphasis: member("kind", "emphasis")
    case .strong: member("kind", "strong")
    case .code: member("kind", "code")
    case .strike: member("kind", "strike")
    case .link: member("kind", "link")
    }
    if case .link(let target) = inline.kind {
      member("target", text.linkTargets[target])
    } else {
      member("target", nil as String?)
    }
    endObject()
  }

  private mutating func rows(_ table: Table, of text: RichText) {
    key("rows")
    beginArray()
    for row in table.rows {
      beginArray()
      for cell in row { value(utf8: text.utf8[cell.indices]) }
      endArray()
    }
    endArray()
  }
}

extension Block {
  /// The name of the block's kind in exports.
  fileprivate var exportName: String {
    switch kind {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .listItem: "listItem"
    case .blockquote: "blockquote"
    case .code: "code"
    case .table: "table"
    case .picture: "picture"
    case .divider: "divider"
    }
  }

  /// The level of a block that has one.
  fileprivate var level: Int? {
    switch kind {
    case .heading(let level), .listItem(let level, _), .blockquote(let level): level
    default: nil
    }
  }
}
