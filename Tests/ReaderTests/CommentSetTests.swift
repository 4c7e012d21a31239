import ArticleModel
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Sets of comments")
struct CommentSetTests {
  @Test("A set has what it was made of, and with their ancestors all that is above that", arguments: 0..<200)
  func ancestors(_ round: Int) {
    var generator = SeededGenerator(seed: UInt64(round))
    var builder = CommentThread.Builder()
    let count = [0, 1, 63, 64, 65, 128].randomElement(using: &generator) ?? 0
    for index in 0..<count + generator.below(3) {
      builder.append(
        ThreadComment(score: Int32(generator.below(30))), depth: generator.below(min(index + 1, 9)))
    }
    let thread = builder.finish()
    var set = CommentSet(thread) { ($0.score ?? 0) < 4 }
    var expected = thread.comments.map { ($0.score ?? 0) < 4 }
    #expect(thread.comments.indices.map { set[$0] } == expected)
    #expect(set.count == expected.count { $0 })
    for index in expected.indices.reversed() {
      if expected[index], let parent = thread.parent(of: index) { expected[parent] = true }
    }
    set.insertAncestors(by: thread.parents)
    #expect(thread.comments.indices.map { set[$0] } == expected)
    #expect(set.indices == expected.indices.filter { expected[$0] })
  }
}
