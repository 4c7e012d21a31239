import ArticleModel
import TerminalText
import TerminalUI

/// A table at a width: cells wrapped in their columns, or one cell a line where the columns do not fit.
struct TableLayout: Sendable {
  /// One screen line: some cells' words, each at its column.
  private struct Line: Sendable {
    var row: Int
    var cells: [(column: Int, range: TextLine)]
    var isRule = false
  }

  private let table: Table
  private let starts: [Int]
  private let widths: [Int]
  private let isStacked: Bool
  private var lines: [Line] = []
  private static let gap = 2
  private static let narrowestColumn = 5

  init(_ table: Table, utf8: UnsafeBufferPointer<UInt8>, width: Int) {
    self.table = table
    let columnCount = table.rows.map(\.count).max() ?? 0
    var widest = Array(repeating: 1, count: columnCount)
    for row in table.rows {
      for (column, cell) in row.enumerated() {
        widest[column] = max(
          widest[column], ColumnWidth.of(UnsafeBufferPointer(rebasing: utf8[cell.indices])))
      }
    }
    let available = width - Self.gap * max(0, columnCount - 1)
    let fitted = Self.fit(widest, into: available)
    isStacked =
      zip(fitted, widest).contains { $0 < min($1, Self.narrowestColumn) } || columnCount == 1
      || fitted.reduce(0, +) > available
    widths = isStacked ? Array(repeating: max(1, width - 2), count: columnCount) : fitted
    var x = 0
    starts = widths.map { columnWidth in
      defer { x += columnWidth + Self.gap }
      return x
    }
    for (index, row) in table.rows.enumerated() {
      if isStacked { stack(row, index, utf8) } else { lay(row, index, utf8) }
    }
  }

  var lineCount: Int { lines.count }

  /// The line that shows the byte at `offset`.
  func line(at offset: Int) -> Int {
    lines.firstIndex { line in
      line.cells.contains {
        Int($0.range.lower) <= offset && offset < max(Int($0.range.upper), Int($0.range.lower) + 1)
      }
    } ?? 0
  }

  /// The offset of a line's first byte.
  func offset(ofLine line: Int) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    return lines[line].cells.first.map { Int($0.range.lower) }
      ?? (line > 0 ? offset(ofLine: line - 1) : nil)
  }

  func pieces(ofLine index: Int, glyphs: Glyphs) -> [LinePiece] {
    let line = lines[index]
    if line.isRule {
      let total = isStacked ? widths.first ?? 1 : (starts.last ?? 0) + (widths.last ?? 0)
      return [
        LinePiece(
          .literal(String(repeating: glyphs.horizontal, count: total)), x: 0, scopes: ScopeStack(.tableBorder)
        )
      ]
    }
    let isHeader = line.row < table.headerRows
    return line.cells.map { column, range in
      let x = isStacked ? (column == 0 ? 0 : 2) : starts[column]
      return LinePiece(
        .text(lower: range.lower, upper: range.upper), x: x, limit: x + widths[column],
        scopes: isHeader || (isStacked && column == 0) ? ScopeStack(.text, .tableHeader) : ScopeStack(.text))
    }
  }

  private mutating func lay(_ row: [TextRange], _ index: Int, _ utf8: UnsafeBufferPointer<UInt8>) {
    var wrapped: [[TextLine]] = []
    for (column, cell) in row.enumerated() { wrapped.append(Self.wrap(cell, widths[column], utf8)) }
    for line in 0..<max(1, wrapped.map(\.count).max() ?? 1) {
      var cells: [(column: Int, range: TextLine)] = []
      for (column, parts) in wrapped.enumerated() where line < parts.count {
        cells.append((column, parts[line]))
      }
      lines.append(Line(row: index, cells: cells))
    }
    if index + 1 == table.headerRows { lines.append(Line(row: index, cells: [], isRule: true)) }
  }

  private mutating func stack(_ row: [TextRange], _ index: Int, _ utf8: UnsafeBufferPointer<UInt8>) {
    if index > 0 { lines.append(Line(row: index, cells: [], isRule: true)) }
    for (column, cell) in row.enumerated() {
      for part in Self.wrap(cell, widths[column], utf8) {
        lines.append(Line(row: index, cells: [(column, part)]))
      }
    }
  }

  private static func wrap(_ cell: TextRange, _ width: Int, _ utf8: UnsafeBufferPointer<UInt8>) -> [TextLine]
  {
    var lines: [TextLine] = []
    LineBreaker.wrap(
      utf8, lower: Int(cell.lower), upper: Int(cell.upper), firstWidth: width, width: width, into: &lines)
    return lines
  }

  /// Widths that sum up to at most `available`: columns below their fair share keep what they need, the others
  /// share the rest.
  private static func fit(_ widest: [Int], into available: Int) -> [Int] {
    var result = widest
    var open = Array(widest.indices)
    var rest = available
    guard widest.reduce(0, +) > available else { return widest }
    while !open.isEmpty {
      let share = max(1, rest / open.count)
      let small = open.filter { widest[$0] <= share }
      guard !small.isEmpty else {
        for column in open { result[column] = share }
        break
      }
      for column in small { rest -= widest[column] }
      open.removeAll { widest[$0] <= share }
    }
    return result
  }
}
