import TestSupport
import Testing

@testable import ArticleModel

@Suite("Sets of comments")
struct CommentSetTests {
  @Test("A set has what it was made of, and with their ancestors all that is above that", arguments: 0..<200)
  func ancestors(_ round: Int) {
    var generator = SeededGenerator(seed: UInt64(round))
    var builder = CommentThread.Builder()
    let count = [0, 1, 63, 64, 65, 128].randomElement(using: &generator) ?? 0
    for index in 0..<count + generator.below(3) {
      builder.append(
        Comment(score: Int32(generator.below(30))), depth: generator.below(min(index + 1, 9)))
    }
    let thread = builder.finish()
    let limit = [0, 1, 4, 15, 29, 30].randomElement(using: &generator) ?? 0
    var set = CommentSet(thread) { ($0.score ?? 0) < limit }
    var expected = thread.comments.map { ($0.score ?? 0) < limit }
    #expect(thread.comments.indices.map { set[$0] } == expected)
    #expect(set.count == expected.count { $0 })
    for index in expected.indices.reversed() {
      if expected[index], let parent = thread.parent(of: index) { expected[parent] = true }
    }
    set.insertAncestors(in: thread.shape)
    #expect(thread.comments.indices.map { set[$0] } == expected)
    #expect(set.indices == expected.indices.filter { expected[$0] })
  }

  @Test(
    "A ranked set counts what it holds in any stretch, and past the end of the thread too", arguments: 0..<50)
  func ranks(_ round: Int) {
    var generator = SeededGenerator(seed: UInt64(round))
    let count = [0, 1, 64, 65, 200].randomElement(using: &generator) ?? 0
    let held = (0..<count).map { _ in generator.below(3) == 0 }
    var set = CommentSet(count: count)
    for index in held.indices where held[index] { set[index] = true }
    let ranked = RankedCommentSet(set)
    #expect(ranked.count == held.count { $0 })
    for _ in 0..<40 {
      let lower = generator.below(count + 70)
      let stretch = lower..<lower + generator.below(count + 70)
      #expect(ranked.count(in: stretch) == held[stretch.clamped(to: held.indices)].count { $0 })
    }
  }

  @Test(
    "The comments that are answered are told level by level, in the source and in another order",
    arguments: 0..<20)
  func answered(_ round: Int) {
    var generator = SeededGenerator(seed: UInt64(round))
    var builder = CommentThread.Builder()
    for index in 0..<150 { builder.append(Comment(), depth: generator.below(min(index + 1, 6))) }
    let source = builder.finish()
    var shown = CommentSet(source) { _ in generator.below(4) == 0 }
    shown.insertAncestors(in: source.shape)
    for thread in [source, source.arranged(CommentOrder(shown))] {
      for depth in 0..<4 {
        let expected = (0..<thread.count).filter {
          thread.replyCount(of: $0) > 0 && thread.depth(of: $0) >= depth
        }
        #expect(CommentSet(answeredIn: thread, from: depth).indices == expected)
      }
      #expect(thread.levels == (0..<thread.count).map { thread.ancestors(of: $0).count + 1 }.max() ?? 0)
    }
  }
}
