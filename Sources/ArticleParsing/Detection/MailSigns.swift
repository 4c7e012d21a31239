import ArticleModel

/// By what mail and what is stored as mail are told: the names of the first fields.
enum MailSigns {
  /// The format of bytes that begin like a mailbox, a message or a page that a browser saved as mail.
  static func format(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> InputFormat? {
    guard start < bytes.count, ASCII.isLetter(bytes[start]) || bytes[start] == UInt8(ascii: ">") else {
      return nil
    }
    let firstEnd = MailLines.end(in: bytes, from: start, limit: bytes.count)
    if Mailbox.isSeparator(bytes, start..<firstEnd) {
      let next = MailLines.next(after: firstEnd, in: bytes, limit: bytes.count)
      return Mailbox.beginsHeader(bytes, at: next) ? .mail : nil
    }
    return single(bytes, from: start)
  }

  /// Whether the text begins with a field of a header, or with the line before the messages of a mailbox.
  static func hasHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    return !MailHeader(bytes, in: start..<bytes.count).isEmpty
  }

  /// A single message begins with fields, two of which only mail has.
  private static func single(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> InputFormat? {
    var position = start
    var known = 0
    var hasMIME = false
    var isSavedPage = false
    var isRelated = false
    var lines = 0
    while position < bytes.count, lines < 200 {
      let end = MailLines.end(in: bytes, from: position, limit: bytes.count)
      if end == position { break }
      let isContinuation = bytes[position] == 0x20 || bytes[position] == 0x09
      guard isContinuation || Mailbox.beginsHeader(bytes, at: position) else { return nil }
      if !isContinuation {
        for name in fields where ASCII.matches(name, in: bytes, at: position) { known += 1 }
        if ASCII.matches("mime-version:", in: bytes, at: position) { hasMIME = true }
        if ASCII.matches("snapshot-content-location:", in: bytes, at: position) { isSavedPage = true }
        if ASCII.matches("content-type:", in: bytes, at: position) {
          let line = UnsafeBufferPointer(rebasing: bytes[position..<end])
          isRelated = ASCII.find("multipart/related", in: line) != nil
        }
        if ASCII.matches("from:", in: bytes, at: position) {
          let line = UnsafeBufferPointer(rebasing: bytes[position..<end])
          if ASCII.find("<saved by", in: line) != nil { isSavedPage = true }
        }
      }
      position = MailLines.next(after: end, in: bytes, limit: bytes.count)
      lines += 1
    }
    if isSavedPage { return .mhtml }
    if hasMIME, isRelated, known < 3 { return .mhtml }
    return known >= 2 || known == 1 && hasMIME ? .mail : nil
  }

  private static let fields: [StaticString] = [
    "from:", "date:", "message-id:", "received:", "return-path:", "delivered-to:", "in-reply-to:",
    "references:",
    "dkim-signature:", "list-id:", "x-mailer:", "reply-to:", "to:",
  ]
}
