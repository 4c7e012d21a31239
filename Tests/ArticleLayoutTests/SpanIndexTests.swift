import ArticleLayout
import ArticleModel
import TerminalUI
import TestSupport
import Testing

@Suite("Spans of a line")
struct SpanIndexTests {
  @Test("The spans of a stretch are those that a walk over all of them finds")
  func property() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<400 {
      let spans = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        let lower = Int.random(in: 0...40, using: &generator)
        let count = Int.random(in: 0...(Bool.random(using: &generator) ? 4 : 40), using: &generator)
        return ScopedSpan(
          range: TextRange(lower, lower + count), scope: .speaker(Int.random(in: 0...7, using: &generator)))
      }
      let index = SpanIndex(spans)
      for _ in 0..<30 {
        let lower = Int.random(in: 0...60, using: &generator)
        let range = TextRange(lower, lower + Int.random(in: 1...20, using: &generator))
        let found = index.spans(in: range)
        let expected = spans.filter { !$0.range.isEmpty && $0.range.overlaps(range) }
        #expect(found.count == expected.count)
        #expect(Set(found) == Set(expected))
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.lower <= $1.range.lower })
        let wanted = Scope.speaker(2)
        let starts = spans.contains {
          !$0.range.isEmpty && $0.scope == wanted && range.contains(Int($0.range.lower))
        }
        #expect(index.hasStart(in: range) { $0 == wanted } == starts)
      }
    }
  }

  @Test("Of two spans that begin together the longer one lies below")
  func order() {
    let quote = ScopedSpan(range: TextRange(3, 20), scope: .quote)
    let figure = ScopedSpan(range: TextRange(3, 5), scope: .figure)
    #expect(SpanIndex([figure, quote]).spans(in: TextRange(0, 9)) == [quote, figure])
  }
}
