import ArticleModel

/// Turns phrases that name a speaker into entries of the register.
struct SpeakerResolver {
  let clause: Clause
  let names: NameReader

  /// What a phrase names.
  struct Resolution {
    /// The entry, or `nil` when nobody can be told.
    var entry: Int?
    /// The words that name it.
    var mention: TextRange
  }

  /// Resolves one phrase; phrases must come in the order of the text, because pronouns look back.
  ///
  /// - Parameters:
  ///   - phrase: The phrase.
  ///   - speaks: Whether the phrase is the subject of a verb of saying.
  ///   - people: The register; new names are added, and the entry becomes the last one spoken of.
  /// - Returns: The entry and the words.
  func resolve(_ phrase: Clause.Phrase, speaks: Bool, in people: inout PeopleRegister) -> Resolution {
    let tokens = clause.tokens[...]
    let first = tokens[phrase.first]
    let last = tokens[phrase.last]
    let whole = TextRange(Int(first.lower), Int(max(last.upper, first.upper)))
    if phrase.first == phrase.last, clause.isRelative(phrase.last) {
      return Resolution(entry: antecedentEntry(of: phrase.last, in: &people), mention: whole)
    }
    if last.has(.pronoun) || last.has(.possessivePronoun) && phrase.first == phrase.last {
      let entry = pronoun(phrase.last, in: &people)
      if let entry {
        people.touch(entry)
        people.mention(entry, at: whole)
      }
      return Resolution(entry: entry, mention: whole)
    }
    let head = clause.head(of: phrase)
    if !speaks, let owner = owner(of: phrase, head: head, in: &people) { return owner }
    // Der Sprecher is no name where all nouns are capitalised.
    let isNoun = clause.capitalisesNouns && first.has(.determiner) && head == phrase.first + 1
    if clause.tokens[head].isCapitalised, !isNoun, !isPluralRole(phrase),
      let name = nameAtEnd(of: Clause.Phrase(first: phrase.first, last: head))
    {
      return resolve(name, speaks: speaks, in: &people)
    }
    return resolveRole(phrase, head: head, whole: whole, in: &people)
  }

  /// Whoever owns an utterance: Calder's answer, her message.
  private func owner(
    of phrase: Clause.Phrase, head: Int, in people: inout PeopleRegister
  ) -> Resolution? {
    let tokens = clause.tokens
    guard tokens[head].has(.utterance), !tokens[head].isCapitalised, head > phrase.first else { return nil }
    let first = tokens[phrase.first]
    if first.has(.possessivePronoun) {
      let gender: PeopleRegister.Gender = first.has(.feminine) ? .feminine : .masculine
      let entry = people.person(of: gender)
      return Resolution(entry: entry, mention: TextRange(Int(first.lower), Int(first.upper)))
    }
    for index in phrase.first..<head where tokens[index].traits.contains(.possessive) {
      return tokens[index].isCapitalised
        ? resolve(Clause.Phrase(first: phrase.first, last: index), speaks: true, in: &people) : nil
    }
    return nil
  }

  /// Whether a word that opens its sentence names a group: Residents said.
  private func isPluralRole(_ phrase: Clause.Phrase) -> Bool {
    let token = clause.tokens[phrase.first]
    return phrase.first == phrase.last && token.has(.role) && !token.has(.title) && isPlural(phrase.first)
  }

  /// Whether no list knows the words of a name of two or three words, as with most people.
  private func isOfUnknownWords(_ name: NameReader.Name) -> Bool {
    name.words.count <= 3
      && name.words.allSatisfy {
        clause.tokens[$0].entry < 0 && clause.tokens[$0].isWord
          && !clause.tokens[$0].traits.contains(.allCapitals)
      }
  }

  private func pronoun(_ index: Int, in people: inout PeopleRegister) -> Int? {
    if clause.tokens[index].has(.masculine) { return people.person(of: .masculine) }
    if clause.tokens[index].has(.feminine) { return people.person(of: .feminine) }
    if clause.isWord(index, "they") || clause.isWord(index, "it") { return people.group }
    return nil
  }

  /// The entry of the noun that a relative pronoun stands for.
  private func antecedentEntry(of index: Int, in people: inout PeopleRegister) -> Int? {
    guard let noun = clause.antecedent(of: index, floor: clause.startOfSentence(at: index)),
      !clause.isRelative(noun.last)
    else { return nil }
    return resolve(noun, speaks: true, in: &people).entry
  }

  private func nameAtEnd(of phrase: Clause.Phrase) -> NameReader.Name? {
    let tokens = clause.tokens[...]
    var first = phrase.last
    while first > phrase.first {
      let before = tokens[first - 1]
      if before.traits.contains(.possessive) { break }
      if before.isWord, before.isCapitalised {
        first -= 1
        continue
      }
      // Mara de la Cruz, AT&T, the Ministry of Transport.
      var left = first - 1
      if before.isSign(0x2D) || before.isSign(0x26) {
        left -= 1
      } else {
        while left >= phrase.first, first - left < 4, tokens[left].isWord, tokens[left].has(.nameParticle) {
          left -= 1
        }
        if left == first - 1, clause.isInsideName(left, of: phrase) { left -= 1 }
      }
      guard left >= phrase.first, left < first - 1, tokens[left].isWord, tokens[left].isCapitalised else {
        break
      }
      first = left
    }
    return names.name(in: first..<phrase.last + 1, of: tokens, isHeadline: clause.isHeadline)
  }

  private func resolve(_ name: NameReader.Name, speaks: Bool, in people: inout PeopleRegister) -> Resolution {
    let tokens = clause.tokens[...]
    let text = names.string(name.words, of: tokens)
    let last = tokens[name.words.upperBound]
    let lower = Int(tokens[name.words.lowerBound].lower)
    let mention = TextRange(
      lower, max(lower, Int(last.traits.contains(.possessive) ? last.coreUpper : last.upper)))
    let entry: Int
    var isKnown = true
    if name.isOrganisation {
      entry = people.register(name: text, gender: nil, isPerson: false)
    } else if name.words.count > 1 {
      // Every run of words of a headline looks like a name.
      isKnown =
        name.isSurelyPerson || !clause.isHeadline && isOfUnknownWords(name)
        || speaks && !clause.isHeadline && !tokens[name.words.lowerBound].has([.place, .organisation])
      entry = people.register(name: text, gender: name.gender, isPerson: isKnown)
    } else if let known = people.person(surname: text, gender: name.title == nil ? nil : name.gender) {
      // Of a surname that is a given name, too, the given name's gender says nothing: Clinton, Warren.
      entry = known
      if let gender = name.gender, name.title != nil { people.set(gender, of: known) }
    } else {
      isKnown =
        name.title != nil || name.gender != nil
        || speaks && !clause.isHeadline && !last.traits.contains(.dotted) && !last.has(.cardinal)
          && !isPlural(name.words.upperBound)
      entry = people.register(name: text, gender: name.gender, isPerson: true)
    }
    if let title = name.title, !tokens[title].traits.contains(.dotted) {
      people.describe(
        entry, as: clause.words.string(tokens[name.prefix.lowerBound].lower, tokens[title].upper),
        role: clause.words.key(tokens[title]))
    }
    if isKnown { people.touch(entry) }
    people.mention(entry, at: mention)
    return Resolution(entry: entry, mention: mention)
  }

  /// Whether a word that opens its sentence may be a plural: Delegates said.
  private func isPlural(_ index: Int) -> Bool {
    index == clause.startOfSentence(at: index) && clause.words.ends(clause.tokens[index], in: "s")
  }

  private func resolveRole(
    _ phrase: Clause.Phrase, head: Int, whole: TextRange, in people: inout PeopleRegister
  ) -> Resolution {
    let isDefinite = clause.tokens[phrase.first].has(.definite)
    if isDefinite, head == phrase.last,
      let person = people.person(role: clause.words.key(clause.tokens[head]))
    {
      people.touch(person)
      people.mention(person, at: whole)
      return Resolution(entry: person, mention: whole)
    }
    var first = phrase.first
    if isDefinite, first < phrase.last { first += 1 }
    let text = clause.words.string(clause.tokens[first].lower, clause.tokens[phrase.last].coreUpper)
    guard !text.isEmpty else { return Resolution(entry: nil, mention: whole) }
    let entry = people.register(name: text, gender: nil, isPerson: false)
    people.touch(entry)
    people.mention(entry, at: whole)
    return Resolution(entry: entry, mention: whole)
  }
}
