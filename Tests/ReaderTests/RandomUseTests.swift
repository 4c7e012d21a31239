import ArticleModel
import TerminalUI
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Random use")
struct RandomUseTests {
  struct Sitting: CustomTestStringConvertible, Sendable {
    var name: String
    var steps: Int
    var testDescription: String { name }
  }

  static let sittings = [
    Sitting(name: "harbour", steps: 6000), Sitting(name: "article-only", steps: 2000),
    Sitting(name: "thread-only", steps: 2000), Sitting(name: "empty", steps: 2000),
    Sitting(name: "warned", steps: 2000),
    Sitting(name: "hostile", steps: 3000), Sitting(name: "empty-thread", steps: 1500),
    Sitting(name: "deep", steps: 1500),
  ]

  private func article(_ name: String, using generator: inout SeededGenerator) -> Article {
    switch name {
    case "hostile": return HostileArticles.raw(using: &generator)
    case "deep": return Threads.chain(5000)
    case "empty-thread":
      var article = Fixtures.articleOnly
      var builder = CommentThread.Builder()
      article.thread = builder.finish()
      return article
    default: return Fixtures.article(named: name) ?? Fixtures.empty
    }
  }

  private func step(_ session: inout Session, _ name: String, using generator: inout SeededGenerator) {
    let size = session.state.size
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<60:
      let binding = Keymap.standard.bindings.randomElement(using: &generator)
      for key in binding?.keys ?? [] { session.send(.input(.key(key))) }
    case 60..<70:
      session.type(String("abqetTgGxyz/ ?é日".randomElement(using: &generator) ?? "a"))
    case 70..<76:
      session.press(
        ["enter", "escape", "backspace", "up", "down", "f7"].randomElement(using: &generator) ?? "enter")
    case 76..<90:
      let actions: [MouseEvent.Action] = [.press, .doublePress, .drag, .release, .wheelUp, .wheelDown]
      let point = Point(
        x: Int.random(in: -1...size.width + 1, using: &generator),
        y: Int.random(in: -1...size.height + 1, using: &generator))
      session.send(.input(.mouse(MouseEvent(actions.randomElement(using: &generator) ?? .press, at: point))))
    case 90..<96:
      let isTiny = Bool.random(using: &generator)
      session.resize(
        Int.random(in: 0...(isTiny ? 12 : 180), using: &generator),
        Int.random(in: 0...(isTiny ? 6 : 40), using: &generator))
    case 96: session.send(.input(.paste(HostileArticles.words(5, using: &generator))))
    case 97: session.send(.notice(HostileArticles.words(5, using: &generator)))
    default:
      let other = Int.random(in: 0..<4, using: &generator) == 0 ? "harbour-beginning" : name
      guard name != "deep" else { return }
      session.send(
        .loaded(article(other, using: &generator), generation: 1, isComplete: Bool.random(using: &generator)))
    }
  }

  /// What is wrong with the state, or `nil`.
  private func fault(_ state: ReaderState) -> String? {
    let screen = Rect(x: 0, y: 0, width: state.size.width, height: state.size.height)
    for rect in [state.layout.article, state.layout.comments, state.layout.index].compactMap(\.self) {
      if rect.x < 0 || rect.y < 0 || rect.maxX > screen.maxX || rect.maxY > screen.maxY {
        return "a pane at \(rect)"
      }
    }
    if state.layout.rect(of: state.focus) == nil { return "the focus is on a pane that is not shown" }
    if let comments = state.comments {
      if comments.flow.folding.visible(comments.selected, in: comments.thread) != comments.selected {
        return "comment \(comments.selected) is selected and hidden"
      }
      if comments.top.row >= comments.flow.height(of: comments.top.item) {
        return "the discussion's top is \(comments.top)"
      }
    }
    let pane = state.article
    if pane.top.row >= max(1, pane.flow.height(of: pane.top.item)) {
      return "the article's top is \(pane.top)"
    }
    if !(0...100).contains(pane.percent) { return "\(pane.percent)%" }
    return nil
  }

  @Test(
    "Keys, mouse, sizes and reloads in any order leave a sound state and a clean frame", arguments: sittings)
  func anything(_ sitting: Sitting) {
    var generator = SeededGenerator(seed: UInt64(sitting.steps) + UInt64(sitting.name.utf8.count))
    let first = article(sitting.name, using: &generator)
    var session = Session(first, width: 80, height: 24, findsFigures: sitting.name != "deep")
    for number in 0..<sitting.steps {
      step(&session, sitting.name, using: &generator)
      if let fault = fault(session.state) {
        Issue.record("step \(number): \(fault)")
        return
      }
      guard number % 8 == 0 else { continue }
      let frame = session.frame
      if let fault = frame.fault {
        Issue.record("step \(number): \(fault)")
        return
      }
      if let cursor = frame.cursor, frame.size.width > 0, frame.size.height > 0 {
        let isInside = Rect(x: 0, y: 0, width: frame.size.width, height: frame.size.height).contains(cursor)
        #expect(isInside, "step \(number): the cursor at \(cursor) on \(frame.size)")
        if !isInside { return }
      }
    }
  }

  @Test("The smallest screens show something and take keys", arguments: 0...4, 0...4)
  func smallScreens(_ width: Int, _ height: Int) {
    for name in ["harbour", "empty", "thread-only"] {
      var session = Session(Fixtures.article(named: name), width: width, height: height)
      for keys in [
        "j", "tab", "j", "?", "escape", "'", "enter", "w", "w", "w", "w", "O", "/ a enter", ")", "G",
      ] {
        session.press(keys)
        #expect(session.frame.fault == nil)
      }
    }
  }
}
