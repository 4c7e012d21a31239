/// The messages of a mailbox file: each begins with a line "From ", a sender and a date.
enum Mailbox {
  /// Where the messages are; one range for a file that is a single message.
  ///
  /// - Complexity: O(number of bytes).
  static func messages(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var position = 0
    var isAfterBlank = true
    while position < bytes.count {
      let end = MailLines.end(in: bytes, from: position, limit: bytes.count)
      let next = MailLines.next(after: end, in: bytes, limit: bytes.count)
      if isAfterBlank, isSeparator(bytes, position..<end), beginsHeader(bytes, at: next) {
        if position > start { ranges.append(start..<position) }
        start = position
      }
      isAfterBlank = end == position
      position = max(next, position + 1)
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }

  /// Whether a line is "From ", words, and a time and a year somewhere.
  static func isSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count >= 16, line.count < 400, bytes[line.lowerBound] == UInt8(ascii: "F"),
      bytes[line].starts(with: "From ".utf8)
    else { return false }
    var hasTime = false
    var hasYear = false
    var position = line.lowerBound + 5
    while position < line.upperBound {
      guard ASCII.isDigit(bytes[position]) else {
        position += 1
        continue
      }
      let start = position
      while position < line.upperBound, ASCII.isDigit(bytes[position]) { position += 1 }
      if position - start == 4, bytes[start] == 0x31 || bytes[start] == 0x32 { hasYear = true }
      if position - start <= 2, position + 2 < line.upperBound, bytes[position] == 0x3A,
        ASCII.isDigit(bytes[position + 1])
      {
        hasTime = true
      }
    }
    return hasTime && hasYear
  }

  /// Whether a field of a header begins at a place.
  static func beginsHeader(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var position = start
    if position < bytes.count, bytes[position] == UInt8(ascii: ">") { position += 1 }
    while position < bytes.count,
      ASCII.isLetter(bytes[position]) || bytes[position] == 0x2D
        || ASCII.isDigit(bytes[position])
    {
      position += 1
    }
    return position > start && position < bytes.count
      && (bytes[position] == 0x3A || bytes[position] == 0x20 && bytes[start...].starts(with: ">From ".utf8))
  }

  /// A text without the `>` that mailboxes put before lines which begin with From.
  ///
  /// - Complexity: O(number of bytes).
  static func unmarked(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      let end = text[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      var start = position
      if text[start] == UInt8(ascii: ">") {
        let words = text[start..<end].firstIndex { $0 != UInt8(ascii: ">") } ?? end
        if text[words..<end].starts(with: "From ".utf8) { start += 1 }
      }
      result.append(contentsOf: text[start..<end])
      position = end
    }
    return result
  }
}
