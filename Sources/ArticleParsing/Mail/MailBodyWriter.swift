import ArticleModel

/// Writes the parts of a message that people read: of alternatives the best one, of attachments texts and the names of
/// the others.
struct MailBodyWriter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let parts: [MIMEPart]
  /// Whether lines that begin with From are marked by a `>`, as they must be in a mailbox.
  private let isInMailbox: Bool
  private var text = RichText()

  init(_ bytes: UnsafeBufferPointer<UInt8>, parts: [MIMEPart], isInMailbox: Bool = false) {
    self.bytes = bytes
    self.parts = parts
    self.isInMailbox = isInMailbox
  }

  /// The words of the message.
  ///
  /// - Complexity: O(number of bytes).
  mutating func write() -> RichText {
    var index = 0
    while index < parts.count {
      index = write(index)
    }
    return text
  }

  /// Writes a part; returns the next one to look at.
  private mutating func write(_ index: Int) -> Int {
    let part = parts[index]
    switch part.type.name {
    case "multipart/alternative":
      return writeAlternative(index)
    case "multipart/related":
      // The pictures and styles of the first part.
      let children = children(of: index)
      guard let first = children.first else { return part.end }
      var next = first
      while next < parts[first].end { next = write(next) }
      for child in children.dropFirst() where parts[child].isAttachment { appendName(of: parts[child]) }
      return part.end
    case let name where name.hasPrefix("multipart/"):
      return index + 1
    case "message/rfc822":
      if index > 0 { appendHeader(ofMessageIn: index) }
      return index + 1
    default:
      writeLeaf(part)
      return part.end
    }
  }

  private func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    while next < parts[index].end {
      children.append(next)
      next = parts[next].end
    }
    return children
  }

  /// Writes the plain text of alternatives, or the page when the plain text says little.
  private mutating func writeAlternative(_ index: Int) -> Int {
    let inside = (index + 1)..<parts[index].end
    let plain = inside.first { parts[$0].type.name == "text/plain" && !parts[$0].isAttachment }
    let page = inside.first { parts[$0].type.name == "text/html" && !parts[$0].isAttachment }
    if let page {
      let rich = Self.page(parts[page].text(in: bytes, isMarkup: true))
      let words = plain.map { self.plain(parts[$0]) } ?? RichText()
      text.append(words.utf8.count * 3 >= rich.utf8.count ? words : rich)
    } else if let plain {
      text.append(self.plain(parts[plain]))
    } else {
      return index + 1
    }
    for child in inside where parts[child].isAttachment { appendName(of: parts[child]) }
    return parts[index].end
  }

  private mutating func writeLeaf(_ part: MIMEPart) {
    // As in mail readers: what the sender wants kept apart is named, and not shown among the words.
    guard !part.isAttachment || Self.unseen.contains(part.type.name) else { return appendName(of: part) }
    switch part.type.name {
    case "text/html", "application/xhtml+xml":
      text.append(Self.page(part.text(in: bytes, isMarkup: true)))
    case "text/plain", "text/enriched", "text/richtext": text.append(plain(part))
    case let name where name.hasPrefix("text/") && name != "text/calendar" && name != "text/css":
      appendName(of: part)
      text.append(MailText.verbatim(part.text(in: bytes)))
    case let name where Self.unseen.contains(name): break
    default: if parts.count > 1 || !part.body.isEmpty { appendName(of: part) }
    }
  }

  /// Parts that say nothing to people.
  private static let unseen: Set<String> = [
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "message/delivery-status", "text/rfc822-headers",
  ]

  private func plain(_ part: MIMEPart) -> RichText {
    MailText.read(
      isInMailbox ? Mailbox.unmarked(part.text(in: bytes)) : part.text(in: bytes),
      isFlowed: part.type.word("format") == "flowed",
      deletesSpace: part.type.word("delsp") == "yes")
  }

  private static func page(_ html: [UInt8]) -> RichText {
    html.withUnsafeBufferPointer { PageReader.articleText(ofHTML: $0, base: nil) }
  }

  /// Says that something is attached, because it cannot be shown.
  private mutating func appendName(of part: MIMEPart) {
    var builder = RichTextBuilder()
    builder.begin(.paragraph)
    builder.open(.emphasis)
    builder.append("Attached: \(part.fileName ?? part.type.name)")
    if part.fileName != nil { builder.append(" (\(part.type.name))") }
    builder.closeInline()
    text.append(builder.finish())
  }

  /// Says who wrote the message that is attached, and when.
  private mutating func appendHeader(ofMessageIn index: Int) {
    guard index + 1 < parts[index].end else { return appendName(of: parts[index]) }
    let header = parts[index + 1].header
    var builder = RichTextBuilder()
    builder.appendDivider()
    builder.begin(.paragraph)
    builder.open(.strong)
    builder.append(header.text("subject") ?? "A message")
    builder.closeInline()
    let facts = [header.text("from").flatMap { PersonName.shown($0) }, header.text("date")].compactMap { $0 }
    if !facts.isEmpty { builder.append(" · " + facts.joined(separator: " · ")) }
    text.append(builder.finish())
  }
}
