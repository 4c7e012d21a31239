import ArticleModel

/// The answer of a server as an archive keeps it: status, header fields and body.
struct HTTPAnswer {
  /// The status, or 0 when the answer states none.
  private(set) var status = 0
  /// The content type as stated.
  private(set) var type: String?
  /// The body without its transfer and content encodings; `nil` when they cannot be undone.
  private(set) var body: SourceBytes?

  /// Reads an answer.
  ///
  /// - Complexity: O(number of bytes in and out).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    if bytes.starts(with: "HTTP/".utf8) {
      let end = MailLines.end(in: bytes, from: 0, limit: bytes.count)
      let words = bytes[..<end].split(separator: 0x20)
      if words.count > 1 { status = Int(String(decoding: words[1], as: UTF8.self)) ?? 0 }
      start = MailLines.next(after: end, in: bytes, limit: bytes.count)
    }
    let header = MailHeader(bytes, in: start..<bytes.count)
    type = header.text("content-type")
    let raw = UnsafeBufferPointer(rebasing: bytes[header.bodyStart...])
    let isChunked = header.text("transfer-encoding")?.lowercased().hasSuffix("chunked") ?? false
    let content = isChunked ? Self.joined(chunks: raw) ?? Array(raw) : Array(raw)
    switch header.text("content-encoding")?.lowercased() ?? "identity" {
    case "identity", "": body = SourceBytes(content)
    case "gzip", "x-gzip", "deflate":
      // Some archives keep the field and unpack the body.
      let unpacked = content.withUnsafeBufferPointer { Unpacking.unpacked($0, limit: Unpacking.limit / 4) }
      if case .bytes(let bytes, _) = unpacked {
        body = bytes
      } else if case .damaged = unpacked {
        body = SourceBytes(content)
      }
    default: body = nil
    }
  }

  /// The chunks without the lengths between them; `nil` when the body is no list of chunks.
  private static func joined(chunks bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let end = MailLines.end(in: bytes, from: position, limit: bytes.count)
      var length = 0
      var digits = 0
      for byte in bytes[position..<end] {
        guard let digit = QuotedPrintable.digit(byte), digits < 8 else { break }
        length = length << 4 | Int(digit)
        digits += 1
      }
      guard digits > 0 else { return result.isEmpty ? nil : result }
      position = MailLines.next(after: end, in: bytes, limit: bytes.count)
      if length == 0 { break }
      let stop = min(bytes.count, position + length)
      result.append(contentsOf: bytes[position..<stop])
      position = stop
      if position < bytes.count { position = MailLines.next(after: position, in: bytes, limit: bytes.count) }
    }
    return result
  }
}
