import ArticleModel
import Testing

@testable import ArticleParsing

@Suite("Comments that no system takes")
struct MissedCommentTests {
  private static let words =
    "The ferry left the quay at dawn, slowly, and nobody on the pier looked up from their nets that day. "
  private static let article =
    "<article><h1>Ferries</h1><p>\(words)\(words)</p><p>\(words)\(words)\(words)</p></article>"
  private static let list =
    """
    <ol class=comment-list><li class="comment depth-1" id="comment-7"><b class=fn>Uma Reed</b>
    <div class=comment-content><p>The nets were mine that morning.</p></div></ol>
    """

  private func messages(_ rest: String, _ severity: Diagnostic.Severity) -> [String] {
    readPage("<body>\(Self.article)\(rest)").diagnostics.filter { $0.severity == severity }.map(\.message)
  }

  @Test("Elements called comments that hold words and were not read are told")
  func leftOver() {
    let odd = "<div class=user-comment><p>\(Self.words)\(Self.words)</p></div>"
    let told = messages("<section id=comments>\(Self.list)</section><aside>\(odd)\(odd)</aside>", .warning)
    #expect(told.count == 1 && told.first?.contains("2 more places called comments") == true)
  }

  @Test(
    "What was read, forms, notices and what is hidden are not told",
    arguments: [
      "<section id=comments>\(list)</section>",
      "<section id=comments>\(list)</section><div class=comment-note>Be kind to one another.</div>",
      "<section id=comments>\(list)</section><form class=comment-form><p class=comment-help>\(words)\(words)\(words)</p>"
        + "<textarea></textarea></form>",
      "<section id=comments>\(list)</section><div class=comment-help><p>\(words)\(words)\(words)</p><textarea></textarea></div>",
      "<section id=comments>\(list)</section><div class=comment-help style='display:none'>\(words)\(words)\(words)</div>",
    ])
  func quiet(page: String) {
    #expect(messages(page, .warning) == [])
  }

  @Test(
    "The frame of a service that a script fills is named",
    arguments: [
      ("<div id=disqus_thread></div>", "Disqus"), ("<div class=fb-comments></div>", "Facebook"),
      ("<script src=https://giscus.app/client.js></script>", "GitHub discussions"),
      ("<section id=isso-thread></section>", "Isso"), ("<div id=discourse-comments></div>", "Discourse"),
      ("<div id=hyvor-talk-view></div>", "Hyvor Talk"), ("<div id=cusdis_thread></div>", "Cusdis"),
    ])
  func services(frame: String, name: String) {
    let told = messages(frame, .note)
    #expect(told.contains { $0.contains("loads its comments from \(name) by a script") })
    #expect(
      !messages("<section id=comments>\(Self.list)</section>" + frame, .note).contains { $0.contains(name) })
  }

  private func script(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

  @Test("Comments that a page states for machines are read when it shows none")
  func stated() throws {
    let json = """
      {"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferries","commentCount":4,"comment":[
      {"@type":"Comment","@id":"#c1","author":{"@type":"Person","name":"Uma Reed"},"dateCreated":"2019-05-03T11:47:00Z",
       "text":"The nets were mine.","upvoteCount":3,"comment":[
        {"@type":"Comment","author":"Old Pilot","text":"<p>I did <b>look</b> up.</p>"}]},
      {"@type":"Comment","creator":{"name":"Kit"},"text":"Nobody asked the gulls."}]}
      """
    let page = readPage("<body>\(Self.article)<div id=disqus_thread></div>\(script("{}"))\(script(json))")
    let thread = try #require(page.thread)
    #expect(page.source.commentSystem == "json-ld")
    #expect((0..<thread.count).map { thread.author(of: $0) } == ["Uma Reed", "Old Pilot", "Kit"])
    #expect(thread.shape.depths == [0, 1, 0])
    #expect(thread.body(of: 1).string == "I did look up." && thread.comments[0].score == 3)
    #expect(thread.comments[0].posted?.iso8601 == "2019-05-03T11:47:00Z")
    #expect(thread.note?.missing == 1)
    #expect(!page.diagnostics.contains { $0.message.contains("by a script") })
    #expect(page.body.blocks.count == 2)
  }

  @Test("What the page shows comes before what it states, and answers to frequent questions are no comments")
  func shown() {
    let json =
      #"{"@context":"https://schema.org","@type":"Article","comment":{"@type":"Comment","text":"Stated."}}"#
    let page = readPage("<body>\(Self.article)<section id=comments>\(Self.list)</section>\(script(json))")
    #expect(page.thread?.count == 1 && page.thread?.author(of: 0) == "Uma Reed")
    let questions = """
      {"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"@type":"Question","name":"When?",
      "acceptedAnswer":{"@type":"Answer","text":"At dawn, every day of the week."}}]}
      """
    #expect(readPage("<body>\(Self.article)\(script(questions))").thread == nil)
    #expect(readPage("<body>\(Self.article)\(script("{\"comment\":[[[{"))").thread == nil)
  }
}
