import ArticleModel
import Foundation
import TerminalUI
import TestSupport
import Testing
import Themes

@testable import ReaderCore
@testable import ReaderViews

/// A library on the screen without a database: a list of entries answers what the list asks for.
private struct ShelfSession {
  var state: ShelfState
  var effects: [ShelfEffect] = []
  var library: [LibraryEntry]
  private let view = ShelfView(theme: LetterTheme.make())

  init(count: Int, kind: ShelfKind = .library, width: Int = 80, height: Int = 24) {
    library = (0..<count).map { number in
      LibraryEntry(
        id: Int64(number), address: "https://example.org/\(number)", title: "Article \(number)",
        site: "The Quay Post",
        added: 1_747_000_000, comments: number % 7, newComments: number % 7 == 6 ? 2 : 0,
        percent: number * 10 % 101)
    }
    state = ShelfState(
      kind, title: kind == .library ? "Library" : "The Quay Post", size: Size(width: width, height: height),
      keymap: ShelfKeymap.standard[kind], now: 1_747_050_000)
    carryOut([.load(state.query, offset: 0)])
  }

  mutating func send(_ event: ShelfEvent) { carryOut(Shelf.update(&state, event)) }

  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      if let key = Key(String(name)) { send(.input(.key(key))) }
    }
  }

  mutating func type(_ words: String) {
    for character in words { send(.input(.key(Key(.character(character))))) }
  }

  private mutating func carryOut(_ wanted: [ShelfEffect]) {
    for effect in wanted {
      effects.append(effect)
      if case .setRead(let flag, let ids) = effect {
        for id in ids { library[Int(id)].opened = flag ? 1 : nil }
        carryOut([.load(state.query, offset: 0)])
      }
      guard case .load(let query, let offset) = effect else { continue }
      var found = query.text.isEmpty ? library : library.filter { $0.title.contains(query.text) }
      if state.kind == .feed, query.shelf == .unread { found.removeAll { $0.opened != nil } }
      let first = max(0, min(offset, found.count - ShelfState.windowSize))
      let window = Array(found[first..<min(found.count, first + ShelfState.windowSize)])
      send(.loaded(window, first: first, count: found.count))
    }
  }

  var frame: Surface { view.draw(state) }
}

@Suite("The list of the library")
struct ShelfTests {
  @Test("Names of commands are unique, and no key runs two of them")
  func commands() {
    let names = ShelfCommand.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names).isDisjoint(with: CommandTable.all.map(\.name)))
    for kind in ShelfKind.allCases {
      let keys = ShelfCommand.all(in: kind).flatMap(\.standardKeys)
      #expect(Set(keys).count == keys.count)
      #expect(ShelfCommand.all(in: kind).contains { $0.name == "shelf-quit" })
    }
    #expect(ShelfCommand.all.allSatisfy { !$0.summary.isEmpty && !$0.summary.hasSuffix(".") })
  }

  @Test("Hints, messages and the key list show the user's keys")
  func ownKeys() throws {
    let keymap = try KeymapFile(
      "[list]\nunbind = [\"s\", \"U\", \"?\", \"f1\"]\n[list.keys]\nx = \"shelf-star\"\nu = \"shelf-undo\"",
      file: "keymap.toml"
    ).keymaps(over: .standard).shelf
    var session = ShelfSession(count: 3, width: 100)
    session.send(.configured(keymap))
    session.effects = []
    session.press("x s")
    #expect(session.effects.contains(.setStarred(true, 0)))
    #expect(session.state.message?.text == "s is not bound")
    session.press("D")
    #expect(session.state.message?.text == "deleted: Article 0; u brings it back")
    session.press("u k")
    #expect(session.effects.contains(.restore(0)))
    #expect(session.frame.lines.last?.contains("x star") == true)
    #expect(session.frame.lines.last?.contains(" keys") == false)
    #expect(
      KeyHelp.lines(session.state.keymap, of: session.state.kind).contains(
        .command(keys: ["x"], name: "shelf-star", summary: "Star")))
  }

  @Test("The key list says which commands only some lists have, and which keys differ")
  func keyList() throws {
    let lines = KeyHelp.lines(ShelfKeymap.standard)
    let groups = lines.compactMap { if case .group(let name) = $0 { name } else { nil } }
    #expect(Set(groups).count == groups.count && groups.first == "Lists of articles and feeds")
    let start = try #require(lines.firstIndex(of: .group("Lists: only in a feed")))
    #expect(
      lines[(start + 1)...].prefix(4).map {
        if case .command(let keys, _, _) = $0 { keys } else { [] }
      } == [["n"], ["p"], ["N"], ["A"]])
    let keymap = try KeymapFile("[list.keys]\nR = \"shelf-star\"", file: "keymap.toml").keymaps(
      over: .standard)
    #expect(
      KeyHelp.lines(keymap.shelf).contains { line in
        if case .command(["R (a feed)"], "shelf-refresh", _) = line { true } else { false }
      })
  }

  @Test("A large library is walked through window by window", arguments: [0, 1, 23, 400, 100_000])
  func windows(count: Int) {
    var session = ShelfSession(count: count)
    session.press("G")
    #expect(session.state.selected == max(0, count - 1))
    #expect(count == 0 || session.state.selectedEntry?.id == Int64(count - 1))
    session.press("k k g g j")
    #expect(session.state.selected == min(1, max(0, count - 1)))
    #expect(session.state.entries.count <= ShelfState.windowSize)
    for _ in 0..<40 { session.press("space") }
    #expect(count == 0 || session.state.selectedEntry != nil)
    #expect(session.frame.lines.first?.contains("\(count) article") == true)
  }

  @Test("A search follows the typing, and Escape takes it back")
  func searching() {
    var session = ShelfSession(count: 50)
    session.press("/")
    session.type("Article 4")
    #expect(session.state.count == 11)
    #expect(session.frame.lines.last?.contains("search: Article 4") == true)
    session.press("enter")
    #expect(session.state.query.text == "Article 4")
    session.press("escape")
    #expect(session.state.count == 50)
  }

  @Test("Keys ask for what they say")
  func effects() {
    var session = ShelfSession(count: 5)
    session.effects = []
    session.press("j enter s a D U f S R")
    #expect(session.effects.contains(.open(1)))
    #expect(session.effects.contains(.setStarred(true, 1)))
    #expect(session.effects.contains(.setArchived(true, 1)))
    #expect(session.effects.contains(.delete(1)))
    #expect(session.effects.contains(.restore(1)))
    #expect(session.state.query.shelf == .unread)
    #expect(session.state.query.order == .added)
    #expect(session.effects.contains(.refresh(session.library[0])))
    session.press("t")
    session.type("water town")
    session.press("enter o")
    session.type(" page.html ")
    session.press("enter q")
    #expect(session.effects.contains(.setTags(["water", "town"], 0)))
    #expect(session.effects.contains(.openSource("page.html")))
    #expect(session.effects.last == .quit)
  }

  @Test("A feed is walked through from unread to unread, and marked as read")
  func feed() {
    var session = ShelfSession(count: 5, kind: .feed)
    #expect(session.frame.lines[0].contains("The Quay Post · 5 articles · 5 unread · as listed"))
    #expect(session.frame.lines[1].hasPrefix("›• Article 0"))
    session.press("N")
    #expect(session.state.unread == 4)
    #expect(session.frame.lines[1].hasPrefix("›  Article 0"))
    session.press("n n N p")
    #expect(session.state.selected == 1)
    session.press("N G n")
    #expect(session.state.selected == 3)
    session.press("f")
    #expect(session.state.count == 2)
    #expect(session.frame.lines[0].contains("unread"))
    session.press("A")
    #expect(session.state.count == 0)
    #expect(session.frame.lines[2].contains("Nothing here."))
    session.press("A f n")
    #expect(session.state.count == 5)
    #expect(session.frame.lines.last?.contains("everything here has been read") == true)
    session.press("N D s t a o T U")
    #expect(session.state.message?.text.contains("is not bound") == true)
    session.press("enter R q")
    #expect(session.effects.suffix(3) == [.open(0), .refresh(session.library[0]), .quit])
  }

  @Test("Lists look as they are recorded", arguments: ShelfKind.allCases, [40, 80, 120])
  func pictures(kind: ShelfKind, width: Int) throws {
    let height = [40: 12, 80: 24, 120: 40][width] ?? 24
    var session = ShelfSession(count: 9, kind: kind, width: width, height: height)
    session.library[1].isStarred = true
    session.library[2].tags = ["water", "town"]
    session.library[3].title =
      "港の門が上がった, and a title that is longer than any screen of this size could ever show in one row"
    for index in session.library.indices {
      session.library[index].published = 1_747_000_000 - Int64(index) * 40_000
      if index % 2 == 1 { session.library[index].byline = "Ilse Marten" }
      if index % 3 == 0 { session.library[index].opened = 1_747_040_000 }
    }
    session.press("j f f f f f f j j")
    if kind != .library { session.press("escape f j") }
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "ShelfGoldens")
    try expectPicture(session.frame, named: "\(width)x\(height)-\(kind)", in: folder)
    session.press("?")
    try expectPicture(session.frame, named: "\(width)x\(height)-\(kind)-help", in: folder)
  }

  @Test("A list of feeds fetches nothing before a feed is opened")
  func feeds() {
    var session = ShelfSession(count: 3, kind: .feeds)
    #expect(session.frame.lines[0].contains("3 feeds"))
    session.press("j n N A f R /")
    session.type("2")
    session.press("enter S enter")
    #expect(
      session.effects.filter { if case .load = $0 { false } else { true } } == [.open(2)])
  }

  @Test(
    "Keys, sizes and hostile titles in any order leave a clean frame", arguments: [0, 3, 1000],
    ShelfKind.allCases)
  func anything(count: Int, kind: ShelfKind) {
    var generator = SeededGenerator(seed: UInt64(count) + 5)
    var session = ShelfSession(count: count, kind: kind)
    for index in session.library.indices where index % 3 == 0 {
      session.library[index].title = HostileArticles.words(6, using: &generator)
      session.library[index].tags = ["\u{1F30A}", "x"]
    }
    session.send(.resized(Size(width: 60, height: 10)))
    let keys = ShelfCommand.all.flatMap(\.standardKeys) + ["x", "1", "backspace", "enter", "escape"]
    for step in 0..<1500 {
      switch Int.random(in: 0..<20, using: &generator) {
      case 0:
        session.send(
          .resized(
            Size(
              width: Int.random(in: 0...130, using: &generator),
              height: Int.random(in: 0...40, using: &generator))))
      case 1: session.send(.input(.paste("\u{1B}[2J words")))
      case 2:
        let point = Point(
          x: Int.random(in: 0...80, using: &generator), y: Int.random(in: 0...30, using: &generator))
        session.send(
          .input(
            .mouse(
              MouseEvent(
                [.press, .doublePress, .wheelDown, .wheelUp].randomElement(using: &generator) ?? .press,
                at: point))))
      default: session.press(keys.randomElement(using: &generator) ?? "j")
      }
      session.effects = []
      guard session.frame.fault == nil else {
        Issue.record("step \(step): \(session.frame.fault ?? "")")
        return
      }
    }
  }

  @Test("A double click opens an entry, whether it was selected or not, and the wheel scrolls the key list")
  func mouse() {
    var session = ShelfSession(count: 40, height: 12)
    let point = Point(x: 10, y: 4)
    session.send(.input(.mouse(MouseEvent(.press, at: point))))
    #expect(session.state.selected == 3 && !session.effects.contains(.open(3)))
    session.send(.input(.mouse(MouseEvent(.release, at: point))))
    session.send(.input(.mouse(MouseEvent(.doublePress, at: point))))
    #expect(session.effects.contains(.open(3)))
    session.press("?")
    session.send(.input(.mouse(MouseEvent(.wheelDown, at: point))))
    #expect(session.state.help == 3)
    session.send(.input(.mouse(MouseEvent(.wheelUp, at: point))))
    #expect(session.state.help == 0)
  }

  @Test(
    "An article that is left for the next one goes on with what is unread of a feed, and in a library in order"
  )
  func advancing() {
    var feed = ShelfSession(count: 4, kind: .feed)
    feed.send(.advanced(forward: true))
    #expect(feed.state.selected == 1)
    feed.press("N")
    feed.send(.advanced(forward: false))
    #expect(feed.state.selected == 0)
    feed.send(.advanced(forward: true))
    #expect(feed.state.selected == 2, "the second one was read")
    var library = ShelfSession(count: 2)
    library.send(.advanced(forward: false))
    #expect(library.state.selected == 0 && library.state.message?.text == "this is the first one")
    library.send(.advanced(forward: true))
    library.send(.advanced(forward: true))
    #expect(library.state.selected == 1 && library.state.message?.text == "this is the last one")
  }
}
