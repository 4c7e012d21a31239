import ArticleModel
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Lists and where their rows lead")
struct IndexListTests {
  private static let states = [
    ListState(), filtered("a"), filtered("1"), sorted(1, descending: false), sorted(0, descending: true),
  ]

  private static func filtered(_ words: String) -> ListState {
    var list = ListState()
    list.filter = words
    return list
  }

  private static func sorted(_ column: Int, descending: Bool) -> ListState {
    var list = ListState()
    list.sort = ListState.Sort(column: column, isDescending: descending)
    return list
  }

  @Test(
    "Each thing has the row that leads to it, however the list is filtered and sorted",
    arguments: [IndexKind.quotes, .figures, .outline, .quotedWords, .links, .pictures])
  func rows(_ kind: IndexKind) {
    let list = ArticleIndex(Fixtures.harbour).list(kind)
    for state in Self.states where state.sort == nil || kind == .figures {
      var seen = 0
      for row in 0..<list.count(state) {
        guard case .article(let selection)? = list.entry(row, state).destination else { continue }
        #expect(list.row(of: selection, state) == row)
        seen += 1
      }
      #expect(seen > 0 || list.isEmpty || !state.filter.isEmpty)
    }
    #expect(list.row(of: .quote(9999), ListState()) == nil)
    #expect(list.row(of: .heading(9999), ListState()) == nil)
  }

  @Test("A quote is found in the list of speakers as the row of who said it")
  func speakers() throws {
    let article = Fixtures.harbour
    let list = ArticleIndex(article).list(.speakers)
    for (index, quote) in article.quotes.enumerated() {
      let row = try #require(list.row(of: .quote(index), ListState()))
      let name = quote.speaker.map { article.speakers[$0].name } ?? "Unattributed"
      #expect(list.entry(row, ListState()).text.hasPrefix(name))
    }
  }
}
