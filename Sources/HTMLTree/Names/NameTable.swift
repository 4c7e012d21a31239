/// The names of a document that are not among `KnownNames`: kept in lower case, each once.
///
/// Numbers go on where those of the known names end, up to `most`; beyond that all names share the last number, which
/// no page comes near that is not made to. The table stays with the document, which looks names up in it.
struct NameTable: Sendable {
  /// The number of names of both kinds.
  static let most = Int(UInt16.max)

  private struct Name {
    var start: Int
    var count: Int
    var hash: UInt64
  }

  private var bytes: [UInt8] = []
  private var names: [Name] = []
  /// The numbers of names, by hash; 0 is an empty slot.
  ///
  /// A power of two, at most half full.
  private var slots: [Int32] = []
  /// Makes hashes differ from run to run, so that nobody can write a page whose names all collide.
  private let seed = UInt64.random(in: .min ... .max)

  /// All names, in the order of their numbers.
  var strings: [String] { names.indices.map { string($0 + KnownNames.count) } }

  /// The name with a number, which must not be that of a known name.
  func string(_ number: Int) -> String {
    let name = names[number - KnownNames.count]
    return String(decoding: bytes[name.start..<name.start + name.count], as: UTF8.self)
  }

  /// The number of a name, or `nil` when the document does not have it.
  func number(of name: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard !slots.isEmpty else { return nil }
    let hash = hash(name)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] > 0 {
      let known = names[Int(slots[slot]) - 1]
      if known.hash == hash, known.count == name.count,
        bytes[known.start..<known.start + known.count].elementsEqual(name)
      {
        return slots[slot] - 1 + Int32(KnownNames.count)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a name, which is added when it is new.
  mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let known = number(of: name) { return known }
    guard names.count + KnownNames.count < Self.most else { return Int32(Self.most - 1) }
    if slots.count <= names.count * 2 { rehash() }
    let hash = hash(name)
    names.append(Name(start: bytes.count, count: name.count, hash: hash))
    bytes.append(contentsOf: name)
    place(hash, number: names.count)
    return Int32(names.count - 1 + KnownNames.count)
  }

  private mutating func rehash() {
    slots = [Int32](repeating: 0, count: max(64, slots.count * 4))
    for (index, name) in names.enumerated() { place(name.hash, number: index + 1) }
  }

  private mutating func place(_ hash: UInt64, number: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 ^ hash >> 29 }
    return hash &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 32
  }
}
