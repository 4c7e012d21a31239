import TerminalUI
import TestSupport
import Testing
import Themes

@Suite("Colours on terminals with fewer of them")
struct ColorDepthTests {
  /// The value of an entry of xterm's palette from 16 on, as xterm computes it.
  private func value(_ index: UInt8) -> UInt32 {
    let number = UInt32(index)
    guard number < 232 else { return (8 + (number - 232) * 10) * 0x010101 }
    let level: (UInt32) -> UInt32 = { $0 == 0 ? 0 : 55 + 40 * $0 }
    let cube = number - 16
    return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
  }

  private func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private func theme(_ text: String, _ depth: ColorDepth) throws -> Theme {
    Theme(try ThemeFile(name: "t", source: "name = 'T'\n[styles]\n" + text), depth: depth)
  }

  @Test("Black on white is 21 to 1, a colour on itself 1 to 1, in either order")
  func contrast() {
    #expect(abs(Contrast.ratio(0, 0xFFFFFF) - 21) < 0.01)
    #expect(Contrast.ratio(0x336699, 0x336699) == 1)
    #expect(Contrast.ratio(0x123456, 0xFEDCBA) == Contrast.ratio(0xFEDCBA, 0x123456))
  }

  @Test("An entry of the palette stays what it is, as letters and behind letters")
  func exactEntries() throws {
    for index: UInt8 in stride(from: UInt8(16), through: 250, by: 9) {
      let color = hex(value(index))
      let style = try theme("text = { bg = '\(color)' }\nlink = { fg = '\(color)' }", .palette256)
        .style(ScopeStack(.text))
      #expect(style.background.paletteIndex.map(value) == value(index))
    }
  }

  @Test("Readable colours stay readable with a palette of 256")
  func keepsContrast() throws {
    var generator = SeededGenerator(seed: 256)
    var checked = 0
    for _ in 0..<1500 {
      let front = UInt32.random(in: 0...0xFFFFFF, using: &generator)
      let back = UInt32.random(in: 0...0xFFFFFF, using: &generator)
      guard Contrast.ratio(front, back) >= 4.5 else { continue }
      checked += 1
      let style = try theme("text = { fg = '\(hex(front))', bg = '\(hex(back))' }", .palette256).style(.text)
      let (letters, behind) = (style.foreground.paletteIndex, style.background.paletteIndex)
      guard let letters, let behind else {
        Issue.record("no palette entries for \(hex(front)) on \(hex(back))")
        return
      }
      #expect(Contrast.ratio(value(letters), value(behind)) >= 4.5, "\(hex(front)) on \(hex(back))")
    }
    #expect(checked > 100)
  }

  @Test("Letters without a background of their own stay readable on the text's")
  func keepsContrastOverText() throws {
    let theme = try theme(
      "text = { fg = '#e8e4da', bg = '#2b2b33' }\nquote = { fg = '#9a9ab0' }", .palette256)
    let style = theme.style(ScopeStack(.text, .quote))
    let letters = try #require(style.foreground.paletteIndex)
    let behind = try #require(style.background.paletteIndex)
    #expect(Contrast.ratio(0x9A9AB0, 0x2B2B33) >= 4.5)
    #expect(Contrast.ratio(value(letters), value(behind)) >= 4.5)
  }

  @Test("The terminal's own colours are kept as such")
  func keepsDefaults() throws {
    for depth in BuiltInThemeTests.depths {
      let style = try theme("text = { fg = 'default', bg = 'default' }", depth).style(.text)
      #expect(style == Style())
    }
  }

  @Test("With few colours, what had a background of its own is reversed")
  func reverses() throws {
    let lines = "text = { bg = '#101010' }\n'quote.selected' = { bg = '#404040' }\nlink = { bg = 'default' }"
    for depth in [ColorDepth.none, .ansi8, .ansi16] {
      let theme = try theme(lines, depth)
      #expect(theme.style(.quoteSelected).attributes == .reverse)
      #expect(!theme.style(.text).attributes.contains(.reverse))
      #expect(!theme.style(.link).attributes.contains(.reverse))
    }
  }

  @Test(
    "A number of colours is the depth that it fills",
    arguments: [
      (-1, .none), (0, .none), (7, .none), (8, .ansi8), (15, .ansi8), (16, .ansi16), (88, .ansi16),
      (256, .palette256), (32_767, .palette256), (1 << 24, .direct), (.max, .direct),
    ] as [(Int, ColorDepth)])
  func depths(_ colors: Int, _ depth: ColorDepth) { #expect(ColorDepth(colors: colors) == depth) }
}
