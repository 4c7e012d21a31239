import ArticleModel

/// Tells speech from titles of works and from words that are only kept at a distance.
struct SpeechFilter {
  /// The longest stretch in words that may be no speech.
  static let longest = 6

  let clause: Clause

  /// What the stretch is when it is no speech; `nil` for speech.
  ///
  /// - Parameters:
  ///   - inner: The tokens between the marks.
  ///   - quote: The index of the token that stands for the stretch in the clause.
  ///   - rule: The rule that would attribute it.
  /// - Returns: The kind and the rule that tells it, or `nil`.
  func quotedWords(
    _ inner: ArraySlice<Token>, at quote: Int, attributedBy rule: AttributionRule
  ) -> (kind: QuotedWords.Kind, evidence: Evidence)? {
    let count = inner.reduce(0) { $0 + ($1.shape == .sign ? 0 : 1) }
    guard count <= Self.longest, count > 0 else { return nil }
    let isWeak =
      rule == .unattributed || rule == .subject || rule == .paragraphBefore || rule == .sentenceBefore
    let isTitled = isTitleCase(inner) && !clause.isHeadline
    let before = quote > 0 ? clause.tokens[quote - 1] : nil
    if let kind = announcedKind(quote), isTitled || isWeak {
      return (isTitled ? kind : .term, Evidence(rule: "quoted.announced", confidence: 0.9))
    }
    let introduced = before?.isSign(0x2C) == true || before?.isSign(0x3A) == true
    if isTitled, count >= 2, !introduced, isWeak || rule == .beforeSpeech || rule == .afterFar,
      rule != .beforeSpeech || !followsSpeech(quote)
    {
      return (.title, Evidence(rule: "quoted.title-case", confidence: 0.8))
    }
    // On the network's "Late Hour," Calder said …
    if isTitled, count >= 2, rule == .afterSpeech, let before,
      before.has(.preposition) || before.traits.contains(.possessive)
        || introduced && quote > 1 && clause.tokens[quote - 2].has(.work)
    {
      return (.title, Evidence(rule: "quoted.title-case", confidence: 0.8))
    }
    if isTitled, count == 1, isWeak { return (.title, Evidence(rule: "quoted.title-case", confidence: 0.6)) }
    if rule == .unattributed || rule == .paragraphBefore, quote > 0 {
      return (.term, Evidence(rule: "quoted.no-speaker", confidence: 0.7))
    }
    if isWeak, count <= 3, isFollowedByNoun(quote), rule != .sentenceBefore {
      return (.term, Evidence(rule: "quoted.before-noun", confidence: 0.6))
    }
    return nil
  }

  /// Whether all words but small ones are capitalised, and no question or exclamation mark ends them.
  private func isTitleCase(_ inner: ArraySlice<Token>) -> Bool {
    if let last = inner.last, last.isSign(0x3F) || last.isSign(0x21) { return false }
    var words = 0
    for token in inner where token.isWord {
      if token.isCapitalised {
        words += 1
      } else if !token.has([.preposition, .determiner, .boundary]) {
        return false
      }
    }
    return words > 0
  }

  /// What the words before the quote announce: the title of a film, or a name that somebody is known as.
  private func announcedKind(_ quote: Int) -> QuotedWords.Kind? {
    var index = quote - 1
    if index >= 0, clause.tokens[index].isSign(0x2C) { index -= 1 }
    guard index >= 0, clause.tokens[index].isWord else { return nil }
    let token = clause.tokens[index]
    if token.has(.work) { return .title }
    if clause.isWord(index, "of"), index > 0, clause.tokens[index - 1].has(.work) { return .title }
    if clause.isWord(index, "as"), index > 0, clause.isWord(index - 1, "known") { return .term }
    if clause.isWord(index, "called"), index > 0,
      clause.tokens[index - 1].isSign(0x2D) || clause.isWord(index - 1, "so")
    {
      return .term
    }
    // The network's "State of Play".
    return token.traits.contains(.possessive) && token.traits.contains(.allCapitals) ? .title : nil
  }

  private func followsSpeech(_ quote: Int) -> Bool {
    guard quote > 0 else { return false }
    let token = clause.tokens[quote - 1]
    return token.has([.speechVerb, .speechParticiple, .auxiliary]) || clause.isWord(quote - 1, "as")
  }

  private func isFollowedByNoun(_ quote: Int) -> Bool {
    guard quote + 1 < clause.tokens.count else { return false }
    let next = clause.tokens[quote + 1]
    return next.isWord && !next.isCapitalised
      && !next.has([.preposition, .boundary, .pronoun, .determiner, .speechVerb, .speechParticiple, .adverb])
  }
}
