/// A set of the hashes of words: open addressing, half of the places free, no second hashing.
struct WordSet {
  private var places = [UInt64](repeating: 0, count: 256)
  private var count = 0

  /// Adds the hash of a word; `false` when it was there.
  mutating func insert(_ hash: UInt64) -> Bool {
    let place = place(of: hash)
    guard places[place] == 0 else { return false }
    places[place] = Self.stored(hash)
    count += 1
    if count * 2 > places.count { grow() }
    return true
  }

  func contains(_ hash: UInt64) -> Bool { places[place(of: hash)] != 0 }

  /// Zero marks a free place.
  private static func stored(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private func place(of hash: UInt64) -> Int {
    let wanted = Self.stored(hash)
    let mask = places.count - 1
    // The low bits of pages' own hashes could be chosen to collide; a multiplication mixes the high ones in.
    var place = Int(truncatingIfNeeded: (wanted &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while places[place] != 0, places[place] != wanted { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 { places[place(of: hash)] = hash }
  }
}
