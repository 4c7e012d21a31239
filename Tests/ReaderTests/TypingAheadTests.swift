import ArticleModel
import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Typing ahead")
struct TypingAheadTests {
  private static func article(paragraphs: Int) -> Article {
    HostileArticles.parsed((1...paragraphs).map { "Paragraph \($0) stands here." }.joined(separator: "\n\n"))
  }

  private static let whole = article(paragraphs: 400)

  /// A session that has the first thirty paragraphs only.
  private static func beginning() -> Session {
    var session = Session(nil, width: 80, height: 24)
    session.send(.loaded(article(paragraphs: 30), generation: 1, isComplete: false))
    return session
  }

  @Test(
    "Keys that lead beyond the beginning of an article wait for the rest and end where they would have ended",
    arguments: [
      "G", "G k k", "space space space space b", "d d d d d d u j", "j j j", "G g g", "/ 3 9 0 enter j",
      "/ P enter n n n",
      String(repeating: "j ", count: 200), "G tab w G",
    ])
  func keysWait(_ keys: String) {
    var ahead = Self.beginning()
    ahead.press(keys)
    ahead.send(.loaded(Self.whole, generation: 1, isComplete: true))
    var patient = Session(Self.whole, width: 80, height: 24)
    patient.press(keys)
    #expect(ahead.state.article.top == patient.state.article.top)
    #expect(ahead.state.heldKeys.isEmpty)
    #expect(ahead.frame.lines == patient.frame.lines)
  }

  @Test("Keys that stay within the beginning act at once")
  func keysWithin() {
    var session = Self.beginning()
    session.press("j j d")
    #expect(session.state.article.top > session.state.article.flow.start)
    #expect(session.state.heldKeys.isEmpty)
  }

  @Test("What waits is said, Escape forgets it, and leaving does not wait")
  func forgets() {
    var session = Self.beginning()
    session.press("G j")
    #expect(session.state.heldKeys.count == 2)
    #expect(session.frame.lines.last?.contains("waiting for the rest") == true)
    session.press("escape")
    #expect(session.state.heldKeys.isEmpty)
    session.press("G q")
    #expect(session.effects == [.quit])
    session.send(.loaded(Self.whole, generation: 1, isComplete: true))
    #expect(session.state.article.percent == 100)
  }

  @Test("Keys typed before anything is there act when the beginning comes")
  func keysBeforeOpening() {
    var session = Session(nil, width: 80, height: 24)
    session.press("j j G")
    session.send(.loaded(Self.article(paragraphs: 30), generation: 1, isComplete: false))
    #expect(session.state.heldKeys.count == 1)
    session.send(.loaded(Self.whole, generation: 1, isComplete: true))
    #expect(session.state.article.percent == 100)
  }
}
