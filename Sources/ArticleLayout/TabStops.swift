import ArticleModel
import TerminalText
import TerminalUI

/// The tabs of a block of code, each as wide as it takes to reach the next multiple of four columns of its line.
struct TabStops: Sendable {
  /// The columns from one stop to the next.
  static let distance = 4

  /// Where the tabs are, in order, and how many columns each takes.
  private var tabs: [(offset: Int32, columns: Int32)] = []

  /// Finds the tabs of a stretch of text; `nil` when there are none.
  ///
  /// - Complexity: O(length of the stretch).
  init?(in range: TextRange, of utf8: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var start = range.indices.lowerBound
    for position in range.indices where utf8[position] == 0x09 || utf8[position] == 0x0A {
      if utf8[position] == 0x0A {
        column = 0
      } else {
        column += ColumnWidth.of(UnsafeBufferPointer(rebasing: utf8[start..<position]))
        let columns = Self.distance - column % Self.distance
        tabs.append((Int32(position), Int32(columns)))
        column += columns
      }
      start = position + 1
    }
    if tabs.isEmpty { return nil }
  }

  /// Wraps the stretch as if spaces stood for its tabs.
  ///
  /// - Complexity: O(length of the stretch and of its tabs).
  func wrap(
    _ range: TextRange, of utf8: UnsafeBufferPointer<UInt8>, width: Int, into lines: inout [TextLine]
  ) {
    var expanded: [UInt8] = []
    var start = Int(range.lower)
    for tab in tabs {
      expanded.append(contentsOf: utf8[start..<Int(tab.offset)])
      expanded.append(contentsOf: repeatElement(0x20, count: Int(tab.columns)))
      start = Int(tab.offset) + 1
    }
    expanded.append(contentsOf: utf8[start..<Int(range.upper)])
    var wrapped: [TextLine] = []
    expanded.withUnsafeBufferPointer {
      LineBreaker.wrap($0, lower: 0, upper: $0.count, firstWidth: width, width: width, into: &wrapped)
    }
    // Back to bytes of the text: before each line end there are some tabs, each of which is one byte.
    var next = 0
    var added: Int32 = range.lower
    func offset(_ place: Int32) -> Int32 {
      while next < tabs.count, tabs[next].offset - added < place {
        // A line that is nothing but a part of a tab shows all of it.
        guard tabs[next].offset - added + tabs[next].columns <= place else { return tabs[next].offset + 1 }
        added -= tabs[next].columns - 1
        next += 1
      }
      return place + added
    }
    for line in wrapped {
      let lower = offset(line.lower)
      lines.append(TextLine(lower: lower, upper: max(lower, offset(line.upper)), columns: line.columns))
    }
  }

  /// The pieces of a line: the words between its tabs, and each tab once for every column that it takes.
  func pieces(of line: TextLine, x: Int, scopes: ScopeStack, _ utf8: UnsafeBufferPointer<UInt8>)
    -> [LinePiece]
  {
    var pieces: [LinePiece] = []
    var x = x
    var start = line.lower
    func appendWords(to end: Int32) {
      guard start < end else { return }
      pieces.append(LinePiece(.text(lower: start, upper: end), x: x, scopes: scopes))
      x += ColumnWidth.of(UnsafeBufferPointer(rebasing: utf8[Int(start)..<Int(end)]))
    }
    for tab in tabs[tabs.partitioningIndex { $0.offset >= line.lower }...] {
      guard tab.offset < line.upper else { break }
      appendWords(to: tab.offset)
      for _ in 0..<tab.columns {
        pieces.append(LinePiece(.text(lower: tab.offset, upper: tab.offset + 1), x: x, scopes: scopes))
        x += 1
      }
      start = tab.offset + 1
    }
    appendWords(to: line.upper)
    return pieces
  }
}
