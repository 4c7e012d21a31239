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
  private var table: ByteTable

  /// Makes a lexicon from lists of words by class and from number words with their values.
  ///
  /// Byte by byte, because the first article waits for it.
  init(words: [(WordClass, String)], numbers: [(WordClass, [(String, Int64)])]) {
    var letters = 0
    for (_, list) in words { letters += list.utf8.count }
    entries = []
    entries.reserveCapacity(letters / 6)
    table = ByteTable(room: letters / 6)
    for (classes, list) in words {
      var list = list
      list.withUTF8 { bytes in
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 || bytes[end] == 0x0A {
          if end > start {
            let index = entry(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            entries[index].classes.formUnion(classes)
          }
          start = end + 1
        }
      }
    }
    for (classes, list) in numbers {
      for (word, number) in list {
        var word = word
        let index = word.withUTF8 { entry($0) }
        entries[index].classes.formUnion(classes)
        entries[index].number = number
      }
    }
  }

  /// The index of the entry for a word, which is made when there is none.
  private mutating func entry(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    if let index = table.value(word) { return Int(index) }
    table.insert(word, Int32(entries.count))
    entries.append(Entry())
    return entries.count - 1
  }

  /// The index of the entry for a word, whatever its case, or -1.
  func index(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Int32 {
    table.value(utf8, lower, upper, foldingCase: true) ?? -1
  }
}
