/// One part of a message (RFC 2045, 2046): its header, and where its body is.
struct MIMEPart {
  var header: MailHeader
  var type: ContentType
  /// The body in the source, still in its transfer encoding.
  var body: Range<Int>
  /// The part that this one stands in, or -1.
  var parent: Int
  /// The part after the last one inside of this one.
  var end: Int

  /// Whether the sender wants the part kept apart from the words.
  var isAttachment: Bool {
    header.bytes("content-disposition").map { ContentType($0).name == "attachment" } ?? false
  }

  /// The name that the sender gave to the part as a file.
  var fileName: String? {
    header.bytes("content-disposition").flatMap { ContentType($0).text("filename") } ?? type.text("name")
  }

  /// The body without its transfer encoding.
  ///
  /// - Complexity: O(number of bytes).
  func content(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let body = UnsafeBufferPointer(rebasing: bytes[body])
    let encoding = header.bytes("content-transfer-encoding").map { ContentType($0).name } ?? ""
    switch encoding {
    case "base64": return Base64.decoded(body)
    case "quoted-printable": return QuotedPrintable.decoded(body)
    default: return Array(body)
    }
  }

  /// The body as UTF-8 text.
  func text(in bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool = false) -> [UInt8] {
    let content = content(in: bytes)
    let label = type.word("charset").map { Array($0.utf8) } ?? []
    guard isMarkup, label.isEmpty else { return Charset.utf8(content, label: label) }
    return TextDecoder().withUTF8(SourceBytes(content), isMarkup: true) { Array($0) }
  }
}

/// Takes a message apart into its parts, in the order in which they stand; multiparts before what is in them.
enum MIMEParts {
  /// Parts in one another deeper than this stay together.
  static let deepest = 16
  /// More parts than this are not taken apart.
  static let mostParts = 4096

  /// The parts of the message in `range`; the first is the message itself.
  ///
  /// - Complexity: O(number of bytes · depth of the parts, which is limited).
  static func parts(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [MIMEPart] {
    var parts: [MIMEPart] = []
    var pending: [(range: Range<Int>, parent: Int, depth: Int, isInDigest: Bool)] = [(range, -1, 0, false)]
    while let next = pending.popLast(), parts.count < mostParts {
      let header = MailHeader(bytes, in: next.range)
      let stated = header.bytes("content-type")
      let type = ContentType(stated ?? Array((next.isInDigest ? "message/rfc822" : "text/plain").utf8))
      let part = MIMEPart(
        header: header, type: type, body: header.bodyStart..<next.range.upperBound, parent: next.parent,
        end: parts.count + 1)
      let index = parts.count
      parts.append(part)
      guard next.depth < deepest else { continue }
      if type.name.hasPrefix("multipart/"), let boundary = type.bytes("boundary"), !boundary.isEmpty {
        let ranges = bodyRanges(bytes, in: part.body, boundary: boundary)
        for range in ranges.reversed() {
          pending.append((range, index, next.depth + 1, type.name == "multipart/digest"))
        }
      } else if type.name == "message/rfc822", isPlain(header) {
        pending.append((part.body, index, next.depth + 1, false))
      }
    }
    for index in parts.indices.reversed() where parts[index].parent >= 0 {
      let parent = parts[index].parent
      parts[parent].end = max(parts[parent].end, parts[index].end)
    }
    return parts
  }

  private static func isPlain(_ header: MailHeader) -> Bool {
    let encoding = header.bytes("content-transfer-encoding").map { ContentType($0).name }
    return encoding != "base64" && encoding != "quoted-printable"
  }

  /// The ranges between the lines that begin with two hyphens and the boundary.
  private static func bodyRanges(
    _ bytes: UnsafeBufferPointer<UInt8>, in body: Range<Int>, boundary: [UInt8]
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var position = body.lowerBound
    while position < body.upperBound, ranges.count < mostParts {
      let end = MailLines.end(in: bytes, from: position, limit: body.upperBound)
      let next = MailLines.next(after: end, in: bytes, limit: body.upperBound)
      if end - position >= boundary.count + 2, bytes[position] == 0x2D, bytes[position + 1] == 0x2D,
        bytes[(position + 2)..<(position + 2 + boundary.count)].elementsEqual(boundary)
      {
        let rest = bytes[(position + 2 + boundary.count)..<end]
        let isLast = rest.starts(with: "--".utf8)
        if isLast || rest.allSatisfy({ $0 <= 0x20 }) {
          // The line break before a boundary belongs to it.
          if let start {
            ranges.append(start..<max(start, lineBreak(before: position, in: bytes, from: start)))
          }
          start = isLast ? nil : next
          if isLast { break }
        }
      }
      position = max(next, position + 1)
    }
    if let start, start < body.upperBound { ranges.append(start..<body.upperBound) }
    return ranges
  }

  private static func lineBreak(before position: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int
  {
    var end = position
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
