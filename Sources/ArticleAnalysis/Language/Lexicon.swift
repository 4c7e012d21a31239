/// The words that rules know, with their classes.
struct Lexicon: Sendable {
  /// What the lexicon says of one word.
  struct Entry: Sendable {
    var classes: WordClass = []
    /// The value of a number word, the divisor of a fraction, the factor of a multiple.
    var number: Int64 = 0
  }

  /// The entries; a token holds an index.
  private(set) var entries: [Entry]
  private let table: ByteTable

  /// Makes a lexicon from lists of words by class and from number words with their values.
  init(words: [(WordClass, String)], numbers: [(WordClass, [(String, Int64)])]) {
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    func entry(_ word: String) -> Int {
      if let index = indices[word] { return index }
      indices[word] = entries.count
      entries.append(Entry())
      return entries.count - 1
    }
    for (classes, list) in words {
      // Bytes, because splitting into characters would be most of the time to the first look-up.
      for word in list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        entries[entry(String(Substring(word)))].classes.formUnion(classes)
      }
    }
    for (classes, list) in numbers {
      for (word, number) in list {
        let index = entry(word)
        entries[index].classes.formUnion(classes)
        entries[index].number = number
      }
    }
    self.entries = entries
    table = ByteTable(indices.map { ($0.key, Int32($0.value)) })
  }

  /// The index of the entry for a word, whatever its case, or -1.
  func index(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Int32 {
    table.value(utf8, lower, upper, foldingCase: true) ?? -1
  }
}
