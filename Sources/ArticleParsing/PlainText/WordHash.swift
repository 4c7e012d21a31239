/// Hashes of words and phrases in a normal form, so that lines can be looked up without making strings of them.
///
/// The normal form is lower case (ASCII and Latin-1 letters), digits written as one `#`, white space as one space.
enum WordHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// The hash of a phrase that is written in normal form already.
  static func of(_ phrase: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    for byte in phrase { hash = add(byte, to: hash) }
    return hash
  }

  /// The hash of a phrase that is written in normal form already.
  static func of(_ phrase: String) -> UInt64 {
    var phrase = phrase
    return phrase.withUTF8 { of($0) }
  }

  /// The hash of one word of a text.
  static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = seed
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      hash = add(folded(byte, after: position > range.lowerBound ? bytes[position - 1] : 0), to: hash)
      position += 1
    }
    return hash
  }

  /// A byte in lower case; the second byte of a Latin-1 capital (U+00C0 to U+00DE) too.
  @inline(__always)
  static func folded(_ byte: UInt8, after previous: UInt8) -> UInt8 {
    if byte < 0x80 { return ASCII.lowercased(byte) }
    return previous == 0xC3 && byte >= 0x80 && byte <= 0x9E ? byte | 0x20 : byte
  }
}
