/// A character reference: what it stands for, and how long it is.
///
/// Implements the sections "Character reference state" to "Numeric character reference end state" of the HTML
/// standard, with its whole table of names.
public struct CharacterReference: Equatable, Sendable {
  /// The scalar it stands for.
  public let first: Unicode.Scalar

  /// The second scalar, of the few names that stand for two.
  public let second: Unicode.Scalar?

  /// The number of bytes from the ampersand to the end, the semicolon included.
  public let length: Int

  /// Reads the reference that starts at an ampersand; `nil` when there is none, and the ampersand is text.
  ///
  /// A missing semicolon is forgiven after numbers and after the names that browsers forgive it.
  ///
  /// - Parameters:
  ///   - start: The position of the ampersand.
  ///   - bytes: The text, UTF-8.
  ///   - isInAttribute: Whether the text is an attribute's value, where `&copy=1` is no reference.
  /// - Complexity: O(length of the longest name), a constant.
  public init?(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, isInAttribute: Bool = false) {
    let next = start &+ 1
    guard start >= 0, next < bytes.count else { return nil }
    if bytes[next] == UInt8(ascii: "#") {
      self.init(numberAt: start, in: bytes)
    } else {
      self.init(nameAt: start, in: bytes, isInAttribute: isInAttribute)
    }
  }

  private init?(numberAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var cursor = start + 2
    let isHexadecimal = cursor < bytes.count && bytes[cursor] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { cursor += 1 }
    let firstDigit = cursor
    var value: UInt32 = 0
    while cursor < bytes.count, let digit = Self.digit(bytes[cursor], isHexadecimal: isHexadecimal) {
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
      cursor += 1
    }
    guard cursor > firstDigit else { return nil }
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") { cursor += 1 }
    if (0x80...0x9F).contains(value) { value = Self.windows1252[Int(value) - 0x80] }
    first = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    second = nil
    length = cursor - start
  }

  @inline(__always)
  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private init?(nameAt start: Int, in bytes: UnsafeBufferPointer<UInt8>, isInAttribute: Bool) {
    guard let (name, nameLength) = NamedReferences.longestName(from: start + 1, in: bytes) else { return nil }
    let end = start + 1 + nameLength
    let endsInSemicolon = end < bytes.count && bytes[end] == UInt8(ascii: ";")
    if isInAttribute, !endsInSemicolon, end < bytes.count,
      bytes[end] == UInt8(ascii: "=") || NamedReferences.isLetterOrDigit(bytes[end])
    {
      return nil
    }
    let value = NamedReferences.value(of: name)
    first = value.first
    second = value.second
    length = end - start + (endsInSemicolon ? 1 : 0)
  }

  /// What the numbers 128 to 159 mean: the characters of Windows-1252.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
