extension ArticleWordIndex {
  /// A bit for each stem of a sentence of a comment, or of the whole comment where `overlap` looks at that.
  func stemBits(of reading: CommentReading, _ sentence: Int) -> UInt64 {
    let words = reading.words.count <= 24 ? 0..<reading.words.count : reading.sentences[sentence].words
    return words.reduce(0) { bits, word in
      reading.words[word].stem < 0 ? bits : bits | Self.bit(ofStem: reading.words[word].stem)
    }
  }

  /// How much a sentence of the comment and one of the article speak of the same thing, by the stems they share.
  ///
  /// A comment of one or two short sentences is taken whole.
  func overlap(_ reading: CommentReading, _ sentence: Int, _ articleSentence: Int) -> Float {
    guard articleSentence < sentences.count else { return 0 }
    let stems = stems(ofSentence: articleSentence)
    var words = reading.sentences[sentence].words
    if reading.words.count <= 24 { words = 0..<reading.words.count }
    if words.count > 60 { words = words.lowerBound..<words.lowerBound + 60 }
    var sum: Float = 0
    var seen: [Int32] = []
    for word in words where reading.words[word].weight >= ArticleWordIndex.sayingWeight {
      guard !reading.words[word].isNumber else { continue }
      let stem = reading.words[word].stem
      guard stem >= 0, !seen.contains(stem), stems.contains(stem) else { continue }
      seen.append(stem)
      sum += telling(stem)
    }
    return sum
  }
}
