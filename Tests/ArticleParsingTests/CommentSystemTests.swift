import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

@Suite("Comment systems")
struct CommentSystemTests {
  /// Each comment system has a folder of pages and the trees that they must give.
  ///
  /// With RECORD_GOLDENS=1 the trees are written anew, and the run fails; with CI=true that is refused.
  @Test("The fixture pages give the recorded trees", arguments: CommentSystemRegistry.systems.map(\.name))
  func goldens(system: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/\(system)")
    let pages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }
    #expect(!pages.isEmpty)
    for page in pages {
      let article = readPage([UInt8](try Data(contentsOf: page)), location: .url("https://blog.example/post"))
      let tree = Self.tree(of: article)
      let golden = page.deletingPathExtension().appendingPathExtension("tree")
      let environment = ProcessInfo.processInfo.environment
      if environment["RECORD_GOLDENS"] == "1" {
        guard environment["CI"] != "true" else {
          Issue.record("goldens are not recorded in continuous integration")
          return
        }
        try Data(tree.utf8).write(to: golden)
        Issue.record("recorded \(golden.lastPathComponent)")
        continue
      }
      #expect(tree == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
      if let thread = article.thread { expectSound(thread) }
    }
  }

  @Test("The article does not hold the comments")
  func noLeak() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/wordpress/classic.html")
    let article = readPage([UInt8](try Data(contentsOf: file)))
    #expect(!article.body.string.contains("kettle"))
    #expect(article.body.string.contains("lighthouse"))
    #expect(article.source.commentSystem == "wordpress")
  }

  @Test("A chain of replies as deep as the parser goes is read")
  func deep() {
    let open = (1...200).map {
      "<li class='comment depth-\($0)' id='comment-\($0)'><p>c\($0)</p><ul class='children'>"
    }
    let thread = readPage("<div id=comments><ol class=commentlist>" + open.joined()).thread
    #expect(thread?.count == 200)
    #expect(thread?.depths.last == 199)
  }

  private static func tree(of article: Article) -> String {
    guard let thread = article.thread else { return "no thread\n" }
    var lines = ["title: \(article.title ?? "-")", "system: \(article.source.commentSystem ?? "-")"]
    lines += dump(article.body).map { "article: " + $0 }
    if let note = thread.note { lines.append("note: \(note.reason)") }
    for index in 0..<thread.count {
      let comment = thread.comments[index]
      let indent = String(repeating: "  ", count: Int(thread.depths[index]))
      var line = "\(indent)\(comment.id) \(thread.author(of: index) ?? "(no name)")"
      if let posted = comment.posted { line += " at \(posted.iso8601)" }
      if let text = comment.postedText { line += " “\(text)”" }
      if let score = comment.score { line += " score \(score)" }
      if !comment.flags.names.isEmpty { line += " [\(comment.flags.names.joined(separator: ", "))]" }
      lines.append(line)
      lines += dump(thread.body(of: index)).map { "\(indent)  | \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
