import ArticleModel

/// Decides what format bytes are in.
///
/// The order of belief: the format the user forced, the declared content type, the file name, the bytes themselves.
/// A declaration or name that the bytes contradict (a `.html` that is a JSON item) is not believed blindly: binary
/// bytes are refused whatever the name says.
enum FormatDetection {
  /// How many bytes are looked at.
  private static let window = 4096

  /// The format of a request.
  ///
  /// - Throws: `ParseError` when the bytes are no text, are empty or too many.
  static func format(of request: ParseRequest) throws(ParseError) -> InputFormat {
    try finding(for: request).format
  }

  /// The format of a request, and whether the bytes themselves show it; else somebody only says so.
  ///
  /// - Throws: `ParseError` when the bytes are no text, are empty or too many.
  static func finding(for request: ParseRequest) throws(ParseError) -> (format: InputFormat, isSeen: Bool) {
    let count = request.bytes.count
    guard count <= SourceBytes.sizeLimit else { throw .tooLarge(count) }
    let sniffed = request.bytes.withBytes { sniff($0) }
    switch sniffed {
    case .blank: throw .empty
    case .binary(let kind):
      if request.format == nil { throw .binary(kind) }
    case .format: break
    }
    var seen: InputFormat?
    var isCertain = false
    if case .format(let found, let certainty) = sniffed { (seen, isCertain) = (found, certainty) }
    if let forced = request.format { return (forced, forced == seen) }
    if let seen, isCertain { return (seen, true) }
    if let type = request.declaredType.flatMap(Self.format(ofType:)) { return (type, type == seen) }
    if let name = Self.format(ofName: request.location) { return (name, name == seen) }
    return (seen ?? .text, true)
  }

  /// What the bytes look like.
  enum Finding: Equatable {
    case blank
    case binary(String)
    case format(InputFormat, isCertain: Bool)
  }

  /// Looks at the first bytes.
  static func sniff(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding {
    guard !bytes.isEmpty else { return .blank }
    if let kind = magic(bytes) { return .binary(kind) }
    let (encoding, markLength) = TextDecoder().encoding(
      of: UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, window)]))
    if encoding == .utf16LittleEndian || encoding == .utf16BigEndian {
      let head = SourceBytes(Array(bytes[..<min(bytes.count, window)]))
      return TextDecoder().withUTF8(head) { classify($0, isWhole: bytes.count <= window) }
    }
    return classify(UnsafeBufferPointer(rebasing: bytes[markLength...]), isWhole: true)
  }

  private static func classify(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Finding {
    var start = 0
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    if start == bytes.count { return isWhole ? .blank : .format(.text, isCertain: false) }
    if isMostlyControls(bytes) { return .binary("binary data") }
    if let json = jsonFormat(bytes, from: start) { return .format(json, isCertain: true) }
    if isPicture(bytes, from: start) { return .binary("an SVG image") }
    if let feed = FeedSigns.format(bytes, from: start) { return .format(feed, isCertain: true) }
    if ASCII.matches("warc/", in: bytes, at: start), start + 5 < bytes.count, ASCII.isDigit(bytes[start + 5])
    {
      return .format(.warc, isCertain: true)
    }
    if let format = MailSigns.format(bytes, from: start) { return .format(format, isCertain: true) }
    if let isCertain = looksLikeHTML(bytes, from: start) { return .format(.html, isCertain: isCertain) }
    return .format(FrontMatter.begins(bytes, from: start) ? .markdown : .text, isCertain: false)
  }

  /// The format that a content type stands for; `text/plain` and unknown types say nothing, because servers send
  /// pages under either.
  static func format(ofType type: String) -> InputFormat? {
    let name = type.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    switch name {
    case "text/html", "application/xhtml+xml": return .html
    case "application/json", "application/feed+json", "application/ld+json", "application/activity+json":
      return .json
    case "application/rss+xml", "application/atom+xml", "application/rdf+xml": return .feed
    case "text/x-opml", "application/opml+xml": return .opml
    case "text/markdown", "text/x-markdown": return .markdown
    case "message/rfc822", "application/mbox": return .mail
    case "multipart/related", "application/x-mimearchive": return .mhtml
    default: return nil
    }
  }

  /// The format that a file name or address ends with.
  static func format(ofName location: ArticleSource.Location) -> InputFormat? {
    let name: String
    switch location {
    case .path(let path): name = path
    case .url(let url): name = String(url.prefix { $0 != "?" && $0 != "#" })
    case .stream, .sample: return nil
    }
    return format(ofName: name.lowercased().hasSuffix(".gz") ? name.dropLast(3) : name[...])
  }

  private static func format(ofName name: Substring) -> InputFormat? {
    guard let last = name.split(separator: "/").last, let dot = last.lastIndex(of: ".") else { return nil }
    switch last[dot...].lowercased() {
    case ".html", ".htm", ".xhtml", ".xht": return .html
    case ".json", ".jsonl", ".ndjson", ".jsonld": return .json
    case ".rss", ".atom", ".rdf": return .feed
    case ".opml": return .opml
    case ".eml", ".mbox", ".mbx": return .mail
    case ".mht", ".mhtml": return .mhtml
    case ".warc", ".wet": return .warc
    case ".md", ".markdown", ".mkd", ".mdown": return .markdown
    case ".txt", ".text", ".log": return .text
    default: return nil
    }
  }

  /// Names what well-known first bytes stand for.
  private static func magic(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if let known = Signature.all.first(where: { $0.begins(bytes) }) { return known.name.description }
    guard bytes.count >= 12 else { return nil }
    if bytes[..<4].elementsEqual("RIFF".utf8) {
      return bytes[8..<12].elementsEqual("WEBP".utf8) ? "a WebP image" : "a RIFF sound or video file"
    }
    if bytes[4..<8].elementsEqual("ftyp".utf8) { return "an MP4 or HEIF media file" }
    if bytes.count >= 262, bytes[257..<262].elementsEqual("ustar".utf8) { return "a tar archive" }
    return nil
  }

  /// Whether controls make up more than a twentieth of the first bytes; a text with a few strays is text.
  ///
  /// Compressed data has nearly a tenth. Escape and backspace are left out: terminal recordings and manual pages
  /// are full of them.
  private static func isMostlyControls(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = min(bytes.count, window)
    var controls = 0
    for byte in bytes[..<count] where byte < 0x20 && !isSpace(byte) && byte != 0x1B && byte != 0x08 {
      controls += 1
    }
    return controls >= 4 && controls * 20 > count
  }

  /// Whether the text is a picture in XML: it says so, or begins and ends with such an element.
  private static func isPicture(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard let position = MarkupProlog.end(in: bytes, from: start) else { return false }
    if ASCII.matches("<!doctype svg", in: bytes, at: position) { return true }
    for (open, close) in [("<svg", "</svg>"), ("<svg:svg", "</svg:svg>")] as [(StaticString, StaticString)] {
      let next = position + open.utf8CodeUnitCount
      guard ASCII.matches(open, in: bytes, at: position), next < bytes.count,
        bytes[next] == UInt8(ascii: ">") || isSpace(bytes[next])
      else { continue }
      var end = bytes.count
      while end > next, isSpace(bytes[end - 1]) { end -= 1 }
      return end - close.utf8CodeUnitCount >= next
        && ASCII.matches(close, in: bytes, at: end - close.utf8CodeUnitCount)
    }
    return false
  }

  /// Whether the text begins like a page: `true` when a document or a root element says so, `false` when it merely
  /// begins with a known element, `nil` when it is no page.
  private static func looksLikeHTML(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool? {
    guard let position = MarkupProlog.end(in: bytes, from: start) else { return nil }
    for tag in ["<!doctype html", "<html", "<head", "<body"] as [StaticString] {
      if ASCII.matches(tag, in: bytes, at: position) { return true }
    }
    for tag in elements where ASCII.matches(tag, in: bytes, at: position) {
      let next = position + tag.utf8CodeUnitCount
      if next < bytes.count, bytes[next] == UInt8(ascii: ">") || isSpace(bytes[next]) { return false }
    }
    return nil
  }

  private static let elements: [StaticString] = [
    "<title", "<meta", "<link", "<script", "<style", "<div", "<p", "<h1", "<h2", "<h3", "<table", "<article",
    "<section", "<main", "<ul", "<ol", "<a", "<b", "<i", "<em", "<strong", "<span", "<br", "<img", "<center",
    "<font", "<blockquote", "<header", "<nav", "<form", "<pre", "<figure",
  ]

  /// Whether the text begins like JSON that can hold an article: an object with a member, or a list of objects.
  private static func jsonFormat(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> InputFormat? {
    var position = start
    func next() -> UInt8 {
      while position < bytes.count, isSpace(bytes[position]) { position += 1 }
      guard position < bytes.count else { return 0 }
      defer { position += 1 }
      return bytes[position]
    }
    var first = next()
    var lists = 0
    while first == UInt8(ascii: "["), lists < 3 {
      lists += 1
      first = next()
    }
    guard first == UInt8(ascii: "{") else { return nil }
    let second = next()
    if second == UInt8(ascii: "}") { return .json }
    guard second == UInt8(ascii: "\"") else { return nil }
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] >= 0x20, position - start < window else { return nil }
      position += 1
    }
    guard next() == UInt8(ascii: "\""), next() == UInt8(ascii: ":") else { return nil }
    return lists == 0 && isHackerNewsItem(bytes) ? .hackerNews : .json
  }

  /// Whether the text is a Hacker News item with its replies in `children`, as the site's search answers it.
  ///
  /// Told by two more members of an item, in the object itself or in the first replies, where those come first.
  static func isHackerNewsItem(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = JSONScanner(UnsafeBufferPointer(rebasing: bytes.prefix(16 * window)))
    scanner.skipSpace()
    guard scanner.current == 0x7B else { return false }
    scanner.advance()
    var keys = 0
    var hasReplies = false
    while true {
      scanner.skipSpace()
      switch scanner.current {
      case 0x2C: scanner.advance()
      case 0x22:
        let key = scanner.key()
        guard scanner.colon() else { return hasReplies && keys >= 2 }
        if key == childrenKey, scanner.current == 0x5B {
          hasReplies = true
          if keys >= 2 { return true }
          // Down into the first reply, or past an empty list.
          scanner.advance()
          scanner.skipSpace()
          if scanner.current == 0x7B || scanner.current == 0x5D { scanner.advance() }
        } else {
          if itemKeys.contains(key) { keys += 1 }
          scanner.skipValue()
        }
      default: return hasReplies && keys >= 2
      }
    }
  }

  private static let childrenKey = JSONKey("children")
  private static let itemKeys = ["author", "text", "story_id", "created_at_i", "parent_id", "points"].map {
    JSONKey($0)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
