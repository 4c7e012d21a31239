/// A table from 64-bit hashes to small numbers, open addressing; keys are taken to be well mixed.
struct HashTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private var count = 0

  /// Makes an empty table with room for some keys; it grows beyond them.
  init(room: Int) {
    var size = 64
    while size < room * 3 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The value of a key, or -1.
  @inline(__always)
  subscript(key: UInt64) -> Int32 {
    get { values[slot(key)] }
    set {
      if count * 2 >= keys.count { grow() }
      let slot = slot(key)
      if values[slot] < 0 { count += 1 }
      keys[slot] = key
      values[slot] = newValue
    }
  }

  /// The slot of a key, or the free one where it would stand.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: -1, count: oldKeys.count * 2)
    mask = keys.count - 1
    for index in oldKeys.indices where oldValues[index] >= 0 {
      let slot = slot(oldKeys[index])
      keys[slot] = oldKeys[index]
      values[slot] = oldValues[index]
    }
  }
}
