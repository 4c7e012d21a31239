import Foundation
import HTMLTree
import Testing

// Skipped when the development data does not stand beside the repository.
@Suite("The tokenizer cases of html5lib", .enabled(if: SharedData.isPresent))
struct TokenizerTests {
  @Test("At least 99 % of the cases give the tokens of the standard")
  func all() throws {
    var (count, leftOut, failed) = (0, 0, 0)
    for file in try SharedData.files("data/hostile/html5lib/tokenizer", withExtension: "test") {
      for test in try TokenizerCase.cases(in: file) {
        for state in test.states {
          count += 1
          if LeftOutCases.reason(for: test) != nil {
            leftOut += 1
            continue
          }
          let actual = test.actual(from: state)
          guard actual != test.expected else { continue }
          failed += 1
          print("--- \(test.file) \(state): \(test.description) \(test.input.debugDescription)")
          print("expected: \(test.expected)", "actual:   \(actual)", separator: "\n")
        }
      }
    }
    let passed = count - leftOut - failed
    let share = String(format: "%.2f", 100 * Double(passed) / Double(max(1, count)))
    print("html5lib tokenizer: \(passed) of \(count) pass (\(share) %), \(leftOut) left out")
    #expect(failed == 0)
    #expect(passed * 100 >= count * 99)
  }
}
