/// Everything the rules know about one language; the rules themselves are shared.
///
/// A new language is one more value here, made of its own word lists.
struct Language: Sendable {
  /// The classes of words.
  let lexicon: Lexicon
  /// The units of measure and money.
  let units: UnitTable
  /// The hedges before and after a number.
  let hedges: HedgeTable

  /// The language for a BCP 47 tag; English when there is none for it yet.
  static func named(_ tag: String?) -> Language { .english }

  /// English.
  static let english = Language(
    lexicon: Lexicon(words: EnglishWords.classes + EnglishNames.classes + EnglishPlaces.classes, numbers: EnglishNumbers.words),
    units: UnitTable(EnglishUnits.units), hedges: HedgeTable(EnglishNumbers.hedges))
}
