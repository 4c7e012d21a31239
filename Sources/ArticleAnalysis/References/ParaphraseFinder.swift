/// Finds sentences of comments that say what a sentence of the article says, with other words between or in another order.
struct ParaphraseFinder {
  let index: ArticleWordIndex
  private var locator: PassageLocator

  /// So many words in their order are no chance, however common each of them is.
  private static let fewestPlainWords = 8
  /// A word with more places in the article is not rare.
  private static let mostPlaces = 4
  /// So many words of the comment that stand in a sentence of the article make a paraphrase possible.
  private static let leastCompany = 4
  private static let fewestWords = PassageMatch.fewestAlteredWords

  init(index: ArticleWordIndex) {
    self.index = index
    locator = PassageLocator(index: index)
  }

  /// Finds a sentence that has most words of one of the article's in their order, though no three in a row.
  mutating func match(
    _ sentence: Range<Int>, _ reading: CommentReading, _ findings: inout PassageFindings
  ) {
    guard sentence.count >= Self.fewestWords, sentence.count <= 48 else { return }
    let words = reading.words
    var telling = 0
    var known: Float = 0
    for word in sentence where words[word].stem >= 0 {
      let places = index.places(of: words[word].id).count
      if places > 0 || index.telling(words[word].stem) > 0 { known += words[word].weight }
      guard words[word].weight >= ArticleWordIndex.sayingWeight, !words[word].isNumber else { continue }
      if places > 0 ? places <= 8 : index.telling(words[word].stem) >= 1 { telling += 1 }
    }
    guard
      telling >= 2
        || telling == 1 && sentence.count >= Self.fewestPlainWords && hasCompany(sentence, words),
      known >= words.weight(of: sentence) * 0.4,
      !findings.matches.contains(where: { $0.query.overlaps(sentence) }),
      !reading.stretches.contains(where: { $0.words.overlaps(sentence) })
    else { return }
    let aligned = locator.alignment(of: sentence, words, triesTwo: true)
    if let aligned, isLong(aligned, words) {
      findings.matches.append(
        PassageMatch(
          query: aligned.query, text: aligned.text, rule: .alteredRepetition, isMarked: false))
      return
    }
    guard let found = aligned, telling >= 2, found.matched >= 4, found.weight >= 2.4 else {
      if telling >= 1 { matchScrambled(sentence, reading, &findings) }
      return
    }
    let coverage = found.weight / max(0.1, index.words.weight(of: found.text))
    let share = found.weight / words.weight(of: sentence)
    let density = found.weight / max(0.1, words.weight(of: found.query))
    // Most of the sentence, or words that stand close together on both sides.
    let isMost =
      found.matched >= 5 && (share >= (telling >= 3 ? 0.62 : 0.75) || density >= 0.8 && found.weight >= 2.8)
    let isDense =
      density >= 0.7 && coverage >= 0.7 && !addsOwner(found, words)
      && (found.matched >= 5 || found.weight >= 3 && coverage >= 0.8)
    guard isMost && coverage >= 0.6 || isDense else {
      matchScrambled(sentence, reading, &findings)
      return
    }
    findings.matches.append(
      PassageMatch(query: found.query, text: found.text, rule: .alteredRepetition, isMarked: false))
  }

  /// Whether a sentence of the article with a rare word has more words of the comment's, so that comparing is worth it.
  private func hasCompany(_ sentence: Range<Int>, _ words: FoldedWords) -> Bool {
    for word in sentence where words[word].weight >= ArticleWordIndex.sayingWeight && !words[word].isNumber {
      let places = index.places(of: words[word].id)
      guard places.count <= Self.mostPlaces else { continue }
      for place in places {
        let text = index.sentences[Int(index.sentenceOf[Int(place)])].words
        let count = sentence.count { other in
          text.contains { index.words[$0].hash == words[other].hash }
        }
        if count >= Self.leastCompany { return true }
      }
    }
    return false
  }

  /// Whether so many words agree in their order, with hardly any others between them, that they need not be rare.
  private func isLong(_ found: PassageAligner.Alignment, _ words: FoldedWords) -> Bool {
    (found.matched >= Self.fewestPlainWords && found.weight >= 1.8
      || found.matched >= 6 && found.weight >= 2.2)
      && found.weight >= words.weight(of: found.query) * 0.8
      && found.weight >= index.words.weight(of: found.text) * 0.75
      && found.matched * 10 >= max(found.query.count, found.text.count) * 7
  }

  /// Finds a sentence that has nearly all words of one of the article's, and nearly no others, in another order.
  private func matchScrambled(
    _ sentence: Range<Int>, _ reading: CommentReading, _ findings: inout PassageFindings
  ) {
    let words = reading.words
    var tallies: [(sentence: Int32, weight: Float)] = []
    for word in sentence where words[word].weight >= ArticleWordIndex.sayingWeight && !words[word].isNumber {
      let places = index.places(of: words[word].id)
      guard places.count <= Self.mostPlaces else { continue }
      for place in places {
        let found = index.sentenceOf[Int(place)]
        if let tally = tallies.firstIndex(where: { $0.sentence == found }) {
          tallies[tally].weight += words[word].weight
        } else {
          tallies.append((found, words[word].weight))
        }
      }
    }
    guard let best = tallies.max(by: { $0.weight < $1.weight }) else { return }
    let text = index.sentences[Int(best.sentence)].words
    guard text.count <= 40, text.count >= Self.fewestWords else { return }
    var taken: Set<Int> = []
    var weight: Float = 0
    for word in sentence {
      let match = text.first { place in
        !taken.contains(place)
          && (index.words[place].hash == words[word].hash
            || words[word].stem >= 0 && words[word].count >= 4 && index.words[place].stem == words[word].stem)
      }
      guard let match else { continue }
      taken.insert(match)
      weight += words[word].weight
    }
    guard taken.count >= 6, weight >= 2.3, weight >= words.weight(of: sentence) * 0.85,
      weight >= index.words.weight(of: text) * 0.8
    else { return }
    findings.matches.append(
      PassageMatch(query: sentence, text: text, rule: .alteredRepetition, isMarked: false))
  }

  /// Whether a comment makes the article's words its own: my twelve, its twelve.
  private func addsOwner(_ found: PassageAligner.Alignment, _ words: FoldedWords) -> Bool {
    found.query.contains { index.cues(of: words[$0]).contains(.owner) }
      && !found.text.contains { index.cues(of: index.words[$0]).contains(.owner) }
  }
}
