import TerminalText

/// One column of the screen.
///
/// A base scalar and up to four that are drawn with it: marks without columns, the second half of a flag, or what is
/// joined to a pictograph; see ``CellText``. What is two columns wide owns its cell and leaves a *continuation* (width 0)
/// in the next one.
public struct Cell: Sendable {
  /// The Unicode scalar that is drawn; a space in an empty cell, 0 in a continuation.
  public var base: UInt32
  /// Scalars drawn with the base, 0 where there is none.
  public var marks: InlineArray<4, UInt32>
  /// How the cell looks.
  public var style: Style
  /// The columns taken: 1 or 2, and 0 for the second half of a wide cell.
  public var width: UInt8
  /// Always zero: without bytes that belong to nothing, equal cells have equal bytes, and rows are compared as such.
  private let filler: UInt16 = 0

  /// Makes a cell.
  public init(base: UInt32 = 0x20, style: Style = Style(), width: UInt8 = 1) {
    self.base = base
    self.style = style
    self.width = width
    marks = InlineArray(repeating: 0)
  }

  /// Makes a cell of a part of a text.
  init(_ text: CellText, style: Style) {
    self.init(base: text.scalars[0], style: style, width: UInt8(clamping: text.columns))
    for index in 1..<max(1, text.scalarCount) { marks[index - 1] = text.scalars[index] }
  }

  /// The second half of a wide cell.
  static func continuation(_ style: Style) -> Cell { Cell(base: 0, style: style, width: 0) }

  /// The cell's letters as text; empty for a continuation.
  public var text: String {
    guard width > 0 else { return "" }
    var scalars = String.UnicodeScalarView()
    if let scalar = Unicode.Scalar(base) { scalars.append(scalar) }
    for index in 0..<4 {
      if marks[index] != 0, let mark = Unicode.Scalar(marks[index]) { scalars.append(mark) }
    }
    return String(scalars)
  }
}

extension Cell: Equatable {
  /// Whether two cells look the same.
  @inlinable
  public static func == (lhs: Cell, rhs: Cell) -> Bool {
    lhs.base == rhs.base && lhs.width == rhs.width && lhs.style == rhs.style && lhs.marks[0] == rhs.marks[0]
      && lhs.marks[1] == rhs.marks[1] && lhs.marks[2] == rhs.marks[2] && lhs.marks[3] == rhs.marks[3]
  }
}
