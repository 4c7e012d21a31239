/// A name of up to sixteen bytes as two numbers, so that comparing names is comparing numbers.
struct PackedName: Equatable {
  /// The last eight bytes.
  var low: UInt64 = 0
  /// The bytes before those.
  var high: UInt64 = 0

  init() {}

  init(_ name: some Sequence<UInt8>) {
    for byte in name { append(byte) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    high = high << 8 | low >> 56
    low = low << 8 | UInt64(byte)
  }

  @inline(__always)
  var hash: UInt64 { (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93 }
}
