import TestSupport
import Testing

@testable import ArticleModel

@Suite("Author table") struct AuthorTableTests {
  @Test("Names keep the index of their first appearance, however many there are")
  func indexes() {
    var table = AuthorTable()
    var known: [String: Int32] = [:]
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let name = "user" + String(Int.random(in: 0..<3000, using: &generator), radix: 36)
      let index = table.index(of: name)
      #expect(index == known[name, default: Int32(known.count)])
      known[name] = index
    }
    #expect(table.count == known.count)
    for (name, index) in known { #expect(table.names[Int(index)] == name) }
  }

  @Test("Names are told apart by their bytes")
  func similarNames() {
    var table = AuthorTable()
    let names = ["", "a", "A", "ab", "ba", "ä", "a\u{308}", "日本"]
    #expect(names.map { table.index(of: $0) } == Array(0..<8))
    #expect(names.map { table.index(of: $0) } == Array(0..<8))
  }
}
