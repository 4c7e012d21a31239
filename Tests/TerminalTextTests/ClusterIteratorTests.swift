import Testing

@testable import TerminalText

@Suite("Clusters") struct ClusterIteratorTests {
  static func clusters(_ text: [UInt8]) -> [(lower: Int, upper: Int, columns: Int)] {
    text.withUnsafeBufferPointer { utf8 in
      var iterator = ClusterIterator(utf8, lower: 0, upper: utf8.count)
      var result: [(lower: Int, upper: Int, columns: Int)] = []
      while let cluster = iterator.next() { result.append(cluster) }
      return result
    }
  }

  // Skipped without the Unicode test files, which are not part of the repository.
  @Test(
    "Clusters are those of the Unicode test file",
    .enabled(if: SharedData.exists("unicode/GraphemeBreakTest.txt")))
  func unicodeTests() throws {
    let tests = try SharedData.lines("unicode/GraphemeBreakTest.txt").compactMap { BreakTest($0) }
    var passed = 0
    for test in tests {
      let breaks = [0] + Self.clusters(test.text).map(\.upper)
      if breaks == test.breaks { passed += 1 } else { print("clusters:", breaks, test.line) }
    }
    print("GraphemeBreakTest: \(passed) of \(tests.count)")
    #expect(passed == tests.count)
  }
}
