/// Everything the rules know about one language; the rules themselves are shared.
///
/// A new language is one more value here, made of its own word lists. The lists are made into tables when a text of
/// the language is first read. Shared by reference, because every reader of every block holds it.
final class Language: Sendable {
  /// How much the rules can say about speakers.
  enum Attribution: Sendable {
    /// All rules.
    case full
    /// The rules that need a verb of saying, or no word at all; nothing is guessed from the forms of words.
    case listedVerbs
    /// The rules that need no word of the language: dashes and colons.
    case signsOnly
  }

  /// The classes of words.
  let lexicon: Lexicon
  /// The units of measure and money.
  let units: UnitTable
  /// The hedges before and after a number.
  let hedges: HedgeTable
  /// How much the rules can say about speakers.
  let attribution: Attribution
  /// Whether all nouns are capitalised, so that a capital makes no name.
  let capitalisesNouns: Bool

  init(
    lexicon: Lexicon, units: UnitTable, hedges: HedgeTable, attribution: Attribution = .full,
    capitalisesNouns: Bool = false
  ) {
    self.lexicon = lexicon
    self.units = units
    self.hedges = hedges
    self.attribution = attribution
    self.capitalisesNouns = capitalisesNouns
  }

  /// The language for a BCP 47 tag; English without one, and signs alone for a language without word lists.
  static func named(_ tag: String?) -> Language {
    guard let tag else { return .english }
    let primary = tag.utf8.prefix { $0 != 0x2D && $0 != 0x5F }.map { ByteTable.lowercased($0) }
    switch String(decoding: primary, as: UTF8.self) {
    case "", "en": return .english
    case "de": return .german
    case "fr": return .french
    case "es": return .spanish
    default: return .other
    }
  }

  /// English.
  static let english = Language(
    lexicon: Lexicon(
      words: EnglishWords.classes + EnglishCues.classes + EnglishTitles.classes + EnglishNames.classes
        + EnglishPlaces.classes + EnglishFigureWords.classes,
      numbers: EnglishNumbers.words),
    units: UnitTable(EnglishUnits.units), hedges: HedgeTable(EnglishNumbers.hedges))

  /// German, its figures read like English ones.
  static let german = english.speaking(
    GermanWords.classes + GermanCues.classes + GermanTitles.classes + GermanWords.names,
    capitalisesNouns: true)

  /// French, its figures read like English ones.
  static let french = english.speaking(
    FrenchWords.classes + FrenchCues.classes + FrenchTitles.classes + FrenchWords.names)

  /// Spanish, its figures read like English ones.
  static let spanish = english.speaking(
    SpanishWords.classes + SpanishCues.classes + SpanishTitles.classes + SpanishWords.names)

  /// Any language without word lists.
  static let other = english.speaking([], attribution: .signsOnly)

  /// The same language of figures with other words.
  private func speaking(
    _ words: [(WordClass, String)], attribution: Attribution = .listedVerbs, capitalisesNouns: Bool = false
  ) -> Language {
    Language(
      lexicon: Lexicon(
        words: words + EnglishNames.classes + EnglishFigureWords.classes, numbers: EnglishNumbers.words),
      units: units,
      hedges: hedges, attribution: attribution, capitalisesNouns: capitalisesNouns)
  }
}
