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

  // Skipped without the Unicode test files, which are not part of the repository.
  @Test(
    "Opportunities are those of the Unicode test file",
    .enabled(if: SharedData.exists("unicode/LineBreakTest.sample.txt")))
  func unicodeTests() throws {
    let tests = try SharedData.lines("unicode/LineBreakTest.sample.txt").compactMap { BreakTest($0) }
    var passed = 0
    for test in tests {
      let breaks = Self.opportunities(test.text)
      if breaks == test.breaks { passed += 1 } else { print("breaks:", breaks, test.breaks, test.line) }
    }
    print("LineBreakTest: \(passed) of \(tests.count)")
    #expect(passed == tests.count)
  }
}
