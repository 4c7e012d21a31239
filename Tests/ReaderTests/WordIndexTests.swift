import ArticleModel
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Searching comments with an index of their words")
struct WordIndexTests {
  private static let pieces = [
    "silt", "Harbour", "Dredger", "the", "of", "don’t", "it's", "naïve", "É", "Straße", "moorings", "日本",
    "本日は", "👍🏽",
    "42", "4.2", "a", "ab", "—", "«tide»", "e\u{301}t",
    "https://quaypost.example/a-long-address/that/goes/on",
    "ความยาวของท่าเรือ", "x_y", "\u{A0}", String(repeating: "z", count: 60),
  ]
  private static let patterns = [
    "silt", "il", "SILT", "Silt", "harbour", "Harbour", "bour d", "r d", "the of", "t", "n’t", "don’t", "’",
    "t'",
    "naïve", "ï", "É", "é", "straße", "日", "日本", "本日", "日本日", "👍", "👍🏽", "4", "42", "4.2", ".", "a", "ab", "—",
    "—s",
    "«tide»", "tide»", "e\u{301}", "ples", "https://", "goes/on", "ท่าเ", "x_", "_", "\u{A0}", "zz", "zzq",
    "beacon",
    " ", "  ", "the  ", "f m", "q7",
  ]

  private func search(_ pattern: String) throws -> TextSearch { try #require(TextSearch(pattern)) }

  private func thread(_ count: Int, using generator: inout SeededGenerator) -> CommentThread {
    var builder = CommentThread.Builder()
    for index in 0..<count {
      let words = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        // The first pieces are frequent, the last ones rare.
        Self.pieces[
          min(.random(in: Self.pieces.indices, using: &generator), .random(in: 0...30, using: &generator))]
      }
      let glue = [" ", " ", " ", ""].randomElement(using: &generator) ?? " "
      builder.append(
        ThreadComment(score: Int32(index % 7)), depth: index % 3,
        body: Threads.text(words.joined(separator: glue) + (index % 211 == 7 ? " q7" : "")))
    }
    return builder.finish()
  }

  @Test(
    "Every comment that holds a pattern is a candidate, and those called certain hold it",
    arguments: [1 << 20, 6])
  func candidates(_ most: Int) throws {
    var generator = SeededGenerator(seed: 80)
    for count in [0, 1, 63, 64, 65, 1500] {
      let thread = thread(count, using: &generator)
      let index = WordIndex(thread, most: most)
      for pattern in Self.patterns {
        let search = try search(pattern)
        guard let found = index.candidates(for: search) else { continue }
        for comment in 0..<count {
          let holds = search.isFound(in: thread.body(of: comment).string)
          #expect(!found.certain[comment] || holds, "\(pattern) in comment \(comment)")
          #expect(
            !holds || found.certain[comment] || found.possible[comment], "\(pattern) in comment \(comment)")
          #expect(!found.certain[comment] || !found.possible[comment])
        }
        #expect(found.certain.indices.allSatisfy { $0 < count })
        #expect(found.possible.indices.allSatisfy { $0 < count })
      }
    }
  }

  @Test(
    "Of words in small letters nothing has to be read, and of phrases what has their words",
    arguments: [
      ("silt", 0.0), ("il", 0), ("42", 0), ("naïve", 0), ("zebra", 0), ("the of", 0.3), ("beacon of", 0),
    ])
  func nothingToRead(_ pattern: String, _ part: Double) throws {
    var generator = SeededGenerator(seed: 81)
    var builder = CommentThread.Builder()
    for _ in 0..<1000 {
      let words = (0..<6).map { _ in Self.pieces[.random(in: 0..<12, using: &generator)] }
      builder.append(ThreadComment(), depth: 0, body: Threads.text(words.joined(separator: " ")))
    }
    let found = try #require(WordIndex(builder.finish()).candidates(for: search(pattern)))
    #expect(Double(found.possible.count) <= part * 1000)
  }

  @Test("Words say nothing about punctuation", arguments: ["—", " ", "«", "...", "\u{A0}"])
  func punctuation(_ pattern: String) throws {
    var generator = SeededGenerator(seed: 82)
    let index = WordIndex(thread(50, using: &generator))
    #expect(try index.candidates(for: search(pattern)) == nil)
  }

  @Test("A frequent word's comments are kept as bits, a rare one's as gaps, and both are found")
  func listsAndBits() throws {
    var builder = CommentThread.Builder()
    for comment in 0..<40_000 {
      let words = (comment % 3 == 1 ? "often " : "") + (comment % 17_000 == 16_999 ? "seldom" : "")
      builder.append(ThreadComment(), depth: 0, body: Threads.text(words))
    }
    let index = WordIndex(builder.finish())
    #expect(index.lists.count == WordIndex.bitmapSize(comments: 40_000) + 6)
    let often = try #require(index.candidates(for: search("often")))
    #expect(often.certain.indices == Array(stride(from: 1, to: 40_000, by: 3)))
    let seldom = try #require(index.candidates(for: search("seldom")))
    #expect(seldom.certain.indices == [16_999, 33_999])
  }

  @Test("With an index a search finds what it finds without one, in any order, forwards and backwards")
  func sameMatches() throws {
    var generator = SeededGenerator(seed: 83)
    let thread = thread(700, using: &generator)
    let index = WordIndex(thread)
    let request = ThreadArrangement.Request(order: .score, filter: try ThreadFilter("score:>1"))
    for order in [nil, ThreadArrangement(request, of: thread, facts: ThreadFacts()).order.comments] {
      let count = order?.count ?? thread.count
      for pattern in Self.patterns {
        let search = try search(pattern)
        let plain = ThreadSearch(source: thread, order: order, index: nil, search: search)
        let indexed = ThreadSearch(source: thread, order: order, index: index, search: search)
        #expect(indexed.matches(limit: 500) == plain.matches(limit: 500), "\(pattern)")
        for backward in [false, true] {
          let place = ThreadSearch.Place(
            comment: .random(in: 0..<count, using: &generator),
            offset: .random(in: -1...40, using: &generator))
          let expected = plain.next(after: place, backward: backward)
          let found = indexed.next(after: place, backward: backward)
          #expect(found?.comment == expected?.comment && found?.match == expected?.match, "\(pattern)")
          #expect(found?.isWrapped == expected?.isWrapped, "\(pattern)")
        }
      }
    }
  }

  @Test("An index of another thread is not used")
  func otherThread() throws {
    var generator = SeededGenerator(seed: 84)
    let (one, other) = (thread(300, using: &generator), thread(200, using: &generator))
    let silt = try search("silt")
    let all = CommentSet(one)
    #expect(
      BodySearch(silt, in: one, index: WordIndex(other)).comments(of: all)
        == BodySearch(silt, in: one).comments(of: all))
  }
}
