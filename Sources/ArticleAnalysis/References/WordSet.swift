/// A fixed set of words by the hashes of their folded forms: a look-up is a few comparisons, without hashing again.
struct WordSet {
  private let slots: [UInt64]
  private let mask: Int

  /// Makes a set of folded words, parted by spaces or line ends.
  init(_ words: String) {
    let hashes = words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { FoldedWords.hash($0) }
    var size = 8
    while size < hashes.count * 4 { size *= 2 }
    var slots = Array(repeating: UInt64(0), count: size)
    for hash in hashes {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash
    }
    self.slots = slots
    mask = size - 1
  }

  /// Whether the set has the word with a hash; no word has hash 0.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
