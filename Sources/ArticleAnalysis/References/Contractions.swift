/// The short forms of English that stand for two words, so that "isn't" repeats "is not".
///
/// Forms with 's are no part of it: folding leaves the 's out, so "it's" is "it".
enum Contractions {
  /// The hashes of the two words of each short form.
  private static let pairs: [(first: UInt64, second: UInt64)] = lists.map {
    (FoldedWords.hash($0[1]), FoldedWords.hash($0[2]))
  }
  private static let table: HashTable = {
    var table = HashTable(room: lists.count)
    for (position, words) in lists.enumerated() { table[FoldedWords.hash(words[0])] = Int32(position) }
    return table
  }()
  private static let lists = EnglishReferenceCues.contractions.utf8.split { $0 == 0x0A || $0 == 0x2C }
    .map { $0.split { $0 == 0x20 } }.filter { $0.count == 3 }

  /// The two words that a folded short form stands for.
  static func words(of hash: UInt64) -> (first: UInt64, second: UInt64)? {
    let position = table[hash]
    return position < 0 ? nil : pairs[Int(position)]
  }
}
