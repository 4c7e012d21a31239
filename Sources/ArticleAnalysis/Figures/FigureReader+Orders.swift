import ArticleModel

/// Places in an order and scores: fifth attempt, 22nd win, 3-0.
extension FigureReader {
  func ordinal(_ number: NumberReading) -> Finding {
    let index = number.tokens.lowerBound
    let end = number.tokens.upperBound
    // "First" orders words more often than things, and "second" may be the unit of time.
    guard number.value > ExactDecimal(1), let before = run[index - 1], before.isWord,
      before.has([.determiner]) || before.traits.contains(.possessive), !run.isWord(index - 1, "a"),
      !run.isTightHyphen(end), !run.isCapitalInside(index), isOrderedNoun(end)
    else { return .mention(.ordinal, tokens: number.tokens) }
    return finding(index..<end + 1, .number(number.value), nil, .exact, .ordinal, .ordinal, sign: nil)
  }

  func gluedOrdinal(_ number: NumberReading) -> Finding? {
    let end = number.tokens.upperBound
    guard number.form == .digits, exclusions.isGluedOrdinal(end) else { return nil }
    let lower = number.tokens.lowerBound
    if run.isWord(end + 1, "century") || run.isWord(end + 1, "centuries") || run.isTightHyphen(end + 1)
      || run[end + 1]?.isCapitalised == true
    {
      return .mention(.ordinal, tokens: lower..<end + 1)
    }
    let cut = isOrderedNoun(end + 1) ? end + 2 : end + 1
    return finding(lower..<cut, .number(number.value), nil, .exact, .ordinal, .ordinal, sign: nil)
  }

  /// Whether the word can be the thing that an ordinal gives a place: a small word that is no function word.
  private func isOrderedNoun(_ index: Int) -> Bool {
    guard let token = run[index], token.isWord, token.hasSpaceBefore, !token.isCapitalised else {
      return false
    }
    if run.isWord(index, "century") || run.isWord(index, "time") { return false }
    return !token.has([.preposition, .boundary, .pronoun, .determiner, .adverb, .speechVerb, .cardinal])
      && !run.words.endsInLy(token)
  }

  /// 3-0, 77-77: two plain numbers with a hyphen that nothing is counted with, or that go down.
  func score(at index: Int, _ number: NumberReading) -> Finding? {
    if let spelled = spelledScore(at: index, number) { return spelled }
    if let odds = odds(at: index, number) { return odds }
    guard number.form == .digits, number.tokens.count == 1, !number.isFormatted, number.digits <= 3,
      run.isTightHyphen(index + 1), let second = numbers.number(at: index + 2), second.form == .digits,
      second.tokens.count == 1, !second.isFormatted, second.digits <= 3,
      !(run[index - 1].map { $0.shape == .sign && ($0.byte == 0x24 || $0.byte == Sign.currency) } ?? false)
    else { return nil }
    let end = index + 3
    let goesUp = number.value < second.value
    if goesUp {
      if units.unit(at: end, of: second, hasCurrency: false) != nil, !isContestWord(end) { return nil }
      guard isContest(before: index) || isContestWord(end) else { return nil }
    } else if units.tableUnit(at: end) != nil, !isContestWord(end) {
      return nil
    }
    return finding(index..<end, .range(number.value, second.value), nil, .exact, .score, .score, sign: nil)
  }

  /// 10:1 as odds or scale; times of day have two digits behind the colon.
  private func odds(at index: Int, _ number: NumberReading) -> Finding? {
    guard number.form == .digits, number.tokens.count == 1, !number.isFormatted, run.isSign(index + 1, 0x3A),
      run.isGlued(index + 1), run.isGlued(index + 2), let second = numbers.number(at: index + 2),
      second.form == .digits, second.tokens.count == 1, !second.isFormatted
    else { return nil }
    return finding(
      index..<index + 3, .range(number.value, second.value), nil, .exact, .score, .score, sign: nil)
  }

  /// 5-to-4: a vote or odds; no unit follows.
  private func spelledScore(at index: Int, _ number: NumberReading) -> Finding? {
    guard number.tokens.count == 1, run.isTightHyphen(index + 1), run.isWord(index + 2, "to"),
      run.isTightHyphen(index + 3), let second = numbers.number(at: index + 4), second.tokens.count == 1,
      !second.isFormatted, units.tableUnit(at: index + 5) == nil, !run.isTightHyphen(index + 5)
    else { return nil }
    return finding(
      index..<index + 5, .range(number.value, second.value), nil, .exact, .score, .score, sign: nil)
  }

  /// Whether a team, or a word of winning and losing, stands before.
  private func isContest(before index: Int) -> Bool {
    run.isCapitalInside(index - 1) || run.isWord(index - 1, "won") || run.isWord(index - 1, "lost")
      || run.isWord(index - 1, "win") || run.isWord(index - 1, "beat") || run.isWord(index - 1, "at")
      || run.isWord(index - 1, "a") || run.isWord(index - 1, "by") || run.isSign(index - 1, 0x28)
      || run.isWord(index - 1, "voted")
  }

  private func isContestWord(_ index: Int) -> Bool {
    run.isWord(index, "win") || run.isWord(index, "victory") || run.isWord(index, "defeat")
      || run.isWord(index, "loss")
      || run.isWord(index, "lead") || run.isWord(index, "vote") || run.isWord(index, "record")
      || run.isWord(index, "draw")
  }
}
