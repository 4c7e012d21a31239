import TestSupport
import Testing

@testable import TerminalText

@Suite("Cells") struct CellTextIteratorTests {
  private static func cells(_ bytes: [UInt8]) -> [CellText] {
    bytes.withUnsafeBufferPointer { utf8 in
      var iterator = CellTextIterator(utf8, lower: 0, upper: utf8.count)
      var cells: [CellText] = []
      while let cell = iterator.next() { cells.append(cell) }
      return cells
    }
  }

  private static func describe(_ cell: CellText) -> String {
    let scalars = (0..<cell.scalarCount).map { String(cell.scalars[$0], radix: 16) }
    return "\(cell.columns):" + scalars.joined(separator: "+")
  }

  @Test(
    "Text is cut into cells",
    arguments: [
      ("ab", "1:61 1:62"), ("e\u{301}x", "1:65+301 1:78"), ("日", "2:65e5"), ("a\tb", "1:61 1:20 1:62"),
      ("\u{301}a", "1:61"), ("a\u{1}b", "1:61 1:62"), ("🇩🇪", "1:1f1e9 1:1f1ea"), ("का", "1:915 1:93e"),
      ("क्ष", "1:915+94d 1:937"), ("👍🏽!", "2:1f44d 1:21"), ("👩\u{200D}🔬", "2:1f469"),
      ("☂\u{FE0F}", "1:2602+fe0f"),
      ("\u{1112}\u{1161}\u{11AB}", "2:1112+1161+11ab"),
      ("o\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}k", "1:6f+301+302+303+304 1:6b"), ("", ""),
    ])
  func cut(text: String, cells: String) {
    #expect(Self.cells(Array(text.utf8)).map(Self.describe).joined(separator: " ") == cells)
  }

  @Test(
    "Cells are in order, have a base, and take the columns of the text", arguments: [1, 2, 3] as [UInt64])
  func properties(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let text = RandomText.bytes(using: &generator)
      var position = 0
      var columns = 0
      for cell in Self.cells(text) {
        #expect(position <= cell.lower && cell.lower < cell.upper && cell.upper <= text.count)
        #expect((1...2).contains(cell.columns) && (1...CellText.capacity).contains(cell.scalarCount))
        for index in 0..<cell.scalarCount {
          #expect(ColumnWidth.of(cell.scalars[index]) == (index == 0 ? cell.columns : 0))
        }
        position = cell.upper
        columns += cell.columns
      }
      #expect(columns == text.withUnsafeBufferPointer { ColumnWidth.of($0) })
    }
  }
}
