import ArticleModel

/// The words of a text, folded so that spelling habits do not matter.
///
/// Case, accents on Latin letters, apostrophes, the possessive 's, soft hyphens and the commas inside numbers are
/// folded away; hyphens and dashes part words; "percent", "per cent" and "%" are one word; addresses of the web are
/// left out. The buffers are kept from text to text, because a thread has very many.
struct FoldedWords {
  /// The words in reading order.
  private(set) var words: [FoldedWord] = []
  /// The folded bytes of all words, one after another, and room for more.
  private(set) var bytes: [UInt8] = []
  /// How many bytes are of words.
  private var used = 0
  /// Whether a quotation mark was passed.
  private(set) var hasMarks = false
  /// Whether a digit was passed.
  private(set) var hasDigits = false

  private static let longestWord = 120

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
    used = 0
    hasMarks = false
    hasDigits = false
  }

  /// Adds a word that equals no other one, between texts that no passage runs across.
  mutating func appendBarrier(at offset: Int) {
    words.append(
      FoldedWord(
        hash: ~UInt64(words.count), lower: Int32(offset), upper: Int32(offset), start: Int32(used),
        count: 0, id: -2, weight: 0, ending: .stop, isNumber: false))
  }

  /// The folded bytes of a word.
  func folded(_ word: FoldedWord) -> ArraySlice<UInt8> {
    bytes[word.bytes]
  }

  /// The hash of a word that is already folded.
  static func hash(_ folded: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in folded { hash.add(byte) }
    return hash.finished
  }

  /// Appends the words of a block.
  ///
  /// - Complexity: O(length of the range).
  mutating func append(_ utf8: [UInt8], _ range: Range<Int>) {
    let first = words.count
    // No word is longer folded than it is written.
    makeRoom(range.count)
    utf8.withUnsafeBufferPointer { append($0, range) }
    if words.count > first { words[words.count - 1].ending = max(words[words.count - 1].ending, .line) }
  }

  @inline(__always)
  private mutating func makeRoom(_ count: Int) {
    let missing = used + count - bytes.count
    if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: max(missing, 512))) }
  }

  private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let end = min(range.upperBound, utf8.count)
    let first = words.count
    var position = range.lowerBound
    while position < end {
      let byte = utf8[position]
      if LetterFolding.isLetterOrDigit(byte) {
        position = word(utf8, position, end)
      } else if byte >= 0x80 {
        let (scalar, length) = LetterFolding.scalar(utf8, position, end)
        if LetterFolding.isWordScalar(scalar) {
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
    let start = used
    var bytesHash = WordHash()
    let isNumber = LetterFolding.isDigit(utf8[lower])
    if isNumber { hasDigits = true }
    var position = letters(utf8, lower, end, &bytesHash)
    var upper = position
    while position < end, used - start < Self.longestWord {
      let byte = utf8[position]
      if LetterFolding.isLetterOrDigit(byte) {
        position = letters(utf8, position, min(end, position + Self.longestWord - (used - start)), &bytesHash)
        upper = position
        continue
      }
      let skipped = Self.joint(utf8, position, end, lower: lower, isNumber: isNumber)
      if skipped > 0 {
        // The possessive 's is no part of the word.
        let next = position + skipped
        if !isNumber, utf8[next] | 0x20 == 0x73, next + 1 >= end || !LetterFolding.isWordByte(utf8[next + 1]),
          utf8[position] != 0xC2
        {
          position = next + 1
          break
        }
        position = next
        continue
      }
      if byte == 0x2E, isNumber, position + 1 < end, LetterFolding.isDigit(utf8[position + 1]) {
        put(byte, &bytesHash)
        position += 1
        continue
      }
      guard byte >= 0x80 else { break }
      let (scalar, length) = LetterFolding.scalar(utf8, position, end)
      guard LetterFolding.isWordScalar(scalar) else { break }
      LetterFolding.fold(scalar, utf8, position, length) { put($0, &bytesHash) }
      position += length
      upper = position
    }
    if position == lower { return lower + 1 }
    let hash = bytesHash.finished
    if used - start >= 3, used - start <= 7, Self.beginsSpecialWord(bytes[start]),
      let next = specialWord(hash, utf8, lower, position, end, start)
    {
      return next
    }
    words.append(
      FoldedWord(
        hash: hash, lower: Int32(lower), upper: Int32(max(upper, lower + 1)), start: Int32(start),
        count: Int32(used - start), isNumber: isNumber))
    return position
  }

  /// Takes in ASCII letters and digits, of which most words are, and returns the position after them.
  @inline(__always)
  private mutating func letters(
    _ utf8: UnsafeBufferPointer<UInt8>, _ lower: Int, _ end: Int, _ hash: inout WordHash
  ) -> Int {
    let end = min(end, lower + Self.longestWord)
    makeRoom(end - lower)
    var position = lower
    var value = hash
    bytes.withUnsafeMutableBufferPointer { bytes in
      var place = used
      while position < end {
        let byte = utf8[position]
        // This bit makes capitals small, and all digits have it.
        let small = byte | 0x20
        guard small &- 0x61 < 26 || byte &- 0x30 < 10 else { break }
        bytes[place] = small
        value.add(small)
        place += 1
        position += 1
      }
    }
    hash = value
    used += position - lower
    return position
  }

  /// Takes in a folded byte of a word.
  private mutating func put(_ byte: UInt8, _ hash: inout WordHash) {
    put(byte)
    hash.add(byte)
  }

  private mutating func put(_ byte: UInt8) {
    if used < bytes.count { bytes[used] = byte } else { bytes.append(byte) }
    used += 1
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
      used = start
      while position < end, utf8[position] > 0x20 { position += 1 }
      return position
    }
    if hash == Self.percent || hash == Self.pct {
      used = start
      add(folded: [0x25], lower, position)
    } else if hash == Self.cent, let last = words.last, last.hash == Self.per, last.ending == .none {
      used = Int(last.start)
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
        hash: Self.hash(folded), lower: Int32(lower), upper: Int32(upper), start: Int32(used),
        count: Int32(folded.count), isNumber: false))
    for byte in folded { put(byte) }
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
    case 0x27: return LetterFolding.isWordByte(utf8[position + 1]) ? 1 : 0
    case 0x2C: return isNumber && hasThreeDigits(utf8, position + 1, end) ? 1 : 0
    case 0xC2:
      guard position + 2 < end else { return 0 }
      if utf8[position + 1] == 0xAD, LetterFolding.isWordByte(utf8[position + 2]) { return 2 }
      return utf8[position + 1] == 0xA0 && isNumber && hasThreeDigits(utf8, position + 2, end) ? 2 : 0
    case 0xCA:
      return utf8[position + 1] == 0xBC && position + 2 < end && LetterFolding.isWordByte(utf8[position + 2])
        ? 2 : 0
    case 0xE2:
      guard position + 3 < end, utf8[position + 1] == 0x80 else { return 0 }
      if utf8[position + 2] == 0x99, LetterFolding.isWordByte(utf8[position + 3]) { return 3 }
      let isThin = utf8[position + 2] == 0xAF || utf8[position + 2] == 0x89
      return isThin && isNumber && hasThreeDigits(utf8, position + 3, end) ? 3 : 0
    default: return 0
    }
  }

  private static func hasThreeDigits(_ utf8: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Bool
  {
    guard position + 3 <= end, LetterFolding.isDigit(utf8[position]),
      LetterFolding.isDigit(utf8[position + 1]),
      LetterFolding.isDigit(utf8[position + 2])
    else { return false }
    return position + 3 >= end || !LetterFolding.isDigit(utf8[position + 3])
  }

  private static func mayFollowSentence(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte >= 0x80
      || byte == 0x2A
  }
}

extension FoldedWords {
  /// The words whose bytes lie in a range.
  ///
  /// - Complexity: O(log n).
  func indices(in range: TextRange) -> Range<Int> {
    let lower = words.partitioningIndex { $0.upper > range.lower }
    let upper = words.partitioningIndex { $0.lower >= range.upper }
    return lower..<max(lower, upper)
  }

  /// The bytes from the first to the last of some words.
  func range(of indices: Range<Int>) -> TextRange {
    guard let first = indices.first, let last = indices.last else { return TextRange(0, 0) }
    return TextRange(Int(words[first].lower), Int(words[last].upper))
  }

  /// The sum of the weights of some words.
  func weight(of indices: Range<Int>) -> Float { indices.reduce(0) { $0 + words[$1].weight } }
}
