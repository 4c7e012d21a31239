import TestSupport
import Testing

import ArticleModel

@Suite("Lists of short texts") struct TextListTests {
  @Test("Texts come out as they went in, empty ones too")
  func texts() {
    let texts = ["", "otto", "", "Möller", "日本", "a\u{308}", ""]
    let list = TextList(texts)
    #expect(Array(list) == texts)
    #expect(list.count == texts.count)
    #expect(list.utf8 == Array(texts.joined().utf8))
    #expect(Array(TextList()).isEmpty)
    #expect(TextList([""]) != TextList())
    #expect(TextList(["ab", "c"]) != TextList(["a", "bc"]))
  }

  @Test("Texts beyond ASCII are found wherever the other characters stand")
  func beyondASCII() {
    var generator = SeededGenerator(seed: 11)
    let characters = ["a", "b", "ö", "日", "🌊"]
    for round in 0..<300 {
      let texts = (0..<generator.below(40)).map { _ in
        (0..<generator.below(12)).map { _ in
          characters[generator.below(round % 3 == 0 ? characters.count : 2) % characters.count]
        }.joined() + (generator.below(20) == 0 ? "é" : "")
      }
      let expected = texts.indices.filter { texts[$0].utf8.contains { $0 >= 0x80 } }
      #expect(TextList(texts).indicesBeyondASCII == expected, "\(texts)")
    }
  }
}
