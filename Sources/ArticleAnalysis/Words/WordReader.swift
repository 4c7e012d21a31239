/// Compares the words of tokens with words of the rules, without making strings.
struct WordReader {
  let utf8: [UInt8]

  /// Whether the word, without its 's, is `word` (small ASCII letters) in any case.
  func matches(_ token: Token, _ word: StaticString) -> Bool {
    let lower = Int(token.lower)
    let count = Int(token.coreUpper) - lower
    guard count == word.utf8CodeUnitCount, lower + count <= utf8.count else { return false }
    let start = word.utf8Start
    for offset in 0..<count where ByteTable.lowercased(utf8[lower + offset]) != start[offset] { return false }
    return true
  }

  /// Whether a word is one of two.
  func matchesAny(_ token: Token?, _ first: StaticString, _ second: StaticString) -> Bool {
    guard let token, token.shape == .word else { return false }
    return matches(token, first) || matches(token, second)
  }

  /// Whether the word ends in -ly, as most adverbs do.
  func endsInLy(_ token: Token) -> Bool { ends(token, in: "ly") }

  /// Whether the word, without its 's, ends in `ending` (small ASCII letters) with three letters or more before it.
  func ends(_ token: Token, in ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    let upper = Int(token.coreUpper)
    guard token.shape == .word, upper - Int(token.lower) > count + 2, upper <= utf8.count else {
      return false
    }
    for offset in 0..<count
    where ByteTable.lowercased(utf8[upper - count + offset]) != ending.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The words from `lower` to `upper` as a string.
  func string(_ lower: Int32, _ upper: Int32) -> String {
    guard lower < upper, Int(upper) <= utf8.count else { return "" }
    return String(decoding: utf8[Int(lower)..<Int(upper)], as: UTF8.self)
  }

  /// The word in small letters, without its 's and full stop.
  func key(_ token: Token) -> String { string(token.lower, token.coreUpper).lowercased() }
}
