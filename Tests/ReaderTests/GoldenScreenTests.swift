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
    var isLinear = false
    var keys = ""
    /// Steps of a script before the keys.
    var steps: [String] = []
    var testDescription: String { file }
  }

  static let goldens: [Golden] = [
    Golden(file: "40x12", width: 40, height: 12), Golden(file: "80x24"),
    Golden(file: "120x40", width: 120, height: 40), Golden(file: "200x60", width: 200, height: 60),
    Golden(file: "40x12-comments", width: 40, height: 12, keys: "tab j j"),
    Golden(file: "80x24-comments", keys: "tab j j h"),
    Golden(file: "120x40-quote", width: 120, height: 40, keys: ") ) }"),
    Golden(file: "200x60-index", width: 200, height: 60, keys: "' j j"),
    Golden(file: "120x40-joined", width: 120, height: 40, article: "joined", keys: "tab G"),
    Golden(file: "40x12-joined", width: 40, height: 12, article: "joined", keys: "tab G k k"),
    Golden(file: "80x24-ascii", isASCII: true, keys: ")"),
    Golden(file: "80x24-justified", keys: "g j"),
    Golden(file: "40x12-linear", width: 40, height: 12, isLinear: true, keys: "j"),
    Golden(file: "80x24-linear-comments", isLinear: true, keys: "tab j"),
    Golden(file: "80x24-article-only", article: "article-only", keys: "G"),
    Golden(file: "80x24-empty", article: "empty"), Golden(file: "80x24-search", keys: "/ g a t e enter"),
    Golden(file: "80x24-help", keys: "?"), Golden(file: "80x24-quotes", keys: "' down down"),
    Golden(file: "80x24-figures", keys: "#"), Golden(file: "80x24-outline", keys: "t"),
    Golden(file: "120x40-help", width: 120, height: 40, keys: "?"),
    Golden(file: "120x40-quotes", width: 120, height: 40, keys: "' down down"),
    Golden(file: "120x40-figures", width: 120, height: 40, keys: "# tab tab"),
    Golden(file: "120x40-outline", width: 120, height: 40, keys: "t"),
    Golden(file: "80x24-speakers", keys: "@"),
    Golden(file: "120x40-speakers", width: 120, height: 40, keys: "@"),
    Golden(file: "80x24-links", keys: "U"), Golden(file: "120x40-links", width: 120, height: 40, keys: "U"),
    Golden(file: "80x24-pictures", keys: "P"),
    Golden(file: "120x40-pictures", width: 120, height: 40, keys: "P"),
    Golden(file: "80x24-authors", keys: "A"),
    Golden(file: "120x40-authors", width: 120, height: 40, keys: "A"),
    Golden(file: "80x24-comments-by", keys: "A enter"),
    Golden(file: "120x40-comments-by", width: 120, height: 40, keys: "A enter"),
    Golden(file: "80x24-problems", article: "warned", keys: "E"),
    Golden(file: "120x40-problems", width: 120, height: 40, article: "warned", keys: "E"),
    Golden(file: "80x24-words", article: "titles", keys: "6"),
    Golden(file: "120x40-words", width: 120, height: 40, article: "titles", keys: "6"),
    Golden(file: "80x24-themes", keys: "g t"),
    Golden(file: "120x40-themes", width: 120, height: 40, keys: "g t"),
    Golden(file: "80x24-export", keys: "s"), Golden(file: "120x40-export", width: 120, height: 40, keys: "s"),
    Golden(file: "80x24-peek", keys: "2 j j i"),
    Golden(file: "120x40-peek", width: 120, height: 40, keys: "2 j j i"),
    Golden(file: "80x24-filter", keys: "\\ s u r v e y enter"),
    Golden(file: "120x40-filter", width: 120, height: 40, keys: "\\ s u r v e y enter"),
    Golden(file: "80x24-command-line", keys: ": n e x t tab tab"),
    Golden(file: "80x24-link-hints", keys: "] l F"),
    Golden(file: "120x40-boilerplate", width: 120, height: 40, article: "warned", keys: "B"),
    Golden(file: "80x24-boilerplate", article: "warned", keys: "B"),
    Golden(file: "80x24-notes", article: "notes", keys: "i"),
    Golden(file: "120x40-notes", width: 120, height: 40, article: "notes", keys: "i"),
    Golden(file: "80x24-discussions", steps: ["discussions Lobsters Reddit"]),
    Golden(file: "120x40-discussions", width: 120, height: 40, steps: ["discussions Lobsters Reddit"]),
    Golden(file: "80x24-highlights", keys: "g v", steps: highlighting),
    Golden(file: "120x40-highlights", width: 120, height: 40, keys: "g v", steps: highlighting),
    Golden(file: "80x24-picture", steps: ["picture"]),
    Golden(file: "120x40-picture", width: 120, height: 40, steps: ["picture"]),
    Golden(file: "120x40-command-line", width: 120, height: 40, keys: ": n e x t tab tab"),
    Golden(file: "120x40-search", width: 120, height: 40, keys: "/ g a t e enter"),
    Golden(file: "120x40-link-hints", width: 120, height: 40, keys: "] l F"),
    Golden(file: "80x24-quote", keys: ") )"), Golden(file: "80x24-figure", keys: "} }"),
    Golden(file: "80x24-coming-back", steps: ["revisit three-new"]),
    Golden(file: "120x40-references", width: 120, height: 40, article: "referred", keys: "tab g d"),
    Golden(file: "80x24-about", article: "referred", keys: ") } { g c"),
    Golden(file: "80x24-disputed", article: "referred", keys: "#"),
    Golden(file: "120x40-disputed", width: 120, height: 40, article: "referred", keys: "#"),
  ]

  private static let highlighting = [
    "revisit nothing-new", "keys ) v", "type says who", "keys enter 2 v enter 1",
  ]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  @Test("A screen of the invented article is what it was", arguments: goldens)
  func matches(_ golden: Golden) throws {
    let article = try #require(Fixtures.article(named: golden.article))
    var session = Session(
      article, width: golden.width, height: golden.height, glyphs: golden.isASCII ? .ascii : .unicode,
      isLinear: golden.isLinear)
    for line in golden.steps {
      let (verb, rest) = ScriptStep.split(line)
      #expect(ScriptStep.run(verb, rest, on: &session) == nil)
    }
    session.press(golden.keys)
    let frame = session.frame
    #expect(frame.fault == nil)
    try expectPicture(frame, named: golden.file, in: Self.folder)
  }

  @Test("Every recorded picture belongs to a test")
  func nothingStale() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".screen") }.map { String($0.dropLast(7)) }
    #expect(Set(files).subtracting(Self.goldens.map(\.file)) == [])
  }
}

/// Compares a frame with its recorded picture.
///
/// Recording is explicit, never passes, and never happens in continuous integration.
func expectPicture(_ frame: Surface, named name: String, in folder: URL) throws {
  let dump = frame.dump
  let file = folder.appendingPathComponent(name + ".screen")
  let environment = ProcessInfo.processInfo.environment
  if environment["RECORD_GOLDENS"] == "1" {
    guard environment["CI"] != "true" else {
      Issue.record("goldens are not recorded in continuous integration")
      return
    }
    try Data(dump.utf8).write(to: file)
    Issue.record("recorded \(name); look at it, then run again without RECORD_GOLDENS")
    return
  }
  let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  let rows = zip(dump.split(separator: "\n"), recorded.split(separator: "\n"))
  let changed = rows.first { $0 != $1 }
  #expect(dump == recorded, "first change:\n  now  \(changed?.0 ?? "")\n  then \(changed?.1 ?? "")")
}
