import Foundation
import HTMLTree
import Testing

// Skipped when the development data does not stand beside the repository.
@Suite("The tree-construction cases of html5lib", .enabled(if: SharedData.isPresent))
struct TreeConstructionTests {
  private static let folder = "data/hostile/html5lib/tree-construction"

  private func cases() throws -> [TreeConstructionCase] {
    let plain = try SharedData.files(Self.folder, withExtension: "dat").flatMap {
      try TreeConstructionCase.cases(in: $0)
    }
    let scripted = try SharedData.files(Self.folder + "/scripted", withExtension: "dat").flatMap {
      try TreeConstructionCase.cases(in: $0, folder: "scripted/")
    }
    return plain + scripted
  }

  @Test("At least 99 % of the whole-document cases give the tree of the standard")
  func documents() throws { try run(cases().filter { $0.context == nil }, as: "whole-document") }

  @Test("At least 99 % of the fragment cases give the tree of the standard")
  func fragments() throws { try run(cases().filter { $0.context != nil }, as: "fragment") }

  private func run(_ cases: [TreeConstructionCase], as kind: String) throws {
    let known = cases.filter { LeftOutCases.reason(for: $0) == nil }
    var failed: [TreeConstructionCase] = []
    for test in known where test.actual != test.expected { failed.append(test) }
    let passed = known.count - failed.count
    let share = String(format: "%.2f", 100 * Double(passed) / Double(max(1, cases.count)))
    print(
      "html5lib \(kind): \(passed) of \(cases.count) pass (\(share) %), \(cases.count - known.count) left out"
    )
    for test in failed {
      print("--- \(test.name) \(test.input.debugDescription)")
      print(
        "expected:", test.expected.joined(separator: "\n"), "actual:", test.actual.joined(separator: "\n"),
        separator: "\n")
    }
    #expect(failed.isEmpty)
    #expect(passed * 100 >= cases.count * 99)
  }
}
