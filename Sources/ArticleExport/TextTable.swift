import TerminalText

/// Lays a table out in columns of plain text.
///
/// Columns are as wide as their widest cell while the line has room; then the widest ones are narrowed to a common
/// width and their cells wrapped. A table with more columns than the line can hold is written as one paragraph a row.
struct TextTable {
  private static let gap = 2
  private static let narrowestColumn = 4

  private let rows: [[String]]
  private let headerRows: Int
  private let columnCount: Int
  /// What the first cell of each row after the head is; nothing when the table is without colours.
  private let looks: [TextLook]

  /// Makes a table; line breaks and tabs in cells become spaces.
  init(rows: [[String]], headerRows: Int, looks: [TextLook] = []) {
    self.looks = looks
    // Hardly any table has such cells, and a copy of a long one would be as large as itself.
    let isClean = !rows.contains { row in row.contains { $0.utf8.contains { $0 == 0x0A || $0 == 0x09 } } }
    self.rows =
      isClean
      ? rows
      : rows.map { row in
        row.map { cell in
          String(decoding: cell.utf8.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
        }
      }
    self.headerRows = headerRows
    columnCount = rows.lazy.map(\.count).max() ?? 0
  }

  /// Appends the table to `writer`, each line behind `prefix`.
  func write(to writer: inout TextWriter, prefix: String) {
    let room = writer.width - ColumnWidth.of(prefix) - Self.gap * max(0, columnCount - 1)
    guard room >= Self.narrowestColumn * columnCount else {
      for row in rows {
        writer.wrapped(row.joined(separator: " · "), prefix: prefix + "  ", first: prefix)
      }
      return
    }
    let widths = columnWidths(room: room)
    if rows.count > 1000 { writer.makeRoom(lines: 4 * rows.count) }
    for (index, row) in rows.enumerated() {
      let body = index - headerRows
      write(
        row, widths: widths, to: &writer, prefix: prefix, look: body < 0 ? .heading : nil,
        first: looks.indices.contains(body) ? looks[body] : nil)
      if index + 1 == headerRows {
        let rules = widths.map { String(repeating: "─", count: $0) }
        writer.line(prefix + rules.joined(separator: String(repeating: " ", count: Self.gap)), look: .aside)
      }
    }
  }

  /// The natural widths, or those cut to the largest common width with which the table fits.
  private func columnWidths(room: Int) -> [Int] {
    var natural = Array(repeating: 1, count: columnCount)
    for row in rows {
      for (column, cell) in row.enumerated() {
        natural[column] = max(natural[column], min(room, ColumnWidth.of(cell)))
      }
    }
    guard natural.reduce(0, +) > room else { return natural }
    var low = 1
    var high = room
    while low < high {
      let middle = (low + high + 1) / 2
      if natural.reduce(0, { $0 + min($1, middle) }) <= room { low = middle } else { high = middle - 1 }
    }
    var widths = natural.map { min($0, low) }
    var left = room - widths.reduce(0, +)
    for column in widths.indices where left > 0 && natural[column] > widths[column] {
      widths[column] += 1
      left -= 1
    }
    return widths
  }

  private func write(
    _ row: [String], widths: [Int], to writer: inout TextWriter, prefix: String, look: TextLook?,
    first: TextLook?
  ) {
    let cells = row.enumerated().map { column, cell in Self.lines(of: cell, width: widths[column]) }
    let height = max(1, cells.map(\.count).max() ?? 0)
    for index in 0..<height {
      var line = prefix
      var begun = 0
      for (column, cell) in cells.enumerated() {
        let text = index < cell.count ? cell[index] : ""
        if column == 0, let first, look == nil, prefix.isEmpty, !text.isEmpty {
          begun = text.utf8.count
          writer.begin(text, look: first)
        }
        line += Truncation.padded(text, to: widths[column])
        if column + 1 < cells.count { line += String(repeating: " ", count: Self.gap) }
      }
      writer.line(begun > 0 ? String(decoding: line.utf8.dropFirst(begun), as: UTF8.self) : line, look: look)
    }
  }

  private static func lines(of cell: String, width: Int) -> [String] {
    var copy = cell
    return copy.withUTF8 { utf8 in
      var lines: [TextLine] = []
      LineBreaker.wrap(utf8, lower: 0, upper: utf8.count, firstWidth: width, width: width, into: &lines)
      return lines.map {
        String(decoding: UnsafeBufferPointer(rebasing: utf8[Int($0.lower)..<Int($0.upper)]), as: UTF8.self)
      }
    }
  }
}
