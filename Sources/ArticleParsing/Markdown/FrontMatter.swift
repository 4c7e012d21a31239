import ArticleModel
import TerminalText

/// What writers of Markdown say about a text before it: `key: value` lines between `---` (YAML) or `+++` (TOML).
///
/// Only simple values and lists of them are read; the rest is for the programs that it is meant for.
struct FrontMatter {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var date: String?
  private(set) var language: String?
  private(set) var description: String?
  /// Where the text begins.
  private(set) var end = 0

  /// More lines than this are no front matter.
  private static let mostLines = 500

  /// Reads the front matter at the beginning of a text; without any, everything is empty.
  ///
  /// - Complexity: O(length of the front matter).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let lines = Self.lines(in: bytes, from: 0) else { return }
    end = lines.end
    var key = ""
    for line in lines.lines {
      let text = String(decoding: bytes[line], as: UTF8.self)
      if text.hasPrefix("- ") || text.hasPrefix("  ") || text.hasPrefix("\t") {
        // An item of a list under a key, or a name inside of one.
        var item = text.drop { $0 == " " || $0 == "-" || $0 == "\t" }
        if item.hasPrefix("name:") { item = item.dropFirst(5) }
        if key == "author" || key == "authors", !item.contains(": ") {
          add(authors: Self.value(String(item)))
        }
        continue
      }
      guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
      key = text[..<mark].filter { $0 != " " && $0 != "\"" }.lowercased()
      let value = Self.value(String(text[text.index(after: mark)...]))
      guard !value.isEmpty else { continue }
      switch key {
      case "title": title = value
      case "author", "authors", "by", "byline": add(authors: value)
      case "date", "published", "pubdate", "publishdate", "created": date = date ?? value
      case "lang", "language", "locale": language = FeedText.language(value)
      case "description", "summary", "subtitle": description = description ?? value
      default: break
      }
    }
  }

  /// Whether a text begins with front matter.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    lines(in: bytes, from: start) != nil
  }

  private mutating func add(authors text: String) {
    var list = text
    if list.hasPrefix("["), list.hasSuffix("]") { list = String(list.dropFirst().dropLast()) }
    for part in list.split(separator: ",") {
      if let name = PersonName.shown(Self.value(String(part))), !name.isEmpty { authors.append(name) }
    }
  }

  /// A value without quotation marks and the comment after it.
  private static func value(_ text: String) -> String {
    var value = Sanitizer.cleanLine(text)
    if let mark = value.first, mark == "\"" || mark == "'", value.count > 1,
      let end = value.dropFirst().firstIndex(of: mark)
    {
      value = String(value[value.index(after: value.startIndex)..<end])
    }
    return value
  }

  /// The lines between the two marks, and where the text after them begins.
  private static func lines(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (lines: [Range<Int>], end: Int)? {
    guard bytes.count - start > 6 else { return nil }
    let mark = bytes[start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+"), isMark(bytes, at: start, mark) else {
      return nil
    }
    var lines: [Range<Int>] = []
    var position = MailLines.next(
      after: MailLines.end(in: bytes, from: start, limit: bytes.count), in: bytes, limit: bytes.count)
    var keys = 0
    while position < bytes.count, lines.count < mostLines {
      let end = MailLines.end(in: bytes, from: position, limit: bytes.count)
      let next = MailLines.next(after: end, in: bytes, limit: bytes.count)
      if isMark(bytes, at: position, mark)
        || mark == UInt8(ascii: "-") && isMark(bytes, at: position, UInt8(ascii: "."))
      {
        return keys > 0 ? (lines, next) : nil
      }
      if isKey(bytes, position..<end, mark) { keys += 1 }
      lines.append(position..<end)
      position = max(next, position + 1)
    }
    return nil
  }

  /// Whether a line is a mark three times and nothing else.
  private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ mark: UInt8) -> Bool {
    let end = MailLines.end(in: bytes, from: start, limit: bytes.count)
    guard end - start >= 3, bytes[start..<start + 3].allSatisfy({ $0 == mark }) else { return false }
    return bytes[(start + 3)..<end].allSatisfy { $0 <= 0x20 }
  }

  /// Whether a line begins with a word and the sign that parts keys and values.
  private static func isKey(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ mark: UInt8) -> Bool {
    var position = line.lowerBound
    while position < line.upperBound, ASCII.isWord(bytes[position]) || bytes[position] == 0x2D {
      position += 1
    }
    guard position > line.lowerBound else { return false }
    while position < line.upperBound, bytes[position] == 0x20 { position += 1 }
    return position < line.upperBound && bytes[position] == (mark == UInt8(ascii: "+") ? 0x3D : 0x3A)
  }
}
