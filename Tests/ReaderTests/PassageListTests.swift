import ArticleModel
import TerminalUI
import Testing

@testable import ReaderCore

@Suite("The list of comments about a passage")
struct PassageListTests {
  @Test(
    "A passage at the end of a long sentence stands on its row, and what is left out is marked",
    arguments: [(Glyphs.unicode, "… "), (.ascii, "... ")])
  func longSentence(_ glyphs: Glyphs, _ mark: String) throws {
    var article = Fixtures.harbour
    let thread = try #require(article.thread?.decoded())
    article.thread = thread
    let comment = try #require(
      thread.comments.indices.first { thread.body(of: $0).utf8.count > 80 })
    let body = thread.body(of: comment)
    let block = body.blocks[0].range
    // The last word of the first paragraph, and its first one.
    var start = Int(block.upper) - 1
    while start > Int(block.lower), body.utf8[start - 1] != 0x20 { start -= 1 }
    let sentence = body.sentenceRange(around: TextRange(start, Int(block.upper)))
    let passages = [
      TextRange(start, Int(block.upper)), TextRange(Int(sentence.lower), Int(sentence.lower) + 3),
    ]
    for passage in passages {
      let selection = ArticleSelection.figure(0)
      let reference = ArticleReference(
        comment: comment, range: passage, target: .figure(0), kind: .repeats,
        evidence: Evidence(rule: "test", confidence: 1))
      let references = ReferenceIndex([reference], unmatched: [], of: article)
      let list = CommentList.about(selection).list(of: article, references, glyphs)
      let row = try #require((0..<list.count(ListState())).last)
      let text = list.entry(row, ListState()).text
      let words = text.dropFirst((thread.author(of: comment) ?? "anonymous").count + 2)
      let isCut = Int(passage.lower) - Int(sentence.lower) > 32
      #expect(words.hasPrefix(mark) == isCut, "\(words)")
      #expect(words.prefix(40).contains(body.string(passage).prefix(3)), "\(words)")
    }
  }

  @Test(
    "A quotation from nowhere is found by its own words and by who quotes it, not by what stands beside it",
    arguments: ["half of what", "tidewatcher", "printable", "Maud T", "Sunday"])
  func quotationsFromNowhere(_ words: String) throws {
    var article = Fixtures.harbour
    let thread = try #require(article.thread?.decoded())
    article.thread = thread
    var quotations: [UnmatchedQuotation] = []
    var expected: [Int] = []
    let search = try #require(TextSearch(words))
    for comment in thread.comments.indices {
      let utf8 = thread.body(of: comment).utf8
      // The first ten words.
      let range = TextRange(0, utf8.indices.filter { utf8[$0] == 0x20 }.prefix(10).last ?? utf8.count)
      quotations.append(UnmatchedQuotation(comment: comment, range: range, isLine: false))
      if search.isFound(in: range, of: thread.body(of: comment))
        || search.isFound(in: thread.author(of: comment) ?? "anonymous")
      {
        expected.append(comment)
      }
    }
    let references = ReferenceIndex([], unmatched: quotations, of: article)
    let list = CommentList.unmatched.list(of: article, references, .unicode)
    var state = ListState()
    state.filter = words
    let found = (0..<list.count(state)).map { list.entry($0, state).destination }
    #expect(found == expected.map { .comment($0) })
  }
}
