import ArticleModel
import TerminalText

/// Builds a `RichText` block by block; every word passes the sanitizer here and nowhere else.
///
/// White space is collapsed to single spaces and trimmed at both ends of a block, except in code blocks, where line
/// breaks and spaces count. Blocks that end up without words are dropped, dividers and pictures excepted.
struct RichTextBuilder {
  /// The text so far; complete once `finish()` was called.
  private(set) var text = RichText()
  private var openBlock: Block.Kind?
  private var blockStart = 0
  private var openInlines: [(kind: Inline.Kind, start: Int)] = []
  private var pendingSpace = false
  private var scratch: [UInt8] = []

  /// Starts a block; an open one is ended first.
  mutating func begin(_ kind: Block.Kind) {
    endBlock()
    openBlock = kind
    blockStart = text.utf8.isEmpty ? 0 : text.utf8.count + 1
    pendingSpace = false
  }

  /// Whether a block is open.
  var isInBlock: Bool { openBlock != nil }

  /// Whether the open block has words yet.
  var hasWords: Bool { openBlock != nil && text.utf8.count > blockStart }

  /// Appends foreign bytes to the open block, cleaned; opens a paragraph when no block is open.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    scratch.removeAll(keepingCapacity: true)
    scratch.reserveCapacity(bytes.count)
    Sanitizer.append(bytes, to: &scratch)
    appendClean()
  }

  /// Appends a foreign string to the open block, cleaned; opens a paragraph when no block is open.
  mutating func append(_ string: String) {
    var copy = string
    copy.withUTF8 { append($0) }
  }

  /// Starts an inline at the next word.
  mutating func open(_ kind: Inline.Kind) {
    openInlines.append((kind, -1))
  }

  /// Starts a link at the next word.
  mutating func openLink(to target: String) {
    text.linkTargets.append(Sanitizer.cleanLine(target))
    open(.link(text.linkTargets.count - 1))
  }

  /// Ends the innermost inline; without an open one nothing happens.
  mutating func closeInline() {
    guard let inline = openInlines.popLast() else { return }
    record(inline)
  }

  /// Ends the open block; inlines that are still open go on in the next block.
  mutating func endBlock() {
    guard let kind = openBlock else { return }
    openBlock = nil
    pendingSpace = false
    if case .code = kind {
      while text.utf8.count > blockStart, text.utf8.last == 0x0A || text.utf8.last == 0x20 {
        text.utf8.removeLast()
      }
      trimInlines()
    }
    for index in openInlines.indices {
      record(openInlines[index])
      openInlines[index].start = -1
    }
    let hasWords = text.utf8.count > blockStart
    switch kind {
    case .divider, .picture:
      if !hasWords { separate() }
    default:
      guard hasWords else { return }
    }
    text.blocks.append(Block(kind: kind, range: TextRange(blockStart, text.utf8.count)))
  }

  /// Appends a divider.
  mutating func appendDivider() {
    begin(.divider)
    endBlock()
  }

  /// Starts a picture block; what is appended until `endBlock()` is its caption.
  mutating func beginPicture(source: String, alternativeText: String) {
    text.pictures.append(
      Picture(
        source: Sanitizer.cleanLine(source), alternativeText: Sanitizer.cleanLine(alternativeText)))
    begin(.picture(text.pictures.count - 1))
  }

  /// Appends a table; cells are given as plain foreign text, row by row.
  mutating func appendTable(rows: [[String]], headerRows: Int) {
    begin(.table(text.tables.count))
    separate()
    var table = Table(rows: [], headerRows: headerRows)
    for (rowIndex, row) in rows.enumerated() {
      var cells: [TextRange] = []
      if rowIndex > 0 { text.utf8.append(0x0A) }
      for (cellIndex, cell) in row.enumerated() {
        if cellIndex > 0 { text.utf8.append(0x09) }
        let start = text.utf8.count
        text.utf8.append(contentsOf: Sanitizer.cleanLine(cell).utf8)
        cells.append(TextRange(start, text.utf8.count))
      }
      table.rows.append(cells)
    }
    text.tables.append(table)
    endBlock()
  }

  /// The finished text.
  mutating func finish() -> RichText {
    endBlock()
    while !openInlines.isEmpty { closeInline() }
    text.inlines.sort {
      ($0.range.lower, -$0.range.count) < ($1.range.lower, -$1.range.count)
    }
    return text
  }

  /// Shortens the inlines that reach beyond the text after white space was taken off its end.
  private mutating func trimInlines() {
    let end = text.utf8.count
    var index = text.inlines.count - 1
    while index >= 0, Int(text.inlines[index].range.upper) > end {
      let start = Int(text.inlines[index].range.lower)
      if start < end {
        text.inlines[index].range = TextRange(start, end)
      } else {
        text.inlines.remove(at: index)
      }
      index -= 1
    }
  }

  private mutating func record(_ inline: (kind: Inline.Kind, start: Int)) {
    guard inline.start >= 0, inline.start < text.utf8.count else { return }
    text.inlines.append(Inline(kind: inline.kind, range: TextRange(inline.start, text.utf8.count)))
  }

  /// Writes the newline that separates the open block from the one before it.
  private mutating func separate() {
    if blockStart > text.utf8.count { text.utf8.append(0x0A) }
  }

  private mutating func appendClean() {
    if openBlock == nil { begin(.paragraph) }
    if case .code = openBlock {
      append(verbatim: scratch[...])
      return
    }
    // Words with single spaces between them are copied in one piece.
    let words = scratch
    words.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        if Self.isSpace(bytes[position]) {
          pendingSpace = true
          position += 1
          continue
        }
        var end = position + 1
        while end < bytes.count {
          // Clean text has no byte below 0x20 but newline and tab.
          if bytes[end] <= 0x20 {
            guard bytes[end] == 0x20, end + 1 < bytes.count, !Self.isSpace(bytes[end + 1]) else { break }
          }
          end += 1
        }
        append(words: UnsafeBufferPointer(rebasing: bytes[position..<end]))
        position = end
      }
    }
  }

  private mutating func append(words: UnsafeBufferPointer<UInt8>) {
    separate()
    if pendingSpace && text.utf8.count > blockStart { text.utf8.append(0x20) }
    pendingSpace = false
    startInlines()
    text.utf8.append(contentsOf: words)
  }

  private mutating func append(verbatim bytes: ArraySlice<UInt8>) {
    var rest = bytes
    if text.utf8.count <= blockStart { rest = rest.drop(while: { $0 == 0x0A }) }
    guard !rest.isEmpty else { return }
    separate()
    startInlines()
    text.utf8.append(contentsOf: rest)
  }

  private mutating func startInlines() {
    for index in openInlines.indices where openInlines[index].start < 0 {
      openInlines[index].start = text.utf8.count
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
