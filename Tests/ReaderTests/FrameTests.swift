import ArticleModel
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Frames")
struct FrameTests {
  private func expectClean(_ session: Session, _ what: String) -> Bool {
    let fault = session.frame.fault
    #expect(fault == nil, "\(what)")
    return fault == nil
  }

  /// Looks at an article from all sides; `false` when a frame held something that no terminal may see.
  private func visit(_ article: Article, width: Int, height: Int) -> Bool {
    var session = Session(article, width: width, height: height, findsFigures: false)
    for keys in [
      "", "tab", "j j", "z M", "1", ")", "}", "G", "'", "escape", "#", "escape", "B", "escape", "O",
    ] {
      session.press(keys)
      if !expectClean(session, "\(width)x\(height) after \(keys)") { return false }
    }
    session.press("/")
    session.type(article.body.string.prefix(20).filter { !$0.isNewline })
    session.send(.input(.paste("\u{1B}[2J\u{202E}")))
    guard expectClean(session, "prompt") else { return false }
    session.press("enter")
    return expectClean(session, "search")
  }

  @Test("No cell of a frame of random hostile texts holds a control or a change of direction")
  func hostileTexts() {
    var generator = SeededGenerator(seed: 61)
    for round in 0..<60 {
      let article =
        round % 3 == 0
        ? HostileArticles.parsed(HostileArticles.words(200, using: &generator))
        : HostileArticles.raw(using: &generator)
      let width = Int.random(in: 1...190, using: &generator)
      guard visit(article, width: width, height: Int.random(in: 1...40, using: &generator)) else { return }
    }
  }

  @Test("Messages about sources that cannot be read are shown harmlessly")
  func hostileFailure() {
    var session = Session(nil, width: 60, height: 16)
    #expect(session.frame.lines.contains { $0.contains("Opening the gate") })
    session.send(.failed("no \u{1B}[31mfile\u{202E}\nwhy\nwhat to do", generation: 1))
    #expect(session.frame.fault == nil)
    #expect(session.frame.lines.contains { $0.contains("what to do") })
    session.send(.notice("\u{9B}2J"))
    #expect(session.frame.fault == nil)
  }

  /// Skipped where the shared data is not beside the repository.
  @Test(
    "No cell of a frame of the big list of naughty strings holds a control or a change of direction",
    .enabled(if: SharedData.exists(SharedData.naughtyStrings)))
  func naughtyStrings() throws {
    let bytes = try Data(contentsOf: URL(filePath: SharedData.naughtyStrings))
    let text = String(decoding: bytes, as: UTF8.self)
    guard visit(HostileArticles.parsed(text), width: 100, height: 50) else { return }
    var builder = CommentThread.Builder()
    for (index, line) in text.split(separator: "\n").enumerated() where !line.isEmpty {
      let comment = ThreadComment(author: builder.author(String(line)))
      builder.append(comment, depth: index % 4, body: Threads.text(String(line)))
    }
    var article = Fixtures.articleOnly
    article.title = text
    article.thread = builder.finish()
    var session = Session(article, width: 90, height: 50)
    session.press("2")
    for _ in 0..<60 {
      session.press("space")
      guard expectClean(session, "a page of naughty comments") else { return }
    }
  }

  @Test("A frame that is shown twice changes no cell, and equal states give equal frames")
  func twice() {
    for golden in GoldenScreenTests.goldens {
      var session = Session(
        Fixtures.article(named: golden.article), width: golden.width, height: golden.height)
      session.press(golden.keys)
      let backend = MemoryBackend(size: session.state.size)
      backend.present(session.frame)
      let count = backend.changedCells
      backend.present(session.frame)
      #expect(backend.changedCells == count, "\(golden.file)")
    }
  }

  @Test(
    "The cursor stays on the screen when a list or text under it is scrolled",
    arguments: ["B G", "? end", "# end"])
  func cursor(_ keys: String) throws {
    var session = Session(Fixtures.warned, width: 30, height: 8)
    session.press(keys)
    let cursor = try #require(session.frame.cursor)
    #expect(Rect(x: 0, y: 0, width: 30, height: 8).contains(cursor))
  }

  @Test("A step changes the cells that it must: the next quote far fewer than half of the screen")
  func fewCells() {
    var session = Session(Fixtures.harbour, width: 120, height: 40)
    let backend = MemoryBackend(size: session.state.size)
    backend.present(session.frame)
    session.press(")")
    let count = backend.changedCells
    backend.present(session.frame)
    #expect(backend.changedCells - count < 120 * 40 / 8)
  }
}
