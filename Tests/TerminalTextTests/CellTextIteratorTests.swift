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
      ("\u{301}a", "1:61"), ("a\u{1}b", "1:61 1:62"), ("🇩🇪🇫", "2:1f1e9+1f1ea 1:1f1eb"), ("का", "1:915 1:93e"),
      ("क्ष", "1:915+94d 1:937"), ("👍🏽!", "2:1f44d+1f3fd 1:21"),
      ("👩\u{200D}🔬", "2:1f469+200d+1f52c"), ("🏳\u{FE0F}\u{200D}🌈", "2:1f3f3+fe0f+200d+1f308"),
      ("👩🏽\u{200D}⚕\u{FE0F}!", "2:1f469+1f3fd+200d+2695+fe0f 1:21"), ("☝🏽", "2:261d+1f3fd"),
      ("👨\u{200D}👩\u{200D}👧\u{200D}👦!", "2:1f468 2:1f469 2:1f467 2:1f466 1:21"),
      ("👩🏽\u{200D}❤\u{FE0F}\u{200D}👨🏿", "2:1f469+1f3fd 1:2764 2:1f468+1f3ff"),
      ("👍🏽\u{200D}a", "2:1f44d+1f3fd 1:61"), ("a🏽", "1:61 2:1f3fd"), ("\u{600}🇩🇪", "1:600 2:1f1e9+1f1ea"),
      ("☂\u{FE0F}", "1:2602"), ("#\u{FE0F}\u{20E3}", "1:23+20e3"),
      ("🏴\u{E0067}\u{E0062}\u{E007F}", "2:1f3f4"),
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
        let widths = (0..<cell.scalarCount).map { ColumnWidth.of(cell.scalars[$0]) }
        if widths.dropFirst().contains(where: { $0 > 0 }) {
          #expect(cell.columns == 2 && cell.scalars[cell.scalarCount - 1] != 0x200D)
        } else {
          #expect(cell.columns == widths[0])
        }
        position = cell.upper
        columns += cell.columns
      }
      #expect(columns == text.withUnsafeBufferPointer { ColumnWidth.of($0) })
    }
  }
}
