/// One line of a text, without the white space around it.
struct TextLine {
  /// The first byte that is no white space.
  var start: Int32
  /// The byte after the last that is no white space; `start` for a blank line.
  var end: Int32
  /// The columns of white space before `start`; a tab goes to the next multiple of eight.
  var indent: Int32

  var isBlank: Bool { start == end }
  var count: Int { Int(end &- start) }
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// The lines of a text as ranges of its bytes; no line is copied.
///
/// Lines end at a newline, a carriage return, or both. A no-break space counts as white space at the ends of a line,
/// because text browsers print it on lines that are otherwise empty.
struct LineTable {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var lines: [TextLine]

  /// Finds the lines of `bytes`.
  ///
  /// - Complexity: O(number of bytes); line ends are looked for eight bytes at a time.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lines = []
    lines.reserveCapacity(bytes.count / 64 + 16)
    var position = 0
    while position < bytes.count {
      let end = Self.lineEnd(in: bytes, from: position)
      lines.append(Self.trimmed(bytes, position, end))
      position = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    }
  }

  var count: Int { lines.count }

  subscript(_ index: Int) -> TextLine { lines[index] }

  /// The bytes of a range.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// The bytes of a line.
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { slice(lines[index].range) }

  /// The number of scalars between two offsets.
  func width(_ range: Range<Int>) -> Int {
    var scalars = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { scalars &+= 1 }
    return scalars
  }

  /// The column at which a line ends.
  func endColumn(_ index: Int) -> Int { Int(lines[index].indent) + width(lines[index].range) }

  private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var position = start
    while position + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let newline = word ^ (ones &* 0x0A)
      let carriage = word ^ (ones &* 0x0D)
      if ((newline &- ones) & ~newline | (carriage &- ones) & ~carriage) & highs != 0 { break }
      position += 8
    }
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    return position
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> TextLine {
    var start = from
    var indent = 0
    while start < to {
      let byte = bytes[start]
      if byte == 0x20 || byte == 0x0B || byte == 0x0C {
        indent += 1
      } else if byte == 0x09 {
        indent = (indent | 7) + 1
      } else if byte == 0xC2, start + 1 < to, bytes[start + 1] == 0xA0 {
        indent += 1
        start += 1
      } else {
        break
      }
      start += 1
    }
    var end = to
    while end > start {
      let byte = bytes[end - 1]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0C) {
        end -= 1
      } else if byte == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return TextLine(start: Int32(start), end: Int32(end), indent: Int32(min(indent, 1 << 20)))
  }
}
