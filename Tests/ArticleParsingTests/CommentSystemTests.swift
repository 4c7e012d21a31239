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
      let tree = tree(of: article)
      try expectGolden(tree, beside: page)
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
}
