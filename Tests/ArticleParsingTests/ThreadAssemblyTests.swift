import Testing
import TestSupport

@testable import ArticleParsing

@Suite("Threads from flat lists")
struct ThreadAssemblyTests {
  private func order(_ parents: [ThreadAssembly.Parent], ids: [String]) -> String {
    ThreadAssembly.order(parents: parents, ids: ids).map {
      "\(ids[$0.entry]).\($0.depth)\($0.isUnplaced ? "?" : "")"
    }.joined(separator: " ")
  }

  @Test("Replies stand after what they answer, in the order of the source")
  func order() {
    #expect(
      order([.none, .id("a"), .none, .id("a"), .id("b")], ids: ["a", "b", "c", "d", "e"])
        == "a.0 b.1 e.2 d.1 c.0")
  }

  @Test("An answer may come before what it answers")
  func backwards() {
    #expect(order([.id("b"), .id("c"), .none], ids: ["a", "b", "c"]) == "c.0 b.1 a.2")
  }

  @Test("An answer to nothing stands at top level, marked")
  func unplaced() {
    #expect(order([.id("x"), .none, .entry(9)], ids: ["a", "b", "c"]) == "a.0? b.0 c.0")
  }

  @Test("Circles are opened, and nothing is lost")
  func circles() {
    #expect(order([.id("a")], ids: ["a"]) == "a.0")
    #expect(
      order([.entry(1), .entry(2), .entry(0), .entry(0)], ids: ["a", "b", "c", "d"]) == "a.0 c.1 b.2 d.1")
  }

  @Test("Of two equal identifiers the first is answered; empty ones are never answered")
  func duplicates() {
    #expect(order([.none, .none, .id("a"), .id("")], ids: ["a", "a", "b", ""]) == "a.0 b.1 a.0 .0?")
  }

  @Test(
    "Whatever the parents, each comes once, after its parent, at one more than its depth", arguments: 0..<40)
  func properties(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...60, using: &random)
    let parents: [ThreadAssembly.Parent] = (0..<count).map { _ in
      switch Int.random(in: 0..<3, using: &random) {
      case 0: .none
      case 1: .entry(Int.random(in: 0..<count, using: &random))
      default: .id("\(Int.random(in: 0..<count + 3, using: &random))")
      }
    }
    let places = ThreadAssembly.order(parents: parents, ids: (0..<count).map(String.init))
    #expect(places.map(\.entry).sorted() == Array(0..<count))
    var depth = -1
    for place in places {
      #expect(place.depth >= 0 && place.depth <= depth + 1)
      depth = place.depth
    }
  }
}
