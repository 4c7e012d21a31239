/// A member name in a form that compares in a few instructions.
///
/// The first and the last eight bytes and the length: exact for names of up to sixteen bytes. Longer names are equal
/// only to names that agree in those, which is enough because no name that is asked for is longer.
struct JSONKey: Equatable {
  /// The first eight bytes, little-endian, zero when the name is shorter.
  let head: UInt64
  /// The last eight bytes of a name longer than eight, else 0.
  let tail: UInt64
  /// The number of bytes.
  let count: Int

  init(head: UInt64, tail: UInt64, count: Int) {
    self.head = head
    self.tail = tail
    self.count = count
  }

  /// Makes a key from an unescaped name.
  init(_ name: UnsafeBufferPointer<UInt8>) {
    if name.count > 8, let base = UnsafeRawPointer(name.baseAddress) {
      head = base.loadUnaligned(as: UInt64.self)
      tail = (base + (name.count - 8)).loadUnaligned(as: UInt64.self)
    } else {
      head = name.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      tail = 0
    }
    count = name.count
  }

  /// Makes a key from a name in the program.
  init(_ name: StaticString) {
    self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// `null`, the most frequent literal, as a little-endian word.
  @inline(__always) static var null: UInt32 { 0x6C6C_756E }

  /// The high bit of every byte of `word` that equals `byte`; only the lowest is exact.
  @inline(__always)
  static func flags(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}
