/// Reads names: runs of capitalised words with titles before and descriptions around them.
struct NameReader {
  /// A name in a run of capitals.
  struct Name {
    /// Token indexes of the words of the name.
    var words: ClosedRange<Int>
    /// Token indexes of title and other words before the name, in the same run.
    var prefix: Range<Int>
    /// The index of the title, the last word of the prefix as a rule.
    var title: Int?
    var gender: PeopleRegister.Gender?
    /// Whether a given name, or a title, shows that it is a person.
    var isSurelyPerson: Bool
    var isOrganisation: Bool
  }

  let words: WordReader

  /// The end of the run of capitals that starts at `start`.
  func runEnd(from start: Int, in tokens: ArraySlice<Token>) -> Int {
    var index = start
    while index + 1 < tokens.endIndex, index - start < 12 {
      if tokens[index].traits.contains(.possessive) { break }
      let next = tokens[index + 1]
      if next.isWord, next.isCapitalised, next.hasSpaceBefore {
        index += 1
      } else if index + 2 < tokens.endIndex, next.isSign(0x2D), !next.hasSpaceBefore,
        tokens[index + 2].isWord,
        tokens[index + 2].isCapitalised, !tokens[index + 2].hasSpaceBefore
      {
        index += 2
      } else if let word = wordBehindParticles(index + 1, tokens) {
        index = word
      } else {
        break
      }
    }
    return index + 1
  }

  /// The capitalised word behind up to three particles: de la Cruz.
  private func wordBehindParticles(_ start: Int, _ tokens: ArraySlice<Token>) -> Int? {
    var index = start
    while index < tokens.endIndex, index - start < 3, tokens[index].isWord, tokens[index].has(.nameParticle) {
      index += 1
    }
    guard index > start, index < tokens.endIndex, tokens[index].isWord, tokens[index].isCapitalised,
      tokens[index].hasSpaceBefore
    else { return nil }
    return index
  }

  /// The name in the run of capitals `run`; `nil` when the run is a title or no name at all.
  ///
  /// - Parameters:
  ///   - run: The indexes of the words.
  ///   - tokens: The tokens of the block.
  ///   - isHeadline: Whether nearly every word of the block has a capital.
  /// - Returns: The name with what stands before it.
  func name(in run: Range<Int>, of tokens: ArraySlice<Token>, isHeadline: Bool) -> Name? {
    var lower = run.lowerBound
    var upper = run.upperBound
    // The White House and the United Nations keep all their words.
    let small: WordClass =
      tokens[upper - 1].has(.organisation)
      ? [.determiner, .preposition, .boundary, .pronoun, .adverb] : .neverName
    while lower < upper, tokens[lower].has(small), !tokens[lower].has([.maleName, .femaleName]) {
      lower += 1
    }
    while lower < upper, tokens[upper - 1].has([.time, .weekday]), !isGiven(tokens[upper - 1]) { upper -= 1 }
    guard lower < upper else { return nil }
    let isOrganisation =
      tokens[upper - 1].has(.organisation)
      || (upper - lower == 1 && (tokens[lower].traits.contains(.allCapitals) || tokens[lower].has(.place)))
      || (tokens[lower].has(.place) && tokens[upper - 1].has(.place))
    var first = lower
    var title: Int?
    for index in (lower..<upper).reversed() where tokens[index].has(.title) && !isGiven(tokens[index]) {
      title = index
      first = index + 1
      break
    }
    if title != nil, first == upper {
      // The title ends the run: "Prime Minister"; it names nobody by itself.
      return nil
    }
    if title == nil, !isGiven(tokens[lower]), !tokens[lower].traits.contains(.dotted), upper - lower > 2,
      let given = (lower + 1..<upper - 1).first(where: { isGiven(tokens[$0]) })
    {
      first = given
    }
    let isGivenFirst = isGiven(tokens[first]) && upper - first > 1
    var gender: PeopleRegister.Gender?
    if let title, tokens[title].has(.feminine) { gender = .feminine }
    if let title, tokens[title].has(.masculine) { gender = .masculine }
    if gender == nil, isGiven(tokens[first]) {
      gender = tokens[first].has(.maleName) ? .masculine : .feminine
      if tokens[first].has(.maleName) && tokens[first].has(.femaleName) { gender = nil }
    }
    let end = isHeadline && isGiven(tokens[first]) ? endInHeadline(first, upper, tokens) : upper - 1
    return Name(
      words: first...end, prefix: lower..<first, title: title, gender: gender,
      isSurelyPerson: (isGivenFirst || title != nil) && !isOrganisation,
      isOrganisation: isOrganisation && title == nil
    )
  }

  /// The end of a name in a headline, where every word has a capital: a given name, initials and one word more.
  private func endInHeadline(_ first: Int, _ upper: Int, _ tokens: ArraySlice<Token>) -> Int {
    var index = first + 1
    while index < upper - 1, tokens[index].traits.contains(.dotted) || tokens[index].has(.nameParticle) {
      index += 1
    }
    return min(index, upper - 1)
  }

  private func isGiven(_ token: Token) -> Bool { token.has(.maleName) || token.has(.femaleName) }

  /// The name as a string, without 's.
  func string(_ range: ClosedRange<Int>, of tokens: ArraySlice<Token>) -> String {
    let last = tokens[range.upperBound]
    let upper = last.traits.contains(.possessive) ? last.coreUpper : last.upper
    return words.string(tokens[range.lowerBound].lower, upper)
  }

  /// Registers every full name of a block with what stands around it.
  ///
  /// - Complexity: O(number of tokens).
  func register(_ tokens: ArraySlice<Token>, in people: inout PeopleRegister) {
    let isHeadline = Clause.isHeadline(tokens)
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      guard token.isWord, token.isCapitalised else {
        index += 1
        continue
      }
      let end = runEnd(from: index, in: tokens)
      if let name = name(in: index..<end, of: tokens, isHeadline: isHeadline), name.isSurelyPerson,
        name.words.count > 1, name.words.count <= 6, !isHeadline || isGiven(tokens[name.words.lowerBound])
      {
        let entry = people.register(name: string(name.words, of: tokens), gender: name.gender)
        describe(entry, name, tokens, &people)
      }
      index = end
    }
  }

  private func describe(
    _ entry: Int, _ name: Name, _ tokens: ArraySlice<Token>, _ people: inout PeopleRegister
  ) {
    if let title = name.title,
      !tokens[title].has([.feminine, .masculine]) || !tokens[title].traits.contains(.dotted)
    {
      people.describe(
        entry, as: words.string(tokens[name.prefix.lowerBound].lower, tokens[title].upper),
        role: words.key(tokens[title]))
      return
    }
    if name.prefix.isEmpty, let found = roleBefore(name.words.lowerBound, tokens) {
      people.describe(
        entry, as: words.string(tokens[found].lower, tokens[name.words.lowerBound - 1].upper),
        role: words.key(tokens[name.words.lowerBound - 1]))
      return
    }
    if let found = apposition(after: name.words.upperBound, tokens) {
      people.describe(
        entry,
        as: words.string(tokens[found.range.lowerBound].lower, tokens[found.range.upperBound].coreUpper),
        role: words.key(tokens[found.role]))
    }
  }

  /// The start of the words that say what a person is, directly before the name: "campaign spokesman Jo Marsh".
  private func roleBefore(_ name: Int, _ tokens: ArraySlice<Token>) -> Int? {
    guard name - 1 >= tokens.startIndex, tokens[name - 1].isWord, tokens[name - 1].has([.role, .title]),
      !tokens[name - 1].isCapitalised
    else { return nil }
    var first = name - 1
    while first - 1 >= tokens.startIndex, name - first < 5 {
      let before = tokens[first - 1]
      guard before.isWord,
        !before.has([.determiner, .preposition, .boundary, .pronoun, .speechVerb, .speechParticiple]),
        !before.traits.contains(.possessive), !before.has([.neverName, .adverb])
      else { break }
      first -= 1
    }
    return first
  }

  /// The words between commas after a name that say what the person is: "Ruth Calder, 61, a surveyor,".
  private func apposition(after name: Int, _ tokens: ArraySlice<Token>) -> (
    range: ClosedRange<Int>, role: Int
  )? {
    var index = name + 1
    guard index < tokens.endIndex, tokens[index].isSign(0x2C) else { return nil }
    index += 1
    if index + 1 < tokens.endIndex, tokens[index].shape == .number, tokens[index + 1].isSign(0x2C) {
      index += 2
    }
    if index < tokens.endIndex, tokens[index].has(.determiner) { index += 1 }
    let first = index
    var role: Int?
    while index < tokens.endIndex, index - first < 14 {
      let token = tokens[index]
      if token.isSign(0x2C) || token.isSign(0x2E) { break }
      if token.shape == .sign && !token.isSign(0x2D) { return nil }
      if role == nil, token.has([.role, .title]), index - first < 6 { role = index }
      if token.has(.speechVerb) && role == nil { return nil }
      if token.has([.speechVerb, .boundary]) { break }
      index += 1
    }
    guard let role, index > first, index - 1 >= role else { return nil }
    return (first...(index - 1), role)
  }
}
