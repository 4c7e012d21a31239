import ArticleModel
import TestSupport
import Testing

@testable import ArticleParsing

@Suite("Hacker News items")
struct HackerNewsReaderTests {
  private func read(_ json: String) -> Article {
    HackerNewsReader().read(SourceBytes(Array(json.utf8)), location: .stream)
  }

  private func tree(_ article: Article) -> [String] {
    guard let thread = article.thread else { return [] }
    return (0..<thread.count).map { index in
      let comment = thread.comments[index]
      return String(repeating: "  ", count: Int(thread.shape.depths[index]))
        + "\(comment.id) \(thread.author(of: index) ?? "-") "
        + "\(comment.posted?.seconds ?? 0) \(comment.flags.names.joined(separator: "+")): "
        + dump(thread.body(of: index)).joined(separator: " / ")
    }
  }

  @Test("A story with nested replies becomes an article with a thread")
  func story() {
    let article = read(
      #"""
      {"id": 9, "title": "Ferries & tides", "url": "https://ferry.example/tides", "author": "mara", "points": 7,
       "created_at_i": 1000, "text": null, "children": [
        {"id": 10, "author": "otto", "text": "First<p>&gt; second", "created_at_i": 1001, "points": null, "children": [
          {"id": 11, "author": "mara", "text": "Mine \u00fc \ud83d\ude00", "created_at_i": 1002, "children": []}]},
        {"id": 12, "author": null, "text": null, "created_at_i": 1003, "children": [
          {"id": 13, "author": "otto", "text": "Still here", "created_at_i": 1004, "points": 3, "children": []}]}]}
      """#)
    #expect(article.title == "Ferries & tides")
    #expect(article.byline == "mara" && article.published?.seconds == 1000)
    #expect(
      dump(article.body) == [
        "p The article is at [link https://ferry.example/tides: https://ferry.example/tides]"
      ])
    #expect(
      tree(article) == [
        "10 otto 1001 : p First / q1 second", "  11 mara 1002 op: p Mine  ", "12 - 1003 deleted: ",
        "  13 otto 1004 : p Still here",
      ])
    #expect(article.thread?.body(of: 1).string == "Mine ü 😀")
    #expect(article.thread?.comments.last?.score == 3)
    #expect(article.thread?.authors == TextList(["otto", "mara"]))
    #expect(article.diagnostics.isEmpty && article.thread?.note == nil)
  }

  @Test("Members may come in any order, replies before everything else")
  func order() {
    let article = read(
      #"""
      {"children": [{"children": [{"children": [], "author": "b", "id": "2", "text": "two"}], "id": 1, "text": "one",
      "author": "a", "created_at_i": 5}, {"children": [{"text": "x", "author": "c"}]}], "author": "a", "title": "T"}
      """#)
    #expect(tree(article) == ["1 a 5 op: p one", "  2 b 0 : p two", " - 0 deleted: ", "   c 0 : p x"])
    #expect(article.title == "T")
  }

  @Test("A story with words of its own is the article")
  func ownWords() {
    let article = read(
      #"{"title":"Ask: why?","author":"a","text":"Because.<p>Really.","url":"https://x.example","children":[]}"#
    )
    #expect(dump(article.body) == ["p Because.", "p Really."])
    #expect(article.thread?.isEmpty == true)
  }

  @Test(
    "A file that was cut off gives the comments before the cut and says so", arguments: [40, 60, 75, 90, 110])
  func truncated(length: Int) {
    let json =
      #"{"title":"T","children":[{"id":1,"author":"a","text":"one","children":[{"id":2,"author":"b","text":"the second one""#
    let article = read(String(json.prefix(length)))
    #expect(article.thread?.note != nil && article.diagnostics.count == 1)
    #expect((1...2).contains(article.thread?.count ?? 0))
    if let thread = article.thread { expectSound(thread) }
  }

  @Test("A text that was cut off is kept and marked")
  func truncatedText() {
    let article = read(#"{"children":[{"id":1,"author":"a","text":"half a sen"#)
    #expect(tree(article) == ["1 a 0 truncated: p half a sen"])
  }

  @Test("Damage in the middle keeps what stood before it")
  func malformed() {
    let article = read(#"{"children":[{"id":1,"author":"a","text":"one","children":[]},{"id":2,oops}]}"#)
    #expect(article.thread?.count == 2)
    #expect(article.thread?.note != nil)
  }

  @Test("Replies that are no objects and members that are unknown are stepped over")
  func strangers() {
    let article = read(
      #"{"options":[{"text":"no"}],"children":[7,"x",null,[{"id":0}],{"id":1,"story":{"author":"no","children":[{}]},"author":"a","text":"t"}]}"#
    )
    #expect(tree(article) == ["1 a 0 : p t"])
  }

  @Test("5,000 replies, each to the one before", arguments: [5_000, 60_000])
  func chain(length: Int) {
    let open = String(repeating: #"{"author":"a","text":"x","children":["#, count: length)
    let article = read(#"{"author":"z","children":["# + open + String(repeating: "]}", count: length) + "]}")
    #expect(article.thread?.count == length)
    #expect(article.thread?.shape.depths.last == Int32(length - 1))
    #expect(article.diagnostics.isEmpty)
  }

  @Test("Any bytes give a sound article")
  func anyBytes() {
    let json = Array(
      #"{"id":1,"title":"a\u202eb","children":[{"author":"x\ny","text":"<b>\u001b[0m","children":[{"id":2}]}]}"#
        .utf8)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      var bytes = json
      for _ in 0..<Int.random(in: 0..<6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      let article = HackerNewsReader().read(SourceBytes(bytes), location: .stream)
      expectSound(article.body)
      guard let thread = article.thread else { continue }
      expectSound(thread)
      for author in thread.authors { #expect(author.unicodeScalars.allSatisfy { $0.value >= 0x20 }) }
    }
  }
}
