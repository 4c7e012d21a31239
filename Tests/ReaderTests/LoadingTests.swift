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
    let flow = session.state.comments?.flow
    let whole = flow.map { TextRange(0, $0.layout(of: 1).body.utf8.count) } ?? TextRange(0, 0)
    #expect(flow?.spans(of: 1, in: whole).contains { $0.scope == .figure } == true)
  }

  @Test("What tells how far the loading has come goes when everything is there")
  func progressGoes() {
    var session = Session(nil, width: 120, height: 40)
    session.send(.loaded(Fixtures.harbour, generation: 1, isComplete: false))
    session.send(.progressed("the thread: 12 KB", generation: 1))
    #expect(session.frame.lines.last?.contains("12 KB") == true)
    session.send(.loaded(Fixtures.harbour, generation: 1, isComplete: true))
    #expect(session.frame.lines.last?.contains("12 KB") == false)
  }

  @Test("Once the bodies are decoded, nothing holds the source that they came from")
  func sourceIsGivenBack() throws {
    var session = Session(nil, width: 120, height: 40)
    weak var source: Undecoded?
    try {
      var article = Fixtures.harbour
      let thread = try #require(article.thread)
      let bodies = Undecoded(thread)
      source = bodies
      article.thread?.bodies = .encoded(bodies)
      session.send(.loaded(article, generation: 1, isComplete: true))
      session.press("2")
      _ = session.frame
      session.send(.decoded(thread, generation: 1))
    }()
    _ = session.frame
    #expect(source == nil)
  }

  /// Bodies that another thread has, as a source that is not decoded.
  private final class Undecoded: CommentBodySource {
    private let thread: CommentThread

    init(_ thread: CommentThread) { self.thread = thread }

    var count: Int { thread.count }

    func body(at index: Int) -> RichText { thread.body(of: index) }
  }
}
