/// The names of a thread's authors, each kept once.
///
/// An open-addressing table over UTF-8 bytes. Each slot holds the first sixteen bytes of its name, so that a look-up
/// touches one place in memory: 100,000 names cost a few milliseconds, where a dictionary of strings needs several
/// times that.
public struct AuthorTable: Sendable {
  /// The start of a name and its length: all of it when it is short.
  private struct Digest: Equatable {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var count: UInt32 = 0

    init() {}

    init(_ name: UnsafeBufferPointer<UInt8>) {
      count = UInt32(truncatingIfNeeded: name.count)
      guard name.count >= 8, let base = UnsafeRawPointer(name.baseAddress) else {
        for byte in name.reversed() { head = head << 8 | UInt64(byte) }
        return
      }
      // The second word overlaps the first in names of nine to fifteen bytes.
      head = base.loadUnaligned(as: UInt64.self)
      tail = (base + min(8, name.count - 8)).loadUnaligned(as: UInt64.self)
    }

    /// Multiplication by an odd constant moves every bit up; folding brings them back under the mask.
    var hash: Int {
      var hash = (head ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ (hash >> 32) ^ tail) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: hash >> 32)
    }
  }

  private struct Slot {
    var digest = Digest()
    /// The index of the name, -1 in a free slot.
    var index: Int32 = -1
  }

  /// The names in order of first appearance.
  public private(set) var names = TextList()
  private var slots: [Slot]

  /// Makes an empty table.
  public init() {
    slots = Array(repeating: Slot(), count: 256)
  }

  /// The number of names.
  public var count: Int { names.count }

  /// The index of a name, added when it is new.
  ///
  /// - Complexity: O(length of the name) on average.
  public mutating func index(of name: String) -> Int32 {
    var copy = name
    return copy.withUTF8 { index(ofUTF8: $0) }
  }

  /// The index of a name given as valid UTF-8, added when it is new.
  ///
  /// - Complexity: O(length of the name) on average; names that agree in length and in their first sixteen bytes
  ///   are compared one after the other.
  public mutating func index(ofUTF8 name: UnsafeBufferPointer<UInt8>) -> Int32 {
    let digest = Digest(name)
    var position = digest.hash & (slots.count - 1)
    while slots[position].index >= 0 {
      if slots[position].digest == digest {
        let index = slots[position].index
        if name.count <= 16 || isEqual(index, name) { return index }
      }
      position = (position + 1) & (slots.count - 1)
    }
    let index = Int32(names.count)
    slots[position] = Slot(digest: digest, index: index)
    names.append(name)
    if names.count * 4 > slots.count * 3 { grow() }
    return index
  }

  private func isEqual(_ index: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    names.utf8[names.range(of: Int(index))].elementsEqual(name)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 4)
    for slot in old where slot.index >= 0 {
      var position = slot.digest.hash & (slots.count - 1)
      while slots[position].index >= 0 { position = (position + 1) & (slots.count - 1) }
      slots[position] = slot
    }
  }
}
