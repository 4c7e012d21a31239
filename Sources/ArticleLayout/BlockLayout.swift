import ArticleModel
import TerminalText
import TerminalUI

/// One block at a width: its lines, without the blank ones around it.
public struct BlockLayout: Sendable {
  /// The block.
  public let block: Block
  /// The lines as ranges of the text; a table's and a divider's carry the block's range.
  public private(set) var lines: [TextLine]
  private let indent: Int
  private let width: Int
  private let marker: String
  private let table: TableLayout?
  private let pictureLines: [String]
  private let justifies: Bool
  private let tabStops: TabStops?

  /// The narrowest text that is still laid out; narrower panes cut it off.
  static let minimumWidth = 4

  /// Lays a block out.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - text: The text that owns it.
  ///   - utf8: That text's bytes.
  ///   - width: The columns to fill.
  ///   - glyphs: The signs to draw with.
  ///   - typesetting: How paragraphs are set.
  /// - Complexity: O(length of the block).
  public init(
    _ block: Block, of text: RichText, utf8: UnsafeBufferPointer<UInt8>, width: Int, glyphs: Glyphs,
    typesetting: Typesetting = Typesetting()
  ) {
    self.block = block
    justifies = typesetting.justifies
    self.width = max(Self.minimumWidth, width)
    var lines: [TextLine] = []
    var indent = 0
    var marker = ""
    var table: TableLayout?
    var pictureLines: [String] = []
    var tabStops: TabStops?
    let whole = TextLine(lower: block.range.lower, upper: block.range.upper, columns: 0)
    switch block.kind {
    case .listItem(let level, let ordinal):
      marker = ordinal.map { "\($0)." } ?? glyphs.bullet
      indent = min(2 * min(level - 1, 8) + max(2, ColumnWidth.of(marker) + 1), self.width / 2)
    case .blockquote(let level): indent = min(2 * min(level, 6), self.width / 2)
    case .code:
      indent = min(2, self.width / 4)
      tabStops = TabStops(in: block.range, of: utf8)
    case .table(let index):
      let layout = TableLayout(text.tables[index], utf8: utf8, width: self.width)
      table = layout
      lines = Array(repeating: whole, count: layout.lineCount)
    case .picture(let index):
      pictureLines = Self.label(of: text.pictures[index], width: self.width, glyphs: glyphs)
      lines = Array(
        repeating: TextLine(lower: whole.lower, upper: whole.lower, columns: 0), count: pictureLines.count)
      indent = min(2, self.width / 4)
    case .divider: lines = [whole]
    case .paragraph, .heading: break
    }
    self.indent = indent
    self.marker = marker
    self.table = table
    self.pictureLines = pictureLines
    self.tabStops = tabStops
    let columns = self.width - indent
    switch block.kind {
    case .table, .divider: break
    case .code where tabStops != nil: tabStops?.wrap(block.range, of: utf8, width: columns, into: &lines)
    default:
      var hyphenate: ((UnsafeBufferPointer<UInt8>) -> [Int])?
      if Self.dividesWords(block.kind), let points = typesetting.hyphenate { hyphenate = { points($0) } }
      LineBreaker.wrap(
        utf8, lower: Int(block.range.lower), upper: Int(block.range.upper), firstWidth: columns,
        width: columns, hyphenate: hyphenate,
        into: &lines)
      if case .heading = block.kind { Self.balance(&lines, of: utf8, block.range, width: columns) }
    }
    self.lines = lines
  }

  /// Whether the words of a block may be divided and its lines stretched: running text only.
  private static func dividesWords(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .paragraph, .listItem, .blockquote: true
    default: false
    }
  }

  /// Wraps a heading of several lines as narrowly as as many lines allow, so that no word stands alone on the last.
  private static func balance(
    _ lines: inout [TextLine], of utf8: UnsafeBufferPointer<UInt8>, _ range: TextRange, width: Int
  ) {
    guard (2...6).contains(lines.count) else { return }
    var low = width / 2
    var high = width
    while low < high {
      let middle = (low + high) / 2
      var tried: [TextLine] = []
      LineBreaker.wrap(
        utf8, lower: Int(range.lower), upper: Int(range.upper), firstWidth: middle, width: middle,
        into: &tried)
      if tried.count <= lines.count {
        lines = tried
        high = middle
      } else {
        low = middle + 1
      }
    }
  }

  /// The words of a line of running text: one piece, or, where lines are stretched, one for each word.
  private func words(ofLine index: Int, x: Int, scopes: ScopeStack, of utf8: UnsafeBufferPointer<UInt8>?)
    -> [LinePiece]
  {
    let line = lines[index]
    let hyphen = line.isHyphenated ? 1 : 0
    let end = Int(line.columns)
    var pieces = [LinePiece(.text(lower: line.lower, upper: line.upper), x: x, scopes: scopes)]
    var extra = 0
    if justifies, let utf8, index + 1 < lines.count, utf8[Int(lines[index + 1].lower) - 1] != 0x0A {
      extra = width - indent - end - hyphen
      let gaps = utf8[Int(line.lower)..<Int(line.upper)].count { $0 == 0x20 }
      if extra > 0, gaps > 0, end * 5 >= (width - indent) * 3 {
        pieces = stretched(line, over: gaps, by: extra, x: x, scopes: scopes, fromLeft: index % 2 == 0, utf8)
      } else {
        extra = 0
      }
    }
    if hyphen > 0 { pieces.append(LinePiece(.literal("-"), x: x + end + extra, scopes: scopes)) }
    return pieces
  }

  /// The words of a line apart, with more space between them; what cannot be shared out evenly goes to the gaps at one
  /// side, the other one on the next line.
  private func stretched(
    _ line: TextLine, over gaps: Int, by extra: Int, x: Int, scopes: ScopeStack, fromLeft: Bool,
    _ utf8: UnsafeBufferPointer<UInt8>
  ) -> [LinePiece] {
    var pieces: [LinePiece] = []
    var x = x
    var gap = 0
    var start = Int(line.lower)
    for position in Int(line.lower)...Int(line.upper) {
      guard position == Int(line.upper) || utf8[position] == 0x20 else { continue }
      if position > start {
        pieces.append(LinePiece(.text(lower: Int32(start), upper: Int32(position)), x: x, scopes: scopes))
        x += ColumnWidth.of(UnsafeBufferPointer(rebasing: utf8[start..<position]))
      }
      let isWider = fromLeft ? gap < extra % gaps : gap >= gaps - extra % gaps
      x += 1 + extra / gaps + (isWider ? 1 : 0)
      gap += 1
      start = position + 1
    }
    return pieces
  }

  /// The line that shows the byte at `offset`; the last one when none does.
  public func line(at offset: Int) -> Int {
    if let table { return table.line(at: offset) }
    let after = lines.partitioningIndex { Int($0.lower) > offset }
    return max(0, min(after - 1, lines.count - 1))
  }

  /// The offset of a line's first byte.
  public func offset(ofLine line: Int) -> Int {
    table?.offset(ofLine: line)
      ?? (lines.indices.contains(line) ? Int(lines[line].lower) : Int(block.range.lower))
  }

  /// What is drawn on a line, left to right.
  ///
  /// - Parameters:
  ///   - line: The line, from 0.
  ///   - glyphs: The signs to draw with.
  ///   - utf8: The text's bytes, for stretching lines and for tabs; without them lines stay ragged, and a tab is one
  ///     column wide.
  /// - Returns: The pieces; none for a line that is not there.
  public func pieces(
    ofLine line: Int, glyphs: Glyphs, of utf8: UnsafeBufferPointer<UInt8>? = nil
  ) -> [LinePiece] {
    guard lines.indices.contains(line) else { return [] }
    let range = lines[line]
    let words = LinePiece.Content.text(lower: range.lower, upper: range.upper)
    switch block.kind {
    case .paragraph:
      return self.words(ofLine: line, x: 0, scopes: ScopeStack(.text), of: utf8)
    case .heading(let level):
      return [LinePiece(words, x: 0, scopes: ScopeStack(level == 1 ? .heading1 : .heading))]
    case .listItem:
      var pieces = self.words(ofLine: line, x: indent, scopes: ScopeStack(.text), of: utf8)
      if line == 0 {
        let x = max(0, indent - ColumnWidth.of(marker) - 1)
        pieces.insert(
          LinePiece(.literal(marker), x: x, limit: indent, scopes: ScopeStack(.listMarker)), at: 0)
      }
      return pieces
    case .blockquote(let level):
      var pieces: [LinePiece] = []
      for bar in 0..<min(level, 6) where 2 * bar < indent {
        pieces.append(
          LinePiece(.literal(glyphs.quoteBar), x: 2 * bar, scopes: ScopeStack(.blockquote)))
      }
      pieces += self.words(ofLine: line, x: indent, scopes: ScopeStack(.blockquote), of: utf8)
      return pieces
    case .code:
      if let tabStops, let utf8 {
        return tabStops.pieces(of: range, x: indent, scopes: ScopeStack(.code), utf8)
      }
      return [LinePiece(words, x: indent, scopes: ScopeStack(.code))]
    case .table:
      return table?.pieces(ofLine: line, glyphs: glyphs) ?? []
    case .picture:
      if line < pictureLines.count {
        return [LinePiece(.literal(pictureLines[line]), x: 0, scopes: ScopeStack(.picture))]
      }
      return [LinePiece(words, x: indent, scopes: ScopeStack(.caption))]
    case .divider:
      let count = max(1, min(width, 24))
      let x = max(0, (width - count) / 2)
      return [
        LinePiece(
          .literal(String(repeating: glyphs.horizontal, count: count)), x: x, scopes: ScopeStack(.divider))
      ]
    }
  }

  /// The lines that stand for a picture: its alternative text, or where it is.
  private static func label(of picture: Picture, width: Int, glyphs: Glyphs) -> [String] {
    let words = picture.alternativeText.isEmpty ? "picture \(picture.source)" : picture.alternativeText
    let hang = ColumnWidth.of(glyphs.picture) + 1
    var copy = words
    var lines: [TextLine] = []
    return copy.withUTF8 { utf8 in
      let columns = max(1, width - hang)
      LineBreaker.wrap(utf8, lower: 0, upper: utf8.count, firstWidth: columns, width: columns, into: &lines)
      return lines.enumerated().map { index, line in
        let words = String(decoding: utf8[Int(line.lower)..<Int(line.upper)], as: UTF8.self)
        return (index == 0 ? glyphs.picture + " " : String(repeating: " ", count: hang)) + words
      }
    }
  }
}
