import TestSupport
import Testing

@testable import ArticleModel

typealias Comment = ArticleModel.Comment

@Suite("Comment threads") struct CommentThreadTests {
  /// A thread and the same as a tree of plain lists.
  private struct Sample {
    var thread: CommentThread
    var parents: [Int?] = []
    var children: [[Int]] = []
    var roots: [Int] = []

    init(depths: [Int]) {
      var builder = CommentThread.Builder()
      var path: [Int] = []
      for (index, depth) in depths.enumerated() {
        builder.append(Comment(id: "c\(index)"), depth: depth)
        path.removeLast(path.count - max(0, min(depth, path.count)))
        parents.append(path.last)
        children.append([])
        if let parent = path.last { children[parent].append(index) } else { roots.append(index) }
        path.append(index)
      }
      thread = builder.finish()
    }

    func siblings(of index: Int) -> [Int] { parents[index].map { children[$0] } ?? roots }

    func ancestors(of index: Int) -> [Int] {
      var chain: [Int] = []
      var above = parents[index]
      while let parent = above {
        chain.insert(parent, at: 0)
        above = parents[parent]
      }
      return chain
    }

    func descendantCount(of index: Int) -> Int {
      var waiting = children[index]
      var count = 0
      while let next = waiting.popLast() {
        count += 1
        waiting += children[next]
      }
      return count
    }
  }

  private static func randomDepths(seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    var depth = 0
    return (0..<120).map { _ in
      depth = max(-1, depth + Int.random(in: -3...2, using: &generator))
      return depth
    }
  }

  @Test("The flat thread is the tree", arguments: Array(1...12) as [UInt64])
  func navigation(seed: UInt64) {
    let sample = Sample(depths: Self.randomDepths(seed: seed))
    let thread = sample.thread
    for index in 0..<thread.count {
      let siblings = sample.siblings(of: index)
      let place = siblings.firstIndex(of: index) ?? -1
      #expect(thread.parent(of: index) == sample.parents[index])
      #expect(thread.ancestors(of: index) == sample.ancestors(of: index))
      #expect(thread.root(of: index) == sample.ancestors(of: index).first ?? index)
      #expect(thread.depth(of: index) == sample.ancestors(of: index).count)
      #expect(thread.descendantCount(of: index) == sample.descendantCount(of: index))
      #expect(thread.replyCount(of: index) == sample.children[index].count)
      #expect(thread.nextSibling(of: index) == (place + 1 < siblings.count ? siblings[place + 1] : nil))
      #expect(thread.previousSibling(of: index) == (place > 0 ? siblings[place - 1] : nil))
    }
  }

  @Test("The documented invariants hold", arguments: Array(20...26) as [UInt64])
  func invariants(seed: UInt64) {
    let thread = Sample(depths: Self.randomDepths(seed: seed)).thread
    for index in 0..<thread.count {
      let parent = Int(thread.shape.parents[index])
      #expect(parent < index)
      #expect(thread.shape.depths[index] == (parent < 0 ? 0 : thread.shape.depths[parent] + 1))
      let end = index + Int(thread.shape.subtreeCounts[index])
      #expect(end <= thread.count)
      for other in 0..<thread.count {
        let isBelow = other == index || thread.ancestors(of: other).contains(index)
        #expect(isBelow == (index..<end).contains(other))
      }
    }
  }

  @Test("A depth that skips levels is lowered, a negative one raised")
  func skippedLevels() {
    #expect(Sample(depths: [5, 9, -2, 1, 7]).thread.shape.depths == [0, 1, 0, 1, 2])
  }

  @Test("A chain of 100,000 replies is like any other thread")
  func chain() {
    var builder = CommentThread.Builder(capacity: 100_000)
    for depth in 0..<100_000 { builder.append(Comment(), depth: depth) }
    let thread = builder.finish()
    #expect(thread.descendantCount(of: 0) == 99_999)
    #expect(thread.root(of: 99_999) == 0)
    #expect(thread.ancestors(of: 99_999).count == 99_999)
  }

  @Test("Who wrote comments is told for all as for each, in another order and after a change too")
  func authors() {
    var builder = CommentThread.Builder()
    for name in ["otto", nil, "mara", "otto", nil] {
      builder.append(Comment(author: name.map { builder.author($0) }), depth: 0)
    }
    builder.update(1) { $0.author = 1 }
    builder.update(3) { $0.author = nil }
    let thread = builder.finish()
    let reversed = thread.arranged(CommentOrder([4, 3, 2, 1, 0], of: CommentSet(words: [0b10101])))
    for thread in [thread, reversed] {
      var authors: [Int32] = []
      thread.comments.visitAuthors { index, author in
        #expect(index == authors.count)
        authors.append(author)
      }
      #expect(authors == thread.comments.map { $0.author ?? -1 })
    }
    #expect(thread.comments(by: 1) == [1, 2])
    #expect(reversed.comments(by: 0) == [2])
  }

  private static func paragraph(_ text: String) -> RichText {
    let utf8 = Array(text.utf8)
    return RichText(utf8: utf8, blocks: [Block(kind: .paragraph, range: TextRange(0, utf8.count))])
  }

  @Test("Each comment has its own body, empty ones included")
  func bodies() {
    var builder = CommentThread.Builder()
    let bodies = [RichText(), Self.paragraph("first"), RichText(), Self.paragraph("second"), RichText()]
    for body in bodies { builder.append(Comment(), depth: 0, body: body) }
    let thread = builder.finish()
    for (index, body) in bodies.enumerated() { #expect(thread.body(of: index) == body) }
    guard case .decoded(let text, _) = thread.bodies else {
      Issue.record("bodies are not decoded")
      return
    }
    #expect(text.string == "first\nsecond")
  }

  @Test("A thread without bodies has empty ones, and no author stays no author")
  func withoutBodies() {
    var builder = CommentThread.Builder()
    let author = builder.author("Ada")
    builder.append(Comment(author: author), depth: 0)
    builder.append(Comment(author: 99), depth: 0)
    builder.append(Comment(), depth: 0)
    let thread = builder.finish(bodies: CommentBodies.none)
    #expect((0..<3).map { thread.body(of: $0) } == [RichText(), RichText(), RichText()])
    #expect((0..<3).map { thread.author(of: $0) } == ["Ada", nil, nil])
  }

  @Test("A stub stands for replies that are missing and is no comment")
  func stubs() {
    var builder = CommentThread.Builder()
    builder.append(Comment(), depth: 0, body: Self.paragraph("first"))
    for (missing, depth) in [(12, 1), (1, 1), (nil, 0)] as [(Int?, Int)] {
      builder.appendStub(missing: missing, depth: depth)
    }
    let thread = builder.finish()
    #expect(thread.count == 4 && thread.commentCount == 1)
    #expect(
      (0..<4).map { thread.heading(of: $0) } == [
        "anonymous", "12 more replies", "1 more reply", "More replies",
      ])
    #expect(thread.shape.parents == [-1, 0, 0, -1])
  }

  private struct EncodedBodies: CommentBodySource {
    var texts: [String]
    var count: Int { texts.count }
    func body(at index: Int) -> RichText { CommentThreadTests.paragraph(texts[index]) }
  }

  @Test("Decoding all bodies at once changes none of them")
  func decoded() {
    var builder = CommentThread.Builder()
    for depth in [0, 1, 0] { builder.append(Comment(), depth: depth) }
    let thread = builder.finish(bodies: .encoded(EncodedBodies(texts: ["one", "", "three"])))
    let decoded = thread.decoded()
    for index in 0..<3 { #expect(decoded.body(of: index) == thread.body(of: index)) }
  }
}
