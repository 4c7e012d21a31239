import ArticleModel
import TestSupport
import Testing

@testable import ReaderCore

@Suite("Searching with an index")
struct NGramIndexTests {
  private static let chunk = 8192

  private func text(_ words: Int, using generator: inout SeededGenerator) -> [UInt8] {
    let known = ["silt", "harbour", "Dredger", "the", "of", "moorings", "crane", "é", "日本", "tide"]
    var text = ""
    for _ in 0..<words {
      text += (known.randomElement(using: &generator) ?? "a") + " "
    }
    return Array(text.utf8)
  }

  @Test("With an index a search finds what it finds without one, forwards and backwards")
  func sameMatches() throws {
    var generator = SeededGenerator(seed: 77)
    for words in [0, 1, 40, 9000, 30_000] {
      var bytes = text(words, using: &generator)
      for _ in 0..<5 where bytes.count > 20 {
        let place = Int.random(in: 0..<bytes.count - 9, using: &generator)
        bytes.replaceSubrange(place..<place + 7, with: Array("Beacon7".utf8))
      }
      try bytes.withUnsafeBufferPointer { utf8 in
        let index = NGramIndex(utf8)
        for pattern in [
          "beacon7", "Beacon7", "BEACON7", "silt", "sil", "of", "é", "日本 t", "crane of crane the", "zzz",
          "n7", "zq", "d ", "本 ",
        ] {
          let search = try #require(TextSearch(pattern))
          for _ in 0..<20 {
            let lower = Int.random(in: 0...bytes.count, using: &generator)
            let upper = Int.random(in: lower...bytes.count, using: &generator)
            #expect(
              search.first(in: utf8, from: lower, to: upper, index: index)
                == search.first(in: utf8, from: lower, to: upper))
            #expect(
              search.last(in: utf8, from: lower, before: upper, index: index)
                == search.last(in: utf8, from: lower, before: upper))
          }
        }
      }
    }
  }

  @Test("A match that begins in one chunk and ends in the next is found", arguments: 0...9)
  func acrossChunks(_ before: Int) throws {
    var bytes = Array(repeating: UInt8(ascii: "-"), count: 3 * Self.chunk)
    let place = Self.chunk - before
    bytes.replaceSubrange(place..<place + 9, with: Array("lighthous".utf8))
    let search = try #require(TextSearch("lighthous"))
    bytes.withUnsafeBufferPointer { utf8 in
      let index = NGramIndex(utf8)
      let match = TextRange(place, place + 9)
      #expect(search.first(in: utf8, from: 0, to: bytes.count, index: index) == match)
      #expect(search.last(in: utf8, from: 0, before: bytes.count, index: index) == match)
    }
  }

  @Test("Of a long text only a small part is left to be read for a rare word")
  func selectivity() throws {
    var generator = SeededGenerator(seed: 78)
    var bytes = text(200_000, using: &generator)
    bytes.replaceSubrange(700_000..<700_008, with: Array("seawalls".utf8))
    bytes.withUnsafeBufferPointer { utf8 in
      let chunks = NGramIndex(utf8).chunks(for: Array("seawalls".utf8)) ?? []
      #expect(chunks.contains { $0.contains(700_000) })
      #expect(chunks.count * Self.chunk < bytes.count / 10)
    }
  }

  @Test(
    "Two letters that stand nowhere next to each other leave nothing to be read, and the text's last two do")
  func pairs() {
    var generator = SeededGenerator(seed: 79)
    let bytes = text(50_000, using: &generator) + Array("qx".utf8)
    bytes.withUnsafeBufferPointer { utf8 in
      let index = NGramIndex(utf8)
      #expect(index.chunks(for: Array("zq".utf8))?.isEmpty == true)
      #expect(index.chunks(for: Array("xq".utf8))?.isEmpty == true)
      #expect(index.chunks(for: Array("qx".utf8))?.count == 1)
      #expect(index.chunks(for: Array("q".utf8)) == nil)
    }
  }

  @Test("An index of another text is not used")
  func otherText() throws {
    let search = try #require(TextSearch("silt"))
    let index = Array("sand and gravel".utf8).withUnsafeBufferPointer { NGramIndex($0) }
    Array("much silt".utf8).withUnsafeBufferPointer { utf8 in
      #expect(search.first(in: utf8, from: 0, to: utf8.count, index: index) == TextRange(5, 9))
    }
  }
}
