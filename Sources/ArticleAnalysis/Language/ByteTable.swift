/// A fixed table from byte strings to small numbers, open addressing, made once and only read afterwards.
///
/// Looking up a word costs one pass over its bytes and allocates nothing.
struct ByteTable: Sendable {
  private var slots: [Int32]
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  /// Makes a table; of two equal keys the later one counts.
  init(_ pairs: [(String, Int32)]) {
    var size = 64
    while size < pairs.count * 3 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (key, value) in pairs {
      let utf8 = Array(key.utf8)
      var slot = Self.hash(utf8, 0, utf8.count, foldingCase: false) & (size - 1)
      var found = false
      while slots[slot] >= 0 {
        let index = Int(slots[slot])
        if matches(index, utf8, 0, utf8.count, foldingCase: false) {
          values[index] = value
          found = true
          break
        }
        slot = (slot + 1) & (size - 1)
      }
      if found { continue }
      slots[slot] = Int32(values.count)
      values.append(value)
      bytes.append(contentsOf: utf8)
      starts.append(Int32(bytes.count))
    }
  }

  /// The value for the bytes `lower..<upper` of `utf8`, or `nil`; ASCII capitals count as small when folding.
  func value(_ utf8: [UInt8], _ lower: Int, _ upper: Int, foldingCase: Bool) -> Int32? {
    guard lower < upper, upper <= utf8.count, upper - lower <= 40 else { return nil }
    var slot = Self.hash(utf8, lower, upper, foldingCase: foldingCase) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if matches(index, utf8, lower, upper, foldingCase: foldingCase) { return values[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(
    _ index: Int, _ utf8: [UInt8], _ lower: Int, _ upper: Int, foldingCase: Bool
  ) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == upper - lower else { return false }
    for offset in 0..<(upper - lower) {
      let byte = utf8[lower + offset]
      if bytes[start + offset] != (foldingCase ? Self.lowercased(byte) : byte) { return false }
    }
    return true
  }

  private static func hash(_ utf8: [UInt8], _ lower: Int, _ upper: Int, foldingCase: Bool) -> Int {
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
