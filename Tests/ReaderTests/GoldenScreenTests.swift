import Foundation
import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Screens match their recorded pictures")
struct GoldenScreenTests {
  struct Golden: CustomTestStringConvertible, Sendable {
    var file: String
    var width = 80
    var height = 24
    var article = "harbour"
    var isASCII = false
    var keys = ""
    var testDescription: String { file }
  }

  static let goldens: [Golden] = [
    Golden(file: "40x12", width: 40, height: 12), Golden(file: "80x24"),
    Golden(file: "120x40", width: 120, height: 40), Golden(file: "200x60", width: 200, height: 60),
    Golden(file: "40x12-comments", width: 40, height: 12, keys: "tab j j"),
    Golden(file: "80x24-comments", keys: "tab j j h"),
    Golden(file: "120x40-quote", width: 120, height: 40, keys: ") ) }"),
    Golden(file: "200x60-index", width: 200, height: 60, keys: "' j j"),
    Golden(file: "80x24-ascii", isASCII: true, keys: ")"),
    Golden(file: "80x24-article-only", article: "article-only", keys: "G"),
    Golden(file: "80x24-empty", article: "empty"), Golden(file: "80x24-search", keys: "/ g a t e enter"),
    Golden(file: "80x24-help", keys: "?"), Golden(file: "80x24-quotes", keys: "' down down"),
    Golden(file: "80x24-figures", keys: "#"), Golden(file: "80x24-outline", keys: "t"),
    Golden(file: "80x24-boilerplate", article: "warned", keys: "B"),
  ]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  /// Recording is explicit, never passes, and never happens in continuous integration.
  @Test("A screen of the invented article is what it was", arguments: goldens)
  func matches(_ golden: Golden) throws {
    let article = try #require(Fixtures.article(named: golden.article))
    var session = Session(
      article, width: golden.width, height: golden.height, glyphs: golden.isASCII ? .ascii : .unicode)
    session.press(golden.keys)
    let frame = session.frame
    #expect(frame.fault == nil)
    let dump = frame.dump
    let file = Self.folder.appendingPathComponent(golden.file + ".screen")
    let environment = ProcessInfo.processInfo.environment
    if environment["RECORD_GOLDENS"] == "1" {
      guard environment["CI"] != "true" else {
        Issue.record("goldens are not recorded in continuous integration")
        return
      }
      try Data(dump.utf8).write(to: file)
      Issue.record("recorded \(golden.file); look at it, then run again without RECORD_GOLDENS")
      return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let rows = zip(dump.split(separator: "\n"), recorded.split(separator: "\n"))
    let changed = rows.first { $0 != $1 }
    #expect(dump == recorded, "first change:\n  now  \(changed?.0 ?? "")\n  then \(changed?.1 ?? "")")
  }

  @Test("Every recorded picture belongs to a test")
  func nothingStale() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".screen") }.map { String($0.dropLast(7)) }
    #expect(Set(files).subtracting(Self.goldens.map(\.file)) == [])
  }
}
