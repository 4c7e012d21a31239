/// A unit of an article or comment that stands on its own lines.
public struct Block: Hashable, Sendable {
  /// What a block is, with what only that kind has.
  public enum Kind: Hashable, Sendable {
    /// Running text.
    case paragraph
    /// A heading; level 1 is the highest, 6 the lowest.
    case heading(level: Int)
    /// One item of a list; level 1 is the outermost list, `ordinal` is `nil` for a bullet.
    case listItem(level: Int, ordinal: Int?)
    /// A block quotation (an indented passage, or lines that start with `>`); level 1 is the outermost.
    case blockquote(level: Int)
    /// Preformatted text; line breaks and spaces count.
    case code
    /// A table; the index is one of `RichText.tables`, and the block's range spans all cells.
    case table(Int)
    /// A picture; the index is one of `RichText.pictures`, and the block's range is its caption (may be empty).
    case picture(Int)
    /// A thematic break; its range is empty.
    case divider
  }

  /// What the block is.
  public var kind: Kind
  /// The block's words, in the text that owns the block.
  public var range: TextRange

  /// Makes a block.
  public init(kind: Kind, range: TextRange) {
    self.kind = kind
    self.range = range
  }
}

/// A table as rows of cells.
public struct Table: Hashable, Sendable {
  /// The cells, row by row.
  ///
  /// Each range lies in the text that owns the table. Rows may differ in length.
  public var rows: [[TextRange]]
  /// How many rows at the top are headings.
  public var headerRows: Int

  /// Makes a table.
  public init(rows: [[TextRange]], headerRows: Int) {
    self.rows = rows
    self.headerRows = headerRows
  }
}

/// A picture of an article; its caption is the range of the block that shows it.
public struct Picture: Hashable, Sendable {
  /// Where the image is, as the page gives it (resolved against the page's address when that is known).
  public var source: String
  /// The alternative text; empty when the page gives none.
  public var alternativeText: String

  /// Makes a picture.
  public init(source: String, alternativeText: String) {
    self.source = source
    self.alternativeText = alternativeText
  }
}
