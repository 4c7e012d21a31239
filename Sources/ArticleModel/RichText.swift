/// A text with structure: the body of an article or of one comment.
///
/// All words are one UTF-8 buffer; blocks, inlines and table cells are ranges into it. Blocks follow one another in
/// reading order, do not overlap, and are separated in the buffer by one newline. The text is clean: it is valid
/// UTF-8 without control characters other than newline and tab and without bidirectional overrides.
public struct RichText: Hashable, Sendable {
  /// The words, as UTF-8.
  public var utf8: [UInt8]
  /// The blocks in reading order; their ranges lie in `utf8`, ascending, without overlap.
  public var blocks: [Block]
  /// Emphasis, links and the like, ordered by lower bound and then by descending length; each lies in one block.
  public var inlines: [Inline]
  /// The targets of links; `Inline.Kind.link` holds an index into this array.
  public var linkTargets: [String]
  /// The tables; `Block.Kind.table` holds an index into this array.
  public var tables: [Table]
  /// The pictures; `Block.Kind.picture` holds an index into this array.
  public var pictures: [Picture]

  /// Makes a text from its parts; an empty text by default.
  public init(
    utf8: [UInt8] = [], blocks: [Block] = [], inlines: [Inline] = [], linkTargets: [String] = [],
    tables: [Table] = [], pictures: [Picture] = []
  ) {
    self.utf8 = utf8
    self.blocks = blocks
    self.inlines = inlines
    self.linkTargets = linkTargets
    self.tables = tables
    self.pictures = pictures
  }

  /// The words of `range` as a string.
  ///
  /// - Complexity: O(length of the range).
  public func string(_ range: TextRange) -> String {
    String(decoding: utf8[range.indices], as: UTF8.self)
  }

  /// The whole text as a string, blocks separated by newlines.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The index of the block that covers the byte at `offset`, or of the last block before it; `nil` without blocks.
  ///
  /// - Complexity: O(log n) in the number of blocks.
  public func blockIndex(at offset: Int) -> Int? {
    guard !blocks.isEmpty else { return nil }
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(blocks[middle].range.lower) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
