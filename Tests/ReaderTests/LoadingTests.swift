import ArticleModel
import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Loading")
struct LoadingTests {
  @Test("Figures in comments are looked for when the article is whole, not before its first screen")
  func figuresLater() {
    var session = Session(nil, width: 120, height: 40)
    session.send(.loaded(Fixtures.harbour, generation: 1, isComplete: false))
    session.press("2")
    let before = session.frame
    session.send(.loaded(Fixtures.harbour, generation: 1, isComplete: true))
    let after = session.frame
    #expect(before.lines.dropFirst() == after.lines.dropFirst())
    #expect(before.cells != after.cells)
    #expect(session.state.comments?.flow.layout(of: 1).figures.isEmpty == false)
  }
}
