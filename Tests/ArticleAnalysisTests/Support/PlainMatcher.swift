import ArticleModel

@testable import ArticleAnalysis

/// Finds words of one text in another as plainly as can be, by trying every place: what the index must agree with.
///
/// Knows small ASCII letters, digits and spaces only; the texts that it is given have no others within a block.
struct PlainMatcher {
  struct Word {
    var text: String
    var range: TextRange
    var block: Int
  }

  let words: [Word]

  init(_ body: RichText) {
    var words: [Word] = []
    for (block, value) in body.blocks.enumerated() {
      var start: Int?
      for position in value.range.indices.lowerBound...value.range.indices.upperBound {
        let isEnd = position == value.range.indices.upperBound
        let byte = isEnd ? 0x20 : body.utf8[position]
        let isWord = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        if isWord, start == nil { start = position }
        if !isWord, let lower = start {
          let text = String(decoding: body.utf8[lower..<position], as: UTF8.self)
          words.append(Word(text: text, range: TextRange(lower, position), block: block))
          start = nil
        }
      }
    }
    self.words = words
  }

  /// Every place of some words of another text where they stand here in the same order within one block.
  ///
  /// - Complexity: O(number of words here × number of words there).
  func places(of other: ArraySlice<Word>) -> [Range<Int>] {
    guard !other.isEmpty, other.count <= words.count else { return [] }
    return (0...words.count - other.count).map { $0..<$0 + other.count }.filter { place in
      words[place.lowerBound].block == words[place.upperBound - 1].block
        && zip(words[place], other).allSatisfy { $0.text == $1.text }
    }
  }

  /// The words that a range of bytes touches.
  func words(in range: TextRange) -> Range<Int> {
    let inside = words.indices.filter { words[$0].range.overlaps(range) }
    return (inside.first ?? 0)..<((inside.last ?? -1) + 1)
  }
}
