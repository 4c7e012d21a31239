/// Splits text into the words that an index has.
///
/// A word is a run of letters and digits, or a single sign of a script that puts no spaces between its words. Which of
/// the two a sign is, or neither, is told by its first byte in UTF-8, the same in a text and in a pattern: what matters
/// is that a pattern is split as any text is that holds it.
///
/// | first byte | scalars | |
/// |---|---|---|
/// | `0-9 A-Z a-z`, C3…E1 | ASCII, Latin, Greek, Cyrillic, Hebrew, Arabic, Indic, Thai | part of a word |
/// | E3…FF | kana, Han, Hangul, emoji | a word alone |
/// | others | spaces, punctuation, symbols | between words |
struct WordSplitter {
  /// A word.
  struct Word: Equatable {
    /// Its bytes.
    var range: Range<Int>
    /// A hash of its bytes with the capitals A to Z as small letters.
    var hash: UInt32
    /// Whether it is a single sign, which neighbours do not belong to.
    var standsAlone: Bool
  }

  private let utf8: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// Begins at the beginning of a text.
  init(_ utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  /// The next word; `nil` at the end.
  ///
  /// - Complexity: O(distance).
  @inline(__always) mutating func next() -> Word? {
    while position < utf8.count, !Self.isPart(utf8[position]), utf8[position] < 0xE3 { position += 1 }
    guard position < utf8.count else { return nil }
    let start = position
    // The hash of Fowler, Noll and Vo (1a), whose upper half is the better one.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let standsAlone = utf8[position] >= 0xE3
    if standsAlone {
      hash = (hash ^ UInt64(utf8[position])) &* 0x100_0000_01B3
      position += 1
    }
    while position < utf8.count {
      let byte = utf8[position]
      guard byte & 0xC0 == 0x80 || !standsAlone && Self.isPart(byte) else { break }
      hash = (hash ^ UInt64(Self.folded(byte))) &* 0x100_0000_01B3
      position += 1
    }
    return Word(
      range: start..<position, hash: UInt32(truncatingIfNeeded: hash >> 32), standsAlone: standsAlone)
  }

  /// A capital A to Z as a small letter; other bytes as they are.
  @inline(__always) static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  @inline(__always) private static func isPart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte &- 0xC3 <= 0xE1 - 0xC3
  }
}
