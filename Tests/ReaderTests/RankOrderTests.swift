import TestSupport
import Testing

@testable import ReaderCore

@Suite("Order by counting")
struct RankOrderTests {
  @Test("Numbers come in the order in which comparing puts them, equal ones as they stand", arguments: 0...63)
  func sameOrder(_ bits: Int) {
    var generator = SeededGenerator(seed: UInt64(bits))
    let ranks = (0..<400).map { _ in UInt64.random(in: 0...(1 << UInt64(bits)), using: &generator) }
    #expect(RankOrder.ascending(ranks) == stable(ranks, Array(ranks.indices)))
    let some = ranks.indices.filter { $0 % 3 != 1 }.reversed()
    #expect(RankOrder.ascending(ranks, of: some.map { Int32($0) }) == stable(ranks, Array(some)))
  }

  @Test("Nothing has an order")
  func nothing() {
    #expect(RankOrder.ascending([]) == [])
    #expect(RankOrder.ascending([7], of: []) == [])
  }

  private func stable(_ ranks: [UInt64], _ indices: [Int]) -> [Int32] {
    indices.enumerated()
      .sorted { (ranks[$0.element], $0.offset) < (ranks[$1.element], $1.offset) }
      .map { Int32($0.element) }
  }
}
