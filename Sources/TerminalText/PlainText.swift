/// What the line break rules make of ASCII characters in ordinary prose.
///
/// Between characters that `holds` names, in any order, no line ends (LB15d, LB19, LB23, LB25, LB28, LB29), nor after
/// one that `opens` names (LB14), nor before one that `closes` names (LB13, LB15d, LB19). After spaces that follow a
/// word of these, a line may end before one that `begins` names (LB18).
enum PlainText {
  /// An opening bracket.
  static let opens: UInt8 = 1
  /// A letter, a digit, or a sign that clings to letters on both sides.
  static let holds: UInt8 = 2
  /// A sign that clings to what is before it.
  static let closes: UInt8 = 4
  /// A sign that can start a line after spaces.
  static let begins: UInt8 = 8

  /// The sums of the above for each byte; bytes above 0x7F have none.
  ///
  /// A string literal, because that is constant data that needs no initialisation; the digits' high bits (0x30, 0x40)
  /// do not disturb the tests.
  @inline(__always) static var kinds: UnsafePointer<UInt8> {
    let kinds: StaticString = """
      0000000000000000000000000000000004>:00:>94:06060::::::::::66:::4\
      :::::::::::::::::::::::::::904:::::::::::::::::::::::::::::904:0\
      0000000000000000000000000000000000000000000000000000000000000000\
      0000000000000000000000000000000000000000000000000000000000000000
      """
    return kinds.utf8Start
  }

  /// The place after the letters at `position`, or somewhere among them near the end of the text.
  ///
  /// Looks at eight bytes at a time, which saves the processor a wrong guess at the end of most words.
  @inline(__always)
  static func skipLetters(_ bytes: UnsafePointer<UInt8>, from position: Int, upper: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones &* 0x80
    var position = position
    while position + 8 <= upper {
      let word = UInt64(littleEndian: UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self))
      // In lower case and without their high bits, bytes from "a" on get one in the first sum, bytes after "z" in the
      // second.
      let lower = (word | ones &* 0x20) & ~highBits
      let letters = (lower &+ ones &* 0x1F) & ~(lower &+ ones &* 0x05) & ~word & highBits
      if letters != highBits { return position + (letters ^ highBits).trailingZeroBitCount / 8 }
      position += 8
    }
    return position
  }
}
