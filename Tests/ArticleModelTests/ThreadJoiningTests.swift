import Testing

@testable import ArticleModel

@Suite("Threads of several sources")
struct ThreadJoiningTests {
  /// A comment in short: identifier, author, words, depth.
  private typealias Row = (id: String, author: String?, words: String, depth: Int)

  private func thread(_ rows: [Row], stubs: [Int: Int] = [:], missing: Int? = nil) -> CommentThread {
    var builder = CommentThread.Builder()
    for (index, row) in rows.enumerated() {
      let utf8 = Array(row.words.utf8)
      let body = RichText(utf8: utf8, blocks: [Block(kind: .paragraph, range: TextRange(0, utf8.count))])
      builder.append(
        Comment(id: row.id, author: row.author.map { builder.author($0) }), depth: row.depth, body: body)
      if let count = stubs[index] { builder.appendStub(missing: count, depth: row.depth + 1) }
    }
    var thread = builder.finish()
    if let missing { thread.note = ThreadNote(missing: missing, reason: "Page 1.") }
    return thread
  }

  private func article(_ site: String, _ thread: CommentThread?) -> Article {
    var article = Article(
      source: ArticleSource(location: .path("/tmp/\(site).json"), format: .json), title: "T")
    article.site = site
    article.thread = thread
    return article
  }

  private func joined(_ articles: [Article]) throws -> CommentThread {
    var main = articles[0]
    main.join(discussionsOf: Array(articles.dropFirst()))
    return try #require(main.thread)
  }

  /// Depth, words over the row, words of the row and the sources of the row.
  private func lines(_ thread: CommentThread) -> [String] {
    (0..<thread.count).map { row in
      let sources = thread.sectionIndices(of: row).map(String.init).joined(separator: "+")
      return [
        "\(thread.depth(of: row))", thread.heading(of: row), thread.body(of: row).string, sources,
      ].joined(separator: "|")
    }
  }

  @Test("Each discussion stands below a heading of its own, and authors, words and identifiers stay apart")
  func apart() throws {
    let rows: [Row] = [("1", "Ada", "One thing", 0), ("2", "Bo", "Another", 1)]
    let other: [Row] = [("1", "Cy", "Something else", 0), ("2", "Bo", "More of it", 1)]
    var main = article("Paper", thread(rows))
    main.join(discussionsOf: [article("HN", thread(other, stubs: [0: 4], missing: 5))])
    let joined = try #require(main.thread)
    #expect(
      lines(joined) == [
        "0|Paper||0", "0|Ada|One thing|0", "1|Bo|Another|0", "0|HN: T||1", "0|Cy|Something else|1",
        "1|4 more replies||1", "1|Bo|More of it|1",
      ])
    #expect(joined.count == 7 && joined.commentCount == 4 && joined.hasStubs)
    #expect(joined.commentCount(below: 4) == 1 && joined.descendantCount(of: 4) == 2)
    #expect(joined.shape.parents == [-1, -1, 1, -1, -1, 4, 4])
    #expect(joined.sections.map(\.commentCount) == [2, 2] && joined.sections.map(\.sharedCount) == [0, 0])
    #expect(joined.note == ThreadNote(missing: 5, reason: "HN: T: Page 1."))
    #expect(lines(joined.decoded()) == lines(joined))
    #expect(joined.arranged(CommentOrder(CommentSet(words: [0b1111000]))).commentCount == 2)
    #expect(main.diagnostics.isEmpty)
  }

  @Test("A comment that both have stands once, with the replies of both and the sources of both")
  func twins() throws {
    let long = "The ramps were never measured at night."
    let page: [Row] = [("a", "Ada", long, 0), ("b", "Bo", "Yes", 1), ("c", "Cy", "No", 0)]
    let answer: [Row] = [
      ("x", "ada", "The ramps were never measured, at night!", 0), ("b", "Bo", "Yes", 1),
      ("d", "Dee", "Only there", 1), ("c", "Cy", "No", 0), ("e", "Eve", "New", 0),
    ]
    let joined = try joined([article("Page", thread(page)), article("API", thread(answer))])
    #expect(
      lines(joined) == [
        "0|Page||0", "0|Ada|\(long)|0+1", "1|Bo|Yes|0+1", "1|Dee|Only there|1", "0|Cy|No|0+1", "0|API: T||1",
        "0|Eve|New|1",
      ])
    #expect(joined.sections.map(\.sharedCount) == [0, 3] && joined.commentCount == 5)
  }

  @Test(
    "What is not the same comment stays twice",
    arguments: [
      // The same words by somebody else; words anybody says, without a common identifier; one identifier, other words.
      (
        ("", "Ada", "The ramps were never measured at night.", 0),
        ("", "Bo", "The ramps were never measured at night.", 0)
      ),
      (("1", "Ada", "Thank you!", 0), ("2", "Ada", "Thank you!", 0)),
      (("1", "Ada", "Thank you!", 0), ("1", "Ada", "I beg your pardon?", 0)),
      (("1", nil, "Thank you!", 0), ("1", "Ada", "Thank you!", 0)),
    ] as [((String, String?, String, Int), (String, String?, String, Int))])
  func different(one: (String, String?, String, Int), other: (String, String?, String, Int)) throws {
    let rows = [one, other].map { [(id: $0.0, author: $0.1, words: $0.2, depth: $0.3)] }
    let joined = try joined([article("A", thread(rows[0])), article("B", thread(rows[1]))])
    #expect(joined.commentCount == 2)
  }

  @Test("A stub goes when the other source has the replies, and two stubs of one place are one")
  func stubs() throws {
    let page: [Row] = [("a", "Ada", "First of all", 0), ("c", "Cy", "Then again", 0)]
    let answer: [Row] = [
      ("a", "Ada", "First of all", 0), ("b", "Bo", "Here it is", 1), ("c", "Cy", "Then again", 0),
    ]
    let joined = try joined([
      article("Page", thread(page, stubs: [0: 1, 1: 7])), article("API", thread(answer, stubs: [2: 7])),
    ])
    #expect(
      lines(joined) == [
        "0|Page||0", "0|Ada|First of all|0+1", "1|Bo|Here it is|1", "0|Cy|Then again|0+1",
        "1|7 more replies||0", "0|API: T||1",
      ])
  }

  @Test("A thousand times the same comment in three sources is there a thousand times")
  func many() throws {
    let rows: [Row] = (0..<1000).map { _ in ("", "Ada", "The ramps were never measured at night.", 0) }
    let joined = try joined([
      article("A", thread(rows)), article("B", thread(rows)), article("C", thread(rows)),
    ])
    #expect(joined.commentCount == 1000 && joined.sections.map(\.sharedCount) == [0, 1000, 1000])
  }

  @Test("Joining any threads keeps every comment once, and the shape of a thread")
  func shapes() throws {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<200 {
      let articles = (0..<3).map { source in
        var depth = 0
        let rows: [Row] = (0..<next(12)).map { index in
          depth = next(depth + 2)
          let shared = next(2) == 0
          return (
            shared ? "s\(index)" : "\(source)-\(index)", "Ada",
            shared ? "said \(index)" : "\(source) \(index)", depth
          )
        }
        return article("S\(source)", thread(rows, stubs: next(2) == 0 ? [0: 3] : [:]))
      }
      var main = articles[0]
      main.join(discussionsOf: Array(articles.dropFirst()))
      guard let joined = main.thread else { continue }
      let all = Set(
        articles.flatMap { article in
          article.thread.map { t in t.comments.filter(\.isComment).map(\.id) } ?? []
        })
      #expect(joined.comments.filter(\.isComment).map(\.id).sorted() == all.sorted())
      for row in 0..<joined.count {
        let parent = Int(joined.shape.parents[row])
        #expect(
          parent < row && joined.depth(of: row) == (parent < 0 ? 0 : joined.depth(of: parent) + 1))
        #expect(row + joined.subtreeCount(of: row) <= joined.count)
      }
    }
  }

  @Test("A source without comments is a warning, and the article keeps its thread")
  func nothing() {
    var main = article("Paper", thread([("1", "Ada", "One", 0)]))
    main.join(discussionsOf: [article("Empty", nil)])
    #expect(main.diagnostics.map(\.place) == ["Empty.json"])
    #expect(main.thread?.sections.map(\.title) == ["Paper"])
    var bare = article("Paper", nil)
    bare.join(discussionsOf: [article("Empty", nil)])
    #expect(bare.thread == nil && bare.diagnostics.count == 1)
    bare.join(discussionsOf: [])
    #expect(bare.diagnostics.count == 1)
  }
}
