import ArticleLayout
import TestSupport
import Testing

@Suite("Walking through a flow")
struct FlowTests {
  /// A flow whose heights are given; `nil` is a hidden item.
  private struct ListedFlow: Flow {
    var heights: [Int?]

    var firstItem: Int? { heights.firstIndex { $0 != nil } }
    var lastItem: Int? { heights.lastIndex { $0 != nil } }
    func item(after item: Int) -> Int? { heights.indices.first { $0 > item && heights[$0] != nil } }
    func item(before item: Int) -> Int? { heights.indices.last { $0 < item && heights[$0] != nil } }
    func height(of item: Int) -> Int { heights[item] ?? 0 }

    /// All rows, one by one.
    var rows: [FlowPosition] {
      heights.enumerated().flatMap { item, height in
        (0..<(height ?? 0)).map { FlowPosition(item: item, row: $0) }
      }
    }
  }

  private func randomFlow(using generator: inout SeededGenerator) -> ListedFlow {
    var heights: [Int?] = []
    for _ in 0..<Int.random(in: 1...14, using: &generator) {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: heights.append(nil)
      case 1: heights.append(0)
      default: heights.append(Int.random(in: 1...6, using: &generator))
      }
    }
    return ListedFlow(heights: heights)
  }

  @Test("Steps, distances and ends are those of the list of all rows")
  func property() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<400 {
      let flow = randomFlow(using: &generator)
      let rows = flow.rows
      guard let first = rows.first, let last = rows.last else { continue }
      #expect(flow.start == first)
      #expect(flow.end == last)
      for (index, row) in rows.enumerated() {
        for step in [-100, -7, -3, -1, 0, 1, 2, 5, 100] {
          let target = max(0, min(rows.count - 1, index + step))
          #expect(flow.position(row, movedBy: step) == rows[target], "\(row) by \(step) in \(flow.heights)")
          if index + step == target {
            #expect(flow.position(rows[target], movedBy: -step) == row)
          }
        }
        for (other, lower) in rows.enumerated() {
          for limit in [1, 4, 1000] {
            let expected = other < index ? limit : min(limit, other - index)
            #expect(flow.distance(from: row, to: lower, limit: limit) == expected)
          }
        }
      }
      for height in [0, 1, 2, 5, 50] {
        let lastTop = rows[max(0, rows.count - max(1, height))]
        #expect(flow.lastTop(rows: height) == lastTop)
        for row in rows { #expect(flow.clampedTop(row, rows: height) == min(row, lastTop)) }
        for row in rows {
          // A row that the item does not have any more.
          let lost = flow.clampedTop(FlowPosition(item: row.item, row: 99), rows: height)
          #expect(lost == min(FlowPosition(item: row.item, row: flow.height(of: row.item) - 1), lastTop))
        }
      }
    }
  }

  @Test(
    "A flow without rows has one place, and every step stays there",
    arguments: [[0], [0, 0, 0], [nil, 0, nil]])
  func withoutRows(_ heights: [Int?]) {
    let flow = ListedFlow(heights: heights)
    #expect(flow.start == flow.end)
    for step in [-5, 0, 5] { #expect(flow.position(flow.start, movedBy: step) == flow.start) }
    #expect(flow.clampedTop(flow.start, rows: 3) == flow.start)
  }
}
