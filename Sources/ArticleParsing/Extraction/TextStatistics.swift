/// What can be counted in a text without understanding it.
struct TextStatistics {
  /// Scalars other than white space; ideographs, kana and hangul count twice, because they say more.
  var length: Int32 = 0
  /// Runs of characters between white space.
  var words: Int32 = 0
  /// Commas, semicolons and sentence ends, of any script.
  var commas: Int32 = 0
  var capitals: Int32 = 0
  var digits: Int32 = 0
  /// Whether the last character ends a sentence, or closes what may hold one.
  var endsSentence = false
  /// Whether it holds a copyright sign.
  var hasCopyright = false
  private var isInWord = false

  /// Forgets that the last word may go on.
  mutating func breakWord() { isInWord = false }

  /// Counts a stretch of text; a word may go on from the stretch before.
  ///
  /// - Complexity: O(number of bytes).
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    Self.classes.withUnsafeBufferPointer { classes in
      // Counted apart and stored once for each run of ASCII.
      var position = 0
      while position < bytes.count {
        var (length, words, commas, capitals, digits) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
        var isInWord = self.isInWord
        var last: UInt8?
        while position < bytes.count, bytes[position] < 0x80 {
          let byte = bytes[position]
          position &+= 1
          guard byte > 0x20 else {
            isInWord = false
            continue
          }
          let kind = classes[Int(byte)]
          length &+= 1
          words &+= isInWord ? 0 : 1
          isInWord = true
          commas &+= Int32(kind >> 1 & 1)
          capitals &+= Int32(kind >> 2 & 1)
          digits &+= Int32(kind >> 3 & 1)
          last = kind
        }
        self.length &+= length
        self.words &+= words
        self.commas &+= commas
        self.capitals &+= capitals
        self.digits &+= digits
        self.isInWord = isInWord
        if let last { endsSentence = last & 1 != 0 }
        if position < bytes.count { position &+= wide(bytes, at: position) }
      }
    }
  }

  /// Counts a scalar outside ASCII; returns its length in bytes.
  private mutating func wide(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let lead = bytes[position]
    let second = position + 1 < bytes.count ? bytes[position + 1] : 0
    let third = position + 2 < bytes.count ? bytes[position + 2] : 0
    if lead == 0xC2, second == 0xA0 {
      isInWord = false
      return 2
    }
    if !isInWord {
      words &+= 1
      isInWord = true
    }
    endsSentence = false
    length &+= 1
    switch lead {
    case 0xC2:
      endsSentence = second == 0xBB
      if second == 0xA9 { hasCopyright = true }
      return 2
    case 0xD8 where second == 0x8C || second == 0x9B || second == 0x9F:
      commas &+= 1
      endsSentence = second == 0x9F
      return 2
    case 0xC3...0xDF: return 2
    case 0xE2:
      // The ellipsis, and the marks that close a quotation.
      endsSentence = second == 0x80 && (third == 0xA6 || third == 0x9D || third == 0x99 || third == 0x9C)
      return 3
    case 0xE0:
      endsSentence = second == 0xA5 && third == 0xA4
      if endsSentence { commas &+= 1 }
      return 3
    case 0xE3...0xEF:
      let isStop =
        lead == 0xE3 && second == 0x80 && (third == 0x81 || third == 0x82)
        || lead == 0xEF && second == 0xBC && [0x8C, 0x8E, 0x81, 0x9F, 0x9B, 0x9A].contains(third)
      if isStop {
        commas &+= 1
        endsSentence = third != 0x81 || lead == 0xEF
      } else if lead == 0xE3, second == 0x80, third == 0x8D || third == 0x8F || third == 0x91 {
        endsSentence = true
      } else if lead < 0xEE {
        length &+= 1
        isInWord = false
      }
      return 3
    case 0xF0...0xF7: return 4
    default: return lead >= 0xE0 ? 3 : 1
    }
  }

  /// For each ASCII character: 1 ends a sentence, 2 comma, 4 capital, 8 digit.
  private static let classes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 128)
    for byte in UInt8(0x41)...0x5A { table[Int(byte)] = 4 }
    for byte in UInt8(0x30)...0x39 { table[Int(byte)] = 8 }
    for byte in [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";")] {
      table[Int(byte)] = 3
    }
    table[Int(UInt8(ascii: ","))] = 2
    for byte in [
      UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
    ] {
      table[Int(byte)] = 1
    }
    return table
  }()
}
