import ArticleModel
import Foundation
import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Key scripts")
struct ScriptTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Scripts")

  static let names: [String] =
    (((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
      $0.hasSuffix(".keys")
    })
    .sorted()

  /// Runs a script; what it expects in vain is recorded with its line.
  private func run(_ name: String) throws -> Session {
    let text = String(decoding: try Data(contentsOf: Self.folder.appendingPathComponent(name)), as: UTF8.self)
    var article: Article? = Fixtures.harbour
    var session: Session?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.trimmingCharacters(in: .whitespaces)
      guard !words.isEmpty, !words.hasPrefix("#") else { continue }
      let place = "\(name):\(number + 1): \(words)"
      let (verb, rest) = ScriptStep.split(words)
      if verb == "article" {
        article = Fixtures.article(named: rest)
        #expect(article != nil, "\(place): there is no such article")
        continue
      }
      if verb == "size" || verb == "linear" {
        let size = try #require(ScriptStep.size(rest), "\(place): a size is like 80x24")
        session = Session(article, width: size.width, height: size.height, isLinear: verb == "linear")
        continue
      }
      var current = try #require(session, "\(place): a script begins with a size")
      let complaint = ScriptStep.run(verb, rest, on: &current)
      session = current
      #expect(complaint == nil, "\(place)")
      #expect(current.frame.fault == nil, "\(place)")
    }
    return try #require(session, "\(name) has no size")
  }

  @Test("A script does what it says", arguments: names)
  func script(_ name: String) throws { _ = try run(name) }

  @Test("Every command is run by a script")
  func everyCommand() throws {
    var run: Set<String> = []
    for name in Self.names { run.formUnion(try self.run(name).commands) }
    let missing = CommandTable.all.map(\.name).filter { !run.contains($0) }
    #expect(missing == [])
  }
}

/// One line of a script.
enum ScriptStep {
  static func split(_ line: String) -> (verb: String, rest: String) {
    let parts = line.split(separator: " ", maxSplits: 1)
    return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
  }

  static func size(_ text: String) -> Size? {
    let numbers = text.split(separator: "x").compactMap { Int($0) }
    return numbers.count == 2 ? Size(width: numbers[0], height: numbers[1]) : nil
  }

  /// Does a step; returns what is wrong, or `nil`.
  static func run(_ verb: String, _ rest: String, on session: inout Session) -> String? {
    switch verb {
    case "keys":
      for name in rest.split(separator: " ") where Key(String(name)) == nil { return "\(name) is no key" }
      session.press(rest)
    case "type": session.type(rest)
    case "paste": session.send(.input(.paste(rest)))
    case "resize":
      guard let size = size(rest) else { return "a size is like 80x24" }
      session.resize(size.width, size.height)
    case "press", "double-press", "drag", "release", "wheel-up", "wheel-down":
      let numbers = rest.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { return "the mouse needs a column and a row" }
      let actions: [String: MouseEvent.Action] = [
        "press": .press, "double-press": .doublePress, "drag": .drag, "release": .release,
        "wheel-up": .wheelUp, "wheel-down": .wheelDown,
      ]
      guard let action = actions[verb] else { return "no such action" }
      session.send(.input(.mouse(MouseEvent(action, at: Point(x: numbers[0], y: numbers[1])))))
    case "load":
      guard let article = Fixtures.article(named: rest) else { return "there is no such article" }
      session.send(.loaded(article, generation: session.state.generation, isComplete: true))
    case "discussions":
      let found = rest.split(separator: " ").enumerated().map {
        FoundDiscussion(
          system: String($1), title: "The gate \($0 + 1)", comments: 9 - $0,
          address: "https://\($1).example/\($0)")
      }
      session.send(
        .discussionsFound(
          found, failures: found.isEmpty ? ["Reddit is silent"] : [], generation: session.state.generation))
    case "linked":
      let choice = FoundDiscussion(
        system: rest, title: "the page links to it", comments: 0, address: "https://\(rest).example/linked")
      session.send(.discussionsLinked([choice], generation: session.state.generation))
    case "picture":
      let blocks = session.state.article.article.body.blocks
      guard let block = blocks.firstIndex(where: { if case .picture = $0.kind { true } else { false } })
      else {
        return "there is no picture"
      }
      let drawing = Array("\u{1B}[38;2;200;80;40m▄▄▄▄\u{1B}[0m\n\u{1B}[48;2;20;80;140m▀▀  \u{1B}[0m\n".utf8)
      session.send(.drawn(PictureCells(drawing), block: block, generation: session.state.generation))
    case "thread":
      guard let thread = Fixtures.article(named: rest)?.thread else { return "there is no such thread" }
      session.send(.threadLoaded(thread, generation: session.state.generation))
    case "revisit":
      var article = session.state.article.article
      article.thread = session.state.comments?.thread
      let fingerprints = ArticleFingerprints(article)
      session.send(.kept(fingerprints, nil, [], generation: session.state.generation))
      guard let visit = visit(named: rest, session.state) else { return "there is no such visit" }
      session.send(.kept(fingerprints, visit, [], generation: session.state.generation))
    case "expect":
      let (what, value) = split(rest)
      return expect(what, value, session)
    default: return "no such step"
    }
    return nil
  }

  /// A visit that an earlier session would have left.
  private static func visit(named name: String, _ state: ReaderState) -> Visit? {
    guard var visit = state.visit(), let keys = state.fingerprints?.comments else { return nil }
    switch name {
    case "nothing-new": break
    case "three-new":
      for index in [3, 7, 10] { visit.seen.removeAll { $0 == keys[index] } }
      visit.blocks.remove(at: 1)
    case "end-folded":
      visit.folded = [keys[0]]
      visit.thread = Visit.ThreadPlace(comment: keys[6], index: 6)
      visit.isInThread = true
    default: return nil
    }
    return visit
  }

  private static func expect(_ what: String, _ value: String, _ session: Session) -> String? {
    let state = session.state
    let lines = session.frame.lines
    let found: String
    switch what {
    case "status": return (lines.last ?? "").contains(value) ? nil : "the status line is: \(lines.last ?? "")"
    case "title": return (lines.first ?? "").contains(value) ? nil : "the title bar is: \(lines.first ?? "")"
    case "screen": return lines.contains { $0.contains(value) } ? nil : lines.joined(separator: "\n")
    case "no-screen": return lines.contains { $0.contains(value) } ? lines.joined(separator: "\n") : nil
    case "focus": found = "\(state.focus)"
    case "comment": found = "\(state.comments.map { $0.selected + 1 } ?? 0)"
    case "visible": found = visible(state).map { "\($0 + 1)" }.joined(separator: " ")
    case "selection": found = selection(state)
    case "layout": found = "\(state.layout.arrangement)"
    case "overlay": found = overlay(state)
    case "row":
      found =
        "\(state.layout.index != nil ? state.index.list.selected : state.overlays.last?.list.selected ?? -1)"
    case "filter": found = state.overlays.last?.list.filter ?? ""
    case "prompt": found = state.prompt?.text.trimmingCharacters(in: .whitespaces) ?? "none"
    case "theme": found = state.themeName
    case "text-width": found = "\(state.article.flow.width)"
    case "article-width": found = "\(state.layout.article?.width ?? 0)"
    case "article-height": found = "\(state.layout.article?.height ?? 0)"
    case "match": found = match(state)
    case "top":
      let words = state.article.flow.row(at: state.article.top).range.map {
        state.article.article.body.string($0)
      }
      found = words ?? ""
      return found.hasPrefix(value) ? nil : "the top row is: \(found)"
    case "at":
      found =
        state.article.top == state.article.flow.start
        ? "start" : state.article.percent == 100 ? "end" : "middle"
    case "effects": found = session.effects.map { "\($0)" }.joined(separator: " ")
    default: return "nothing is known about \(what)"
    }
    return found == value ? nil : "it is: \(found)"
  }

  private static func visible(_ state: ReaderState) -> [Int] {
    guard let flow = state.comments?.flow else { return [] }
    var items: [Int] = []
    var item = flow.firstItem
    while let current = item {
      items.append(current)
      item = flow.item(after: current)
    }
    return items
  }

  private static func selection(_ state: ReaderState) -> String {
    guard let selection = state.article.selection else { return "none" }
    let words = selection.ranges(in: state.article.article).map { state.article.article.body.string($0) }
    return words.joined(separator: " … ")
  }

  private static func overlay(_ state: ReaderState) -> String {
    switch state.overlays.last?.kind {
    case .help: "help"
    case .index(let kind): kind.title.lowercased()
    case .comments: "comments"
    case .boilerplate: "boilerplate"
    case .discussions: "discussions"
    case .highlights: "highlights"
    case .commentsBy: "comments-by"
    case .picture: "picture"
    case .notes: "notes"
    case .themes: "themes"
    case .export: "export"
    case .peek(let comment): "peek \(comment + 1)"
    case nil: "none"
    }
  }

  private static func match(_ state: ReaderState) -> String {
    guard let search = state.search, let match = search.match else { return "none" }
    if let comment = search.comment, let thread = state.comments?.thread {
      return "\(comment + 1) \(thread.body(of: comment).string(match))"
    }
    return state.article.article.body.string(match)
  }
}
