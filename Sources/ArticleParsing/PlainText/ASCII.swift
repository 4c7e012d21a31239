/// Questions about single bytes, and searching for ASCII words without regard to case.
enum ASCII {
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  @inline(__always)
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether the byte belongs to a word: letters, digits, underscore, and all of a non-ASCII scalar.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x5F || byte >= 0x80
  }

  /// The first place at or after `start` where the lower-case ASCII `needle` stands, in any case.
  static func find(_ needle: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int?
  {
    let length = needle.utf8CodeUnitCount
    guard length > 0, bytes.count - start >= length else { return nil }
    let first = needle.utf8Start[0]
    var position = start
    while position <= bytes.count - length {
      if lowercased(bytes[position]) == first, matches(needle, in: bytes, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// Whether the lower-case ASCII `needle` stands at `position`, in any case.
  static func matches(_ needle: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool
  {
    let length = needle.utf8CodeUnitCount
    guard position >= 0, position <= bytes.count - length else { return false }
    for offset in 0..<length where lowercased(bytes[position + offset]) != needle.utf8Start[offset] {
      return false
    }
    return true
  }
}
