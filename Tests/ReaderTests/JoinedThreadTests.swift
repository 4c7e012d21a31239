import ArticleModel
import Testing

@testable import ReaderCore

@Suite("Several discussions in one pane")
struct JoinedThreadTests {
  private func rows(_ request: ThreadArrangement.Request) throws -> [String] {
    let thread = try #require(Fixtures.joined.thread)
    let shown = ThreadArrangement(request, of: thread, facts: ThreadFacts()).thread
    return (0..<shown.count).filter { shown.depth(of: $0) == 0 }.map { row in
      if shown.isSectionHeading(row) { return "— " + shown.heading(of: row) }
      return shown.comments[row].isComment ? shown.author(of: row) ?? "anonymous" : "more"
    }
  }

  @Test("In every order each discussion stays below its heading", arguments: ThreadOrder.allCases)
  func orders(order: ThreadOrder) throws {
    let rows = try rows(ThreadArrangement.Request(order: order))
    let all = try #require(Fixtures.joined.thread)
    #expect(rows.first == "— The Quay Post")
    #expect(rows.suffix(3) == ["— r/harbours: Tide gate nearly done", "silt", "more"])
    #expect(rows.count == all.shape.depths.count { $0 == 0 })
  }

  @Test("A filter finds comments only, and shows the headings of those that it finds")
  func filter() throws {
    let filter = try ThreadFilter("@silt")
    let thread = try #require(Fixtures.joined.thread)
    let request = ThreadArrangement.Request(filter: filter)
    #expect(try rows(request) == ["— r/harbours: Tide gate nearly done", "silt"])
    #expect(ThreadArrangement(request, of: thread, facts: ThreadFacts()).foundCount == 1)
    let everything = ThreadArrangement.Request(order: .newest)
    #expect(ThreadArrangement(everything, of: thread, facts: ThreadFacts()).foundCount == thread.commentCount)
  }
}
