/// An open-addressing table from the hashes of words to what they say.
struct ClassWordTable: Sendable {
  struct Entry {
    var traits: UInt32
    var rule: UInt8
  }

  private static let slots = 2048
  private var hashes = [UInt64](repeating: 0, count: slots)
  private var entries = [Entry](repeating: Entry(traits: 0, rule: 0), count: slots)

  init(_ rows: [(ClassTraits, BoilerplateRule, String)]) {
    for (traits, rule, words) in rows {
      for word in words.split(separator: " ") { add(word, traits: traits.rawValue, rule: rule.rawValue) }
    }
  }

  private mutating func add(_ word: Substring, traits: UInt32, rule: UInt8) {
    let hash = WordHash.of(String(word))
    var slot = Self.slot(hash)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
    hashes[slot] = hash
    entries[slot].traits |= traits
    if entries[slot].rule == 0 { entries[slot].rule = rule }
  }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) & (slots - 1) }

  /// What the word with this hash says, or `nil`.
  func value(of hash: UInt64) -> Entry? {
    var slot = Self.slot(hash)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return entries[slot] }
      slot = (slot + 1) & (Self.slots - 1)
    }
    return nil
  }
}
