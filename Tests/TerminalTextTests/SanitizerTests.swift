import TestSupport
import Testing

@testable import TerminalText

@Suite("Sanitizer") struct SanitizerTests {
  static func clean(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    bytes.withUnsafeBufferPointer { Sanitizer.append($0, to: &output) }
    return output
  }

  @Test(
    "Text is cleaned",
    arguments: [
      ("plain words, kept as they are", "plain words, kept as they are"),
      ("a\tb\nc", "a\tb\nc"),
      ("a\r\nb\rc", "a\nb\nc"),
      ("a\u{2028}b\u{2029}c", "a\nb\nc"),
      ("bell\u{07} and escape\u{1B}[31m", "bell\u{FFFD} and escape\u{FFFD}[31m"),
      ("delete\u{7F}", "delete\u{FFFD}"),
      ("next\u{85}line", "next\u{FFFD}line"),
      ("a\u{202E}b\u{202C}c\u{2066}d\u{2069}", "abcd"),
      ("\u{FEFF}mark", "mark"),
      ("Wort\u{AD}teil", "Wortteil"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("👩\u{200D}🔬", "👩\u{200D}🔬"),
      ("☂\u{FE0F} and ☂\u{FE0E}", "☂\u{FE0F} and ☂\u{FE0E}"),
      ("left\u{200E}right\u{200F}", "left\u{200E}right\u{200F}"),
      (
        "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}!",
        "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}!"
      ),
      ("🏴\u{E0067}\u{E0062}!", "🏴!"),
      ("hidden\u{E0068}\u{E0069}\u{E007F}", "hidden"),
      ("", ""),
    ])
  func cleaned(foreign: String, clean: String) {
    #expect(Array(Sanitizer.clean(foreign).unicodeScalars) == Array(clean.unicodeScalars))
  }

  @Test(
    "Every bad byte becomes one replacement character",
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xC3], "\u{FFFD}"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xE2, 0x82, 0x41], "\u{FFFD}\u{FFFD}A"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xE2, 0x82, 0xAC], "€"),
    ] as [([UInt8], String)])
  func badBytes(bytes: [UInt8], clean: String) {
    #expect(Self.clean(bytes) == Array(clean.utf8))
  }

  @Test("Lines are the same whether they are made from bytes or from strings, in one pass or in two")
  func lines() {
    var random = SeededGenerator(seed: 11)
    let pieces: [[UInt8]] =
      [
        " ", "\t", "\n", "\r\n", "a", "Wort", "é", "Ω", "Ж", "„", "–", "\u{200B}", "\u{2028}", "\u{A0}",
        "\u{AD}", "中", "語", "が",
      ]
      .map { Array($0.utf8) } + [[0xC3], [0xE2, 0x80], [0xE5], [0x80], [0x07], [0x7F], [0xC2, 0xA0]]
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(random.next() % 9) { bytes += pieces[Int(random.next() % UInt64(pieces.count))] }
      let line = bytes.withUnsafeBufferPointer { Sanitizer.cleanLine($0) }
      // The two passes: clean first, fold then.
      let clean = Sanitizer.clean(String(decoding: bytes, as: UTF8.self))
      let words = clean.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      #expect(Array(line.utf8) == Array(words.joined(separator: " ").utf8))
    }
  }

  @Test("A flood of marks is cut, and the text after it goes on")
  func flood() {
    let flood = "e" + String(repeating: "\u{301}", count: 500) + "f" + String(repeating: "\u{302}", count: 3)
    let kept = "e" + String(repeating: "\u{301}", count: 16) + "f" + String(repeating: "\u{302}", count: 3)
    #expect(Array(Sanitizer.clean(flood).unicodeScalars) == Array(kept.unicodeScalars))
  }

  @Test(
    "White space is folded on one line",
    arguments: [
      ("  two   words\n", "two words"), ("a\u{A0}b\u{3000}c\u{2003}", "a b c"), (" \t\n", ""), ("née", "née"),
    ])
  func oneLine(text: String, line: String) {
    #expect(Sanitizer.cleanLine(text) == line)
  }

  /// What must hold for the outcome whatever the bytes were.
  static func checkInvariants(_ bytes: [UInt8]) {
    let once = clean(bytes)
    #expect(clean(once) == once, "cleaning twice differs for \(bytes)")
    #expect(String(validating: once, as: UTF8.self) != nil, "not valid UTF-8 for \(bytes)")
    for scalar in String(decoding: once, as: UTF8.self).unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      let isOverride = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      #expect(!isControl && !isOverride, "\(scalar.value) is left of \(bytes)")
    }
  }

  @Test("Whatever the bytes, the outcome is valid, harmless and stable", arguments: [1, 2, 3] as [UInt64])
  func randomBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 { Self.checkInvariants(RandomText.bytes(using: &generator)) }
  }

  // Skipped without the list of strings, which is not part of the repository.
  @Test(
    "Strings that are known to break programs come out valid, harmless and stable",
    .enabled(if: SharedData.exists("blns/blns.txt")))
  func naughtyStrings() throws {
    for line in try SharedData.lines("blns/blns.txt") { Self.checkInvariants(Array(line.utf8)) }
  }
}
