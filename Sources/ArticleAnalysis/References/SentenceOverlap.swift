extension ArticleWordIndex {
  /// The most words of a comment that is taken whole.
  private static let shortComment = 24
  private static let longestSentence = 60

  /// A bit for each stem of a sentence of a comment, or of the whole comment where `overlap` looks at that.
  func stemBits(of reading: CommentReading, _ sentence: Int) -> UInt64 {
    let words =
      reading.words.count <= Self.shortComment
      ? 0..<reading.words.count : reading.sentences[sentence].words
    return words.reduce(0) { bits, word in
      reading.words[word].stem < 0 ? bits : bits | Self.bit(ofStem: reading.words[word].stem)
    }
  }

  /// How much a sentence of the comment and one of the article speak of the same thing, by the stems they share.
  ///
  /// A comment of one or two short sentences is taken whole.
  ///
  /// The words of a figure of the article can be left out, and so can words of the comment.
  func overlap(
    _ reading: CommentReading, _ sentence: Int, _ articleSentence: Int, besides figure: Int = -1,
    without excluded: Range<Int> = 0..<0
  ) -> Float {
    let isShort = reading.words.count <= Self.shortComment
    return overlap(
      of: isShort ? 0..<reading.words.count : reading.sentences[sentence].words, reading, articleSentence,
      figure, excluded)
  }

  /// How much the sentence before one of a long comment has in common with one of the article: what it speaks of, the next
  /// one often goes on with.
  func overlapBefore(
    _ sentence: Int, of reading: CommentReading, _ articleSentence: Int, besides figure: Int
  ) -> Float {
    guard reading.words.count > Self.shortComment, sentence > 0 else { return 0 }
    return overlap(of: reading.sentences[sentence - 1].words, reading, articleSentence, figure, 0..<0)
  }

  private func overlap(
    of words: Range<Int>, _ reading: CommentReading, _ articleSentence: Int, _ figure: Int,
    _ excluded: Range<Int>
  ) -> Float {
    guard articleSentence < sentences.count else { return 0 }
    var sum: Float = 0
    var seen: [Int32] = []
    for word in words.prefix(Self.longestSentence)
    where reading.words[word].weight >= ArticleWordIndex.sayingWeight {
      guard !reading.words[word].isNumber, !excluded.contains(word) else { continue }
      // "My rent" is another rent.
      if word > words.lowerBound, cues(of: reading.words[word - 1]).contains(.owner) { continue }
      let stem = reading.words[word].stem
      guard stem >= 0, !seen.contains(stem), hasStem(stem, inSentence: articleSentence, besides: figure)
      else {
        continue
      }
      seen.append(stem)
      sum += telling(stem)
    }
    return sum
  }
}
