import ArticleModel

/// Tells speech from titles of works and from words that are only kept at a distance.
///
/// Long stretches are always speech. Of short ones those that a verb of saying introduces are speech unless they look
/// like the title of a work; those that only the subject of their sentence could have said need a sign of speech.
struct SpeechFilter {
  /// The longest stretch in words that may be no speech.
  static let longest = 6

  let clause: Clause

  /// What the stretch is when it is no speech; `nil` for speech.
  ///
  /// - Parameters:
  ///   - inner: The tokens between the marks.
  ///   - quote: The index of the token that stands for the stretch in the clause.
  ///   - stretch: The stretch.
  ///   - attribution: The attribution that the stretch would have.
  /// - Returns: The kind and the rule that tells it, or `nil`.
  func quotedWords(
    _ inner: ArraySlice<Token>, at quote: Int, of stretch: MarkedStretch, with attribution: Attribution
  ) -> (kind: QuotedWords.Kind, evidence: Evidence)? {
    let count = inner.reduce(0) { $0 + ($1.shape == .sign ? 0 : 1) }
    guard count <= Self.longest, count > 0 else { return nil }
    let rule = attribution.rule
    if clause.attribution == .signsOnly {
      return count <= 3 && rule == .unattributed
        ? (.term, Evidence(rule: "quoted.short", confidence: 0.5)) : nil
    }
    let isWeak = rule.isWeak
    if isNickname(quote, count) { return (.term, Evidence(rule: "quoted.nickname", confidence: 0.6)) }
    let isTitled = isTitleCase(inner) && !clause.isHeadline && !isWholeSentence(stretch, at: quote, rule)
    if let kind = announcedKind(quote), isTitled || isWeak {
      return (isTitled ? kind : .term, Evidence(rule: "quoted.announced", confidence: 0.85))
    }
    if isTitled, count >= 2 || followsOwner(quote), looksLikeTitle(quote, rule) {
      return (.title, Evidence(rule: "quoted.title-case", confidence: 0.61))
    }
    if isTitled, count == 1, isWeak { return (.title, Evidence(rule: "quoted.title-case", confidence: 0.61)) }
    if rule == .paragraphBefore, stretch.isSingle {
      return (.term, Evidence(rule: "quoted.sub-heading", confidence: 0.92))
    }
    if rule == .unattributed || rule == .paragraphBefore, quote > 0 || stretch.isSingle,
      !asksOrExclaims(inner)
    {
      return (.term, Evidence(rule: "quoted.no-speaker", confidence: 0.85))
    }
    if rule == .subject, !showsSpeech(inner, count, at: quote, attribution) {
      return (.term, Evidence(rule: "quoted.no-verb", confidence: 0.44))
    }
    return nil
  }

  /// Whether the words stand inside a name: Otto "Slim" Marsh.
  private func isNickname(_ quote: Int, _ count: Int) -> Bool {
    guard count <= 2, quote > 0, quote + 1 < clause.tokens.count else { return false }
    let before = clause.tokens[quote - 1]
    let next = clause.tokens[quote + 1]
    return before.has([.maleName, .femaleName]) && before.isCapitalised && next.isWord && next.isCapitalised
      && !clause.isHeadline && !before.traits.contains(.possessive)
  }

  /// Whether the words are a sentence of their own, with a full stop inside their marks: "No." Marsh left.
  private func isWholeSentence(_ stretch: MarkedStretch, at quote: Int, _ rule: AttributionRule) -> Bool {
    guard rule != .subject, rule.isWeak, stretch.upper > stretch.lower,
      clause.words.utf8[stretch.upper - 1] == 0x2E
    else { return false }
    return quote == clause.startOfSentence(at: quote)
  }

  /// Whether all words but small ones are capitalised, and no question or exclamation mark ends them.
  private func isTitleCase(_ inner: ArraySlice<Token>) -> Bool {
    if asksOrExclaims(inner) { return false }
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

  private func asksOrExclaims(_ inner: ArraySlice<Token>) -> Bool {
    inner.last.map { $0.isSign(0x3F) || $0.isSign(0x21) } ?? false
  }

  /// Whether words in title case stand where titles do, not where speech does.
  private func looksLikeTitle(_ quote: Int, _ rule: AttributionRule) -> Bool {
    guard quote > 0 else { return rule.isWeak }
    let before = clause.tokens[quote - 1]
    let isIntroduced = before.isSign(0x2C) || before.isSign(0x3A)
    switch rule {
    case .afterSpeech, .continuation, .accordingTo:
      // On the network's "Late Hour," Calder said … Calder told "Late Hour" …
      return before.has([.preposition, .determiner]) || before.traits.contains(.possessive)
        || isTelling(quote - 1)
        || isIntroduced && quote > 1 && clause.tokens[quote - 2].has(.work)
    case .beforeSpeech: return !isIntroduced && (!followsSpeech(quote) || isTelling(quote - 1))
    case .dashCredit, .reopened, .colon: return false
    default: return !isIntroduced
    }
  }

  /// Signs of speech around short words that no verb of saying introduces.
  private func showsSpeech(
    _ inner: ArraySlice<Token>, _ count: Int, at quote: Int, _ attribution: Attribution
  ) -> Bool {
    if asksOrExclaims(inner) { return true }
    if count >= 5 { return true }
    var index = quote - 1
    while index > 0,
      clause.tokens[index].isSign(0x2C) || clause.tokens[index].isSign(0x3A)
        || clause.isWord(index, "a") || clause.isWord(index, "an")
    {
      index -= 1
    }
    guard index >= 0, clause.tokens[index].isWord else { return false }
    if clause.tokens[index].has(.utterance) { return true }
    if index > 0, clause.isWord(index, "of") || clause.isWord(index, "that"),
      clause.tokens[index - 1].has(.utterance)
    {
      return true
    }
    if clause.isWord(index, "as"), index > 1, !clause.tokens[index - 1].has(.speechVerb) { return true }
    if index == quote - 1, count >= 2, clause.isWord(index, "to") { return true }
    guard let subject = attribution.subject, subject.last < quote else { return false }
    return (subject.last..<quote).suffix(12).contains { clause.isWord($0, "that") }
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
    // The self-described "bridge king".
    if index > 1, clause.tokens[index - 1].isSign(0x2D), clause.isWord(index - 2, "self") { return .term }
    // The network's "State of Play".
    return token.traits.contains(.possessive) && token.traits.contains(.allCapitals) ? .title : nil
  }

  /// Whether a verb of saying, or a verb that likens, leads directly to the quote: called Marsh a "tired man".
  private func followsSpeech(_ quote: Int) -> Bool {
    var index = quote - 1
    if index > 0, clause.isWord(index, "a") || clause.isWord(index, "an") { index -= 1 }
    guard index >= 0 else { return false }
    let token = clause.tokens[index]
    return token.has([.speechVerb, .speechParticiple]) || clause.isWord(index, "as")
      || token.has([.auxiliary, .finiteVerb]) && !token.has([.determiner, .preposition])
  }

  /// Whether the word takes a listener: told "Late Hour".
  private func isTelling(_ index: Int) -> Bool {
    index >= 0
      && (clause.isWord(index, "told") || clause.isWord(index, "tells") || clause.isWord(index, "telling"))
  }

  /// The network's "Hour", its "Hour".
  private func followsOwner(_ quote: Int) -> Bool {
    quote > 0 && clause.tokens[quote - 1].traits.contains(.possessive)
  }
}
