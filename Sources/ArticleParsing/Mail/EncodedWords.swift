/// Words of other encodings in the fields of mail: `=?utf-8?q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
  /// The value with its encoded words decoded to UTF-8; white space between two of them is dropped.
  ///
  /// What stands in no encoded word is taken for UTF-8, and for Windows-1252 where it is not.
  ///
  /// - Complexity: O(number of bytes).
  static func decoded(_ value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var pending: [UInt8] = []
    // The bytes of neighbouring words in one encoding are decoded together: some split characters.
    var word: (charset: [UInt8], bytes: [UInt8])?
    var space: [UInt8] = []
    func flushWord() {
      if let open = word { result.append(contentsOf: Charset.utf8(open.bytes, label: open.charset)) }
      word = nil
    }
    func flushPlain() {
      guard !pending.isEmpty else { return }
      result.append(contentsOf: Charset.utf8(pending, label: []))
      pending.removeAll(keepingCapacity: true)
    }
    var position = 0
    while position < value.count {
      let byte = value[position]
      if byte == UInt8(ascii: "="), let found = encodedWord(in: value, at: position) {
        flushPlain()
        if let open = word, open.charset == found.charset {
          word = (open.charset, open.bytes + found.bytes)
        } else {
          flushWord()
          word = (found.charset, found.bytes)
        }
        space = []
        position = found.end
        continue
      }
      if byte <= 0x20, word != nil {
        space.append(byte)
      } else {
        if word != nil {
          flushWord()
          pending.append(contentsOf: space)
          space = []
        }
        pending.append(byte)
      }
      position += 1
    }
    flushWord()
    flushPlain()
    return result
  }

  private static func encodedWord(
    in value: [UInt8], at start: Int
  ) -> (charset: [UInt8], bytes: [UInt8], end: Int)? {
    guard start + 6 < value.count, value[start + 1] == UInt8(ascii: "?") else { return nil }
    // Words are short; more is no encoded word, and is not searched again and again.
    let limit = min(value.count, start + 1024)
    guard let first = value[(start + 2)..<limit].firstIndex(of: UInt8(ascii: "?")), first + 2 < limit,
      value[first + 2] == UInt8(ascii: "?"),
      let last = value[(first + 3)..<limit].firstIndex(of: UInt8(ascii: "?")), last + 1 < value.count,
      value[last + 1] == UInt8(ascii: "=")
    else { return nil }
    let text = value[(first + 3)..<last]
    // A language may follow the encoding after an asterisk.
    let charset = value[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }.map(ASCII.lowercased)
    switch value[first + 1] | 0x20 {
    case UInt8(ascii: "b"): return (charset, Base64.decoded(text), last + 2)
    case UInt8(ascii: "q"):
      return (charset, QuotedPrintable.decoded(text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }), last + 2)
    default: return nil
    }
  }
}

/// The encoding of bytes as text in which most of it stays readable (RFC 2045, 6.7).
enum QuotedPrintable {
  /// The bytes that a text stands for; an equals sign that begins nothing stays.
  ///
  /// - Complexity: O(number of bytes).
  static func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "=") else {
        result.append(bytes[position])
        position += 1
        continue
      }
      var end = position + 1
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
      if end == bytes.count || bytes[end] == 0x0A {
        position = min(bytes.count, end + 1)
      } else if position + 2 < bytes.count, let high = digit(bytes[position + 1]),
        let low = digit(bytes[position + 2])
      {
        result.append(high << 4 | low)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

/// Text in an encoding that a label names.
enum Charset {
  /// The bytes as UTF-8; valid UTF-8 wins over the label, as everywhere.
  static func utf8(_ bytes: [UInt8], label: [UInt8]) -> [UInt8] {
    // ISO 2022 has only ASCII bytes, and is none.
    let declared = String(decoding: label, as: UTF8.self)
    if declared.hasPrefix("iso-2022") || declared == "utf-7" {
      return bytes.withUnsafeBufferPointer { LegacyEncoding(converterName: declared).transcode($0) } ?? bytes
    }
    return TextDecoder(declaredType: label.isEmpty ? nil : declared).withUTF8(SourceBytes(bytes)) {
      Array($0)
    }
  }
}
