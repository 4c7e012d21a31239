/// Reads UTF-8 scalar by scalar, and never beyond a limit.
enum ScalarDecoder {
  /// What a byte that belongs to no valid sequence is read as.
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that starts at `position` and its length in bytes; a broken sequence is U+FFFD of one byte.
  ///
  /// The caller guarantees `position < upper` and that all bytes below `upper` can be read.
  @inline(__always)
  static func decode(
    _ bytes: UnsafePointer<UInt8>, at position: Int, upper: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    let left = upper - position
    if first >= 0xC2 && first < 0xE0 {
      guard left >= 2, isContinuation(bytes[position + 1]) else { return (replacement, 1) }
      return ((first & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F), 2)
    }
    if first >= 0xE0 && first < 0xF0 {
      guard left >= 3, isContinuation(bytes[position + 1]), isContinuation(bytes[position + 2]) else {
        return (replacement, 1)
      }
      let scalar =
        (first & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6 | UInt32(bytes[position + 2] & 0x3F)
      if scalar < 0x800 || (scalar >= 0xD800 && scalar < 0xE000) { return (replacement, 1) }
      return (scalar, 3)
    }
    guard first >= 0xF0, first < 0xF5, left >= 4, isContinuation(bytes[position + 1]),
      isContinuation(bytes[position + 2]), isContinuation(bytes[position + 3])
    else { return (replacement, 1) }
    let high = (first & 0x07) << 18 | UInt32(bytes[position + 1] & 0x3F) << 12
    let scalar = high | UInt32(bytes[position + 2] & 0x3F) << 6 | UInt32(bytes[position + 3] & 0x3F)
    if scalar < 0x10000 || scalar > 0x10FFFF { return (replacement, 1) }
    return (scalar, 4)
  }

  @inline(__always)
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
