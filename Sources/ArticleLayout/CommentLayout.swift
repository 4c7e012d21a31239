import ArticleModel
import TerminalText
import TerminalUI

/// One comment's body at a width.
///
/// What its words mean is not known here: rows are counted for every comment that is passed, and looking for figures
/// takes twice as long as breaking lines.
public struct CommentLayout: Sendable {
  /// The body.
  public let body: RichText
  private let blocks: [BlockLayout]
  /// The row at which each block starts; a blank row stands between blocks, except between list items.
  private let starts: [Int]
  /// The rows of the body.
  public let rows: Int

  /// Lays a body out.
  ///
  /// - Parameters:
  ///   - body: The comment's words.
  ///   - width: The columns of text.
  ///   - glyphs: The signs to draw with.
  public init(body: RichText, width: Int, glyphs: Glyphs) {
    self.body = body
    blocks = body.utf8.withUnsafeBufferPointer { utf8 in
      body.blocks.map { BlockLayout($0, of: body, utf8: utf8, width: width, glyphs: glyphs) }
    }
    var starts: [Int] = []
    var row = 0
    for (index, block) in blocks.enumerated() {
      if index > 0, !(block.block.kind.isListItem && blocks[index - 1].block.kind.isListItem) { row += 1 }
      starts.append(row)
      row += block.lines.count
    }
    self.starts = starts
    rows = row
  }

  /// What is drawn on a row of the body, and the stretch of it that the row shows.
  public func row(_ row: Int, glyphs: Glyphs) -> (pieces: [LinePiece], range: TextRange?) {
    let index = starts.partitioningIndex { $0 > row } - 1
    guard index >= 0, row - starts[index] < blocks[index].lines.count else { return ([], nil) }
    let pieces = body.utf8.withUnsafeBufferPointer {
      blocks[index].pieces(ofLine: row - starts[index], glyphs: glyphs, of: $0)
    }
    var range: TextRange?
    for case .text(let low, let high) in pieces.map(\.content) {
      range = TextRange(
        min(range.map { Int($0.lower) } ?? .max, Int(low)), max(range.map { Int($0.upper) } ?? 0, Int(high)))
    }
    return (pieces, range)
  }

  /// The offset of the byte of the body that is drawn at a column of a row, or `nil` beside the words.
  public func offset(ofRow row: Int, column: Int, glyphs: Glyphs) -> Int? {
    self.row(row, glyphs: glyphs).pieces.lazy.compactMap { $0.offset(at: column, in: body) }.first
  }

  /// The row that shows the byte of the body at `offset`.
  public func row(of offset: Int) -> Int {
    guard let index = body.blockIndex(at: offset), index < blocks.count else { return 0 }
    return starts[index] + blocks[index].line(at: offset)
  }

  /// The offset of the first byte on a row, or on the next row with words.
  public func offset(ofRow row: Int) -> Int {
    let index = max(0, starts.partitioningIndex { $0 > row } - 1)
    guard index < blocks.count else { return 0 }
    return blocks[index].offset(ofLine: min(row - starts[index], max(0, blocks[index].lines.count - 1)))
  }
}

extension Block.Kind {
  /// Whether the block is an item of a list.
  var isListItem: Bool {
    if case .listItem = self { true } else { false }
  }
}
