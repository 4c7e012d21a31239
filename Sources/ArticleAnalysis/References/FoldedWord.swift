/// A word in the form in which passages are compared.
struct FoldedWord {
  /// What stands between a word and the next one.
  enum Ending: UInt8, Comparable {
    case none, ellipsis, line, stop, exclamation, question

    static func < (lhs: Ending, rhs: Ending) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The hash of the folded bytes; equal words have equal hashes.
  var hash: UInt64
  /// The word's bytes in its text.
  var lower: Int32
  var upper: Int32
  /// The folded bytes, in `FoldedWords.bytes`.
  var start: Int32
  var count: Int32
  /// The index in a vocabulary, or -1.
  var id: Int32 = -1
  /// The index of the word's stem in a vocabulary, or -1.
  var stem: Int32 = -1
  /// How much a repetition of the word says: 1 for a rare word, near 0 for "the".
  var weight: Float = 1
  var ending = Ending.none
  var isNumber: Bool

  /// The places of the folded bytes.
  var bytes: Range<Int> { Int(start)..<Int(start + count) }

  /// Whether a sentence ends after the word.
  var endsSentence: Bool { ending >= .line }
}
