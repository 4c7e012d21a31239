import ArticleExport
import ArticleModel
import Foundation
import Testing

@Suite("Exports match their recorded texts")
struct GoldenTests {
  struct Golden: CustomTestStringConvertible, Sendable {
    var file: String
    var export: @Sendable (Article) -> [UInt8]
    var testDescription: String { file }
  }

  static let goldens: [Golden] = [
    Golden(file: "article.json") { JSONExport(isPretty: true).article($0) },
    Golden(file: "article-line.json") { JSONExport(isPretty: false).article($0, id: Array("\"17\"".utf8)) },
    Golden(file: "quotes.json") { JSONExport(isPretty: true).quotes($0) },
    Golden(file: "figures.json") { JSONExport(isPretty: true).figures($0) },
    Golden(file: "comments.json") { JSONExport(isPretty: true).comments($0) },
    Golden(file: "references.json") { JSONExport(isPretty: true).references($0) },
    Golden(file: "quotes.csv") { CSVExport().quotes($0) },
    Golden(file: "figures.csv") { CSVExport().figures($0) },
    Golden(file: "comments.csv") { CSVExport().comments($0) },
    Golden(file: "references.csv") { CSVExport().references($0) },
    Golden(file: "article.md") { MarkdownExport().article($0) },
    Golden(file: "quotes.md") { MarkdownExport().quotes($0) },
    Golden(file: "figures.md") { MarkdownExport().figures($0) },
    Golden(file: "comments.md") { MarkdownExport().comments($0) },
    Golden(file: "references.md") { MarkdownExport().references($0) },
    Golden(file: "article.txt") { TextExport(width: 60).article($0) },
    Golden(file: "quotes.txt") { TextExport(width: 60).quotes($0) },
    Golden(file: "figures.txt") { TextExport(width: 72).figures($0) },
    Golden(file: "comments.txt") { TextExport(width: 24).comments($0) },
    Golden(file: "references.txt") { TextExport(width: 72).references($0) },
    Golden(file: "joined.json") { JSONExport(isPretty: true).comments(SmallArticle.joined($0)) },
    Golden(file: "joined.csv") { CSVExport().comments(SmallArticle.joined($0)) },
    Golden(file: "joined.md") { MarkdownExport().comments(SmallArticle.joined($0)) },
    Golden(file: "joined.txt") { TextExport(width: 60).comments(SmallArticle.joined($0)) },
  ]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  /// Recording is explicit, never passes, and never happens in continuous integration.
  @Test("An export of the small article is what it was", arguments: goldens)
  func matches(_ golden: Golden) throws {
    let output = golden.export(SmallArticle.article)
    let file = Self.folder.appendingPathComponent(golden.file)
    let environment = ProcessInfo.processInfo.environment
    if environment["RECORD_GOLDENS"] == "1" {
      guard environment["CI"] != "true" else {
        Issue.record("goldens are not recorded in continuous integration")
        return
      }
      try Data(output).write(to: file)
      Issue.record("recorded \(golden.file); run again without RECORD_GOLDENS")
      return
    }
    let expected = try Data(contentsOf: file)
    #expect(String(decoding: output, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }
}
