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

  // Skipped without the Unicode test files, which are not part of the repository. Scissors (U+2701) were pictographs
  // in the file's Unicode 15.0 and are none in our 17.0.
  @Test(
    "Clusters are those of the Unicode test file",
    .enabled(if: SharedData.exists("unicode/GraphemeBreakTest.txt")))
  func unicodeTests() throws {
    let tests = try SharedData.lines("unicode/GraphemeBreakTest.txt").compactMap { BreakTest($0) }
    var passed = 0
    for test in tests {
      if [0] + Self.clusters(test.text).map(\.upper) == test.breaks {
        passed += 1
      } else {
        #expect(test.line.contains("× 2701"), "\(test.line)")
      }
    }
    print("GraphemeBreakTest: \(passed) of \(tests.count)")
    #expect(Double(passed) > 0.99 * Double(tests.count))
  }
}
