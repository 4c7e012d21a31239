/// What a word can be, as far as the rules need to know; a word may be several things.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// A finite verb of saying: said, adds, wrote.
  static let speechVerb = WordClass(rawValue: 1 << 0)
  /// A participle of saying: saying, adding.
  static let speechParticiple = WordClass(rawValue: 1 << 1)
  /// A verb of saying that may stand before its subject: said Calder.
  static let invertible = WordClass(rawValue: 1 << 2)
  /// A word that may stand between a subject and its verb: also, later, has.
  static let adverb = WordClass(rawValue: 1 << 3)
  /// A word that opens a noun phrase: the, a, her.
  static let determiner = WordClass(rawValue: 1 << 4)
  /// A pronoun that can be the subject of a sentence.
  static let pronoun = WordClass(rawValue: 1 << 5)
  static let preposition = WordClass(rawValue: 1 << 6)
  /// A word that no noun phrase runs over: that, when, is.
  static let boundary = WordClass(rawValue: 1 << 7)
  /// A word before a name that is no part of it: Mr., Senator, Minister.
  static let title = WordClass(rawValue: 1 << 8)
  /// A word that is written with a full stop of its own.
  static let abbreviation = WordClass(rawValue: 1 << 9)
  static let month = WordClass(rawValue: 1 << 10)
  static let weekday = WordClass(rawValue: 1 << 11)
  /// What a person or group is: spokesman, officials.
  static let role = WordClass(rawValue: 1 << 12)
  /// A kind of work that has a title: film, book, show.
  static let work = WordClass(rawValue: 1 << 13)
  /// A cardinal below one hundred; its value is the entry's number.
  static let cardinal = WordClass(rawValue: 1 << 14)
  /// A power of ten (or a dozen) that multiplies; its value is the entry's number.
  static let magnitude = WordClass(rawValue: 1 << 15)
  /// A part of one: half, third; the divisor is the entry's number.
  static let fraction = WordClass(rawValue: 1 << 16)
  /// A place in an order: first, fifth; the place is the entry's number.
  static let ordinal = WordClass(rawValue: 1 << 17)
  /// A factor in one word: twice, tenfold; the factor is the entry's number.
  static let multiple = WordClass(rawValue: 1 << 18)
  /// A word that labels a number as a name: page, section, room.
  static let label = WordClass(rawValue: 1 << 19)
  /// A word that ends the noun phrase after a number: verbs and function words.
  static let phraseEnd = WordClass(rawValue: 1 << 20)
  static let maleName = WordClass(rawValue: 1 << 21)
  static let femaleName = WordClass(rawValue: 1 << 22)
  /// A word of an organisation's name: Ministry, Committee.
  static let organisation = WordClass(rawValue: 1 << 23)
  /// A word whose capital does not make it a name: However, When.
  static let neverName = WordClass(rawValue: 1 << 24)
  /// A noun that announces what somebody said: promise, slogan, chant.
  static let utterance = WordClass(rawValue: 1 << 25)
  /// A word inside names that is not capitalised: de, van, bin.
  static let nameParticle = WordClass(rawValue: 1 << 26)
  /// A street word after a house number: Street, Lane.
  static let street = WordClass(rawValue: 1 << 27)
  /// Time words and the like that look like a subject but are none.
  static let time = WordClass(rawValue: 1 << 28)
  /// A magnitude in the plural that stands alone: dozens, thousands.
  static let vaguePlural = WordClass(rawValue: 1 << 29)
  /// A word that shows who a woman or a man is: Mrs., spokeswoman, king.
  static let feminine = WordClass(rawValue: 1 << 30)
  static let masculine = WordClass(rawValue: 1 << 31)
  /// A form of "to be" and the like, after which a verb of saying is passive: was told.
  static let auxiliary = WordClass(rawValue: 1 << 32)
  /// A word before a number that makes an hour or a day of it: at, on, since.
  static let timePreposition = WordClass(rawValue: 1 << 33)
  /// The code of a currency, or a country's letters before its sign: EUR, US$.
  static let currencyCode = WordClass(rawValue: 1 << 35)
  /// A word that announces a telephone number.
  static let telephone = WordClass(rawValue: 1 << 36)
  /// A pronoun that ties a clause to the noun before it: who, which.
  static let relative = WordClass(rawValue: 1 << 37)
  /// A word that joins a second verb to a subject named before: and, but, then.
  static let coordinator = WordClass(rawValue: 1 << 38)
  /// A word that names a source: according (to), laut, selon.
  static let sourceMarker = WordClass(rawValue: 1 << 39)
  /// A common verb in a form that has a subject: is, went, takes.
  static let finiteVerb = WordClass(rawValue: 1 << 40)
  /// An article that points at something known: the.
  static let definite = WordClass(rawValue: 1 << 41)
  /// A word that makes an opening of the words before it: (hours) later, (days) after.
  static let opening = WordClass(rawValue: 1 << 42)
  /// A place, people or party: Ohio, Dutch, Tories.
  static let place = WordClass(rawValue: 1 << 43)
  /// A preposition that hangs a phrase on a noun: (spokesman) for, of, at.
  static let linkingPreposition = WordClass(rawValue: 1 << 44)
  /// The first word of a verb of saying of two words: (hat) gesagt, (a) déclaré.
  static let cueAuxiliary = WordClass(rawValue: 1 << 34)
  /// A pronoun that says whose: his, her.
  static let possessivePronoun = WordClass(rawValue: 1 << 59)

  // What the figure rules alone look at.

  /// A word between a number and what it counts: other, more, most.
  static let countedMore = WordClass(rawValue: 1 << 45)
  /// A word that ends a noun phrase unless a plural follows: missing, total, daily.
  static let countedModifier = WordClass(rawValue: 1 << 46)
  /// A noun or adjective in -ly.
  static let lyAdjective = WordClass(rawValue: 1 << 47)
  /// A plural without -s.
  static let irregularPlural = WordClass(rawValue: 1 << 48)
  /// A singular, or no noun at all, in spite of its -s.
  static let singularForm = WordClass(rawValue: 1 << 49)
  /// A word after a time that compares with it: earlier, ago.
  static let afterTime = WordClass(rawValue: 1 << 50)
  /// A thing that prices are told for: share, head, night.
  static let ratedThing = WordClass(rawValue: 1 << 51)
  /// A word that tells that money is meant: cost, paid, worth.
  static let moneyWord = WordClass(rawValue: 1 << 52)
  /// A word that tells which part of the day a number is in: morning, tonight.
  static let dayPart = WordClass(rawValue: 1 << 53)
  /// The name of a time zone.
  static let timeZone = WordClass(rawValue: 1 << 54)
  /// A verb or adverb of growing: rose, jumped, up.
  static let rising = WordClass(rawValue: 1 << 55)
  /// A verb or adverb of shrinking: fell, slid, down.
  static let falling = WordClass(rawValue: 1 << 56)
  /// A noun that makes the name of a kind with a number and a hyphen: four-door, three-way, six-figure.
  static let kindNoun = WordClass(rawValue: 1 << 58)
  /// A verb that changes by a factor: doubled, halved; the factor is in the entry's number.
  static let factorVerb = WordClass(rawValue: 1 << 57)
}
