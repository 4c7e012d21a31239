import ArticleModel
import Glibc
import TestSupport
import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Searching")
struct SearchTests {
  /// All places where a pattern begins, found letter by letter.
  private func naive(_ pattern: String, in text: [UInt8]) -> [Int] {
    let folds = !pattern.contains { $0.isUppercase }
    let fold: (UInt8) -> UInt8 = { folds && (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let needle = pattern.utf8.map(fold)
    guard needle.count <= text.count else { return [] }
    return (0...text.count - needle.count).filter { start in
      needle.indices.allSatisfy { fold(text[start + $0]) == needle[$0] }
    }
  }

  @Test("The first, the last and all matches are those that a naive search finds")
  func textSearch() throws {
    var generator = SeededGenerator(seed: 71)
    let letters = Array("aabBné ")
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? "a"
      }
      let pattern = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? "a"
      }
      let bytes = Array(String(text).utf8)
      let search = try #require(TextSearch(String(pattern)))
      let length = String(pattern).utf8.count
      let all = naive(String(pattern), in: bytes)
      bytes.withUnsafeBufferPointer { utf8 in
        for _ in 0..<4 {
          let lower = Int.random(in: 0...bytes.count, using: &generator)
          let upper = Int.random(in: lower...bytes.count, using: &generator)
          let first = search.first(in: utf8, from: lower, to: upper).map { Int($0.lower) }
          #expect(first == all.first { $0 >= lower && $0 + length <= upper })
          let last = search.last(in: utf8, from: lower, before: upper).map { Int($0.lower) }
          #expect(last == all.last { $0 >= lower && $0 < upper })
        }
        var distinct: [Int] = []
        for place in all where place >= (distinct.last.map { $0 + length } ?? 0) { distinct.append(place) }
        #expect(search.all(in: utf8, range: TextRange(0, bytes.count)).map { Int($0.lower) } == distinct)
      }
    }
    #expect(TextSearch("") == nil)
  }

  @Test("Matches far apart in a long text are found forwards, in both cases of a letter")
  func longDistances() throws {
    let places = [0, 254, 255, 256, 257, 700, 766, 768, 70_000, 131_327, 131_328, 199_998]
    var bytes = Array(repeating: UInt8(ascii: "a"), count: 200_000)
    for (number, place) in places.enumerated() {
      bytes[place] = number % 2 == 0 ? UInt8(ascii: "z") : UInt8(ascii: "Z")
    }
    let search = try #require(TextSearch("z"))
    bytes.withUnsafeBufferPointer { utf8 in
      #expect(search.all(in: utf8, range: TextRange(0, utf8.count)).map { Int($0.lower) } == places)
    }
  }

  @Test("Sixteen times the matches of one case take about sixteen times as long", arguments: ["x", "X"])
  func growth(_ letter: String) throws {
    let search = try #require(TextSearch("x"))
    func seconds(_ count: Int) -> Double {
      let bytes = Array(String(repeating: letter + " ", count: count).utf8)
      return (0..<3).map { _ in
        let start = Self.processorTime()
        let found = bytes.withUnsafeBufferPointer {
          search.all(in: $0, range: TextRange(0, $0.count), limit: .max).count
        }
        #expect(found == count)
        return Self.processorTime() - start
      }.min() ?? 0
    }
    #expect(seconds(64_000) < max(seconds(4_000), 0.0005) * 80)
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("A match far from the end of a long text is found backwards")
  func longText() throws {
    var bytes = Array(repeating: UInt8(ascii: "a"), count: 200_000)
    for place in [5, 99_999, 131_071] { bytes[place] = UInt8(ascii: "Z") }
    let search = try #require(TextSearch("Za"))
    bytes.withUnsafeBufferPointer { utf8 in
      var end = bytes.count
      for place in [131_071, 99_999, 5] {
        let found = search.last(in: utf8, from: 0, before: end).map { Int($0.lower) }
        #expect(found == place)
        end = place
      }
    }
  }

  @Test(
    "Going on through the article meets every match once and then begins again",
    arguments: ["the", "th", "T", "ee", "€", "gate"])
  func article(_ pattern: String) {
    let article = Fixtures.articleOnly
    let all = naive(pattern, in: article.body.utf8)
    #expect(!all.isEmpty)
    var session = Session(article, width: 50, height: 10)
    session.press("/")
    session.type(pattern)
    session.press("enter")
    for index in 0..<2 * all.count {
      #expect(session.state.search?.match.map { Int($0.lower) } == all[index % all.count])
      if let match = session.state.search?.match { #expect(session.state.article.isOnScreen(match)) }
      session.press("n")
    }
    for index in (0..<2 * all.count).reversed() {
      session.press("N")
      #expect(session.state.search?.match.map { Int($0.lower) } == all[index % all.count])
    }
  }

  @Test(
    "Going on through the discussion meets every match in order, decoded or not",
    arguments: ["the", "on", "I", "of", "car"])
  func discussion(_ pattern: String) throws {
    var article = Fixtures.harbour
    let thread = try #require(article.thread).decoded()
    let bodies = (0..<thread.count).map { thread.body(of: $0) }
    let all = bodies.enumerated().flatMap { item, body in naive(pattern, in: body.utf8).map { (item, $0) } }
    #expect(!all.isEmpty)
    for isDecoded in [true, false] {
      article.thread = thread
      if !isDecoded { article.thread?.bodies = .encoded(LateBodies(bodies: bodies)) }
      var session = Session(article, width: 80, height: 24)
      session.press("2 z M /")
      session.type(pattern)
      session.press("enter")
      for index in 0..<2 * all.count {
        let wanted = all[index % all.count]
        let search = session.state.search
        #expect(search?.comment == wanted.0)
        #expect(search?.match.map { Int($0.lower) } == wanted.1)
        #expect(session.state.comments?.selected == wanted.0)
        session.press("n")
      }
      for index in (0..<2 * all.count).reversed() {
        session.press("N")
        #expect(session.state.search?.comment == all[index % all.count].0)
        #expect(session.state.search?.match.map { Int($0.lower) } == all[index % all.count].1)
      }
    }
  }

  @Test(
    "Words typed in one go lead to where they lead letter by letter",
    arguments: [
      "/ t h e", "/ t h e enter", "/ t h e enter n", "/ t h e x x x backspace", "/ t h e escape", "/ z",
    ])
  func typedAtOnce(_ keys: String) {
    for start in ["", "2 "] {
      var patient = Session(Fixtures.harbour, width: 80, height: 24)
      patient.press(start + keys)
      var hasty = Session(Fixtures.harbour, width: 80, height: 24)
      hasty.press(start)
      for name in keys.split(separator: " ") {
        if let key = Key(String(name)) { hasty.send(.input(.key(key)), isSettled: false) }
      }
      hasty.send(.resized(Size(width: 80, height: 24)))
      #expect(hasty.frame.lines == patient.frame.lines)
      #expect(hasty.state.search == patient.state.search)
    }
  }
}
