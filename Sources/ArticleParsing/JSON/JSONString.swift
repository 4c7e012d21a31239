import Glibc
import TerminalText

/// Undoes the escapes of a JSON string.
enum JSONString {
  /// Appends the bytes between a string's marks without their escapes.
  ///
  /// Surrogate pairs become one scalar, lone surrogates and broken escapes U+FFFD; other bytes are copied as they
  /// are, valid or not.
  ///
  /// - Complexity: O(number of bytes); runs without escapes are copied whole.
  static func append(_ escaped: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard let base = escaped.baseAddress else { return }
    var position = 0
    while position < escaped.count, let found = memchr(base + position, 0x5C, escaped.count - position) {
      let slash = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      output.append(contentsOf: UnsafeBufferPointer(rebasing: escaped[position..<slash]))
      position = appendEscape(at: slash, of: escaped, to: &output)
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: escaped[position...]))
  }

  /// The string between two marks, cleaned and on one line.
  static func line(_ escaped: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    append(escaped, to: &bytes)
    return Sanitizer.cleanLine(String(decoding: bytes, as: UTF8.self))
  }

  /// Appends what the escape at `slash` stands for; returns the position after it.
  private static func appendEscape(
    at slash: Int, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Int {
    guard slash + 1 < bytes.count else { return bytes.count }
    switch bytes[slash + 1] {
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "u"): return appendUnicode(at: slash, of: bytes, to: &output)
    default: output.append(bytes[slash + 1])
    }
    return slash + 2
  }

  private static func appendUnicode(
    at slash: Int, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Int {
    guard let unit = hexadecimal(at: slash + 2, of: bytes) else {
      append(scalar: 0xFFFD, to: &output)
      return slash + 2
    }
    if (0xD800..<0xDC00).contains(unit), slash + 7 < bytes.count, bytes[slash + 6] == 0x5C,
      bytes[slash + 7] == UInt8(ascii: "u"), let low = hexadecimal(at: slash + 8, of: bytes),
      (0xDC00..<0xE000).contains(low)
    {
      append(scalar: 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &output)
      return slash + 12
    }
    append(scalar: unit, to: &output)
    return slash + 6
  }

  private static func hexadecimal(at start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  /// Appends a scalar as UTF-8; what is no scalar becomes U+FFFD.
  static func append(scalar value: UInt32, to output: inout [UInt8]) {
    if let encoded = UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") { output.append(contentsOf: encoded) }
  }
}
