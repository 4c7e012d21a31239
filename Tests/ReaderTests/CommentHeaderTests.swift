import Testing

@testable import ArticleModel
@testable import ReaderCore

@Suite("Headers of comments on narrow screens")
struct CommentHeaderTests {
  @Test("Facts are left out whole, and the mark of references goes last", arguments: 36...59)
  func narrow(_ width: Int) throws {
    var article = Fixtures.referred
    let comment = try #require(article.references.first?.comment)
    let author = try #require(article.thread?.comments[comment].author)
    var names = Array(try #require(article.thread).authors)
    names[Int(author)] = "Promithea Apollonaris"
    article.thread?.authors = TextList(names)
    var session = Session(article, width: width, height: 50)
    session.press("2")
    let shown = try #require(session.state.comments)
    #expect(shown.thread.author(of: comment) == "Promithea Apollonaris")
    let count = session.state.references.references(of: comment).count
    let headers = session.frame.lines.dropFirst().filter { $0.contains("Promithea Apollonaris · ") }
    #expect(headers.contains { $0.contains("⤴\(count)") }, "\(headers)")
    for header in headers { #expect(header.last { $0 != " " && $0 != "▐" } != "·", "\(header)") }
  }

  @Test("A very long name is cut, and the facts about the comment stay", arguments: [80, 120])
  func longName(_ width: Int) throws {
    var article = Fixtures.referred
    let comment = try #require(article.references.first?.comment)
    let author = try #require(article.thread?.comments[comment].author)
    var names = Array(try #require(article.thread).authors)
    names[Int(author)] = String(repeating: "Promithea ", count: 30) + "Apollonaris"
    article.thread?.authors = TextList(names)
    var session = Session(article, width: width, height: 50)
    session.press("2")
    let count = session.state.references.references(of: comment).count
    let headers = session.frame.lines.dropFirst().filter { $0.contains("Promithea Promithea") }
    #expect(
      headers.contains { $0.contains("…") && $0.contains(" · ") && $0.contains("⤴\(count)") }, "\(headers)")
    #expect(headers.allSatisfy { !$0.contains("Apollonaris") })
    // What fits beside the facts is shown whole.
    names[Int(author)] = "Promithea Promithea Apollonaris"
    article.thread?.authors = TextList(names)
    session = Session(article, width: width, height: 50)
    session.press("2")
    #expect(session.frame.lines.contains { $0.contains("Promithea Promithea Apollonaris · ") })
  }
}
