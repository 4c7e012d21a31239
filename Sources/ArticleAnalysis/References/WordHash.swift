/// The hash of a folded word while its bytes come in: eight at a time are mixed, so that a byte costs a shift.
///
/// Equal words have equal hashes. No word has a byte 0, so words of different lengths never look alike.
struct WordHash {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The bytes that are not mixed in yet, at most seven.
  private var waiting: UInt64 = 0
  private var count = 0

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let lastFactor: UInt64 = 0xBF58_476D_1CE4_E5B9

  /// Takes in a byte.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    waiting = waiting << 8 | UInt64(byte)
    count &+= 1
    if count & 7 == 0 {
      value = (value ^ waiting) &* Self.factor
      value ^= value >> 32
      waiting = 0
    }
  }

  /// The hash of all bytes so far; never 0.
  @inline(__always)
  var finished: UInt64 {
    var hash = (value ^ waiting) &* Self.factor
    hash = (hash ^ hash >> 29) &* Self.lastFactor
    hash ^= hash >> 32
    return hash == 0 ? 1 : hash
  }
}
