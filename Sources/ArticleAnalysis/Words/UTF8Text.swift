/// Reading scalars out of a UTF-8 buffer.
enum UTF8Text {
  /// The scalar at `position` and its length in bytes; a broken byte counts as U+FFFD of length 1.
  static func scalar(_ utf8: [UInt8], at position: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let byte = utf8[position]
    if byte < 0x80 { return (UInt32(byte), 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, byte < 0xF5, position + length <= end else { return (0xFFFD, 1) }
    var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let next = utf8[position + offset]
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (scalar, length)
  }

  /// The scalar that ends just before `position`, or `nil` at `start`.
  static func scalar(_ utf8: [UInt8], before position: Int, start: Int) -> (scalar: UInt32, length: Int)? {
    guard position > start else { return nil }
    var lower = position - 1
    while lower > start, utf8[lower] & 0xC0 == 0x80, position - lower < 4 { lower -= 1 }
    return (scalar(utf8, at: lower, end: position).scalar, position - lower)
  }

  /// Whether the scalar is white space.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  /// Whether the scalar is taken for a letter: every scalar outside ASCII from U+00AA on that no rule knows as a sign.
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    return scalar >= 0xC0 || scalar == 0xAA || scalar == 0xB5
  }

  /// Whether the scalar is a capital letter, for Latin, Greek and Cyrillic script.
  static func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x400...0x42F: return true
    case 0x100...0x137, 0x14A...0x177: return scalar & 1 == 0
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1
    default: return false
    }
  }
}
