import TestSupport
import Testing

@testable import TerminalText

@Suite("Line break opportunities") struct LineBreakScannerTests {
  static func opportunities(_ text: [UInt8]) -> [Int] {
    text.withUnsafeBufferPointer { utf8 in
      guard let bytes = utf8.baseAddress else { return [] }
      var scanner = LineBreakScanner(bytes, lower: 0, upper: utf8.count)
      var result: [Int] = []
      while scanner.next() != nil { result.append(scanner.position) }
      return result
    }
  }

  /// Rules that changed between the test file's Unicode 15.0 and our 17.0: a word with an initial hyphen holds
  /// together (LB20a), a quotation mark no longer holds on to a parenthesis over spaces (LB15), a full stop holds on
  /// to a digit whatever is before it (LB25).
  private static let changedSinceUnicode15 = [
    "× 002D ÷ 0023", "× 002D ÷ 00A7", "× 0020 × 0028", "002E ÷ 003",
  ]

  // Skipped without the Unicode test files, which are not part of the repository. Opportunities inside of a cluster
  // are left out, because we do not take them.
  @Test(
    "Opportunities are those of the Unicode test file",
    .enabled(if: SharedData.exists("unicode/LineBreakTest.sample.txt")))
  func unicodeTests() throws {
    let tests = try SharedData.lines("unicode/LineBreakTest.sample.txt").compactMap { BreakTest($0) }
    var passed = 0
    for test in tests {
      let clusters = Set(ClusterIteratorTests.clusters(test.text).map(\.upper))
      if Self.opportunities(test.text) == test.breaks.filter(clusters.contains) {
        passed += 1
      } else {
        #expect(Self.changedSinceUnicode15.contains { test.line.contains($0) }, "\(test.line)")
      }
    }
    print("LineBreakTest: \(passed) of \(tests.count)")
    #expect(Double(passed) > 0.99 * Double(tests.count))
  }

  private static func opportunities(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var lower = 0
    return opportunities(bytes).map { upper in
      defer { lower = upper }
      return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }
  }

  @Test(
    "Lines may end here",
    arguments: [
      ("a b", "a |b"), ("a  b", "a  |b"), ("a\u{A0}b", "a\u{A0}b"), ("left-hand", "left-|hand"),
      ("run -x now", "run |-x |now"), ("minus -5", "minus |-5"), ("and/or", "and/|or"), ("1/2", "1/2"),
      ("km/h", "km/|h"), ("a.b", "a.b"), ("3.14,15", "3.14,15"), ("$5 (€6)", "$5 |(€6)"), ("5%!", "5%!"),
      ("f(x)", "f(x)"), ("( x )", "( x )"), ("[1] x", "[1] |x"), ("no! yes", "no! |yes"),
      ("wow!yes", "wow!|yes"),
      ("“so ”", "“so ”"), ("x “ so”", "x |“ so”"), ("say “so”, he", "say |“so”, |he"), ("it’s", "it’s"),
      ("a – b", "a |– |b"), ("a—b", "a|—|b"), ("wait… what", "wait… |what"), ("a\u{200B}b", "a\u{200B}|b"),
      ("a\u{2060}-\u{2060}b", "a\u{2060}-\u{2060}b"), (".5 of", ".5 |of"), ("the .5", "the |.5"),
      ("日本語", "日|本|語"), ("「日」本", "「日」|本"), ("ー日", "ー|日"), ("日ー本", "日ー|本"), ("한국", "한|국"),
      ("אב-ג", "אב-|ג"), ("א-1", "א-1"), ("क्षि का", "क्षि |का"), ("🇩🇪🇫🇷", "🇩🇪|🇫🇷"), ("👍🏽👍", "👍🏽|👍"),
      ("ไทยเก่า", "ไทย|เก่า"), ("กขค", "กขค"), ("a\nb\r\nc", "a\n|b\r\n|c"),
    ])
  func placed(text: String, broken: String) {
    #expect(Self.opportunities(text).joined(separator: "|") == broken)
  }

  @Test("The shortcut for plain words finds what the rules find", arguments: [1, 2, 3] as [UInt64])
  func shortcut(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("aB9 \" '.,:;!?()[]{}-/$%+=@\n".utf8)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...24, using: &generator)).map { _ in
        signs.randomElement(using: &generator) ?? 0x20
      }
      text.withUnsafeBufferPointer { utf8 in
        guard let bytes = utf8.baseAddress else { return }
        var scanner = LineBreakScanner(bytes, lower: 0, upper: utf8.count)
        var rules = LineBreakScanner(bytes, lower: 0, upper: utf8.count)
        while let segment = scanner.next() {
          let other = rules.anySegment()
          #expect(segment == other, "\(String(decoding: text, as: UTF8.self))")
        }
        #expect(rules.position == utf8.count)
      }
    }
  }
}
