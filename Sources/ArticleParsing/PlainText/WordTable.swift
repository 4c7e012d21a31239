/// A table of words and phrases, looked up by their `WordHash`, which tells on which of several lists each stands.
///
/// Two flat arrays with open addressing, filled byte by byte from literals: a text's first lines are classified
/// before anything is on the screen, and making dictionaries of strings would take longer than reading them. Not
/// generic over what a list stands for, because each type that is made at run time costs as much as a hundred lines.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var slots: [UInt8]

  /// Makes the table; a phrase that stands on two lists belongs to the later one.
  ///
  /// - Parameter lists: At most 256 lists of phrases in normal form, separated by `|`.
  init(_ lists: [String]) {
    var count = 0
    for list in lists { Self.forEachPhrase(of: list) { _ in count += 1 } }
    var capacity = 16
    while capacity < 2 * count { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    slots = [UInt8](repeating: 0, count: capacity)
    for (index, list) in lists.enumerated() {
      Self.forEachPhrase(of: list) { insert(WordHash.of($0), UInt8(truncatingIfNeeded: index)) }
    }
  }

  /// The number of the list on which the phrase with this hash stands, from 0, or `nil`.
  subscript(_ hash: UInt64) -> Int? {
    let place = place(of: hash)
    return keys[place] == 0 ? nil : Int(slots[place])
  }

  /// Calls `body` with the bytes of each phrase of a list separated by `|`.
  static func forEachPhrase(of list: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var list = list
    list.withUTF8 { bytes in
      var start = 0
      for position in 0...bytes.count where position == bytes.count || bytes[position] == UInt8(ascii: "|") {
        body(UnsafeBufferPointer(rebasing: bytes[start..<position]))
        start = position + 1
      }
    }
  }

  private mutating func insert(_ hash: UInt64, _ slot: UInt8) {
    let place = place(of: hash)
    keys[place] = hash
    slots[place] = slot
  }

  /// Where the hash stands, or the free place where it would stand; half of the places are free.
  private func place(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while keys[place] != 0, keys[place] != hash { place = (place + 1) & mask }
    return place
  }
}
