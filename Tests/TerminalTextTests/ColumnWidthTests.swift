import Testing

@testable import TerminalText

@Suite("Column widths") struct ColumnWidthTests {
  @Test(
    "A scalar has its columns",
    arguments: [
      (0x00, 0), (0x07, 0), (0x09, 1), (0x0A, 0), (0x20, 1), (0x7E, 1), (0x7F, 0), (0x85, 0), (0xA0, 1),
      (0xE9, 1),
      (0x301, 0), (0x5B0, 0), (0x600, 1), (0x93E, 1), (0x94D, 0), (0xE31, 0), (0x1100, 2), (0x1160, 0),
      (0x200B, 0),
      (0x200D, 0), (0x2014, 1), (0x2018, 1), (0x2026, 1), (0x20AC, 1), (0x231A, 2), (0x2602, 1), (0x2603, 1),
      (0x3000, 2), (0x3042, 2), (0x4E00, 2), (0xAC00, 2), (0xFE0F, 0), (0xFF21, 2), (0xFF71, 1), (0xFFFD, 1),
      (0x1F1E6, 1), (0x1F3FB, 2), (0x1F600, 2), (0x1FAE9, 2), (0x20000, 2), (0xE0041, 0), (0xE0101, 0),
      (0x10FFFF, 1),
      (0x11_0000, 1), (0xFFFF_FFFF, 1),
    ] as [(UInt32, Int)])
  func scalar(scalar: UInt32, columns: Int) {
    #expect(ColumnWidth.of(scalar) == columns)
  }

  @Test(
    "A text has its columns",
    arguments: [
      ("", 0), ("plain", 5), ("née", 3), ("ne\u{301}e", 3), ("日本", 4), ("👩\u{200D}👧", 2), ("👍🏽", 2), ("🇫🇷", 2),
      ("🇫", 1), ("☝🏽", 2), ("🏳\u{FE0F}\u{200D}🌈", 2), ("👨\u{200D}👩\u{200D}👧\u{200D}👦", 8),
      ("👩🏽\u{200D}❤\u{FE0F}\u{200D}👨🏿", 5),
      ("क्षि", 3), ("1\u{FE0F}\u{20E3}", 1), ("☂\u{FE0F}", 1), ("a🏽", 3), ("한국어", 6), ("שָׁלוֹם", 4), ("a\tb", 3),
    ])
  func text(text: String, columns: Int) {
    #expect(ColumnWidth.of(text) == columns)
  }

  @Test(
    "Text is cut to columns",
    arguments: [
      ("a long headline", 8, "a long …"), ("short", 8, "short"), ("exact", 5, "exact"), ("日本語", 5, "日本…"),
      ("日本語", 4, "日…"), ("cafe\u{301}s", 5, "cafe\u{301}s"), ("cafe\u{301}s!", 5, "cafe\u{301}…"),
      ("word", 1, "…"),
      ("word", 0, ""), ("", 3, ""),
    ])
  func truncated(text: String, columns: Int, cut: String) {
    #expect(Truncation.fit(text, columns: columns) == cut)
  }

  @Test("An ellipsis that does not fit is left out")
  func longEllipsis() {
    #expect(Truncation.fit("wording", columns: 2, ellipsis: "...") == "wo")
  }

  @Test("Text is padded to columns", arguments: [("ab", 4, "ab  "), ("日", 3, "日 "), ("long", 2, "long")])
  func padded(text: String, columns: Int, result: String) {
    #expect(Truncation.padded(text, to: columns) == result)
  }
}
