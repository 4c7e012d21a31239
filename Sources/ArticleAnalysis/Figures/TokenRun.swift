import ArticleModel

/// The tokens of one block or cell, as the figure rules look at them; out of bounds is `nil`, never a trap.
struct TokenRun {
  let words: WordReader
  let tokens: [Token]
  let bounds: Range<Int>
  let language: Language
  /// Whether the block is a heading, in which capitals tell nothing of names.
  var isHeading = false

  subscript(index: Int) -> Token? { bounds.contains(index) ? tokens[index] : nil }

  /// Whether the word at `index` is the given one, in any case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard let token = self[index], token.shape == .word else { return false }
    return words.matches(token, word)
  }

  func has(_ index: Int, _ classes: WordClass) -> Bool { self[index]?.has(classes) ?? false }

  func isSign(_ index: Int, _ byte: UInt8) -> Bool { self[index]?.isSign(byte) ?? false }

  /// Whether the token stands directly after the one before it.
  func isGlued(_ index: Int) -> Bool {
    guard let token = self[index] else { return false }
    return index > bounds.lowerBound && !token.hasSpaceBefore
  }

  /// Whether the token is a hyphen or dash with no space on either side.
  func isTightHyphen(_ index: Int) -> Bool {
    guard let token = self[index], token.isSign(0x2D) || token.isSign(Sign.dash) else { return false }
    return isGlued(index) && isGlued(index + 1)
  }

  /// Whether the token is a hyphen between spaces with words or numbers around it, as texts cut by programs have.
  func isSpacedHyphen(_ index: Int) -> Bool {
    guard let token = self[index], token.isSign(0x2D), !isGlued(index), !isGlued(index + 1) else {
      return false
    }
    return self[index + 1] != nil
  }

  /// The bytes of some tokens, without a possessive or a final full stop at their end.
  func range(of indexes: Range<Int>) -> TextRange? {
    guard let first = self[indexes.lowerBound], let last = self[indexes.upperBound - 1] else { return nil }
    let upper =
      last.traits.contains(.possessive) || (last.traits.contains(.dotted) && self[indexes.upperBound] == nil)
      ? last.coreUpper : last.upper
    guard first.lower < upper else { return nil }
    return TextRange(Int(first.lower), Int(upper))
  }

  /// The number that the lexicon gives for a word.
  func number(_ index: Int) -> Int64 {
    guard let token = self[index], token.entry >= 0 else { return 0 }
    return language.lexicon.entries[Int(token.entry)].number
  }

  /// Whether a capital stands at `index` that the start of a sentence does not explain.
  func isCapitalInside(_ index: Int) -> Bool {
    guard let token = self[index], token.isWord, token.isCapitalised else { return false }
    return !startsSentence(index)
  }

  /// Whether the token at `index` begins a sentence.
  func startsSentence(_ index: Int) -> Bool {
    guard let before = self[index - 1] else { return true }
    if before.isSign(0x2E) || before.isSign(0x3F) || before.isSign(0x21) || before.isSign(0x3A) {
      return true
    }
    return before.isSign(0x22) || before.isSign(Sign.quotationMark) || before.isSign(Sign.apostrophe)
  }
}
