/// Cuts the bytes of a block into words, numbers and signs.
///
/// One pass, one look-up in the lexicon for each word. Letters outside ASCII are letters of words; the signs that the
/// rules know are told apart by `Sign`.
struct Tokenizer {
  let utf8: [UInt8]
  let lexicon: Lexicon

  /// Appends the tokens of `range` to `tokens`.
  ///
  /// - Complexity: O(length of the range).
  func append(_ range: Range<Int>, to tokens: inout [Token]) {
    var position = range.lowerBound
    let end = min(range.upperBound, utf8.count)
    var hasSpace = true
    while position < end {
      let byte = utf8[position]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 {
        hasSpace = true
        position += 1
        continue
      }
      let start = position
      var token: Token
      if Self.isASCIILetter(byte) {
        token = word(from: start, to: end)
      } else if Self.isDigit(byte) {
        token = number(from: start, to: end)
      } else if byte < 0x80 {
        if byte == 0x2E, position + 1 < end, Self.isDigit(utf8[position + 1]),
          hasSpace || isOpening(tokens.last)
        {
          token = number(from: start, to: end)
        } else {
          token = sign(start, 1, byte)
        }
      } else {
        let (scalar, length) = UTF8Text.scalar(utf8, at: position, end: end)
        if UTF8Text.isSpace(scalar) {
          hasSpace = true
          position += length
          continue
        }
        if let kind = Self.sign(of: scalar) {
          token = sign(start, length, kind)
        } else {
          token = word(from: start, to: end)
        }
      }
      if hasSpace { token.traits.insert(.spaceBefore) }
      hasSpace = false
      tokens.append(token)
      position = max(Int(token.upper), position + 1)
    }
  }

  private func isOpening(_ token: Token?) -> Bool {
    guard let token, token.shape == .sign else { return false }
    return token.byte == 0x28 || token.byte == 0x24 || token.byte == Sign.currency || token.byte == 0x5B
      || token.byte == 0x2D || token.byte == Sign.minus || token.byte == 0x7E || token.byte == Sign.dash
  }

  private func sign(_ start: Int, _ length: Int, _ byte: UInt8) -> Token {
    Token(
      lower: Int32(start), upper: Int32(start + length), coreUpper: Int32(start + length), shape: .sign,
      traits: [], byte: byte, entry: -1, classes: [])
  }

  /// Digits with single points and commas between them: `87,500`, `2.5`, `10.0.0.7`.
  private func number(from start: Int, to end: Int) -> Token {
    var position = start + 1
    while position < end {
      let byte = utf8[position]
      if Self.isDigit(byte) {
        position += 1
      } else if byte == 0x2C || byte == 0x2E, position + 1 < end, Self.isDigit(utf8[position + 1]) {
        position += 2
      } else {
        break
      }
    }
    return Token(
      lower: Int32(start), upper: Int32(position), coreUpper: Int32(position), shape: .number, traits: [],
      byte: 0, entry: -1, classes: [])
  }

  private func word(from start: Int, to end: Int) -> Token {
    var position = start
    var core = -1
    var traits: Token.Traits = []
    var letters = 0
    var capitals = 0
    if isCapital(at: start, to: end) { traits.insert(.capitalised) }
    while position < end {
      let byte = utf8[position]
      if Self.isASCIILetter(byte) {
        letters += 1
        if byte < 0x61 { capitals += 1 }
        position += 1
      } else if Self.isDigit(byte) {
        // EUR64m: the currency's code is a word of its own.
        if letters == position - start, letters <= 3, !traits.contains(.containsDigit),
          letters == capitals || isRupee(start, position), isCurrencyCode(start, position)
        {
          break
        }
        traits.insert(.containsDigit)
        position += 1
      } else if byte == 0x27 || byte == 0xE2 {
        // An apostrophe with a letter on both sides belongs to the word.
        let length = byte == 0x27 ? 1 : 3
        if byte == 0xE2 {
          guard position + 2 < end, utf8[position + 1] == 0x80, utf8[position + 2] == 0x99 else {
            let (scalar, size) = UTF8Text.scalar(utf8, at: position, end: end)
            guard UTF8Text.isLetter(scalar), Self.sign(of: scalar) == nil else { break }
            letters += 1
            position += size
            continue
          }
        }
        guard position > start, position + length < end, isLetter(at: position + length, to: end) else {
          break
        }
        let next = utf8[position + length]
        let after = position + length + 1
        if next == 0x73 || next == 0x53, after >= end || !isLetter(at: after, to: end) {
          core = position
          traits.insert(.possessive)
          position = after
          break
        }
        position += length
      } else if byte >= 0x80 {
        let (scalar, size) = UTF8Text.scalar(utf8, at: position, end: end)
        guard Self.sign(of: scalar) == nil, UTF8Text.isLetter(scalar) || position == start else { break }
        letters += 1
        position += size
      } else {
        break
      }
    }
    if position == start { position = min(end, start + 1) }
    if core < 0 { core = position }
    if capitals > 0 && !traits.contains(.capitalised) { traits.insert(.mixedCase) }
    if letters > 1 && capitals == letters { traits.insert(.allCapitals) }
    var entry = lexicon.index(utf8, start, core)
    var classes: WordClass = entry >= 0 ? lexicon.entries[Int(entry)].classes : []
    if position < end, utf8[position] == 0x2E, core == position {
      // U.S., J. and Mr. keep their full stop.
      if letters == 1 && position == start + 1 && isCapital(at: start, to: end) {
        position += 1
        traits.insert(.dotted)
        // An initial is no article: James A. Baker.
        entry = -1
        classes = []
        while position + 1 < end, Self.isASCIILetter(utf8[position]), utf8[position + 1] == 0x2E {
          position += 2
          core = position - 1
        }
      } else if classes.contains(.abbreviation) {
        position += 1
        traits.insert(.dotted)
      }
    }
    if !traits.contains(.dotted), classes.contains(.abbreviation), classes == .abbreviation {
      entry = -1
      classes = []
    }
    return Token(
      lower: Int32(start), upper: Int32(position), coreUpper: Int32(core), shape: .word, traits: traits,
      byte: 0,
      entry: entry, classes: classes)
  }

  private func isCurrencyCode(_ lower: Int, _ upper: Int) -> Bool {
    let entry = lexicon.index(utf8, lower, upper)
    guard entry >= 0, lexicon.entries[Int(entry)].classes.contains(.currencyCode) else { return false }
    // Two letters are a code only beside a sign ($US113) or when nothing else is written so (RM120).
    return upper - lower == 3 || (lower > 0 && utf8[lower - 1] == 0x24)
      || (utf8[lower] == 0x52 && utf8[lower + 1] == 0x4D) || isRupee(lower, upper)
  }

  /// Rs43 is money although its code has a small letter.
  private func isRupee(_ lower: Int, _ upper: Int) -> Bool {
    upper - lower == 2 && utf8[lower] == 0x52 && utf8[lower + 1] == 0x73
  }

  private func isLetter(at position: Int, to end: Int) -> Bool {
    guard position < end else { return false }
    let byte = utf8[position]
    if byte < 0x80 { return Self.isASCIILetter(byte) }
    let (scalar, _) = UTF8Text.scalar(utf8, at: position, end: end)
    return Self.sign(of: scalar) == nil && UTF8Text.isLetter(scalar)
  }

  private func isCapital(at position: Int, to end: Int) -> Bool {
    let byte = utf8[position]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    return UTF8Text.isCapital(UTF8Text.scalar(utf8, at: position, end: end).scalar)
  }

  static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// What a scalar outside ASCII is when it is no letter.
  private static func sign(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x2010...0x2015: return Sign.dash
    case 0x2212: return Sign.minus
    case 0x2026: return Sign.ellipsis
    case 0x2019: return Sign.apostrophe
    case 0x2018...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300C...0x300F: return Sign.quotationMark
    case 0x20A0...0x20CF, 0xA2...0xA5: return Sign.currency
    case 0xBC...0xBE, 0x2150...0x215E: return Sign.vulgarFraction
    case 0xD7: return Sign.multiplication
    case 0xB1: return Sign.plusMinus
    case 0xB0, 0xBA: return Sign.degree
    case 0x223C, 0x2248: return 0x7E
    case 0x2044: return 0x2F
    case 0x2103, 0x2109: return Sign.degree
    case 0xFF05: return Sign.fullWidthPercent
    case 0x2032, 0x2033: return Sign.other
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209F: return Sign.other
    case 0xA0...0xBF, 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x303F, 0xFF01...0xFF0F, 0xFFFD:
      return scalar == 0xB5 || scalar == 0xAA ? nil : Sign.other
    default: return nil
    }
  }
}
