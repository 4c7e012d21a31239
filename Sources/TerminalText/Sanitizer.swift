/// Makes foreign text harmless and valid.
///
/// The only way text enters the article model. What comes out is valid UTF-8 with no control characters but newline
/// and tab, no bidirectional overrides or isolates, and no invisible format characters that only deceive. Cleaning
/// clean text changes nothing.
public enum Sanitizer {
  /// How many characters without width may follow one another; the rest of such a flood is dropped.
  ///
  /// No writing system stacks as many; text that does is meant to break displays or to hide data.
  public static let longestMarkRun = 16

  /// Appends `bytes` to `output` in clean form.
  ///
  /// - Carriage returns and Unicode line separators become newlines.
  /// - Other controls and bytes that are not valid UTF-8 become U+FFFD, one for each.
  /// - Dropped are bidirectional overrides and isolates, byte order marks, annotation marks and deprecated format
  ///   characters, tag characters outside of flags (they can hide a whole text), soft hyphens (words with them are
  ///   not found and not recognised), and characters without width after the first ``longestMarkRun`` in a row.
  /// - Joiners, non-joiners, zero-width spaces, directional marks and variation selectors stay.
  ///
  /// - Complexity: O(number of bytes); clean text is copied in runs, ASCII is checked eight bytes at a time.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard let start = bytes.baseAddress else { return }
    var cleaner = Cleaner(bytes: start, count: bytes.count)
    cleaner.run(into: &output)
  }

  /// A string in clean form; newlines and tabs stay.
  public static func clean(_ text: String) -> String {
    var copy = text
    var output: [UInt8] = []
    copy.withUTF8 { append($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Foreign bytes in clean form on one line: white space is folded to single spaces and trimmed.
  ///
  /// - Complexity: O(number of bytes).
  public static func cleanLine(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.count < 1 << 20 else { return cleanLine(String(decoding: bytes, as: UTF8.self)) }
    let plain = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { line -> String? in
      guard let count = foldPlain(bytes, into: line) else { return nil }
      return String(decoding: UnsafeBufferPointer(rebasing: line[..<count]), as: UTF8.self)
    }
    return plain ?? cleanLine(String(decoding: bytes, as: UTF8.self))
  }

  /// Folds the white space of a text of printable ASCII and the commonest other letters and marks; `nil` when it holds
  /// anything else.
  private static func foldPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, into line: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var needsSpace = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      var length = 1
      if byte < 0x21 || byte > 0x7E {
        if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
          needsSpace = count > 0
          position &+= 1
          continue
        }
        length = plainLength(at: position, of: bytes)
        guard length > 0 else { return nil }
      }
      if needsSpace {
        line[count] = 0x20
        count &+= 1
        needsSpace = false
      }
      for _ in 0..<length {
        line[count] = bytes[position]
        count &+= 1
        position &+= 1
      }
    }
    return count
  }

  /// The length of a scalar outside of ASCII that stays as it is and takes columns; 0 for all about which that is not
  /// clear at once.
  @inline(__always)
  private static func plainLength(at position: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard position + 1 < bytes.count else { return 0 }
    let second = bytes[position + 1]
    guard second & 0xC0 == 0x80 else { return 0 }
    switch bytes[position] {
    case 0xC2: return second > 0xA0 && second != 0xAD ? 2 : 0
    // Latin, Greek in part, Cyrillic.
    case 0xC3...0xCA, 0xCE, 0xD0, 0xD1: return 2
    // Dashes and quotation marks.
    case 0xE2: return second == 0x80 && tail(0x90...0xA7, at: position, of: bytes) ? 3 : 0
    // Ideographs.
    case 0xE5...0xE9: return tail(0x80...0xBF, at: position, of: bytes) ? 3 : 0
    default: return 0
    }
  }

  @inline(__always)
  private static func tail(
    _ range: ClosedRange<UInt8>, at position: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    position + 2 < bytes.count && range.contains(bytes[position + 2])
  }

  /// A string in clean form on one line: white space is folded to single spaces and trimmed.
  public static func cleanLine(_ text: String) -> String {
    var copy = text
    var clean: [UInt8] = []
    copy.withUTF8 { append($0, to: &clean) }
    var line: [UInt8] = []
    line.reserveCapacity(clean.count)
    clean.withUnsafeBufferPointer { clean in
      guard let bytes = clean.baseAddress else { return }
      var position = 0
      var needsSpace = false
      while position < clean.count {
        let byte = clean[position]
        if byte > 0x20, byte < 0x80 {
          if needsSpace { line.append(0x20) }
          needsSpace = false
          line.append(byte)
          position += 1
          continue
        }
        let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: clean.count)
        if isWhiteSpace(scalar) {
          needsSpace = !line.isEmpty
        } else {
          if needsSpace { line.append(0x20) }
          needsSpace = false
          for offset in 0..<length { line.append(bytes[position + offset]) }
        }
        position += length
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The scalars with the property White_Space.
  private static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

/// One pass over foreign bytes.
private struct Cleaner {
  /// What becomes of a scalar.
  private enum Fate { case kept, newline, replaced, dropped }

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var position = 0
  /// The bytes from here to `position` are clean and not yet copied.
  private var runStart = 0
  /// How many characters without width precede `position`.
  private var marks = 0

  init(bytes: UnsafePointer<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  mutating func run(into output: inout [UInt8]) {
    while position < count {
      skipPrintable()
      guard position < count else { break }
      let byte = bytes[position]
      if byte >= 0x80 {
        handleScalar(&output)
      } else if (byte >= 0x20 && byte != 0x7F) || byte == 0x0A || byte == 0x09 {
        marks = 0
        position += 1
      } else {
        let isPair = byte == 0x0D && position + 1 < count && bytes[position + 1] == 0x0A
        replace(length: isPair ? 2 : 1, by: byte == 0x0D ? .newline : .replaced, &output)
      }
    }
    flush(&output)
  }

  /// Skips printable ASCII in steps of eight bytes; a step is taken when no byte of it is outside of 0x20 to 0x7E.
  @inline(__always)
  private mutating func skipPrintable() {
    let start = position
    let ones: UInt64 = 0x0101_0101_0101_0101
    while position + 8 <= count {
      let word = UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self)
      // The high bit of a byte is set when the byte has it, is below 0x20, or becomes 0x80 by adding one.
      let outside = word | (word &- ones &* 0x20) | (word &+ ones)
      if outside & (ones &* 0x80) != 0 { break }
      position += 8
    }
    if position > start { marks = 0 }
  }

  private mutating func handleScalar(_ output: inout [UInt8]) {
    let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: count)
    if length == 1 { return replace(length: 1, by: .replaced, &output) }
    let fate = Self.fate(of: scalar)
    guard fate == .kept else { return replace(length: length, by: fate, &output) }
    if UnicodeTables.clusterProperties(scalar).columns > 0 {
      marks = 0
      position += length
      if scalar == 0x1F3F4 { skipFlagTags() }
    } else if marks < Sanitizer.longestMarkRun {
      marks += 1
      position += length
    } else {
      replace(length: length, by: .dropped, &output)
    }
  }

  private static func fate(of scalar: UInt32) -> Fate {
    switch scalar {
    case 0x80...0x9F: .replaced
    case 0x2028, 0x2029: .newline
    case 0xAD, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: .dropped
    default: .kept
    }
  }

  /// After U+1F3F4, keeps the tags that make it the flag of a region: three to six letters or digits and the end tag.
  private mutating func skipFlagTags() {
    var place = position
    var tags = 0
    while place + 4 <= count {
      let scalar = ScalarDecoder.decode(bytes, at: place, upper: count).scalar
      place += 4
      switch scalar {
      case 0xE0030...0xE0039, 0xE0061...0xE007A:
        tags += 1
        if tags > 6 { return }
      case 0xE007F where tags >= 3:
        position = place
        marks = tags + 1
        return
      default: return
      }
    }
  }

  private mutating func replace(length: Int, by fate: Fate, _ output: inout [UInt8]) {
    flush(&output)
    switch fate {
    case .newline: output.append(0x0A)
    case .replaced:
      output.append(0xEF)
      output.append(0xBF)
      output.append(0xBD)
    case .kept, .dropped: break
    }
    if fate != .dropped { marks = 0 }
    position += length
    runStart = position
  }

  private mutating func flush(_ output: inout [UInt8]) {
    if runStart < position {
      output.append(contentsOf: UnsafeBufferPointer(start: bytes + runStart, count: position - runStart))
    }
    runStart = position
  }
}
