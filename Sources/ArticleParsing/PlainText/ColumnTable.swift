import TerminalText

/// A table that is drawn in plain text: cells parted by tabs, or standing under one another with white space between.
struct ColumnTable {
  private(set) var rows: [[String]] = []
  private(set) var headerRows = 0

  /// Longer lines are no rows.
  private static let longestLine = 400

  /// Reads the lines of a group; `nil` when they are no table.
  ///
  /// Columns are parted by at least two columns of white space that run through all lines. Three lines are needed, or two
  /// when they have three columns: two lines of prose may have a gap in common by chance.
  ///
  /// - Complexity: O(number of bytes).
  init?(_ table: LineTable, _ lines: Range<Int>) {
    guard lines.count >= 2,
      lines.allSatisfy({ table[$0].count <= Self.longestLine && table[$0].indent < 200 })
    else {
      return nil
    }
    if let rows = Self.tabbed(table, lines) {
      self.rows = rows
    } else {
      guard let rows = Self.aligned(table, lines) else { return nil }
      self.rows = rows
    }
    takeRule()
  }

  /// A row of strokes under the first one makes it a heading; further ones only part groups of rows.
  private mutating func takeRule() {
    func isRule(_ row: [String]) -> Bool {
      row.contains { !$0.isEmpty }
        && row.allSatisfy {
          $0.utf8.allSatisfy { $0 == 0x2D || $0 == 0x3D || $0 == 0x5F || $0 == 0x2B || $0 == 0x20 }
        }
    }
    if rows.count > 2, isRule(rows[1]) { headerRows = 1 }
    rows.removeAll(where: isRule)
  }

  private static func tabbed(_ table: LineTable, _ lines: Range<Int>) -> [[String]]? {
    let tabs = table.text(lines.lowerBound).count { $0 == 0x09 }
    guard tabs > 0, lines.allSatisfy({ line in table.text(line).count { $0 == 0x09 } == tabs }) else {
      return nil
    }
    return lines.map { line in
      table.text(line).split(separator: 0x09, omittingEmptySubsequences: false).map(cell)
    }
  }

  private static func aligned(_ table: LineTable, _ lines: Range<Int>) -> [[String]]? {
    var occupied = [Int32](repeating: 0, count: 2 * longestLine)
    for line in lines {
      var column = Int(table[line].indent)
      var spaces = 0
      // A row whose first cell is empty begins with the gap.
      var hasGap = table[line].indent > table[lines.lowerBound].indent + 1
      for byte in table.text(line) where byte & 0xC0 != 0x80 {
        if byte == 0x09 { return nil }
        if byte == 0x20 {
          spaces += 1
        } else {
          occupied[column] += 1
          if spaces > 1 { hasGap = true }
          spaces = 0
        }
        column += 1
      }
      if !hasGap { return nil }
    }
    guard let starts = columnStarts(occupied), starts.count >= (lines.count > 2 ? 2 : 3) else { return nil }
    let rows = lines.map { cells(of: table, $0, starts: starts) }
    // In a table most rows have something in most columns.
    let filled = rows.reduce(0) { $0 + $1.count { !$0.isEmpty } }
    guard filled * 3 >= rows.count * starts.count * 2 else { return nil }
    return rows
  }

  /// Where the columns begin; `nil` when there is only one.
  private static func columnStarts(_ occupied: [Int32]) -> [Int]? {
    guard let first = occupied.firstIndex(where: { $0 > 0 }), let last = occupied.lastIndex(where: { $0 > 0 })
    else {
      return nil
    }
    var starts = [first]
    var blanks = 0
    for column in first...last {
      if occupied[column] == 0 {
        blanks += 1
      } else {
        if blanks > 1 { starts.append(column) }
        blanks = 0
      }
    }
    return starts.count > 1 ? starts : nil
  }

  private static func cells(of table: LineTable, _ line: Int, starts: [Int]) -> [String] {
    var cells: [[UInt8]] = Array(repeating: [], count: starts.count)
    var column = Int(table[line].indent) - 1
    var current = 0
    for byte in table.text(line) {
      if byte & 0xC0 != 0x80 {
        column += 1
        while current + 1 < starts.count, column >= starts[current + 1] { current += 1 }
      }
      cells[current].append(byte)
    }
    return cells.map { cell($0[...]) }
  }

  private static func cell(_ bytes: some Sequence<UInt8>) -> String {
    Sanitizer.cleanLine(String(decoding: Array(bytes), as: UTF8.self))
  }
}
