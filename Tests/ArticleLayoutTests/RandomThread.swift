import ArticleLayout
import ArticleModel
import TerminalUI
import TestSupport

/// Threads of every shape.
enum RandomThread {
  /// A thread of `count` comments at random depths.
  static func thread(_ count: Int, using generator: inout SeededGenerator) -> CommentThread {
    var builder = CommentThread.Builder()
    var depth = 0
    for index in 0..<count {
      depth = Int.random(in: 0...depth + 1, using: &generator)
      builder.append(
        Comment(id: "\(index)"), depth: depth,
        body: TextSketch(
          .paragraph, RandomWords.text(Int.random(in: 1...30, using: &generator), using: &generator)
        ).text)
    }
    return builder.finish()
  }

  /// Each comment answers the one before it.
  static func chain(_ count: Int) -> CommentThread {
    var builder = CommentThread.Builder(capacity: count)
    for index in 0..<count {
      builder.append(
        Comment(id: "\(index)"), depth: index, body: TextSketch(.paragraph, "Reply \(index).").text)
    }
    return builder.finish()
  }

  /// A thread of the given depths, whose comments say nothing.
  static func shape(_ depths: [Int]) -> CommentThread {
    var builder = CommentThread.Builder()
    for depth in depths { builder.append(Comment(), depth: depth) }
    return builder.finish()
  }

  static func flow(_ thread: CommentThread, width: Int) -> ThreadFlow {
    ThreadFlow(thread: thread, width: width, glyphs: .unicode) { _ in [] }
  }
}
