import ArticleModel

/// Tells the language of a text without a tag from its commonest small words.
enum LanguageGuess {
  /// Small words that each stand in one of the languages only.
  private static let marks: [(tag: String, words: String)] = [
    (
      "en",
      """
      the and of to that was for with his were from have which this by are but they not been who she he it is be or an on as at you
      we had has said will would their there what all more than only when out up about into over after back its our my your
      """
    ),
    (
      "de",
      "der die und das nicht mit von ist den dem ein eine sich auch auf wird dass hat zu im bei oder wurde"
    ),
    ("fr", "le les des et une dans est qui sur pas pour du au avec sont cette il elle ses aux mais"),
    ("es", "el los las una por con del se para su al como más fue pero sus este ha ella lo y"),
  ]

  private static let table = ByteTable(
    marks.enumerated().flatMap { index, mark in
      mark.words.split(whereSeparator: \.isWhitespace).map { (String($0), Int32(index)) }
    })

  /// How many words of a text are looked at.
  private static let sample = 400

  /// The tag of the language, `und` when the text is long enough to tell that it is none of the four, or `nil`.
  ///
  /// - Complexity: O(1); a few hundred words are read.
  static func tag(of text: RichText) -> String? {
    let utf8 = text.utf8
    var hits = Array(repeating: 0, count: marks.count)
    var words = 0
    var position = 0
    let end = min(utf8.count, 16 * sample)
    while position < end, words < sample {
      var next = position
      while next < end, Tokenizer.isASCIILetter(utf8[next]) || utf8[next] >= 0x80 { next += 1 }
      if next > position {
        words += 1
        if let index = table.value(utf8, position, next, foldingCase: true) { hits[Int(index)] += 1 }
      }
      position = next + 1
    }
    let best = hits.indices.max { hits[$0] < hits[$1] } ?? 0
    let second = hits.indices.filter { $0 != best }.map { hits[$0] }.max() ?? 0
    if hits[best] >= 4, hits[best] >= 2 * second, hits[best] * 16 >= words { return marks[best].tag }
    return words >= 120 && hits[best] * 24 < words ? "und" : nil
  }
}
