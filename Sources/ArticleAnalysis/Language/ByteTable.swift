/// A fixed table from byte strings to small numbers, open addressing, made once and only read afterwards.
///
/// Looking up a word costs one pass over its bytes and allocates nothing.
struct ByteTable: Sendable {
  private var slots: [Int32]
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  /// Makes an empty table with room for some keys; it grows beyond them.
  init(room: Int = 0) {
    var size = 64
    while size < room * 3 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    values.reserveCapacity(room)
    starts.reserveCapacity(room + 1)
    bytes.reserveCapacity(room * 8)
  }

  /// Makes a table; of two equal keys the later one counts.
  init(_ pairs: [(String, Int32)]) {
    self.init(room: pairs.count)
    for (key, value) in pairs {
      var key = key
      key.withUTF8 { insert($0, value) }
    }
  }

  /// Gives a key a value, in place of the one it has.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>, _ value: Int32) {
    if values.count * 2 >= slots.count { grow() }
    let slot = slot(key, 0, key.count, foldingCase: false)
    if slots[slot] >= 0 {
      values[Int(slots[slot])] = value
      return
    }
    slots[slot] = Int32(values.count)
    values.append(value)
    bytes.append(contentsOf: key)
    starts.append(Int32(bytes.count))
  }

  /// The value of a key as it is written, or `nil`.
  func value(_ key: UnsafeBufferPointer<UInt8>) -> Int32? {
    let index = slots[slot(key, 0, key.count, foldingCase: false)]
    return index >= 0 ? values[Int(index)] : nil
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for index in values.indices {
      let place = slot(bytes, Int(starts[index]), Int(starts[index + 1]), foldingCase: false)
      slots[place] = Int32(index)
    }
  }

  /// The value for the bytes `lower..<upper` of `utf8`, or `nil`; ASCII capitals count as small when folding.
  func value(_ utf8: [UInt8], _ lower: Int, _ upper: Int, foldingCase: Bool) -> Int32? {
    guard lower < upper, upper <= utf8.count, upper - lower <= 40 else { return nil }
    let index = slots[slot(utf8, lower, upper, foldingCase: foldingCase)]
    return index >= 0 ? values[Int(index)] : nil
  }

  /// The slot of the key in the bytes `lower..<upper`, or the free one where it would stand.
  @inline(__always)
  private func slot<Bytes: RandomAccessCollection>(
    _ utf8: Bytes, _ lower: Int, _ upper: Int, foldingCase: Bool
  ) -> Int where Bytes.Element == UInt8, Bytes.Index == Int {
    var slot = Self.hash(utf8, lower, upper, foldingCase: foldingCase) & (slots.count - 1)
    while slots[slot] >= 0, !matches(Int(slots[slot]), utf8, lower, upper, foldingCase: foldingCase) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  @inline(__always)
  private func matches<Bytes: RandomAccessCollection>(
    _ index: Int, _ utf8: Bytes, _ lower: Int, _ upper: Int, foldingCase: Bool
  ) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == upper - lower else { return false }
    for offset in 0..<(upper - lower) {
      let byte = utf8[lower + offset]
      if bytes[start + offset] != (foldingCase ? Self.lowercased(byte) : byte) { return false }
    }
    return true
  }

  @inline(__always)
  private static func hash<Bytes: RandomAccessCollection>(
    _ utf8: Bytes, _ lower: Int, _ upper: Int, foldingCase: Bool
  ) -> Int where Bytes.Element == UInt8, Bytes.Index == Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for position in lower..<upper {
      let byte = utf8[position]
      hash = (hash ^ UInt64(foldingCase ? lowercased(byte) : byte)) &* 0x100_0000_01b3
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 31)) & Int.max
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }
}
