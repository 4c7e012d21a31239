/// Personal pronouns by their role: who hands on that somebody said "I will" says that she will.
enum Pronouns {
  /// I, he, she, we, they.
  static let subject: UInt8 = 1
  /// Me, him, them.
  private static let object: UInt8 = 2
  /// My, his, their.
  private static let possessive: UInt8 = 3

  private static let subjects = WordSet("i he she we they you")
  private static let objects = WordSet("me him us them you")
  private static let possessives = WordSet("my his our their your her mine hers ours theirs")

  /// The role of a word, or 0.
  @inline(__always)
  static func role(of word: FoldedWord) -> UInt8 {
    guard word.count <= 6, !word.isNumber else { return 0 }
    if subjects.contains(word.hash) { return subject }
    if objects.contains(word.hash) { return object }
    return possessives.contains(word.hash) ? possessive : 0
  }

  /// Whether a word is the subject of a sentence.
  static func isSubject(_ hash: UInt64) -> Bool { subjects.contains(hash) }
}
