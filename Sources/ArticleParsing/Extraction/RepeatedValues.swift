import Glibc

/// Tells attribute values that a page repeats, by where they stood before.
///
/// Pages repeat a few class names over and over; comparing bytes is much faster than judging their words again.
struct RepeatedValues {
  /// How many values are remembered; each has one slot, where a later one may take its place.
  static let slots = 1024
  private var places = [(start: Int, count: Int)](repeating: (0, -1), count: slots)

  /// The slot of a value, and whether the same value was the last one there.
  ///
  /// - Parameters:
  ///   - range: Where the value stands.
  ///   - bytes: The bytes of the page.
  /// - Returns: The slot, and whether it holds the value already.
  /// - Complexity: O(length).
  mutating func find(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (slot: Int, isKnown: Bool) {
    let slot = Self.slot(UnsafeBufferPointer(rebasing: bytes[range]))
    let place = places[slot]
    if place.count == range.count, let base = bytes.baseAddress,
      memcmp(base + place.start, base + range.lowerBound, range.count) == 0
    {
      return (slot, true)
    }
    places[slot] = (range.lowerBound, range.count)
    return (slot, false)
  }

  /// A slot by the length and the first four bytes, the last, and those in the middle.
  @inline(__always)
  private static func slot(_ value: UnsafeBufferPointer<UInt8>) -> Int {
    guard value.count >= 4 else { return 0 }
    let raw = UnsafeRawBufferPointer(value)
    func word(_ offset: Int) -> UInt64 { UInt64(raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
    let mixed =
      (word(0) << 32 ^ word(value.count - 4) ^ word((value.count - 4) / 2) << 16 ^ UInt64(value.count))
      &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 54)
  }
}
