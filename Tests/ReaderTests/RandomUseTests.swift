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
    Sitting(name: "deep", steps: 1500), Sitting(name: "linear", steps: 2000),
  ]

  private func article(_ name: String, using generator: inout SeededGenerator) -> Article {
    switch name {
    case "hostile": return HostileArticles.raw(using: &generator)
    case "deep": return Threads.chain(5000)
    case "linear": return Fixtures.article(named: "harbour") ?? Fixtures.empty
    case "empty-thread":
      var article = Fixtures.articleOnly
      var builder = CommentThread.Builder()
      article.thread = builder.finish()
      return article
    default: return Fixtures.article(named: name) ?? Fixtures.empty
    }
  }

  private static let filters = [
    "", "the", "-the", "zzz", "@a", "-@a", "has:ref", "is:new", "is:op", "score:>0", "score:<5 a",
    "replies:>1", "\"",
    "is:purple",
  ]

  private func step(_ session: inout Session, _ name: String, using generator: inout SeededGenerator) {
    let size = session.state.size
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<60:
      let binding = Keymap.standard.bindings.randomElement(using: &generator)
      for key in binding?.keys ?? [] { session.send(.input(.key(key))) }
    case 60..<62:
      session.press("escape escape \\")
      session.type(Self.filters.randomElement(using: &generator) ?? "")
      session.press("enter")
    case 62..<70:
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
    var session = Session(
      first, width: 80, height: 24, findsFigures: sitting.name != "deep",
      isLinear: sitting.name == "linear")
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

  @Test(
    "What a terminal shows after the differences of every single step is the whole frame",
    arguments: sittings.filter { $0.name != "deep" }, 1...3)
  func everyStep(_ sitting: Sitting, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(sitting.name.utf8.count * 100 + seed))
    var session = Session(
      article(sitting.name, using: &generator), width: 100, height: 24, isLinear: sitting.name == "linear")
    var shown = session.painted
    for number in 0..<700 {
      if Int.random(in: 0..<12, using: &generator) == 0 {
        tellSomething(&session, using: &generator)
      } else {
        step(&session, sitting.name, using: &generator)
      }
      if session.state.size.width > 140 { session.resize(100, 24) }
      let painted = session.painted
      if shown.size != painted.size { shown = Surface(size: painted.size) }
      // As the terminal is told it: rows that were not drawn on are not looked at.
      let isKnown = shown.size == painted.size && number > 0
      for run in SurfaceDiff(from: isKnown ? shown : nil, to: painted, onlyDrawnRows: isKnown) {
        for x in run.columns where painted[x, run.y].width > 0 {
          shown.put(painted[x, run.y], x: x, y: run.y)
        }
      }
      let whole = session.whole
      guard shown.cells == whole.cells, painted.cursor == whole.cursor else {
        Issue.record(
          """
          step \(number), size \(whole.size), focus \(session.state.focus): the terminal shows
          \(shown.lines.joined(separator: "\n"))
          and not
          \(whole.lines.joined(separator: "\n"))
          """)
        return
      }
    }
  }

  /// Something that the background tells the reader.
  private func tellSomething(_ session: inout Session, using generator: inout SeededGenerator) {
    let state = session.state
    let generation = state.generation
    switch Int.random(in: 0..<9, using: &generator) {
    case 0:
      var article = state.article.article
      article.thread = state.comments?.source ?? article.thread
      let fingerprints = ArticleFingerprints(article)
      var visit = state.visit() ?? Visit()
      visit.seen = visit.seen.filter { _ in Bool.random(using: &generator) }
      let highlight = Highlight(
        text: "gate", place: fingerprints.blocks.first.map { .init(block: 0, fingerprint: $0, offset: 2) },
        made: 1)
      session.send(.kept(fingerprints, visit, [highlight], generation: generation))
    case 1:
      guard let thread = Fixtures.article(named: "thread-only")?.thread else { return }
      session.send(.threadLoaded(thread, generation: generation))
    case 2:
      let found = FoundDiscussion(
        system: "Lobsters", title: "The gate", comments: 3, address: "https://l.example/1")
      session.send(.discussionsFound([found], failures: [], generation: generation))
    case 3: session.send(.progressed("half of it", generation: generation))
    case 4:
      var settings = state.settings
      settings.width = Int.random(in: 24...90, using: &generator)
      settings.order = ThreadOrder.allCases.randomElement(using: &generator)
      session.send(.configured(settings, state.configuration.keymap, themeNames: ["mono"]))
    case 5:
      guard let thread = state.comments?.source else { return }
      session.send(.decoded(thread, generation: generation))
    case 6:
      guard let thread = state.comments?.source else { return }
      session.send(.ordered(ThreadOrders(of: thread), generation: generation))
    case 7:
      guard let thread = state.comments?.source else { return }
      session.send(.indexed(WordIndex(thread), generation: generation))
    default: session.send(.hyphenation { _ in [] })
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
