import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Pictures in characters")
struct PictureCellsTests {
  private func picture(_ text: String) -> PictureCells { PictureCells(Array(text.utf8)) }

  @Test("Letters, rows and SGR colours are taken over")
  func colors() {
    let rows = picture("\u{1B}[38;2;1;2;3;48;5;7m▄\u{1B}[0mx\n\u{1B}[7;31mé").rows
    #expect(rows.count == 2)
    #expect(rows[0].map(\.text) == ["▄", "x"])
    #expect(rows[0][0].style.foreground == .rgb(0x010203))
    #expect(rows[0][0].style.background == .palette(7))
    #expect(rows[0][1].style == Style())
    #expect(rows[1][0].style == Style(foreground: .palette(1), attributes: .reverse))
  }

  @Test(
    "Nothing else of a program's output reaches the screen",
    arguments: [
      "\u{1B}[2Ja", "\u{1B}]0;title\u{7}a", "\u{1B}[?25l\u{1B}[1;1Ha", "\u{8}\r\ta", "\u{9B}31ma",
      "\u{1B}[38;2;1m",
      "\u{1B}[", "\u{1B}", "\u{202E}日a",
    ])
  func hostile(_ text: String) {
    for cell in picture(text).rows.joined() {
      #expect(
        cell.base >= 0x20 && cell.width == 1 && !(0x7F..<0xA0).contains(cell.base) && cell.base != 0x202E)
    }
  }

  @Test("A picture without end is cut")
  func cut() {
    #expect(picture(String(repeating: "x\n", count: 5000)).rows.count == PictureCells.mostRows)
    #expect(picture(String(repeating: "x", count: 5000)).rows[0].count == PictureCells.mostColumns)
  }

  @Test("A picture that was drawn lies over the panes until Escape")
  func overlay() {
    var session = Session(Fixtures.harbour, width: 80, height: 24)
    session.press("] p")
    guard case .picture(let block) = session.state.article.selection else {
      Issue.record("no picture is selected")
      return
    }
    session.send(.drawn(picture("\u{1B}[31m▄▄▄"), block: block, generation: 1))
    #expect(session.frame.lines.contains { $0.contains("▄▄▄") })
    #expect(session.frame.lines.contains { $0.contains("The gate on Sunday") })
    session.press("escape")
    #expect(!session.frame.lines.contains { $0.contains("▄▄▄") })
  }
}
