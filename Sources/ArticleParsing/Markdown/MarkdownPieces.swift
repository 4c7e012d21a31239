import ArticleModel

/// Cuts a text into Markdown and the blocks of HTML in it.
///
/// A block of HTML begins with the tag of an element that is no part of a line, and ends at an empty line (CommonMark
/// 4.6); comments, scripts, styles and preformatted text end with their end tags.
struct MarkdownPieces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let definitions: [String: [UInt8]]
  private let base: String?
  private var text = RichText()
  /// The fence that is open, as its sign and length.
  private var fence: (mark: UInt8, count: Int)?

  /// The text in blocks.
  ///
  /// - Complexity: O(number of bytes).
  static func text(of bytes: UnsafeBufferPointer<UInt8>, base: String?) -> RichText {
    var pieces = MarkdownPieces(bytes: bytes, definitions: MarkdownReader.definitions(of: bytes), base: base)
    pieces.run()
    return pieces.text
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, definitions: [String: [UInt8]], base: String?) {
    self.bytes = bytes
    self.definitions = definitions
    self.base = base
  }

  private mutating func run() {
    var start = 0
    var position = 0
    var isAfterBlank = true
    while position < bytes.count {
      let end = MailLines.end(in: bytes, from: position, limit: bytes.count)
      let next = max(position + 1, MailLines.next(after: end, in: bytes, limit: bytes.count))
      if fence == nil, isAfterBlank, let stop = htmlEnd(from: position, line: end) {
        appendMarkdown(start..<position)
        appendHTML(position..<stop)
        start = stop
        position = stop
        continue
      }
      followFence(position..<end)
      isAfterBlank = bytes[position..<end].allSatisfy { $0 <= 0x20 }
      position = next
    }
    appendMarkdown(start..<bytes.count)
  }

  private mutating func appendMarkdown(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    text.append(MarkdownReader.read(UnsafeBufferPointer(rebasing: bytes[range]), definitions: definitions))
  }

  private mutating func appendHTML(_ range: Range<Int>) {
    text.append(PageReader.articleText(ofHTML: UnsafeBufferPointer(rebasing: bytes[range]), base: base))
  }

  private mutating func followFence(_ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20, start - line.lowerBound < 4 { start += 1 }
    guard start < line.upperBound, bytes[start] == 0x60 || bytes[start] == 0x7E else { return }
    let mark = bytes[start]
    var end = start
    while end < line.upperBound, bytes[end] == mark { end += 1 }
    guard end - start >= 3 else { return }
    if let open = fence {
      if open.mark == mark, end - start >= open.count, bytes[end..<line.upperBound].allSatisfy({ $0 <= 0x20 })
      {
        fence = nil
      }
    } else if mark == 0x7E || !bytes[end..<line.upperBound].contains(mark) {
      fence = (mark, end - start)
    }
  }

  /// Where the block of HTML that begins at a line ends; `nil` when none begins there.
  private func htmlEnd(from start: Int, line: Int) -> Int? {
    var position = start
    while position < line, bytes[position] == 0x20, position - start < 4 { position += 1 }
    guard position + 1 < line, bytes[position] == UInt8(ascii: "<") else { return nil }
    for element in Self.closed where ASCII.matches(element.start, in: bytes, at: position) {
      let found = ASCII.find(element.end, in: bytes, from: position)
      return found.map { lineEnd(from: $0) } ?? bytes.count
    }
    guard isBlockTag(at: position + 1, line: line) else { return nil }
    return blankLine(from: start)
  }

  private static let closed: [(start: StaticString, end: StaticString)] = [
    ("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<pre", "</pre"),
    ("<textarea", "</textarea"),
    ("<svg", "</svg"),
  ]

  private func isBlockTag(at start: Int, line: Int) -> Bool {
    var position = start
    if bytes[position] == UInt8(ascii: "/") { position += 1 }
    let nameStart = position
    while position < line, ASCII.isLetter(bytes[position]) || ASCII.isDigit(bytes[position]) { position += 1 }
    guard position > nameStart, position - nameStart < 12,
      position == line || bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: ">")
        || bytes[position] == UInt8(ascii: "/")
    else { return false }
    return Self.blockTags.contains(
      String(decoding: bytes[nameStart..<position].map(ASCII.lowercased), as: UTF8.self))
  }

  private static let blockTags: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
    "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr",
    "html", "iframe", "img", "li", "link", "main", "menu", "meta", "nav", "ol", "p", "picture", "search",
    "section",
    "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "video",
  ]

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// The start of the next empty line, or the end.
  private func blankLine(from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let end = MailLines.end(in: bytes, from: position, limit: bytes.count)
      if bytes[position..<end].allSatisfy({ $0 <= 0x20 }) { return position }
      position = max(position + 1, MailLines.next(after: end, in: bytes, limit: bytes.count))
    }
    return bytes.count
  }
}
