import ArticleModel
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Orders and filters of a thread")
struct ThreadArrangementTests {
  /// A thread of random shape with scores and times.
  private func thread(_ count: Int, using generator: inout SeededGenerator) -> CommentThread {
    var builder = CommentThread.Builder()
    var depth = 0
    for index in 0..<count {
      depth = Int.random(in: 0...depth + 1, using: &generator)
      let comment = ThreadComment(
        id: "\(index)", author: builder.author("reader \(Int.random(in: 0..<5, using: &generator))"),
        posted: Timestamp(seconds: Int64.random(in: 0...1000, using: &generator)),
        score: Int32.random(in: -5...20, using: &generator))
      builder.append(comment, depth: depth, body: Threads.text("Comment \(index) of \(count)."))
    }
    return builder.finish()
  }

  /// What is wrong with a thread's structure, or `nil`.
  private func fault(_ thread: CommentThread) -> String? {
    for index in 0..<thread.count {
      let parent = thread.parent(of: index)
      let depth = parent.map { thread.depth(of: $0) + 1 } ?? 0
      if thread.depth(of: index) != depth { return "\(index) has the depth \(thread.depth(of: index))" }
      guard let parent else { continue }
      if parent >= index { return "\(index) has the parent \(parent)" }
      if index >= parent + thread.subtreeCount(of: parent) { return "\(index) is outside of its parent" }
    }
    return nil
  }

  @Test("An order keeps all comments, each below what it answers, and siblings in order")
  func orders() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let source = thread(Int.random(in: 1...60, using: &generator), using: &generator)
      for order in ThreadOrder.allCases {
        let request = ThreadArrangement.Request(order: order, filter: nil)
        let shown = ThreadArrangement(request, of: source, facts: ThreadFacts()).thread
        #expect(fault(shown) == nil)
        #expect(Set(shown.comments.map(\.id)) == Set(source.comments.map(\.id)))
        for index in 0..<shown.count {
          #expect(shown.body(of: index).string.hasPrefix("Comment \(shown.comments[index].id) "))
          guard let next = shown.nextSibling(of: index) else { continue }
          let (one, other) = (shown.comments[index], shown.comments[next])
          switch order {
          case .oldest: #expect((one.posted?.seconds ?? 0) <= (other.posted?.seconds ?? 0))
          case .newest: #expect((one.posted?.seconds ?? 0) >= (other.posted?.seconds ?? 0))
          case .score: #expect((one.score ?? 0) >= (other.score ?? 0))
          case .replies: #expect(shown.subtreeCount(of: index) >= shown.subtreeCount(of: next))
          case .source, .references: break
          }
        }
      }
    }
  }

  @Test("A filter keeps what it finds and what is above that, and nothing else")
  func filters() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<60 {
      let source = thread(Int.random(in: 1...60, using: &generator), using: &generator)
      let filter = try #require(try ThreadFilter("@3 score:>4"))
      let request = ThreadArrangement.Request(order: .newest, filter: filter)
      let arrangement = ThreadArrangement(request, of: source, facts: ThreadFacts())
      #expect(fault(arrangement.thread) == nil)
      for index in 0..<arrangement.thread.count {
        let isFound = { arrangement.found?[arrangement.thread.sourceIndex(of: $0)] == true }
        let subtree = index..<index + arrangement.thread.subtreeCount(of: index)
        #expect(subtree.contains(where: isFound))
      }
    }
  }

  @Test(
    "A filter that cannot be read says why",
    arguments: [
      ("is:purple", "is: knows"), ("has:hat", "has: knows"), ("score:many", "score: needs a number"),
      ("replies:>", "replies: needs a number"),
    ])
  func problems(_ text: String, _ message: String) {
    do throws(ThreadFilter.Problem) {
      _ = try ThreadFilter(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.message.contains(message))
    }
  }

  @Test("Orders that were looked into before are those that are made when asked for")
  func ordersBefore() {
    var generator = SeededGenerator(seed: 9)
    for count in [1, 2, 40, 300] {
      let source = thread(count, using: &generator)
      var facts = ThreadFacts()
      let references = (0..<count).filter { $0 % 3 == 0 }.flatMap { comment in
        (0...comment % 5).map { number in
          ArticleReference(
            comment: comment, range: TextRange(number, number + 1), target: .passage(TextRange(0, 1)),
            kind: .repeats, evidence: Evidence(rule: "test", confidence: 1))
        }
      }
      facts.references = ReferenceCounts(references)
      var orders = ThreadOrders(of: source)
      orders.take(references, of: source)
      var known = facts
      known.orders = orders
      let filter = try? ThreadFilter("score:>4")
      for order in ThreadOrder.allCases where order.isUseful(for: source, references: facts.references) {
        for request in [
          ThreadArrangement.Request(order: order), ThreadArrangement.Request(order: order, filter: filter),
        ] {
          let one = ThreadArrangement(request, of: source, facts: facts)
          let other = ThreadArrangement(request, of: source, facts: known)
          #expect(one.order.comments == other.order.comments)
        }
      }
      #expect(orders.belong(to: source))
      #expect(!orders.belong(to: thread(count + 1, using: &generator)))
    }
  }

  @Test("Comments without a score come last, and a thread without any has no order by score")
  func withoutScores() throws {
    var builder = CommentThread.Builder()
    for score: Int32? in [nil, 3, .min, nil, .max] {
      builder.append(ThreadComment(score: score), depth: 0, body: Threads.text("Words."))
    }
    let scored = builder.finish()
    #expect(ThreadOrder.score.list(of: scored, references: ReferenceCounts()) == [4, 1, 2, 0, 3])
    builder = CommentThread.Builder()
    builder.append(ThreadComment(), depth: 0, body: Threads.text("Words."))
    let plain = builder.finish()
    var facts = ThreadFacts()
    facts.orders = ThreadOrders(of: plain)
    #expect(facts.orders[.score] == [])
    // A configuration may ask for that order all the same.
    for filter in [nil, try ThreadFilter("words")] {
      let request = ThreadArrangement.Request(order: .score, filter: filter)
      #expect(ThreadArrangement(request, of: plain, facts: facts).thread.count == 1)
    }
  }

  @Test("Words are found in the same comments with an index, without one, and in bodies that are not decoded")
  func wordsOfComments() throws {
    var generator = SeededGenerator(seed: 10)
    let words = ["silt", "Harbour", "the", "tide", "crane", "of"]
    var builder = CommentThread.Builder()
    for index in 0..<3000 {
      let body = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }
      builder.append(
        ThreadComment(score: Int32(index % 10)), depth: index % 4,
        body: Threads.text(body.joined(separator: " ") + (index % 500 == 77 ? " beacon" : "")))
    }
    let decoded = builder.finish()
    let index = WordIndex(decoded)
    for filter in ["beacon", "the", "-the", "harbour tide", "Harbour -of", "score:>8 tide", "zebra", "si"] {
      let filter = try #require(try ThreadFilter(filter))
      let expected = (0..<decoded.count).filter { comment in
        let body = decoded.body(of: comment).string
        return filter.terms.allSatisfy { term in
          switch term.condition {
          case .words(let search): search.isFound(in: body) != term.isNegated
          case .score(let comparison, let limit):
            comparison.holds(decoded.comments[comment].score ?? 0, limit) != term.isNegated
          default: false
          }
        }
      }
      let copy = decoded.arranged(CommentOrder(CommentSet(all: decoded.count)))
      #expect(filter.matches(in: decoded, facts: ThreadFacts()).indices == expected)
      #expect(filter.matches(in: decoded, facts: ThreadFacts(), index: index).indices == expected)
      #expect(filter.matches(in: copy, facts: ThreadFacts()).indices == expected)
    }
  }

  @Test("An address is taken for words, and an empty filter for none")
  func words() throws {
    #expect(try ThreadFilter("  ") == nil)
    #expect(try ThreadFilter("https://quaypost.example")?.terms.count == 1)
    #expect(try ThreadFilter("two \"three four\" -five @six is:op")?.terms.count == 5)
  }
}
