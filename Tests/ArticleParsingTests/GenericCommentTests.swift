import ArticleModel
import Testing

@testable import ArticleParsing

@Suite("Comments of unknown software")
struct GenericCommentTests {
  private static let words =
    "The ferry left the quay at dawn, slowly, and nobody on the pier looked up from their nets that day. "
  private static let article =
    "<article><h1>Ferries</h1><p>\(words)\(words)</p><p>\(words)\(words)\(words)</p></article>"

  private func comment(
    _ id: Int, _ name: String, _ text: String, replies: String = "", attributes: String = ""
  ) -> String {
    """
    <div class="talk-comment" id="talk-comment-\(id)" \(attributes)><div class="head"><span class="user-name">\(name)</span>
    <span class="date">\(id) May 2019, 11:47</span></div><div class="comment-body"><p>\(text)</p></div>\(replies)</div>
    """
  }

  @Test("Repeated elements with name, date and words are the thread, not the article")
  func flat() {
    let page = readPage(
      "<body>\(Self.article)<section id=comments>"
        + comment(3, "Uma Reed", "The nets were mine that morning.")
        + comment(4, "Old Pilot", "I did look up, once or twice.") + "</section></body>")
    #expect(page.thread?.count == 2)
    #expect(page.thread?.author(of: 0) == "Uma Reed")
    #expect(page.thread?.body(of: 1).string == "I did look up, once or twice.")
    #expect(page.thread?.comments.first?.posted?.iso8601 == "2019-05-03")
    #expect(page.source.commentSystem == "generic")
    #expect(!page.body.string.contains("nets were mine"))
    #expect(page.body.blocks.count == 2)
  }

  @Test("Replies are nested by containment and by stated parents")
  func nested() {
    let inside = comment(4, "Old Pilot", "I did look up, once or twice.")
    let page = readPage(
      "<body>\(Self.article)<section id=comments>"
        + comment(3, "Uma Reed", "The nets were mine that morning.", replies: inside)
        + comment(5, "Kit", "Nobody asked the gulls about it.")
        + comment(6, "Bo Ek", "They would not have answered you.", attributes: "data-parent-id=3")
        + "</section></body>")
    let thread = page.thread
    #expect(thread?.count == 4)
    #expect(thread?.shape.depths == [0, 1, 1, 0])
    #expect((0..<4).map { thread?.author(of: $0) ?? "" } == ["Uma Reed", "Old Pilot", "Bo Ek", "Kit"])
  }

  @Test("A list of articles with authors and dates is no thread")
  func teasers() {
    let teasers = (1...6).map {
      "<article class=post><h2>Ferry \($0)</h2><span class=author>Lena Okafor</span><time>\($0) May 2019</time><p>\(Self.words)</p></article>"
    }
    #expect(readPage("<body><main>" + teasers.joined() + "</main></body>").thread == nil)
  }

  @Test(
    "Elements without names are comments when a part of each is called so and name and date stand beside it")
  func nameless() {
    let opinions = (2...5).map {
      """
      <blockquote><div class="stars"><small>Uma R. on \($0) May 2019</small></div>
      <p class="comment">The kettle number \($0) came quickly and whistles as it should.</p></blockquote>
      """
    }
    let page = readPage("<body>\(Self.article)<div id=comments>" + opinions.joined() + "</div></body>")
    #expect(page.thread?.count == 4)
    #expect(page.thread?.author(of: 0) == "Uma R.")
    #expect(page.thread?.body(of: 1).string == "The kettle number 3 came quickly and whistles as it should.")
    #expect(!page.body.string.contains("kettle"))
  }

  @Test("The posts of a forum are what the page is there for")
  func forum() {
    let posts = (1...5).map {
      """
      <div class="post" id="p\($0)"><p class="author"><a class="username" href="/member/\($0)">user\($0)</a> \($0) May 2019</p>
      <div class="content">\(Self.words) \($0)</div></div>
      """
    }
    let page = readPage(
      "<html><body id=phpbb class=phpbb><h1>Which ferry?</h1>" + posts.joined() + "</body></html>")
    #expect(page.thread?.count == 5)
    #expect(page.body.string.components(of: "nobody on the pier") == 5)
  }

  @Test("A chain of replies deeper than any stack is arranged")
  func deep() {
    let page = readPage(
      "<body><div id=comments>"
        + (1...400).map {
          "<div class=comment id=comment-\($0)><b class=author>N\($0)</b> 3 May 2019 <p>Words of \($0).</p>"
        }.joined())
    if let thread = page.thread { expectSound(thread) }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = Array(utf8)[...]
    let wanted = Array(text.utf8)
    while rest.count >= wanted.count {
      if rest.starts(with: wanted) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
