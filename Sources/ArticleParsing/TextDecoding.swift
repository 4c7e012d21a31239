/// The character encodings that are read.
enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// Also what the web means by Latin-1.
  case windows1252
  /// An older encoding that the system's converter knows.
  case legacy(LegacyEncoding)

  /// The encoding that a label stands for, as web pages and transports write it; `nil` for others.
  init?(label: some Sequence<UInt8>) {
    let name = String(decoding: label.map(ASCII.lowercased), as: UTF8.self)
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "utf-16", "utf-16le", "utf16", "ucs-2", "unicode", "iso-10646-ucs-2": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "latin-1", "l1", "us-ascii", "ascii",
      "ansi_x3.4-1968", "windows-1252", "cp1252", "x-cp1252", "cp819", "ibm819", "iso-8859-15", "latin-9":
      self = .windows1252
    default:
      guard let legacy = LegacyEncoding(label: name) else { return nil }
      self = .legacy(legacy)
    }
  }
}

/// Decides what encoding bytes are in, and turns them into UTF-8.
///
/// The order of belief: a byte order mark; NULs in every second place (UTF-16); valid UTF-8; what the transport or
/// the markup declared; mostly valid UTF-8; Windows-1252. Valid UTF-8 wins over a declaration because one saved page
/// in five declares what it no longer is, and text in another encoding is practically never valid UTF-8.
struct TextDecoder: Sendable {
  /// What the transport declared.
  var declaredType: String?

  /// How many bytes are searched for a declaration in the markup: browsers look at 1024, but archives put scripts of
  /// their own before it.
  private static let declarationWindow = 8192

  /// The encoding of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, with their byte order mark if they have one.
  ///   - isMarkup: Whether a `charset` or XML declaration inside the bytes counts.
  /// - Returns: The encoding, and how many bytes its byte order mark takes.
  func encoding(
    of bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool = false
  ) -> (encoding: TextEncoding, markLength: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if let wide = Self.utf16ByPattern(bytes) { return (wide, 0) }
    let census = UTF8Census(bytes)
    if census.invalid == 0 { return (.utf8, 0) }
    let declared =
      declaredType.flatMap { Self.charset(inType: $0) } ?? (isMarkup ? Self.charset(inMarkup: bytes) : nil)
    switch declared {
    case .windows1252: return (.windows1252, 0)
    case .utf8: return (.utf8, 0)
    case .legacy(let legacy): return (.legacy(legacy), 0)
    case .utf16BigEndian, .utf16LittleEndian, nil: break
    }
    return (census.sequences > census.invalid * 4 ? .utf8 : .windows1252, 0)
  }

  /// Calls `body` with the bytes as UTF-8, which may still contain broken sequences; the sanitizer mends them.
  ///
  /// What is UTF-8 already is handed over in place.
  func withUTF8<R>(
    _ bytes: SourceBytes, isMarkup: Bool = false, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    bytes.withBytes { raw in
      let (encoding, markLength) = encoding(of: raw, isMarkup: isMarkup)
      let content = UnsafeBufferPointer(rebasing: raw[markLength...])
      switch encoding {
      case .utf8: return body(content)
      case .windows1252: return Self.transcodeWindows1252(content).withUnsafeBufferPointer(body)
      case .legacy(let legacy):
        let text = legacy.transcode(content) ?? Self.transcodeWindows1252(content)
        return text.withUnsafeBufferPointer(body)
      case .utf16LittleEndian:
        return Self.transcodeUTF16(content, bigEndian: false).withUnsafeBufferPointer(body)
      case .utf16BigEndian:
        return Self.transcodeUTF16(content, bigEndian: true).withUnsafeBufferPointer(body)
      }
    }
  }

  /// The encoding named in a content type (`text/html; charset="utf-8"`) or given as a bare label.
  static func charset(inType type: String) -> TextEncoding? {
    let bytes = Array(type.utf8)
    if let label = bytes.withUnsafeBufferPointer({ label(after: "charset", in: $0, from: 0) }) {
      return TextEncoding(label: label)
    }
    return TextEncoding(label: bytes.filter { $0 > 0x20 })
  }

  /// The encoding that a page declares in a `meta` element or an XML declaration near its start.
  static func charset(inMarkup bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let window = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, declarationWindow)])
    for keyword in ["charset", "encoding"] as [StaticString] {
      // A page whose declaration can be read byte by byte is not UTF-16, whatever it says.
      let declared = label(after: keyword, in: window, from: 0, where: { isDeclaration(window, at: $0) })
      if let declared, let encoding = TextEncoding(label: declared) {
        return encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? .utf8 : encoding
      }
    }
    return nil
  }

  /// Whether a position lies in a `meta` tag or an XML declaration; scripts and links speak of what they lead to.
  private static func isDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let nearest = max(0, position - 400)
    guard let tag = bytes[nearest..<position].lastIndex(of: UInt8(ascii: "<")) else { return false }
    return ASCII.matches("<meta", in: bytes, at: tag) || ASCII.matches("<?xml", in: bytes, at: tag)
  }

  /// The value after `keyword`, an equals sign and optional quotation marks.
  private static func label(
    after keyword: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    where counts: (Int) -> Bool = { _ in true }
  ) -> [UInt8]? {
    var position = start
    while let found = ASCII.find(keyword, in: bytes, from: position) {
      position = found + keyword.utf8CodeUnitCount
      guard counts(found) else { continue }
      var cursor = position
      while cursor < bytes.count, bytes[cursor] <= 0x20 { cursor += 1 }
      guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "=") else { continue }
      cursor += 1
      while cursor < bytes.count, bytes[cursor] <= 0x20 || bytes[cursor] == 0x22 || bytes[cursor] == 0x27 {
        cursor += 1
      }
      let from = cursor
      while cursor < bytes.count,
        ASCII.isWord(bytes[cursor]) || bytes[cursor] == 0x2D || bytes[cursor] == 0x2E
      {
        cursor += 1
      }
      if cursor > from { return Array(bytes[from..<cursor]) }
    }
    return nil
  }

  /// UTF-16 without a byte order mark: NULs in most even or most odd places of the first kilobyte, and hardly any
  /// in the other ones.
  private static func utf16ByPattern(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let count = min(bytes.count, 1024) & ~1
    guard count >= 4 else { return nil }
    var even = 0
    var odd = 0
    var index = 0
    while index < count {
      if bytes[index] == 0 { even += 1 }
      if bytes[index + 1] == 0 { odd += 1 }
      index += 2
    }
    let pairs = count / 2
    if odd * 10 >= pairs * 6 && even * 20 <= pairs { return .utf16LittleEndian }
    if even * 10 >= pairs * 6 && odd * 20 <= pairs { return .utf16BigEndian }
    return nil
  }

  private static func transcodeWindows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else {
        append(byte < 0xA0 ? UInt32(windows1252[Int(byte - 0x80)]) : UInt32(byte), to: &output)
      }
    }
    return output
  }

  private static func transcodeUTF16(_ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    var pendingHigh: UInt32?
    while index + 1 < bytes.count {
      let unit =
        bigEndian
        ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
        : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
      index += 2
      if let high = pendingHigh {
        pendingHigh = nil
        if unit & 0xFC00 == 0xDC00 {
          append(0x10000 + ((high & 0x3FF) << 10) + (unit & 0x3FF), to: &output)
          continue
        }
        append(0xFFFD, to: &output)
      }
      if unit & 0xFC00 == 0xD800 {
        pendingHigh = unit
      } else {
        append(unit & 0xFC00 == 0xDC00 ? 0xFFFD : unit, to: &output)
      }
    }
    if pendingHigh != nil || index < bytes.count { append(0xFFFD, to: &output) }
    return output
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case ..<0x80: output.append(UInt8(scalar))
    case ..<0x800:
      output.append(UInt8(0xC0 | scalar >> 6))
      output.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      output.append(UInt8(0xE0 | scalar >> 12))
      output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(0x80 | scalar & 0x3F))
    default:
      output.append(UInt8(0xF0 | scalar >> 18))
      output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// The scalars of Windows-1252's bytes 0x80 to 0x9F; the five unassigned ones stay C1 controls, as on the web.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// How many multi-byte sequences a text has, and how many of its bytes break the rules of UTF-8.
struct UTF8Census {
  /// Well-formed sequences of two to four bytes.
  private(set) var sequences = 0
  /// Bytes that belong to no well-formed sequence; a sequence cut off at the very end is not counted.
  private(set) var invalid = 0

  /// Counts, skipping ASCII up to 32 bytes at a time.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var position = 0
    while position < count {
      if position + 8 <= count {
        func word(_ offset: Int) -> UInt64 {
          raw.loadUnaligned(fromByteOffset: position &+ offset, as: UInt64.self)
        }
        let isWide = position + 32 <= count
        let words = isWide ? word(0) | word(8) | word(16) | word(24) : word(0)
        if words & 0x8080_8080_8080_8080 == 0 {
          position += isWide ? 32 : 8
          continue
        }
        if isWide, word(0) & 0x8080_8080_8080_8080 == 0 {
          position += 8
          continue
        }
      }
      let lead = bytes[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      let length = Self.length(at: position, of: bytes)
      if length > 0 {
        sequences += 1
        position += length
      } else if length < 0 {
        return
      } else {
        invalid += 1
        position += 1
      }
    }
  }

  /// The length of the well-formed sequence at `position`; 0 when it is broken, -1 when the bytes end inside it.
  static func length(at position: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = bytes[position]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return 0
    }
    for offset in 1..<length {
      // One or two stray bytes at the end of a Windows-1252 text look like this too; only a longer text that was
      // UTF-8 so far is believed to have been cut.
      guard position + offset < bytes.count else { return offset > 1 ? -1 : 0 }
      let byte = bytes[position + offset]
      guard low <= byte && byte <= high else { return 0 }
      low = 0x80
      high = 0xBF
    }
    return length
  }
}
