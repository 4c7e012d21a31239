import ArticleModel
import ArticleParsing
import Testing

@testable import ReaderCore

@Suite("Notes")
struct ArticleNotesTests {
  private func notes(_ markdown: String, in blocks: Range<Int> = 0..<2) throws -> [String] {
    let article = try ArticleParser().parse(ParseRequest(text: markdown, format: .markdown))
    return ArticleNotes(article.body).notes(markedIn: blocks).map { "\($0.mark) \($0.words)" }
  }

  @Test("Marks lead to the block that begins with them, or to the item of that number")
  func found() throws {
    #expect(
      try notes("The gate[^a] was raised[^b].\n\n[^a]: In 1911.\n\n[^b]: By hand.") == [
        "a In 1911.", "b By hand.",
      ])
    #expect(
      try notes("The gate[2] and[1] and[2].\n\n1. In 1911.\n2. By hand.") == ["2 By hand.", "1 In 1911."])
    #expect(try notes("A[1].\n\nB.\n\n[1] First.\n\n[1] Second.") == ["1 Second."])
  }

  @Test("What is no mark, has no note, or is the note itself leads nowhere")
  func notFound() throws {
    #expect(try notes("The list[] has [1234] and [x] and [7, and [3").isEmpty)
    #expect(try notes("The gate[1] was raised.").isEmpty)
    #expect(try notes("1. A note.\n2. Another.\n\nThe gate[1].", in: 0..<9).isEmpty)
    #expect(try notes("[1] The note.", in: 0..<9).isEmpty)
    #expect(ArticleNotes(RichText()).notes(markedIn: 0..<9).isEmpty)
  }
}
