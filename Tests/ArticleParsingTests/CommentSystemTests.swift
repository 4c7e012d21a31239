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

  @Test("Whoever submitted a link is its page's author, and not whoever commented first")
  func submitter() {
    let page = readPage(
      """
      <body class=comments-page><div class=content><div id=siteTable class="sitetable linklisting"><div class="thing link">
      <p class=title><a class=title href="https://tides.example/">The tide tables are late again</a></p>
      <p class=tagline>submitted <time datetime="2024-05-12T08:30:00+00:00">a day ago</time> by <a class="author" href="/user/ines40217">ines40217</a></p>
      </div></div><div class=commentarea><div class="sitetable nestedlisting"><div class="thing comment" data-fullname=t1_a1>
      <p class=tagline><a class="author moderator" href="/user/harbourbot">harbourbot</a> <time datetime="2024-05-12T08:31:00+00:00">a day ago</time></p>
      <div class="usertext-body"><div class=md><p>Remember the rules of the quay.</p></div></div></div></div></div></div></body>
      """)
    #expect(page.byline == "ines40217")
    #expect(page.thread?.author(of: 0) == "harbourbot")
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
    #expect(thread?.shape.depths.last == 199)
  }
}
