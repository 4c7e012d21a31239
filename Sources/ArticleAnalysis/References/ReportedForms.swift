/// The words that change when somebody's words are handed on: who said "I have" is said to have said that "she had".
enum ReportedForms {
  /// The role of a pronoun that is the subject: I, he, she, we, they.
  static let subject: UInt8 = 1

  /// What stands for one another, each list a role.
  private static let roles = [
    WordSet("i he she we they you"), WordSet("me him us them you"),
    WordSet("my his our their your her mine hers ours theirs"), WordSet("is was are were am"),
    WordSet("have has had"), WordSet("will would"), WordSet("can could"), WordSet("do does did"),
    WordSet("this that"),
  ]

  /// The role of a word, or 0.
  @inline(__always)
  static func role(of word: FoldedWord) -> UInt8 {
    guard word.count <= 6, !word.isNumber else { return 0 }
    for (position, role) in roles.enumerated() where role.contains(word.hash) { return UInt8(position + 1) }
    return 0
  }

  /// Whether a word is a pronoun that is the subject of a sentence.
  static func isSubject(_ hash: UInt64) -> Bool { roles[0].contains(hash) }
}
