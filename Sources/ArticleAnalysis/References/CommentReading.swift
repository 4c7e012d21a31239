import ArticleModel

/// A comment cut into what the rules of references look at: words, sentences, quoted stretches.
///
/// One value serves for all comments of a thread, so that its buffers are made once.
struct CommentReading {
  /// A sentence, or a line without a sign at its end.
  struct Sentence {
    var words: Range<Int>
    var ending: FoldedWord.Ending
  }

  /// Words that the comment shows as somebody else's.
  struct Stretch {
    /// How they are shown.
    enum Mark: Equatable {
      /// As a line or block of its own, with `>` or set off.
      case line
      /// In quotation marks.
      case marks
    }

    var words: Range<Int>
    var mark: Mark
  }

  /// The words, with ranges in the text that the bodies share.
  private(set) var words = FoldedWords()
  private(set) var sentences: [Sentence] = []
  /// The words of each block that has some.
  private(set) var blocks: [Range<Int>] = []
  /// What is quoted, in reading order, without overlap.
  private(set) var stretches: [Stretch] = []
  /// Where the body begins in the text that the bodies share.
  private(set) var base = 0
  /// What any word of the comment says.
  private(set) var cues: ReferenceCue = []

  /// Reads a body.
  ///
  /// - Complexity: O(length of the body).
  /// - Parameters:
  ///   - utf8: The text that has the body.
  ///   - bodyBlocks: The blocks of the body, with ranges in `utf8`.
  ///   - index: The article's vocabulary.
  mutating func read(_ utf8: [UInt8], _ bodyBlocks: ArraySlice<Block>, _ index: ArticleWordIndex) {
    words.removeAll()
    sentences.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
    cues = []
    base = bodyBlocks.first.map { Int($0.range.lower) } ?? 0
    for block in bodyBlocks where !block.range.isEmpty {
      if case .code = block.kind { continue }
      let first = words.count
      words.append(utf8, block.range.indices)
      guard words.count > first else { continue }
      blocks.append(first..<words.count)
    }
    index.identify(&words)
    var block = 0
    for bodyBlock in bodyBlocks {
      guard block < blocks.count, blocks[block].lowerBound < words.count,
        bodyBlock.range.contains(Int(words[blocks[block].lowerBound].lower))
      else { continue }
      addStretches(utf8, bodyBlock, blocks[block])
      block += 1
    }
    addSentences(index)
  }

  private mutating func addSentences(_ index: ArticleWordIndex) {
    var start = 0
    var block = 0
    for position in 0..<words.count {
      cues.formUnion(index.cues(of: words[position]))
      let endsBlock = position + 1 == blocks[block].upperBound
      if words[position].endsSentence || endsBlock {
        sentences.append(Sentence(words: start..<position + 1, ending: words[position].ending))
        start = position + 1
      }
      if endsBlock { block += 1 }
    }
  }

  private mutating func addStretches(_ utf8: [UInt8], _ block: Block, _ range: Range<Int>) {
    if case .blockquote = block.kind {
      stretches.append(Stretch(words: range, mark: .line))
      return
    }
    let hadLines = addQuotedLines(utf8, block, range)
    guard words.hasMarks else { return }
    for stretch in MarkScanner(utf8: utf8).stretches(in: block.range.indices) {
      // A mark that nothing closes may be an inch or a slip; it quotes when it opens the block.
      if stretch.ending == .blockEnd, stretch.open != Int(block.range.lower) { continue }
      let inside = words.indices(in: TextRange(stretch.lower, stretch.upper))
      guard !inside.isEmpty else { continue }
      if hadLines, stretches.contains(where: { $0.mark == .line && $0.words.overlaps(inside) }) { continue }
      stretches.append(Stretch(words: inside, mark: .marks))
    }
  }

  /// Adds the lines of a block that begin with `>`; neighbouring ones are one stretch.
  private mutating func addQuotedLines(_ utf8: [UInt8], _ block: Block, _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    var found = false
    while position < range.upperBound {
      var end = position + 1
      while end < range.upperBound, words[end - 1].ending != .line,
        !hasLineBreak(utf8, Int(words[end - 1].upper), Int(words[end].lower))
      {
        end += 1
      }
      if isQuotedLine(utf8, from: Int(block.range.lower), to: Int(words[position].lower)) {
        if found, let last = stretches.last, last.words.upperBound == position {
          stretches[stretches.count - 1].words = last.words.lowerBound..<end
        } else {
          stretches.append(Stretch(words: position..<end, mark: .line))
        }
        found = true
      }
      position = end
    }
    return found
  }

  private func hasLineBreak(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Bool {
    upper > lower && utf8[lower..<upper].contains(0x0A)
  }

  /// Whether `>` stands between the beginning of the line and its first word.
  private func isQuotedLine(_ utf8: [UInt8], from start: Int, to word: Int) -> Bool {
    var position = word
    while position > start {
      position -= 1
      let byte = utf8[position]
      if byte == 0x3E { return isLineStart(utf8, position, start) }
      guard byte == 0x20 || byte == 0x22 || byte == 0x2E || byte >= 0x80 || byte == 0x27 || byte == 0x24
      else {
        return false
      }
    }
    return false
  }

  private func isLineStart(_ utf8: [UInt8], _ position: Int, _ start: Int) -> Bool {
    var position = position
    while position > start {
      position -= 1
      if utf8[position] == 0x0A { return true }
      guard utf8[position] == 0x20 || utf8[position] == 0x3E else { return false }
    }
    return true
  }

  /// From the first sentence with a number to the last, with the signs around them, in the text that the bodies share;
  /// `nil` when no word may be a number.
  func numberedRange(_ bodyBlocks: ArraySlice<Block>, _ index: ArticleWordIndex) -> TextRange? {
    guard let end = bodyBlocks.last?.range.upper,
      let first = words.words.firstIndex(where: { isNumeral($0, index) }),
      let last = words.words.lastIndex(where: { isNumeral($0, index) })
    else { return nil }
    let start = sentences[sentence(of: first)].words.lowerBound
    let next = sentences[sentence(of: last)].words.upperBound
    return TextRange(
      start > 0 ? Int(words[start - 1].upper) : base, next < words.count ? Int(words[next].lower) : Int(end))
  }

  private func isNumeral(_ word: FoldedWord, _ index: ArticleWordIndex) -> Bool {
    word.isNumber || index.cues(of: word).contains(.numeral)
  }

  /// The index of the sentence with a word.
  ///
  /// - Complexity: O(log n).
  func sentence(of word: Int) -> Int {
    max(0, sentences.partitioningIndex { $0.words.lowerBound > word } - 1)
  }

  /// A stretch of words as a range of the comment's own body; a whole sentence has the sign at its end.
  func range(of words: Range<Int>, _ utf8: [UInt8]) -> TextRange {
    var range = self.words.range(of: words)
    if let last = words.last, sentences[sentence(of: last)].words == words {
      while Int(range.upper) < utf8.count, [0x2E, 0x3F, 0x21].contains(utf8[Int(range.upper)]) {
        range.upper += 1
      }
    }
    return range.shifted(by: -base)
  }

  /// Some words with their neighbours in the sentence, at most up to an "and" or "but".
  func near(_ words: Range<Int>, before: Int, after: Int) -> Range<Int> {
    let sentence = sentences[sentence(of: words.lowerBound)].words
    let lower = max(sentence.lowerBound, words.lowerBound - before)
    var upper = words.upperBound
    while upper < min(sentence.upperBound, words.upperBound + after),
      !Self.joints.contains(self.words[upper].hash)
    {
      upper += 1
    }
    return lower..<max(lower, upper)
  }

  private static let joints = WordSet("and but")

  /// What the words of a range say, without those of `excluded`.
  func cues(of range: Range<Int>, without excluded: Range<Int>, _ index: ArticleWordIndex) -> ReferenceCue {
    var result: ReferenceCue = []
    for word in range where !excluded.contains(word) { result.formUnion(index.cues(of: words[word])) }
    return result
  }

  /// What a passage does with its target, by the sentence around it.
  func kind(of passage: Range<Int>, otherwise kind: ArticleReference.Kind, _ index: ArticleWordIndex)
    -> ArticleReference.Kind
  {
    guard let last = passage.last else { return kind }
    let sentence = sentences[sentence(of: last)]
    let first = min(sentence.words.lowerBound, passage.lowerBound)
    let cues = cues(of: first..<sentence.words.upperBound, without: passage, index)
    if !cues.isDisjoint(with: [.denial, .negation]) { return .disputes }
    if sentence.ending == .question || words[last].ending == .question { return .questions }
    return kind
  }
}
