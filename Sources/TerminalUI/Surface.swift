import TerminalText

/// A screen full of cells: what a frame is drawn on and what a backend shows.
///
/// Drawing outside the surface is cut off, so views need no bounds checks of their own. Writing over one half of a
/// wide cell blanks the other half.
public struct Surface: Sendable {
  /// The size in columns and rows.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the cursor stands, on the focused item.
  public var cursor: Point?
  /// Whether the cursor is shown; it is while the user types.
  public var isCursorVisible = false
  /// Which rows were drawn on since the surface was made or since `forgetDrawing()`; all of a new one.
  public private(set) var drawnRows: [Bool]

  /// Makes a surface of blank cells.
  public init(size: Size, style: Style = Style()) {
    self.size = size
    cells = Array(repeating: Cell(style: style), count: size.width * size.height)
    drawnRows = Array(repeating: true, count: size.height)
  }

  /// Begins a frame that is drawn over this one: no row counts as drawn on until something is drawn there.
  public mutating func forgetDrawing() {
    for y in drawnRows.indices { drawnRows[y] = false }
  }

  /// Takes some columns of a row over from another surface of the same size.
  ///
  /// - Parameters:
  ///   - columns: The columns; they must not begin or end within a wide cell of either surface.
  ///   - y: The row.
  ///   - other: Where the cells are taken from.
  public mutating func take(_ columns: Range<Int>, ofRow y: Int, from other: Surface) {
    guard size == other.size else { return }
    let cells = y * size.width + columns.lowerBound..<y * size.width + columns.upperBound
    drawnRows[y] = true
    other.cells.withUnsafeBufferPointer { source in
      self.cells.withUnsafeMutableBufferPointer { target in
        for index in cells { target[index] = source[index] }
      }
    }
  }

  /// The cell at a place inside the surface.
  public subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }

  /// The cells of a row.
  public func row(_ y: Int) -> ArraySlice<Cell> { cells[y * size.width..<(y + 1) * size.width] }

  /// Calls `body` with the cells of a row, for walking over them without a check each.
  public func withRow<Result>(_ y: Int, _ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
    cells.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[y * size.width..<(y + 1) * size.width]))
    }
  }

  /// Blanks a rectangle.
  public mutating func fill(_ rect: Rect, style: Style) {
    let left = max(0, rect.x)
    let right = min(size.width, rect.maxX)
    guard left < right else { return }
    for y in max(0, rect.y)..<max(max(0, rect.y), min(size.height, rect.maxY)) {
      drawnRows[y] = true
      cutWideCell(x: left, y: y)
      cutWideCell(x: right, y: y)
      for x in left..<right { cells[y * size.width + x] = Cell(style: style) }
    }
  }

  /// Writes text from `x` to the right and returns the column after it.
  ///
  /// Control characters are shown as U+FFFD, so that nothing but letters can reach a terminal.
  ///
  /// - Parameters:
  ///   - utf8: The text; one line.
  ///   - x: The first column.
  ///   - y: The row.
  ///   - limit: The column before which the text is cut.
  ///   - style: How the text looks.
  /// - Returns: The column after the last one written.
  /// - Complexity: O(length of the text that fits).
  @discardableResult
  public mutating func write(
    _ utf8: UnsafeBufferPointer<UInt8>, x: Int, y: Int, limit: Int, style: Style
  ) -> Int {
    guard y >= 0, y < size.height else { return x }
    let end = min(limit, size.width)
    var column = x
    var position = 0
    while position < utf8.count, column < end {
      let letters = Self.plainLetters(in: utf8, from: position, limit: end - max(0, column))
      if letters > 0, column >= 0 {
        put(UnsafeBufferPointer(rebasing: utf8[position..<position + letters]), x: column, y: y, style: style)
        column += letters
        position += letters
        continue
      }
      var clusters = ClusterIterator(utf8, lower: position, upper: utf8.count)
      guard let cluster = clusters.next() else { break }
      position = cluster.upper
      if let sign = Self.sign(of: UnsafeBufferPointer(rebasing: utf8[cluster.lower..<cluster.upper])) {
        put(Cell(base: sign, style: style), x: column, y: y)
        column += 1
        continue
      }
      guard column + cluster.columns <= end else { break }
      var texts = CellTextIterator(utf8, lower: cluster.lower, upper: cluster.upper)
      while let text = texts.next() {
        put(Cell(text, style: style), x: column, y: y)
        column += text.columns
      }
    }
    return column
  }

  /// Writes a string from `x` to the right and returns the column after it.
  ///
  /// - Parameters:
  ///   - text: The text; one line.
  ///   - x: The first column.
  ///   - y: The row.
  ///   - limit: The column before which the text is cut; the surface's edge by default.
  ///   - style: How the text looks.
  /// - Returns: The column after the last one written.
  @discardableResult
  public mutating func write(_ text: String, x: Int, y: Int, limit: Int = .max, style: Style) -> Int {
    var copy = text
    return copy.withUTF8 { write($0, x: x, y: y, limit: limit, style: style) }
  }

  /// Writes a sign one column wide into the same column of several rows.
  ///
  /// - Parameters:
  ///   - sign: The sign; what is wider is not drawn below the first row.
  ///   - x: The column.
  ///   - rows: The rows; those outside are left out.
  ///   - limit: The column before which signs are cut; the surface's edge by default.
  ///   - style: How the sign looks.
  public mutating func write(_ sign: String, x: Int, rows: Range<Int>, limit: Int = .max, style: Style) {
    let rows = rows.clamped(to: 0..<size.height)
    guard let first = rows.first, x >= 0, write(sign, x: x, y: first, limit: limit, style: style) == x + 1
    else { return }
    let cell = self[x, first]
    for y in rows.dropFirst() { put(cell, x: x, y: y) }
  }

  /// The number of printable ASCII letters at `position`, at most `limit`, that nothing combines with.
  private static func plainLetters(
    in utf8: UnsafeBufferPointer<UInt8>, from position: Int, limit: Int
  ) -> Int {
    let end = min(utf8.count, position + limit)
    var next = position
    while next < end, utf8[next] &- 0x20 < 0x5F { next += 1 }
    // A mark may follow the last letter.
    return next > position && next < utf8.count && utf8[next] >= 0x80 ? next - position - 1 : next - position
  }

  /// Puts a run of printable ASCII letters that fits on its row.
  private mutating func put(_ letters: UnsafeBufferPointer<UInt8>, x: Int, y: Int, style: Style) {
    drawnRows[y] = true
    cutWideCell(x: x, y: y)
    cutWideCell(x: x + letters.count, y: y)
    let start = y * size.width + x
    cells.withUnsafeMutableBufferPointer { cells in
      for (offset, letter) in letters.enumerated() {
        cells[start + offset] = Cell(base: UInt32(letter), style: style)
      }
    }
  }

  /// Puts one cell; a wide one takes the next column as well.
  public mutating func put(_ cell: Cell, x: Int, y: Int) {
    guard x >= 0, y >= 0, y < size.height, x + Int(cell.width) <= size.width else { return }
    drawnRows[y] = true
    let index = y * size.width + x
    if cells[index].width != 1 { cutWideCell(x: x, y: y) }
    let end = x + Int(cell.width)
    if end < size.width, cells[index + Int(cell.width)].width == 0 { cutWideCell(x: end, y: y) }
    cells[index] = cell
    if cell.width == 2 { cells[index + 1] = .continuation(cell.style) }
  }

  /// The rows as text, trailing blanks dropped.
  public var lines: [String] {
    (0..<size.height).map { y in
      var line = row(y).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Blanks both halves of a wide cell whose second half is at `x`.
  private mutating func cutWideCell(x: Int, y: Int) {
    guard x > 0, x < size.width else { return }
    let index = y * size.width + x
    guard cells[index].width == 0 else { return }
    cells[index - 1] = Cell(style: cells[index - 1].style)
    cells[index] = Cell(style: cells[index].style)
  }

  /// What stands for a control character, which is a cluster of its own; `nil` for another cluster.
  private static func sign(of cluster: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let first = cluster[0]
    if first == 0x09 { return 0x20 }
    let isC1 = first == 0xC2 && cluster.count > 1 && cluster[1] < 0xA0
    return first < 0x20 || first == 0x7F || isC1 ? 0xFFFD : nil
  }
}
