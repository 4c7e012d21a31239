import TerminalText

/// The header of a message or of a part of one (RFC 5322), its lines unfolded.
struct MailHeader {
  /// More fields than this are not looked at.
  private static let mostFields = 2000

  private var fields: [(name: [UInt8], value: [UInt8])] = []
  /// Where the body begins.
  private(set) var bodyStart: Int

  /// Reads the header at the start of `range`; it ends at the first empty line, or at one that is no field.
  ///
  /// - Complexity: O(length of the header).
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    var position = range.lowerBound
    bodyStart = position
    while position < range.upperBound {
      let end = MailLines.end(in: bytes, from: position, limit: range.upperBound)
      let next = MailLines.next(after: end, in: bytes, limit: range.upperBound)
      if end == position {
        position = next
        break
      }
      if bytes[position] == 0x20 || bytes[position] == 0x09 {
        guard !fields.isEmpty else { break }
        fields[fields.count - 1].value.append(contentsOf: bytes[position..<end])
      } else if let colon = Self.colon(in: bytes, position..<end) {
        var nameEnd = colon
        while nameEnd > position, bytes[nameEnd - 1] <= 0x20 { nameEnd -= 1 }
        if fields.count < Self.mostFields {
          fields.append((bytes[position..<nameEnd].map(ASCII.lowercased), Array(bytes[colon + 1..<end])))
        }
      } else if !Self.isEnvelope(bytes, position..<end) {
        break
      }
      position = next
    }
    bodyStart = position
  }

  /// Whether there are no fields.
  var isEmpty: Bool { fields.isEmpty }

  /// The raw value of the first field with a lower-case name.
  func bytes(_ name: StaticString) -> [UInt8]? {
    fields.first { field in
      field.name.count == name.utf8CodeUnitCount
        && field.name.withUnsafeBufferPointer { ASCII.matches(name, in: $0, at: 0) }
    }?.value
  }

  /// The value of a field as text on one line, encoded words decoded; `nil` when there is none.
  func text(_ name: StaticString) -> String? {
    guard let value = bytes(name) else { return nil }
    let line = Sanitizer.cleanLine(String(decoding: EncodedWords.decoded(value), as: UTF8.self))
    return line.isEmpty ? nil : line
  }

  /// The identifiers in angle brackets of a field, in order, without the brackets.
  func identifiers(_ name: StaticString) -> [String] {
    guard let value = bytes(name) else { return [] }
    var found: [String] = []
    var position = 0
    while let open = value[position...].firstIndex(of: UInt8(ascii: "<")),
      let close = value[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      let id = value[open + 1..<close].filter { $0 > 0x20 }
      if !id.isEmpty { found.append(Sanitizer.cleanLine(String(decoding: id, as: UTF8.self))) }
      position = close + 1
    }
    return found
  }

  /// The colon that ends a field's name; `nil` when the line is no field.
  private static func colon(in bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
    var position = line.lowerBound
    while position < line.upperBound, bytes[position] > 0x20, bytes[position] < 0x7F, bytes[position] != 0x3A
    {
      position += 1
    }
    let nameEnd = position
    while position < line.upperBound, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    guard nameEnd > line.lowerBound, position < line.upperBound, bytes[position] == 0x3A else { return nil }
    return position
  }

  /// The line that parts messages of a mailbox may stand before the header.
  private static func isEnvelope(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let text = UnsafeBufferPointer(rebasing: bytes[line])
    return text.starts(with: "From ".utf8) || text.starts(with: ">From ".utf8)
  }
}

/// The lines of mail, which end with a line feed and maybe a carriage return before it.
enum MailLines {
  /// Where the words of the line at `start` end.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
    let feed = bytes[start..<limit].firstIndex(of: 0x0A) ?? limit
    return feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
  }

  /// Where the line after the one whose words end at `end` begins.
  static func next(after end: Int, in bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    var position = end
    if position < limit, bytes[position] == 0x0D { position += 1 }
    if position < limit, bytes[position] == 0x0A { position += 1 }
    return position
  }
}
