import ArticleModel
import TerminalText
import XMLTree

/// Words of feeds and exports, cleaned.
extension XMLDocument {
  /// The words of a child element on one line; `nil` when there is none or it is empty.
  func line(_ name: String, of node: Int) -> String? {
    child(of: node, named: name).flatMap { line(of: $0) }
  }

  /// An attribute's value on one line; `nil` when the element does not have it.
  func cleanAttribute(_ name: String, of node: Int) -> String? {
    attribute(name, of: node).map { Sanitizer.cleanLine($0) }
  }

  /// The words of an element on one line.
  func line(of node: Int) -> String? {
    let line = Sanitizer.cleanLine(String(decoding: text(of: node), as: UTF8.self))
    return line.isEmpty ? nil : line
  }

  /// The words of a child element that may hold HTML, on one line.
  func plainLine(_ name: String, of node: Int) -> String? {
    child(of: node, named: name).flatMap { FeedText.line(ofHTML: text(of: $0)) }
  }
}

enum FeedText {
  /// The words of a fragment of HTML on one line; `nil` when there are none.
  static func line(ofHTML html: [UInt8]) -> String? {
    guard html.contains(UInt8(ascii: "<")) || html.contains(UInt8(ascii: "&")) else {
      let line = Sanitizer.cleanLine(String(decoding: html, as: UTF8.self))
      return line.isEmpty ? nil : line
    }
    let text = html.withUnsafeBufferPointer { HTMLFragmentReader.read($0) }
    let line = Sanitizer.cleanLine(text.string)
    return line.isEmpty ? nil : line
  }

  /// Plain words as HTML: signs escaped, line breaks kept.
  static func html(ofPlainText text: [UInt8]) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(text.count + text.count / 8)
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): html.append(contentsOf: "&lt;".utf8)
      case 0x0A: html.append(contentsOf: "<br>".utf8)
      default: html.append(byte)
      }
    }
    return html
  }

  /// What follows the first colon and space, or `nil` when there is none within `words` words.
  static func afterColon(_ title: String, words: Int) -> String? {
    let parts = title.split(separator: " ")
    guard let last = parts.prefix(words).firstIndex(where: { $0.hasSuffix(":") }), last + 1 < parts.count
    else {
      return nil
    }
    return parts[(last + 1)...].joined(separator: " ")
  }

  /// A tag of a language as feeds state it, or `nil` when it is none.
  static func language(_ text: String?) -> String? {
    guard let text, (2...35).contains(text.utf8.count),
      text.utf8.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D || $0 == 0x5F })
    else { return nil }
    return text.split(separator: "_").joined(separator: "-")
  }
}
