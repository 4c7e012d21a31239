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

  /// Whether the word ends in -ly.
  func endsInLy(_ token: Token) -> Bool {
    guard token.shape == .word, token.coreUpper - token.lower > 4, Int(token.coreUpper) <= utf8.count else {
      return false
    }
    return utf8[Int(token.coreUpper) - 1] == 0x79 && utf8[Int(token.coreUpper) - 2] == 0x6C
  }

  /// The words from `lower` to `upper` as a string.
  func string(_ lower: Int32, _ upper: Int32) -> String {
    guard lower < upper, Int(upper) <= utf8.count else { return "" }
    return String(decoding: utf8[Int(lower)..<Int(upper)], as: UTF8.self)
  }

  /// The word in small letters, without its 's and full stop.
  func key(_ token: Token) -> String { string(token.lower, token.coreUpper).lowercased() }
}
