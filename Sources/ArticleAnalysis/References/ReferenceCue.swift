/// What a word of a comment can say about a reference; a word may say several things.
struct ReferenceCue: OptionSet {
  let rawValue: UInt16

  /// Says that something is not so.
  static let denial = ReferenceCue(rawValue: 1 << 0)
  /// Puts another number in the place of one.
  static let correction = ReferenceCue(rawValue: 1 << 1)
  /// A noun for something that was said.
  static let claim = ReferenceCue(rawValue: 1 << 2)
  /// A noun for a number that was told.
  static let number = ReferenceCue(rawValue: 1 << 3)
  /// That, this.
  static let demonstrative = ReferenceCue(rawValue: 1 << 4)
  /// His, their, the.
  static let possessive = ReferenceCue(rawValue: 1 << 5)
  /// My, our: what belongs to the writer of the comment.
  static let owner = ReferenceCue(rawValue: 1 << 6)
  /// I, we.
  static let speaker = ReferenceCue(rawValue: 1 << 7)
  /// Supposedly, they say: hands on what somebody else said.
  static let hearsay = ReferenceCue(rawValue: 1 << 8)
  /// How, source: asks.
  static let question = ReferenceCue(rawValue: 1 << 9)
  /// Yesterday, on TV: another occasion than the article's.
  static let elsewhere = ReferenceCue(rawValue: 1 << 10)
  /// He, she, they, it: takes up somebody or something that was named.
  static let pronoun = ReferenceCue(rawValue: 1 << 11)

  /// Often puts another number in the place of one, and often does not.
  static let softCorrection = ReferenceCue(rawValue: 1 << 12)
  /// May be a number in words.
  static let numeral = ReferenceCue(rawValue: 1 << 13)

  /// Denies, but maybe something else.
  static let negation = ReferenceCue(rawValue: 1 << 14)

  /// The lists of words with what they say.
  static let lists: [(cue: ReferenceCue, words: String)] = [
    (.denial, EnglishReferenceCues.denial), (.negation, EnglishReferenceCues.negation),
    (.correction, EnglishReferenceCues.correction),
    (.softCorrection, EnglishReferenceCues.softCorrection), (.numeral, EnglishReferenceCues.numeral),
    (.claim, EnglishReferenceCues.claim), (.number, EnglishReferenceCues.number),
    (.demonstrative, EnglishReferenceCues.demonstrative), (.possessive, EnglishReferenceCues.possessive),
    (.owner, EnglishReferenceCues.owner), (.speaker, EnglishReferenceCues.speaker),
    (.hearsay, EnglishReferenceCues.hearsay), (.question, EnglishReferenceCues.question),
    (.elsewhere, EnglishReferenceCues.elsewhere), (.pronoun, "he she they it that this him them"),
  ]
}
