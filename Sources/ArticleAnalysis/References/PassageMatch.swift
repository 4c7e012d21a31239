/// Words of a comment and the words of the article that they repeat.
struct PassageMatch {
  /// Fuzzy comparison starts at this many words.
  static let fewestAlteredWords = 5

  var query: Range<Int>
  var text: Range<Int>
  var rule: ReferenceRule
  var isMarked: Bool
}
