import ArticleLayout
import ArticleModel
import TerminalUI
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Keeping the place")
struct ResizeTests {
  @Test("Fifty other sizes and back again show the very same rows", arguments: 0..<24)
  func thereAndBack(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]
    let (width, height) = sizes[seed % sizes.count]
    var session = Session(Fixtures.harbour, width: width, height: height)
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      session.press(
        ["j", "d", ")", "}", "tab", "z 2", "space", "J", "escape"].randomElement(using: &generator) ?? "j")
    }
    // A third column that goes away hands its focus to the article for good.
    if session.state.focus == .index { session.press("1") }
    session.send(.notice(""))
    let before = session.frame.lines
    for _ in 0..<50 {
      session.resize(Int.random(in: 1...220, using: &generator), Int.random(in: 1...70, using: &generator))
      _ = session.frame
    }
    session.resize(width, height)
    #expect(session.frame.lines == before)
  }

  @Test("At every other size the words that were at the top are on screen", arguments: 0..<12)
  func keepsWords(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 100)
    var session = Session(Fixtures.articleOnly, width: 60, height: 12)
    for _ in 0..<seed { session.press("d") }
    let pane = session.state.article
    let offset = pane.flow.offset(of: pane.top)
    guard offset >= 0 else { return }
    for _ in 0..<50 {
      // A pane of one row may show the blank row above the words.
      session.resize(Int.random(in: 8...160, using: &generator), Int.random(in: 4...60, using: &generator))
      let pane = session.state.article
      let position = pane.flow.position(of: offset)
      #expect(position >= pane.top || position.item == pane.top.item)
      #expect(pane.flow.distance(from: min(pane.top, position), to: position, limit: pane.rows) < pane.rows)
    }
  }

  @Test("The selected comment stays selected at every size", arguments: 0..<12)
  func keepsComment(_ item: Int) {
    var generator = SeededGenerator(seed: 7)
    var session = Session(Fixtures.harbour, width: 120, height: 40)
    session.press("2")
    for _ in 0..<item { session.press("j") }
    #expect(session.state.comments?.selected == item)
    for _ in 0..<30 {
      session.resize(Int.random(in: 1...220, using: &generator), Int.random(in: 1...70, using: &generator))
      #expect(session.state.comments?.selected == item)
    }
  }

  @Test("A longer version of the article is shown at the same words", arguments: 0..<14)
  func longerVersion(_ steps: Int) {
    let beginning = Fixtures.harbourBeginning.body.utf8
    #expect(Fixtures.harbour.body.utf8.starts(with: beginning))
    for (width, height) in [(40, 6), (40, 12), (80, 24), (120, 40)] {
      var session = Session(Fixtures.harbourBeginning, width: width, height: height)
      for _ in 0..<steps { session.press("j") }
      session.press(steps % 2 == 0 ? ")" : "escape")
      let top = session.state.article.top
      let selection = session.state.article.selection
      let words = session.state.article.flow.offset(of: top)
      let textWidth = session.state.article.flow.width
      session.send(.loaded(Fixtures.harbour, generation: 1, isComplete: true))
      #expect(session.state.article.selection == selection)
      let pane = session.state.article
      if pane.flow.width == textWidth {
        #expect(pane.top == top, "\(width)x\(height)")
      } else {
        let range = pane.flow.row(at: pane.top).range
        #expect(words < 0 || range.map { $0.contains(words) } ?? true)
      }
    }
  }

  @Test("A result of an older load is dropped")
  func generations() {
    var session = Session(Fixtures.harbour, width: 80, height: 24)
    let before = session.frame.lines
    session.send(.loaded(Fixtures.empty, generation: 0, isComplete: true))
    session.send(.failed("too late", generation: 0))
    session.send(.decoded(Threads.chain(3).thread ?? CommentThread.Builder.finished, generation: 1))
    #expect(session.frame.lines == before)
  }
}

extension CommentThread.Builder {
  fileprivate static var finished: CommentThread {
    var builder = CommentThread.Builder()
    return builder.finish()
  }
}
