import ArticleModel
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Searching in many short texts")
struct TextListSearchTests {
  private static let pieces = ["a", "A", "an", "nA", "b", "é", "É", "\u{212A}", "k", "İ", "и", "И", " "]

  /// A text of a few pieces; one in four has letters of ASCII only, and some are empty.
  private static func text(using generator: inout SeededGenerator) -> String {
    let plain = generator.below(4) == 0
    return (0..<generator.below(6)).map { _ in pieces[generator.below(plain ? 5 : pieces.count)] }.joined()
  }

  /// A thread of comments by authors of all kinds, some without a name, with bodies of such texts.
  private static func thread(of count: Int, using generator: inout SeededGenerator) -> CommentThread {
    var builder = CommentThread.Builder()
    for index in 0..<count {
      var comment = ThreadComment()
      let name = text(using: &generator)
      if generator.below(5) > 0, !name.isEmpty { comment.author = builder.author(name) }
      let words = (0..<3).map { _ in text(using: &generator) }.joined(separator: " ")
      builder.append(comment, depth: generator.below(index + 1), body: Threads.text(words))
    }
    return builder.finish()
  }

  @Test(
    "A match across two texts is none, and empty texts have none",
    arguments: [
      ("na", ["an", "an", "nan", "", "n", "a"], [false, false, true, false, false, false]),
      ("aa", ["a", "aa", "a", "aaa", ""], [false, true, false, true, false]),
      ("x", [], []), ("x", ["", ""], [false, false]), ("x", ["", "x", ""], [false, true, false]),
      // Smart case.
      ("an", ["AN", "An", "an", "a"], [true, true, true, false]),
      ("An", ["AN", "An", "an", "a"], [false, true, false, false]),
      ("ö", ["ö", "Ö", "o"], [true, false, false]),
    ])
  func bounds(_ words: String, _ texts: [String], _ expected: [Bool]) throws {
    #expect(try #require(TextSearch(words)).isFound(inEach: TextList(texts)) == expected)
  }

  @Test("All texts in one go are found as each by itself")
  func oneByOne() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<600 {
      let texts = (0..<generator.below(60)).map { _ in Self.text(using: &generator) }
      let search = try #require(TextSearch(Self.text(using: &generator) + "a"))
      #expect(search.isFound(inEach: TextList(texts)) == texts.map { search.isFound(in: $0) }, "\(texts)")
    }
  }

  @Test("A filter by author finds names as their small letters have it, those beyond ASCII too")
  func authors() throws {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<400 {
      let thread = Self.thread(of: generator.below(150), using: &generator)
      let words = Self.pieces[generator.below(Self.pieces.count - 1)] + (generator.below(2) == 0 ? "a" : "")
      let filter = try #require(try ThreadFilter("@\(words)"))
      let search = try #require(TextSearch(words.lowercased()))
      let expected = thread.comments.indices.filter { index in
        guard let name = thread.author(of: index) else { return false }
        return search.isFound(in: name) || search.isFound(in: name.lowercased())
      }
      #expect(filter.matches(in: thread, facts: ThreadFacts()).indices == expected, "\(words)")
    }
  }

  @Test("The list of authors is filtered by their names")
  func authorList() {
    var generator = SeededGenerator(seed: 23)
    var article = Fixtures.articleOnly
    article.thread = Self.thread(of: 300, using: &generator)
    let list = ArticleIndex(article).list(.authors)
    let names = (0..<list.count(ListState())).map { list.entry($0, ListState()).text }
    for words in ["a", "an", "A", "é", "na", "x"] {
      var state = ListState()
      state.filter = words
      let found = (0..<list.count(state)).map { list.entry($0, state).text }
      #expect(found == names.filter { TextSearch(words)?.isFound(in: $0) ?? false })
    }
  }

  @Test("Quotations are found by their words and who quotes them, however bodies are kept")
  func quotations() throws {
    var generator = SeededGenerator(seed: 24)
    for _ in 0..<150 {
      let decoded = Self.thread(of: 1 + generator.below(80), using: &generator)
      var quotations: [UnmatchedQuotation] = []
      for comment in decoded.comments.indices {
        for _ in 0..<generator.below(4) {
          let words = decoded.body(of: comment).string
          // Bounds of scalars, as all ranges have them.
          var offsets = [0]
          for scalar in words.unicodeScalars {
            offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar))
          }
          let (one, other) = (
            offsets[generator.below(offsets.count)], offsets[generator.below(offsets.count)]
          )
          let range = TextRange(min(one, other), max(one, other))
          quotations.append(UnmatchedQuotation(comment: comment, range: range, isLine: false))
        }
      }
      var late = decoded
      late.bodies = .encoded(LateBodies(bodies: decoded.comments.indices.map { decoded.body(of: $0) }))
      let words = generator.below(4) == 0 ? "on" : Self.text(using: &generator) + "a"
      let search = try #require(TextSearch(words))
      let expected = quotations.filter { quotation in
        search.isFound(in: quotation.range, of: decoded.body(of: quotation.comment))
          || search.isFound(in: decoded.author(of: quotation.comment) ?? "anonymous")
      }
      for thread in [decoded, late] {
        var article = Fixtures.articleOnly
        article.thread = thread
        let list = CommentList.unmatched.list(
          of: article, ReferenceIndex([], unmatched: quotations, of: article), .unicode)
        var state = ListState()
        #expect(list.count(state) == quotations.count)
        state.filter = words
        #expect(
          (0..<list.count(state)).map { list.entry($0, state).destination }
            == expected.map { .comment($0.comment) })
      }
    }
  }

  @Test("Quotations of comments that the thread does not have are left out")
  func strangers() {
    var article = Fixtures.articleOnly
    var generator = SeededGenerator(seed: 25)
    article.thread = Self.thread(of: 5, using: &generator)
    let quotations = [-1, 5, 2, 99].map {
      // A range behind the end of the body is no reason to fall.
      UnmatchedQuotation(comment: $0, range: TextRange(0, 4000), isLine: true)
    }
    let known = ReferenceIndex([], unmatched: quotations, of: article).unmatched
    #expect(known.all.map(\.comment) == [2])
    #expect(ReferenceIndex([], unmatched: quotations, of: nil).isEmpty)
  }
}
