/// A word in the form in which passages are compared.
struct FoldedWord {
  /// What stands between a word and the next one.
  enum Ending: UInt8, Comparable {
    case none, ellipsis, line, stop, exclamation, question

    static func < (lhs: Ending, rhs: Ending) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The hash of the folded bytes; equal words have equal hashes.
  var hash: UInt64
  /// The word's bytes in its text.
  var lower: Int32
  var upper: Int32
  /// The folded bytes, in `FoldedWords.bytes`.
  var start: Int32
  var count: Int32
  /// The index in a vocabulary, or -1.
  var id: Int32 = -1
  /// The index of the word's stem in a vocabulary, or -1.
  var stem: Int32 = -1
  /// How much a repetition of the word says: 1 for a rare word, near 0 for "the".
  var weight: Float = 1
  var ending = Ending.none
  var isNumber: Bool

  /// The places of the folded bytes.
  var bytes: Range<Int> { Int(start)..<Int(start + count) }

  /// Whether a sentence ends after the word.
  var endsSentence: Bool { ending >= .line }
}

/// The words of a text, folded so that spelling habits do not matter.
///
/// Case, accents on Latin letters, apostrophes, the possessive 's, soft hyphens and the commas inside numbers are
/// folded away; hyphens and dashes part words; "percent", "per cent" and "%" are one word; addresses of the web are
/// left out. The buffers are kept from text to text, because a thread has very many.
struct FoldedWords {
  /// The words in reading order.
  private(set) var words: [FoldedWord] = []
  /// The folded bytes of all words, one after another.
  private(set) var bytes: [UInt8] = []
  /// Whether a quotation mark was passed.
  private(set) var hasMarks = false
  /// Whether a digit was passed.
  private(set) var hasDigits = false

  private static let longestWord = 120
  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  var count: Int { words.count }

  subscript(index: Int) -> FoldedWord {
    get { words[index] }
    _modify { yield &words[index] }
  }

  /// Changes each word that is no barrier, given its folded bytes.
  mutating func update(_ change: (inout FoldedWord, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      words.withUnsafeMutableBufferPointer { words in
        for index in words.indices where words[index].id != -2 {
          change(
            &words[index], UnsafeBufferPointer(rebasing: bytes[words[index].bytes]))
        }
      }
    }
  }

  /// Forgets all words and keeps the room for them.
  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    hasMarks = false
    hasDigits = false
  }

  /// Adds a word that equals no other one, between texts that no passage runs across.
  mutating func appendBarrier(at offset: Int) {
    words.append(
      FoldedWord(
        hash: ~UInt64(words.count), lower: Int32(offset), upper: Int32(offset), start: Int32(bytes.count),
        count: 0, id: -2, weight: 0, ending: .stop, isNumber: false))
  }

  /// The folded bytes of a word.
  func folded(_ word: FoldedWord) -> ArraySlice<UInt8> {
    bytes[word.bytes]
  }

  /// The hash of a word that is already folded.
  static func hash(_ folded: some Sequence<UInt8>) -> UInt64 {
    var hash = basis
    for byte in folded { hash = (hash ^ UInt64(byte)) &* prime }
    return hash ^ hash >> 32
  }

  /// The hashes of a list of folded words, parted by spaces or line ends.
  static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { hash($0) })
  }

  /// Appends the words of a block.
  ///
  /// - Complexity: O(length of the range).
  mutating func append(_ utf8: [UInt8], _ range: Range<Int>) {
    let first = words.count
    utf8.withUnsafeBufferPointer { append($0, range) }
    if words.count > first { words[words.count - 1].ending = max(words[words.count - 1].ending, .line) }
  }

  private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let end = min(range.upperBound, utf8.count)
    let first = words.count
    var position = range.lowerBound
    while position < end {
      let byte = utf8[position]
      if Self.isLetterOrDigit(byte) {
        position = word(utf8, position, end)
      } else if byte >= 0x80 {
        let (scalar, length) = Self.scalar(utf8, position, end)
        if Self.isWordScalar(scalar) {
          position = word(utf8, position, end)
        } else {
          sign(scalar, utf8, position + length, end, first)
          position += length
        }
      } else {
        if byte != 0x20 { sign(UInt32(byte), utf8, position + 1, end, first) }
        position += 1
      }
    }
  }

  /// Takes in a sign: the end of a sentence, a quotation mark, a percent sign.
  private mutating func sign(
    _ scalar: UInt32, _ utf8: UnsafeBufferPointer<UInt8>, _ next: Int, _ end: Int, _ first: Int
  ) {
    switch scalar {
    case 0x25, 0xFF05:
      add(folded: [0x25], next - (scalar == 0x25 ? 1 : 3), next)
    case 0x0A: setEnding(.line, first)
    case 0x2E:
      if next < end, utf8[next] == 0x2E {
        setEnding(.ellipsis, first)
      } else if next >= end || Self.mayFollowSentence(utf8[next]), let last = words.last, words.count > first,
        last.ending != .ellipsis, !isAbbreviation(last)
      {
        setEnding(.stop, first)
      }
    case 0x21: setEnding(.exclamation, first)
    case 0x3F: setEnding(.question, first)
    case 0x2026: setEnding(.ellipsis, first)
    case 0x22, 0x27, 0x60, 0x2018...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02:
      hasMarks = true
    default: break
    }
  }

  private mutating func setEnding(_ ending: FoldedWord.Ending, _ first: Int) {
    guard words.count > first else { return }
    words[words.count - 1].ending = max(words[words.count - 1].ending, ending)
  }

  /// A full stop after a single letter or a common short form ends no sentence.
  private func isAbbreviation(_ word: FoldedWord) -> Bool {
    if word.count == 1, !word.isNumber {
      return bytes[Int(word.start)] != 0x69 && bytes[Int(word.start)] != 0x25
    }
    guard word.count <= 4 else { return false }
    switch word.hash {
    case Self.mister, Self.missis, Self.doctor, Self.versus, Self.saint: return true
    default: return false
    }
  }

  private static let mister = hash("mr".utf8)
  private static let missis = hash("mrs".utf8)
  private static let doctor = hash("dr".utf8)
  private static let versus = hash("vs".utf8)
  private static let saint = hash("st".utf8)
  private static let per = hash("per".utf8)
  private static let cent = hash("cent".utf8)
  private static let percent = hash("percent".utf8)
  private static let pct = hash("pct".utf8)
  private static let http = hash("http".utf8)
  private static let https = hash("https".utf8)
  private static let www = hash("www".utf8)

  /// Reads the word at `position` and returns the position after it.
  private mutating func word(_ utf8: UnsafeBufferPointer<UInt8>, _ lower: Int, _ end: Int) -> Int {
    var position = lower
    let start = bytes.count
    var hash = Self.basis
    let isNumber = Self.isDigit(utf8[lower])
    if isNumber { hasDigits = true }
    var upper = lower
    while position < end, bytes.count - start < Self.longestWord {
      let byte = utf8[position]
      if Self.isLetterOrDigit(byte) {
        let small = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
        bytes.append(small)
        hash = (hash ^ UInt64(small)) &* Self.prime
        position += 1
        upper = position
        continue
      }
      let skipped = Self.joint(utf8, position, end, lower: lower, isNumber: isNumber)
      if skipped > 0 {
        // The possessive 's is no part of the word.
        let next = position + skipped
        if !isNumber, utf8[next] | 0x20 == 0x73, next + 1 >= end || !Self.isWordByte(utf8[next + 1]),
          utf8[position] != 0xC2
        {
          position = next + 1
          break
        }
        position = next
        continue
      }
      if byte == 0x2E, isNumber, position + 1 < end, Self.isDigit(utf8[position + 1]) {
        bytes.append(byte)
        hash = (hash ^ UInt64(byte)) &* Self.prime
        position += 1
        continue
      }
      guard byte >= 0x80 else { break }
      let (scalar, length) = Self.scalar(utf8, position, end)
      guard Self.isWordScalar(scalar) else { break }
      let before = bytes.count
      appendFolded(scalar, utf8, position, length)
      for index in before..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* Self.prime }
      position += length
      upper = position
    }
    if position == lower { return lower + 1 }
    hash ^= hash >> 32
    if bytes.count - start >= 3, bytes.count - start <= 7, Self.beginsSpecialWord(bytes[start]),
      let next = specialWord(hash, utf8, lower, position, end, start)
    {
      return next
    }
    words.append(
      FoldedWord(
        hash: hash, lower: Int32(lower), upper: Int32(max(upper, lower + 1)), start: Int32(start),
        count: Int32(bytes.count - start), isNumber: isNumber))
    return position
  }

  /// Whether "percent", "pct", "cent", "http" or "www" may begin with a letter.
  @inline(__always)
  private static func beginsSpecialWord(_ byte: UInt8) -> Bool {
    byte == 0x70 || byte == 0x63 || byte == 0x68 || byte == 0x77
  }

  /// Takes in "percent" and "per cent" as the sign, and leaves out an address; returns the position after it, or `nil`
  /// for an ordinary word.
  private mutating func specialWord(
    _ hash: UInt64, _ utf8: UnsafeBufferPointer<UInt8>, _ lower: Int, _ position: Int, _ end: Int,
    _ start: Int
  ) -> Int? {
    var position = position
    if isAddress(hash, utf8, position, end) {
      bytes.removeLast(bytes.count - start)
      while position < end, utf8[position] > 0x20 { position += 1 }
      return position
    }
    if hash == Self.percent || hash == Self.pct {
      bytes.removeLast(bytes.count - start)
      add(folded: [0x25], lower, position)
    } else if hash == Self.cent, let last = words.last, last.hash == Self.per, last.ending == .none {
      bytes.removeLast(bytes.count - Int(last.start))
      words.removeLast()
      add(folded: [0x25], Int(last.lower), position)
    } else {
      return nil
    }
    return position
  }

  private mutating func add(folded: [UInt8], _ lower: Int, _ upper: Int) {
    words.append(
      FoldedWord(
        hash: Self.hash(folded), lower: Int32(lower), upper: Int32(upper), start: Int32(bytes.count),
        count: Int32(folded.count), isNumber: false))
    bytes.append(contentsOf: folded)
  }

  private func isAddress(_ hash: UInt64, _ utf8: UnsafeBufferPointer<UInt8>, _ next: Int, _ end: Int) -> Bool
  {
    guard next + 1 < end else { return false }
    if hash == Self.http || hash == Self.https { return utf8[next] == 0x3A && utf8[next + 1] == 0x2F }
    return hash == Self.www && utf8[next] == 0x2E
  }

  /// The bytes of a sign inside a word that is passed over, when the word goes on after it; else 0.
  private static func joint(
    _ utf8: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int, lower: Int, isNumber: Bool
  ) -> Int {
    guard position > lower, position + 1 < end else { return 0 }
    let byte = utf8[position]
    switch byte {
    case 0x27: return isWordByte(utf8[position + 1]) ? 1 : 0
    case 0x2C: return isNumber && hasThreeDigits(utf8, position + 1, end) ? 1 : 0
    case 0xC2:
      guard position + 2 < end else { return 0 }
      if utf8[position + 1] == 0xAD, isWordByte(utf8[position + 2]) { return 2 }
      return utf8[position + 1] == 0xA0 && isNumber && hasThreeDigits(utf8, position + 2, end) ? 2 : 0
    case 0xCA:
      return utf8[position + 1] == 0xBC && position + 2 < end && isWordByte(utf8[position + 2]) ? 2 : 0
    case 0xE2:
      guard position + 3 < end, utf8[position + 1] == 0x80 else { return 0 }
      if utf8[position + 2] == 0x99, isWordByte(utf8[position + 3]) { return 3 }
      let isThin = utf8[position + 2] == 0xAF || utf8[position + 2] == 0x89
      return isThin && isNumber && hasThreeDigits(utf8, position + 3, end) ? 3 : 0
    default: return 0
    }
  }

  private static func hasThreeDigits(_ utf8: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Bool
  {
    guard position + 3 <= end, isDigit(utf8[position]), isDigit(utf8[position + 1]),
      isDigit(utf8[position + 2])
    else { return false }
    return position + 3 >= end || !isDigit(utf8[position + 3])
  }

  private static func mayFollowSentence(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte >= 0x80
      || byte == 0x2A
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return (small >= 0x61 && small <= 0x7A) || isDigit(byte)
  }

  /// Whether a byte can go on with a word after an apostrophe.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte >= 0xC3 && byte != 0xE2
  }

  private static func scalar(
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
  private static func isWordScalar(_ scalar: UInt32) -> Bool {
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

  private mutating func appendFolded(
    _ scalar: UInt32, _ utf8: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int
  ) {
    if scalar >= 0xC0, Int(scalar) - 0xC0 < Self.latin.count {
      let letter = Self.latin[Int(scalar) - 0xC0]
      if letter != 0x2E {
        bytes.append(letter)
        return
      }
      switch scalar {
      case 0xDF: bytes.append(contentsOf: [0x73, 0x73])
      case 0xC6, 0xE6: bytes.append(contentsOf: [0x61, 0x65])
      case 0x152, 0x153: bytes.append(contentsOf: [0x6F, 0x65])
      default: bytes.append(contentsOf: utf8[position..<position + length])
      }
      return
    }
    // Greek and Cyrillic capitals stand 32 before their small letters.
    if (0x391...0x3A9).contains(scalar) || (0x410...0x42F).contains(scalar) {
      let small = scalar + 0x20
      bytes.append(UInt8(0xC0 | small >> 6))
      bytes.append(UInt8(0x80 | small & 0x3F))
      return
    }
    bytes.append(contentsOf: utf8[position..<position + length])
  }
}
