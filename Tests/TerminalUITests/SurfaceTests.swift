import TerminalText
import TerminalUI
import TestSupport
import Testing

@Suite("Surfaces")
struct SurfaceTests {
  private func surface(_ width: Int = 8, _ height: Int = 1) -> Surface {
    Surface(size: Size(width: width, height: height))
  }

  @Test(
    "Text is written from a column to a limit, and wide letters that do not fit are left out",
    arguments: [
      ("abc", 0, 8, "abc", 3), ("abc", 6, .max, "      ab", 8), ("abc", 0, 2, "ab", 2), ("日本", 0, 4, "日本", 4),
      ("日本", 0, 3, "日", 2), ("日本", 7, .max, "", 7), ("a日", 6, .max, "      a", 7), ("", 3, 8, "", 3),
      ("e\u{301}x", 0, 8, "e\u{301}x", 2), ("🇩🇪!", 0, 8, "🇩🇪!", 3),
      ("🇩🇪🇩🇰", 0, 3, "🇩🇪", 2), ("👩\u{200D}💻!", 0, 8, "👩\u{200D}💻!", 3), ("👍🏽", 0, 1, "", 0),
      ("👨\u{200D}👩\u{200D}👧\u{200D}👦", 0, 8, "👨👩👧👦", 8), ("👨\u{200D}👩\u{200D}👧\u{200D}👦!", 0, 7, "", 0),
      ("क्ष!", 0, 8, "क्ष!", 3), ("☎\u{FE0F}!", 0, 8, "☎!", 2), ("🇩!", 0, 8, "🇩!", 2),
    ] as [(String, Int, Int, String, Int)])
  func writes(_ text: String, _ x: Int, _ limit: Int, _ line: String, _ end: Int) {
    var surface = surface()
    let column = surface.write(text, x: x, y: 0, limit: limit, style: Style())
    #expect(column == end)
    #expect(surface.lines[0] == line)
    #expect(surface.fault == nil)
  }

  @Test("Text left of the surface is cut off, and what is inside shows")
  func cutsLeft() {
    var surface = surface()
    #expect(surface.write("abcd", x: -2, y: 0, style: Style()) == 2)
    #expect(surface.lines == ["cd"])
    surface.write("日x", x: -1, y: 0, style: Style())
    #expect(surface.fault == nil)
    #expect(surface[1, 0].text == "x")
  }

  @Test("Rows outside the surface take nothing", arguments: [-1, 1, 100])
  func cutsRows(_ y: Int) {
    var surface = surface()
    surface.write("words", x: 0, y: y, style: Style())
    surface.put(Cell(base: 0x61), x: 0, y: y)
    surface.fill(Rect(x: 0, y: y, width: 8, height: 1), style: Style(attributes: .bold))
    #expect(surface.cells == Surface(size: surface.size).cells)
  }

  @Test("Writing over one half of a wide letter blanks the other", arguments: [0, 1])
  func cutsWide(_ x: Int) {
    var surface = surface()
    surface.write("日本", x: 0, y: 0, style: Style())
    surface.write("x", x: x, y: 0, style: Style())
    #expect(surface[x, 0].text == "x")
    #expect(surface[1 - x, 0].text == " ")
    #expect(surface[2, 0].text == "本")
    #expect(surface.fault == nil)
  }

  @Test("A wide letter between two others blanks what is left of both")
  func wideOverWide() {
    var surface = surface()
    surface.write("日本", x: 0, y: 0, style: Style())
    surface.put(Cell(base: 0x8A9E, width: 2), x: 1, y: 0)
    #expect(surface.lines == [" 語"])
    #expect(surface[3, 0].text == " ")
    #expect(surface.fault == nil)
  }

  @Test("Blanking a rectangle through wide letters leaves no halves")
  func fillsThroughWide() {
    var surface = surface()
    surface.write("日本語文", x: 0, y: 0, style: Style())
    surface.fill(Rect(x: 1, y: 0, width: 4, height: 1), style: Style())
    #expect(surface.lines == ["      文"])
    #expect(surface.fault == nil)
  }

  @Test("A cell keeps four marks and drops the rest")
  func marks() {
    var surface = surface()
    surface.write("o\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}p", x: 0, y: 0, style: Style())
    #expect(surface[0, 0].text.unicodeScalars.map(\.value) == [0x6F, 0x300, 0x301, 0x302, 0x303])
    #expect(surface[1, 0].text == "p")
  }

  @Test(
    "A control is shown as the replacement character, a tab as a space", arguments: 0..<0xA0 as Range<UInt32>)
  func controls(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    var surface = surface()
    surface.write("a\(Character(scalar))b", x: 0, y: 0, style: Style())
    #expect(surface.fault == nil)
    let isControl = value < 0x20 || value >= 0x7F
    let shown = isControl ? (value == 9 ? " " : "\u{FFFD}") : String(Character(scalar))
    #expect(surface[1, 0].text == shown)
  }

  @Test("Random bytes drawn anywhere leave whole cells and nothing that a terminal would obey")
  func property() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let size = Size(
        width: Int.random(in: 0...9, using: &generator), height: Int.random(in: 0...3, using: &generator))
      let surface = RandomDrawing.surface(size, steps: 8, using: &generator)
      let fault = surface.fault
      #expect(fault == nil)
      if fault != nil { return }
      #expect(surface.cells.count == size.width * size.height)
    }
  }

  @Test("Text takes as many columns as it was measured to take")
  func widthsAgree() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let bytes = RandomDrawing.bytes(using: &generator).filter { $0 >= 0x20 && $0 != 0x7F }
      let text = String(decoding: bytes, as: UTF8.self)
      guard
        !text.unicodeScalars.contains(where: {
          (0x80...0x9F).contains($0.value) || (0x2028...0x2029).contains($0.value)
        })
      else { continue }
      var surface = surface(120)
      #expect(
        surface.write(text, x: 0, y: 0, style: Style()) == ColumnWidth.of(text), "\(text.debugDescription)")
    }
  }
}
