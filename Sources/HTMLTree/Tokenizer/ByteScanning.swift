import Glibc

extension UInt8 {
  /// Whether the byte is one of the characters that the standard calls ASCII whitespace, carriage return left out.
  @inline(__always)
  var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C }

  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether the byte ends the name of a tag.
  @inline(__always)
  var endsTagName: Bool { isSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }
}

extension UnsafeBufferPointer<UInt8> {
  /// The position of the first of three bytes before `end`, or `end`; eight bytes at a time.
  @inline(__always)
  func first(_ one: UInt8, _ two: UInt8, _ three: UInt8, from start: Int, upTo end: Int) -> Int {
    guard let base = baseAddress else { return end }
    var cursor = start
    while cursor &+ 8 <= end {
      let word = UnsafeRawPointer(base + cursor).loadUnaligned(as: UInt64.self)
      let hits =
        Self.zeroes(in: word ^ Self.repeated(one)) | Self.zeroes(in: word ^ Self.repeated(two))
        | Self.zeroes(in: word ^ Self.repeated(three))
      if hits != 0 { return cursor &+ UInt64(littleEndian: hits).trailingZeroBitCount / 8 }
      cursor &+= 8
    }
    while cursor < end, self[cursor] != one, self[cursor] != two, self[cursor] != three { cursor &+= 1 }
    return cursor
  }

  /// The position of the first of three bytes, or `count`.
  @inline(__always)
  func first(_ one: UInt8, _ two: UInt8, _ three: UInt8, from start: Int) -> Int {
    first(one, two, three, from: start, upTo: count)
  }

  /// The position of a byte, or `nil`.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  @inline(__always)
  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero; bytes above the first such may be wrong.
  @inline(__always)
  private static func zeroes(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
