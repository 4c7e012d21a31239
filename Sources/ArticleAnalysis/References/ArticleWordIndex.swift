import ArticleModel

/// The words of an article by value and by threes, and what is known of each place: sentence, quote, figure.
///
/// Flat arrays throughout: looking up a word or three words in a row is one probe of a table.
struct ArticleWordIndex {
  /// A sentence of the article.
  struct Sentence {
    var words: Range<Int>
  }

  /// All words in reading order, with a barrier after each block.
  private(set) var words = FoldedWords()
  /// The sentences in reading order.
  private(set) var sentences: [Sentence] = []
  /// The sentence of each word.
  private(set) var sentenceOf: [Int32] = []
  /// The quote around each word, as an index into `Article.quotes`, or -1.
  private(set) var quoteOf: [Int32] = []
  /// The figure that a word is part of, as an index into `Article.figures`, or -1.
  private(set) var figureOf: [Int32] = []
  /// The words that stand in quotation marks without being speech.
  private(set) var quotedWordRanges: [Range<Int>] = []

  private var ids: HashTable
  /// What each word of the vocabulary says; the vocabulary has the article's words and the words of the rules.
  private var cues: [ReferenceCue] = []
  private var weights: [Float] = []
  /// The stem of each word of the vocabulary.
  private var stems: [Int32] = []
  private var stemIDs: HashTable
  /// In how many sentences of the article each stem stands.
  private var stemCounts: [Int32] = []
  /// The distinct stems of the sentences that say something, sentence after sentence.
  private var sentenceStems: [Int32] = []
  private var sentenceStemStarts: [Int32] = [0]
  /// The only figure whose words have the stem in its sentence, or -1.
  private var stemFigures: [Int32] = []
  /// Whether each figure counts things, or tells a share of some.
  private var countsThings: [Bool] = []
  /// A bit for each stem of each sentence, to tell at once that two sentences share none.
  private var sentenceBits: [UInt64] = []
  /// The places of each word, word after word.
  private var places: [Int32] = []
  private var placeStarts: [Int32] = []
  /// The first place of each three words in a row, and from each place the next one of the same three.
  private var triples: HashTable
  private var nextTriple: [Int32] = []

  /// Words of a language that weigh little.
  private static let functionWeight: Float = 0.15
  private static let frequentWeight: Float = 0.45

  /// Indexes an article whose quotes and figures are known.
  ///
  /// - Complexity: O(length of the article).
  init(_ article: Article) {
    for block in article.body.blocks where !block.range.isEmpty {
      words.append(article.body.utf8, block.range.indices)
      words.appendBarrier(at: Int(block.range.upper))
    }
    ids = HashTable(room: words.count / 2 + 1024)
    stemIDs = HashTable(room: words.count / 2 + 1024)
    triples = HashTable(room: words.count + 16)
    addRuleWords()
    addArticleWords()
    addTriples()
    markPlaces(of: article)
    addSentences()
  }

  // MARK: Making

  private mutating func addRuleWords() {
    for (list, weight) in [
      (EnglishReferenceCues.frequent, Self.frequentWeight),
      (EnglishReferenceCues.function, Self.functionWeight),
    ] {
      for word in Self.split(list) { weights[addWord(word)] = weight }
    }
    for (cue, list) in ReferenceCue.lists {
      for word in Self.split(list) { cues[addWord(word)].formUnion(cue) }
    }
  }

  private static func split(_ list: String) -> [ArraySlice<UInt8>] {
    Array(list.utf8).split { $0 == 0x20 || $0 == 0x0A }
  }

  private mutating func addWord(_ folded: ArraySlice<UInt8>) -> Int {
    let hash = FoldedWords.hash(folded)
    let known = ids[hash]
    if known >= 0 { return Int(known) }
    let id = weights.count
    ids[hash] = Int32(id)
    weights.append(Self.weight(of: folded))
    cues.append([])
    let stemHash = folded.withUnsafeBufferPointer { Self.stem($0) }
    var stem = stemIDs[stemHash]
    if stem < 0 {
      stem = Int32(stemCounts.count)
      stemIDs[stemHash] = stem
      stemCounts.append(0)
    }
    stems.append(stem)
    return id
  }

  /// What a word that no list knows weighs: short ones and small numbers are half chance.
  private static func weight(of folded: ArraySlice<UInt8>) -> Float {
    guard let first = folded.first else { return 0 }
    if first >= 0x80 { return 1 }
    if LetterFolding.isDigit(first) { return folded.count < 2 ? 0.4 : folded.count < 3 ? 0.7 : 1 }
    return folded.count < 3 ? 0.4 : 1
  }

  private mutating func addArticleWords() {
    var counts: [Int32] = Array(repeating: 0, count: weights.count)
    for index in 0..<words.count where words[index].id > -2 {
      let id = addWord(words.folded(words[index]))
      if id == counts.count { counts.append(0) }
      words[index].id = Int32(id)
      counts[id] += 1
    }
    // A word that a long article has in every other sentence says little, whatever the language.
    let common = max(12, Int32(words.count / 60))
    for id in counts.indices where counts[id] > common { weights[id] = min(weights[id], 0.4) }
    placeStarts = [0]
    placeStarts.reserveCapacity(counts.count + 1)
    var sum: Int32 = 0
    for count in counts {
      sum += count
      placeStarts.append(sum)
    }
    places = Array(repeating: 0, count: Int(sum))
    var filled = placeStarts
    for index in 0..<words.count where words[index].id >= 0 {
      let id = Int(words[index].id)
      words[index].weight = weights[id]
      words[index].stem = stems[id]
      places[Int(filled[id])] = Int32(index)
      filled[id] += 1
    }
  }

  private mutating func addTriples() {
    nextTriple = Array(repeating: -1, count: words.count)
    guard words.count > 2 else { return }
    // Backwards, so that a chain runs in reading order.
    for index in stride(from: words.count - 3, through: 0, by: -1) {
      guard let key = Self.key(words[index].id, words[index + 1].id, words[index + 2].id) else { continue }
      nextTriple[index] = triples[key]
      triples[key] = Int32(index)
    }
  }

  @inline(__always)
  private static func key(_ first: Int32, _ second: Int32, _ third: Int32) -> UInt64? {
    guard first >= 0, second >= 0, third >= 0 else { return nil }
    var key = UInt64(first) &* 0x9E37_79B9_7F4A_7C15
    key = (key ^ UInt64(second)) &* 0xBF58_476D_1CE4_E5B9
    key = (key ^ key >> 29 ^ UInt64(third)) &* 0x94D0_49BB_1331_11EB
    return key ^ key >> 32
  }

  private mutating func markPlaces(of article: Article) {
    quoteOf = Array(repeating: -1, count: words.count)
    figureOf = quoteOf
    for (index, quote) in article.quotes.enumerated() {
      for part in quote.parts { for word in self.words(in: part.range) { quoteOf[word] = Int32(index) } }
    }
    countsThings = article.figures.map { [.count, .ratio, .percent].contains($0.kind) }
    for (index, figure) in article.figures.enumerated() {
      for word in self.words(in: figure.range) { figureOf[word] = Int32(index) }
    }
    quotedWordRanges = article.quotedWords.map { self.words(in: $0.range) }
  }

  private mutating func addSentences() {
    sentenceOf = Array(repeating: 0, count: words.count)
    var start = 0
    var seen = Array(repeating: Int32(-1), count: stemCounts.count)
    for index in 0..<words.count {
      sentenceOf[index] = Int32(sentences.count)
      let word = words[index]
      if word.id >= 0, word.weight >= Self.sayingWeight, figureOf[index] < 0 || isCountedNoun(word, index) {
        let stem = Int(stems[Int(word.id)])
        if seen[stem] != Int32(sentences.count) {
          seen[stem] = Int32(sentences.count)
          stemCounts[stem] += 1
          sentenceStems.append(Int32(stem))
          stemFigures.append(figureOf[index])
        } else if let place = sentenceStems[Int(sentenceStemStarts[sentences.count])...].firstIndex(
          of: Int32(stem)),
          stemFigures[place] != figureOf[index]
        {
          stemFigures[place] = -1
        }
      }
      if word.endsSentence || index == words.count - 1 {
        sentences.append(Sentence(words: start..<index + 1))
        let first = Int(sentenceStemStarts[sentences.count - 1])
        sentenceStemStarts.append(Int32(sentenceStems.count))
        sentenceBits.append(sentenceStems[first...].reduce(0) { $0 | Self.bit(ofStem: $1) })
        start = index + 1
      }
    }
  }

  /// Whether a word inside a figure is what it counts, and neither the number nor a unit.
  private func isCountedNoun(_ word: FoldedWord, _ place: Int) -> Bool {
    countsThings[Int(figureOf[place])] && !word.isNumber && !cues[Int(word.id)].contains(.numeral)
  }

  /// Words from this weight on make two sentences speak of the same thing.
  static let sayingWeight: Float = 0.7

  // MARK: Looking up

  /// Gives words of another text their places in the vocabulary and their weights.
  ///
  /// - Complexity: O(number of words).
  func identify(_ text: inout FoldedWords) {
    text.update { word, folded in
      let id = ids[word.hash]
      word.id = id
      word.weight = id >= 0 ? weights[Int(id)] : word.isNumber ? 0.7 : word.count < 3 ? 0.4 : 1
      word.stem = id >= 0 ? stems[Int(id)] : stemIDs[Self.stem(folded)]
    }
  }

  /// The words whose bytes lie in a range of the article's body.
  ///
  /// - Complexity: O(log n).
  func words(in range: TextRange) -> Range<Int> { words.indices(in: range) }

  /// The places of a word of the article.
  func places(of id: Int32) -> ArraySlice<Int32> {
    guard id >= 0, Int(id) + 1 < placeStarts.count else { return [] }
    return places[Int(placeStarts[Int(id)])..<Int(placeStarts[Int(id) + 1])]
  }

  /// The first place of three words in a row, or -1.
  @inline(__always)
  func firstPlace(_ first: Int32, _ second: Int32, _ third: Int32) -> Int32 {
    guard let key = Self.key(first, second, third) else { return -1 }
    return triples[key]
  }

  /// The next place of the three words at a place, or -1.
  func nextPlace(after place: Int32) -> Int32 { nextTriple[Int(place)] }

  /// What the rules know of a word of a text that was identified.
  @inline(__always)
  func cues(of word: FoldedWord) -> ReferenceCue { word.id >= 0 ? cues[Int(word.id)] : [] }

  /// The distinct telling stems of a sentence of the article.
  func stems(ofSentence sentence: Int) -> ArraySlice<Int32> {
    sentenceStems[Int(sentenceStemStarts[sentence])..<Int(sentenceStemStarts[sentence + 1])]
  }

  /// Whether a stem stands in a sentence of the article, and not only in the words of a figure.
  func hasStem(_ stem: Int32, inSentence sentence: Int, besides figure: Int) -> Bool {
    let range = Int(sentenceStemStarts[sentence])..<Int(sentenceStemStarts[sentence + 1])
    guard let place = sentenceStems[range].firstIndex(of: stem) else { return false }
    return figure < 0 || stemFigures[place] != Int32(figure)
  }

  /// A bit for each stem of a sentence of the article.
  func stemBits(ofSentence sentence: Int) -> UInt64 {
    sentence < sentenceBits.count ? sentenceBits[sentence] : 0
  }

  /// The bit of a stem, which it shares with others.
  static func bit(ofStem stem: Int32) -> UInt64 { 1 << (UInt64(truncatingIfNeeded: stem) & 63) }

  /// How much two sentences with the same stem have in common by it: less when half of the article has it.
  func telling(_ stem: Int32) -> Float {
    let count = stemCounts[Int(stem)]
    if count == 0 { return 0 }
    return count <= 3 || Int(count) * 8 <= sentences.count ? 1 : 0.5
  }

  /// The hash of a word without the endings of plurals and verbs, cut to its first letters.
  private static func stem(_ folded: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = folded.count
    func ends(_ last: UInt8, after beforeLast: UInt8, _ third: UInt8? = nil) -> Bool {
      let length = third == nil ? 2 : 3
      guard count >= length + 3, folded[count - 1] == last, folded[count - 2] == beforeLast else {
        return false
      }
      return third.map { folded[count - 3] == $0 } ?? true
    }
    var end = count
    if ends(0x73, after: 0x65, 0x69) || ends(0x64, after: 0x65, 0x69) || ends(0x67, after: 0x6E, 0x69) {
      // -ies, -ied, -ing
      end -= 3
    } else if ends(0x64, after: 0x65) || ends(0x73, after: 0x65) || ends(0x79, after: 0x6C) {
      // -ed, -es, -ly
      end -= 2
    } else if count >= 4, folded[count - 1] == 0x73, folded[count - 2] != 0x73 {
      end -= 1
      // Bookings are booked.
      if end >= 6, folded[end - 1] == 0x67, folded[end - 2] == 0x6E, folded[end - 3] == 0x69 { end -= 3 }
    }
    if end > 3, folded[end - 1] == 0x65 || folded[end - 1] == 0x79 { end -= 1 }
    return FoldedWords.hash(folded[..<min(end, 6)])
  }
}
