/// The names of a document, each kept once.
///
/// An open-addressing table over UTF-8 bytes, because every start tag looks names up.
struct XMLNameTable: Sendable {
  private var names: [String] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  subscript(_ index: Int) -> String { names[index] }

  /// The index of a name; `nil` when it was never added.
  func index(of name: String) -> Int? {
    var copy = name
    return copy.withUTF8 { bytes in
      let hash = Self.hash(bytes)
      let found = slots[slot(of: bytes, hash)]
      return found < 0 ? nil : Int(found)
    }
  }

  /// The index of a name, which is added when it is new.
  mutating func add(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(name)
    let place = slot(of: name, hash)
    if slots[place] >= 0 { return slots[place] }
    let index = Int32(names.count)
    names.append(String(decoding: name, as: UTF8.self))
    hashes.append(hash)
    slots[place] = index
    if names.count * 2 > slots.count { grow() }
    return index
  }

  /// A byte of a name in lower case, A to Z only: names are compared so.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(index)
    }
  }

  /// The slot that holds a name, or the free one where it belongs.
  private func slot(of name: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] >= 0 {
      let index = Int(slots[place])
      if hashes[index] == hash, names[index].utf8.elementsEqual(name) { break }
      place = (place + 1) & mask
    }
    return place
  }

  /// FNV-1a, its upper half folded down.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 29
  }
}
