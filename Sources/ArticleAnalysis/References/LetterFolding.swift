/// Which bytes and scalars are letters of words, and how they are folded: case and accents of Latin letters, case of
/// Greek and Cyrillic ones.
enum LetterFolding {
  /// Whether a byte is an ASCII digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a byte is an ASCII letter or digit.
  @inline(__always)
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return (small >= 0x61 && small <= 0x7A) || isDigit(byte)
  }

  /// Whether a byte can go on with a word after an apostrophe.
  static func isWordByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte >= 0xC3 && byte != 0xE2
  }

  /// The scalar outside ASCII at a position and its length in bytes; a broken byte counts as U+FFFD of length 1.
  static func scalar(
    _ utf8: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int
  ) -> (scalar: UInt32, length: Int) {
    let byte = utf8[position]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, byte < 0xF5, position + length <= end else { return (0xFFFD, 1) }
    var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(utf8[position + offset] & 0x3F) }
    return (scalar, length)
  }

  /// Whether a scalar outside ASCII is a letter, mark or digit of words; signs, symbols and emoji are not.
  static func isWordScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xB5, 0xBA: return true
    case 0x00..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3020,
      0xFE00...0xFE0F, 0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF,
      0xE0000...:
      return false
    default: return true
    }
  }

  /// The letters that accented Latin letters from U+00C0 to U+017F are folded to; a dot stands for itself.
  private static let latin = Array(
    ("aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll"
      + "lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// Hands out the folded form of a scalar outside ASCII, which stands in some bytes of a text; it is no longer than them.
  static func fold(
    _ scalar: UInt32, _ utf8: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int,
    put: (UInt8) -> Void
  ) {
    if scalar >= 0xC0, Int(scalar) - 0xC0 < Self.latin.count {
      let letter = Self.latin[Int(scalar) - 0xC0]
      if letter != 0x2E {
        put(letter)
        return
      }
      switch scalar {
      case 0xDF: for _ in 0..<2 { put(0x73) }
      case 0xC6, 0xE6:
        put(0x61)
        put(0x65)
      case 0x152, 0x153:
        put(0x6F)
        put(0x65)
      default: for byte in utf8[position..<position + length] { put(byte) }
      }
      return
    }
    // Greek and Cyrillic capitals stand 32 before their small letters.
    if (0x391...0x3A9).contains(scalar) || (0x410...0x42F).contains(scalar) {
      let small = scalar + 0x20
      put(UInt8(0xC0 | small >> 6))
      put(UInt8(0x80 | small & 0x3F))
      return
    }
    for byte in utf8[position..<position + length] { put(byte) }
  }
}
