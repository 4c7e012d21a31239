import ArticleModel

/// Finds the words of the article in a comment: quoted or not, to the letter or with small changes.
///
/// Quoted stretches are looked up by their rarest word; unmarked words by threes. What agrees in part is aligned with
/// the article's words around it.
struct PassageFinder {
  let index: ArticleWordIndex
  private var locator: PassageLocator
  private var paraphrases: ParaphraseFinder
  private var aligner = PassageAligner()

  private static let longestPiece = 200
  private static let longestRun = 400
  private static let placesTried = 16

  init(index: ArticleWordIndex) {
    self.index = index
    locator = PassageLocator(index: index)
    paraphrases = ParaphraseFinder(index: index)
  }

  /// Finds all passages of a comment.
  ///
  /// - Complexity: O(number of words), for a bounded number of places that each word is tried at.
  mutating func find(in reading: CommentReading) -> PassageFindings {
    var findings = PassageFindings()
    for stretch in reading.stretches { match(stretch, reading, &findings) }
    for block in reading.blocks { matchUnmarked(block, reading, &findings) }
    for sentence in reading.sentences {
      matchYear(sentence, reading, &findings)
      paraphrases.match(sentence.words, reading, &findings)
    }
    findings.matches.sort {
      ($0.query.lowerBound, $0.query.upperBound) < ($1.query.lowerBound, $1.query.upperBound)
    }
    return findings
  }

  // MARK: Quoted stretches

  private mutating func match(
    _ stretch: CommentReading.Stretch, _ reading: CommentReading, _ findings: inout PassageFindings
  ) {
    let first = findings.matches.count
    for piece in Self.pieces(of: stretch.words, reading.words) {
      matchPiece(piece, of: stretch, reading, &findings)
    }
    let total = reading.words.weight(of: stretch.words)
    let found = findings.matches[first...].reduce(Float(0)) { $0 + reading.words.weight(of: $1.query) }
    if found < total * 0.4 { findings.unmatched.append(stretch) }
  }

  /// A stretch without its omissions, cut where it is too long to be aligned at once.
  static func pieces(of range: Range<Int>, _ words: FoldedWords) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for word in range
    where words[word].ending == .ellipsis || word == range.upperBound - 1 || word - start >= longestPiece {
      pieces.append(start..<word + 1)
      start = word + 1
    }
    return pieces
  }

  private mutating func matchPiece(
    _ piece: Range<Int>, of stretch: CommentReading.Stretch, _ reading: CommentReading,
    _ findings: inout PassageFindings
  ) {
    let words = reading.words
    if let place = exactPlace(of: piece, words),
      isTelling(piece, at: place, words, isWhole: piece == stretch.words)
    {
      findings.matches.append(
        PassageMatch(query: piece, text: place..<place + piece.count, rule: .quotation, isMarked: true))
      return
    }
    var waiting = [piece]
    var isFirst = true
    while let part = waiting.popLast() {
      guard part.count >= PassageMatch.fewestAlteredWords, let found = locator.alignment(of: part, words)
      else {
        continue
      }
      let weight = words.weight(of: found.query)
      guard found.matched >= 4, found.weight >= 1.6, found.weight >= weight * 0.65 else { continue }
      // A quotation that shares a phrase with the article is not yet from it.
      if isFirst, stretch.mark == .marks, found.weight < words.weight(of: part) * 0.55 { continue }
      isFirst = false
      findings.matches.append(
        PassageMatch(
          query: found.query, text: found.text,
          rule: found.isExact && found.query == piece ? .quotation : .alteredQuotation, isMarked: true))
      if found.query.lowerBound - part.lowerBound > PassageMatch.fewestAlteredWords {
        waiting.append(part.lowerBound..<found.query.lowerBound)
      }
      if part.upperBound - found.query.upperBound > PassageMatch.fewestAlteredWords {
        waiting.append(found.query.upperBound..<part.upperBound)
      }
    }
  }

  /// The first word of the article where words stand to the letter; in a quote rather than elsewhere.
  private func exactPlace(of piece: Range<Int>, _ words: FoldedWords) -> Int? {
    var rarest = piece.lowerBound
    var fewest = Int.max
    for word in piece {
      let count = index.places(of: words[word].id).count
      if count == 0 { return nil }
      if count < fewest { (fewest, rarest) = (count, word) }
    }
    var best: Int?
    for place in index.places(of: words[rarest].id).prefix(64) {
      let start = Int(place) - (rarest - piece.lowerBound)
      guard start >= 0, start + piece.count <= index.words.count,
        piece.allSatisfy({ index.words[start + $0 - piece.lowerBound].hash == words[$0].hash })
      else { continue }
      if best == nil { best = start }
      if index.quoteOf[start] >= 0 { return start }
    }
    return best
  }

  /// Whether words that were found to the letter are enough to be no chance.
  private func isTelling(_ piece: Range<Int>, at place: Int, _ words: FoldedWords, isWhole: Bool) -> Bool {
    let weight = words.weight(of: piece)
    if piece.count >= 3, weight >= 1.5 { return true }
    if piece.count == 2, weight >= 1.7 { return true }
    guard isWhole else { return weight >= 2 }
    // A single word, or a thin phrase, only when the article itself has it in quotation marks, or once, in a quote.
    let text = place..<place + piece.count
    if index.quotedWordRanges.contains(text) { return true }
    let quote = index.quoteOf[place]
    guard weight >= 1, quote >= 0, piece.count > 1 || words[piece.lowerBound].count >= 6 else { return false }
    return piece.contains { index.places(of: words[$0].id).count == 1 }
  }

  // MARK: Unmarked words

  private mutating func matchUnmarked(
    _ block: Range<Int>, _ reading: CommentReading, _ findings: inout PassageFindings
  ) {
    let words = reading.words
    let marked = findings.matches.filter(\.isMarked).map(\.query).filter { $0.overlaps(block) }
    var position = block.lowerBound
    while position + 2 < block.upperBound {
      let first = index.firstPlace(words[position].id, words[position + 1].id, words[position + 2].id)
      guard first >= 0 else {
        position += 1
        continue
      }
      if !marked.isEmpty,
        let covered = marked.first(where: { $0.contains(position) || $0.contains(position + 2) })
      {
        position = max(position + 1, covered.upperBound)
        continue
      }
      let run = longestRun(from: position, to: block.upperBound, words, first)
      var end = position + run.count
      if isWholeSentence(position..<end, at: run.place, reading) {
        findings.matches.append(
          PassageMatch(
            query: position..<end, text: run.place..<run.place + run.count, rule: .repetition,
            isMarked: false))
      } else if words.weight(of: position..<end) >= 1.3 {
        if let match = grow(position..<end, run.place, block, words) {
          if !marked.contains(where: { $0.overlaps(match.query) }) {
            findings.matches.append(match)
            end = max(end, match.query.upperBound + 2)
          }
        } else {
          let text = run.place..<run.place + run.count
          findings.short.append(
            PassageMatch(query: position..<end, text: text, rule: .repetition, isMarked: false))
        }
      }
      position = max(position + 1, end - 2)
    }
  }

  /// Whether words are a sentence of the comment and say something, or are one of the article, too.
  private func isWholeSentence(_ run: Range<Int>, at place: Int, _ reading: CommentReading) -> Bool {
    let weight = reading.words.weight(of: run)
    guard reading.sentences[reading.sentence(of: run.lowerBound)].words == run, weight >= 0.8 else {
      return false
    }
    if weight >= 1.6 { return true }
    let sentence = index.sentences[Int(index.sentenceOf[place])].words
    return sentence.lowerBound == place
      && (sentence.count == run.count
        || sentence.count == run.count + 1 && index.words[place + run.count].id == -2)
  }

  /// Finds a year, or another number of four digits that is no figure, when a comment asks about nothing else.
  private func matchYear(
    _ sentence: CommentReading.Sentence, _ reading: CommentReading, _ findings: inout PassageFindings
  ) {
    guard sentence.words.count == 1, sentence.ending == .question, let word = sentence.words.first,
      reading.words[word].isNumber, reading.words[word].count == 4,
      let place = index.places(of: reading.words[word].id).first, index.figureOf[Int(place)] < 0,
      !findings.matches.contains(where: { $0.query.contains(word) })
    else { return }
    let text = Int(place)..<Int(place) + 1
    findings.matches.append(
      PassageMatch(query: sentence.words, text: text, rule: .repetition, isMarked: false))
  }

  /// The place of the article where most words from `position` on stand in the same order.
  private func longestRun(
    from position: Int, to end: Int, _ words: FoldedWords, _ first: Int32
  ) -> (count: Int, place: Int) {
    var best = (count: 3, place: Int(first))
    var place = first
    var tried = 0
    while place >= 0, tried < Self.placesTried {
      var count = 3
      while count < Self.longestRun, position + count < end, Int(place) + count < index.words.count,
        words[position + count].hash == index.words[Int(place) + count].hash
      {
        count += 1
      }
      if count > best.count { best = (count, Int(place)) }
      place = index.nextPlace(after: place)
      tried += 1
    }
    return best
  }

  /// The passage around a run of equal words, with what agrees on both sides of it, or `nil` when that may be chance.
  private mutating func grow(
    _ run: Range<Int>, _ place: Int, _ block: Range<Int>, _ words: FoldedWords
  ) -> PassageMatch? {
    var found = PassageAligner.Alignment(
      query: run, text: place..<place + run.count, matched: run.count, weight: words.weight(of: run),
      isExact: true)
    if run.count < 100 {
      let query = max(block.lowerBound, run.lowerBound - 12)..<min(block.upperBound, run.upperBound + 24)
      let text = max(0, place - 16)..<min(index.words.count, place + run.count + 32)
      if let wider = aligner.align(words, query, with: index.words, text), wider.weight > found.weight {
        found = wider
      }
    }
    if found.isExact {
      // Few words are enough when a year or another number is among them: "frozen until 2029".
      let hasNumber = found.query.contains { words[$0].isNumber && words[$0].count >= 3 }
      // "My rent is 1,400" is another rent.
      if hasNumber, found.matched < 5, let before = found.query.first.map({ $0 - 1 }),
        before >= block.lowerBound,
        index.cues(of: words[before]).contains(.owner)
      {
        return nil
      }
      // Six words of what somebody said are no chance, however common each of them is.
      let isSpoken = index.quoteOf[found.text.lowerBound] >= 0
      guard
        found.matched >= 5 && found.weight >= 2.5 || found.matched >= 4 && found.weight >= 3
          || hasNumber && found.matched >= 3 && found.weight >= 1.7
          || isSpoken && found.matched >= 6 && found.weight >= 1.6
      else {
        return nil
      }
      return PassageMatch(query: found.query, text: found.text, rule: .repetition, isMarked: false)
    }
    guard found.matched >= 6, found.weight >= 3.2, found.weight >= words.weight(of: found.query) * 0.75,
      found.weight >= index.words.weight(of: found.text) * 0.55
    else { return nil }
    return PassageMatch(query: found.query, text: found.text, rule: .alteredRepetition, isMarked: false)
  }
}
