import TestSupport
import Testing

@testable import TerminalText

@Suite("Wrapping") struct LineBreakerTests {
  static func wrap(_ text: [UInt8], width: Int, firstWidth: Int? = nil) -> [TextLine] {
    var lines: [TextLine] = []
    text.withUnsafeBufferPointer {
      LineBreaker.wrap(
        $0, lower: 0, upper: $0.count, firstWidth: firstWidth ?? width, width: width, into: &lines)
    }
    return lines
  }

  static func wrap(_ text: String, width: Int, firstWidth: Int? = nil) -> [String] {
    let bytes = Array(text.utf8)
    return wrap(bytes, width: width, firstWidth: firstWidth).map {
      String(decoding: bytes[Int($0.lower)..<Int($0.upper)], as: UTF8.self)
    }
  }

  @Test(
    "Text is wrapped",
    arguments: [
      ("the quick fox", 9, ["the quick", "fox"]),
      ("the quick fox", 10, ["the quick", "fox"]),
      ("the quick fox", 3, ["the", "qui", "ck", "fox"]),
      ("one\ntwo\n\nthree\n", 9, ["one", "two", "", "three"]),
      ("  indented line here", 10, ["  indented", "line here"]),
      ("trailing   ", 10, ["trailing"]),
      ("a  b", 2, ["a", "b"]),
      ("", 10, []),
      ("\n", 10, [""]),
      ("well-known fact", 6, ["well-", "known", "fact"]),
      ("it costs $1,200.50 now", 9, ["it costs", "$1,200.50", "now"]),
      ("up 3 % (net) today", 8, ["up 3 %", "(net)", "today"]),
      ("(see below) ok", 6, ["(see", "below)", "ok"]),
      ("he said “no way” twice", 9, ["he said", "“no way”", "twice"]),
      ("don’t stop", 6, ["don’t", "stop"]),
      ("a—b", 2, ["a—", "b"]),
      ("漢字仮名", 5, ["漢字", "仮名"]),
      ("漢字、仮", 4, ["漢", "字、", "仮"]),
      ("宽字", 1, ["宽", "字"]),
      ("10 km", 4, ["10", "km"]),
      ("10\u{A0}km far", 6, ["10\u{A0}km", "far"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
      ("🇩🇪🇫🇷🇮🇹", 4, ["🇩🇪🇫🇷", "🇮🇹"]),
      ("👩\u{200D}🔬👍🏽", 2, ["👩\u{200D}🔬", "👍🏽"]),
      ("example.org/path/to/page", 12, ["example.org/", "path/to/page"]),
    ] as [(String, Int, [String])])
  func wrapped(text: String, width: Int, lines: [String]) {
    #expect(Self.wrap(text, width: width) == lines)
  }

  @Test(
    "The first line has its own width",
    arguments: [
      ("one two three", 3, 9, ["one", "two three"]),
      ("one two three", 0, 9, ["", "one two", "three"]),
      ("one two three", 7, 3, ["one two", "thr", "ee"]),
      ("   one two", 4, 9, ["one", "two"]),
      ("immense", 2, 5, ["im", "mense"]),
      ("日本", 1, 2, ["", "日", "本"]),
    ] as [(String, Int, Int, [String])])
  func firstWidth(text: String, firstWidth: Int, width: Int, lines: [String]) {
    #expect(Self.wrap(text, width: width, firstWidth: firstWidth) == lines)
  }

  @Test("Bounds outside of the text are moved to it")
  func bounds() {
    var lines: [TextLine] = []
    Array("abc def".utf8).withUnsafeBufferPointer {
      LineBreaker.wrap($0, lower: -5, upper: 99, firstWidth: -1, width: -1, into: &lines)
      LineBreaker.wrap($0, lower: 5, upper: 2, firstWidth: 8, width: 8, into: &lines)
      LineBreaker.wrap($0, lower: 4, upper: 7, firstWidth: 8, width: 8, into: &lines)
    }
    #expect(lines.last == TextLine(lower: 4, upper: 7, columns: 3))
  }

  @Test(
    "Lines are narrow enough, and cover every byte but spaces and line ends once and in order",
    arguments: [1, 2, 3, 4] as [UInt64])
  func properties(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let text = RandomText.bytes(using: &generator)
      let width = Int.random(in: 1...30, using: &generator)
      let firstWidth = Int.random(in: 0...30, using: &generator)
      let lines = Self.wrap(text, width: width, firstWidth: firstWidth)
      var position = 0
      for (index, line) in lines.enumerated() {
        let (lower, upper) = (Int(line.lower), Int(line.upper))
        #expect(position <= lower && lower <= upper && upper <= text.count)
        guard position <= lower, lower <= upper, upper <= text.count else { return }
        #expect(String(decoding: text[position..<lower], as: UTF8.self).unicodeScalars.allSatisfy(Self.isGap))
        text[lower..<upper].withUnsafeBufferPointer {
          let columns = ColumnWidth.of($0)
          #expect(columns == Int(line.columns), "columns of \(Array($0)) in \(text)")
          // A character that is wider than the line stands alone in it, except for what has no width.
          let visible = ClusterIteratorTests.clusters(Array($0)).filter { $0.columns > 0 }
          #expect(columns <= (index == 0 ? firstWidth : width) || (visible.count == 1 && columns > width))
        }
        position = upper
      }
      #expect(String(decoding: text[position...], as: UTF8.self).unicodeScalars.allSatisfy(Self.isGap))
    }
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
  }
}
