import ArticleModel

/// One line of a batch: a source and the identifier that its result carries.
///
/// `{"id": …, "text": …}`, `{"id": …, "html": …}` or `{"id": …, "path": …}`, with `"format"` and `"url"` if wanted.
public struct BatchLine: Sendable {
  /// What is to be read.
  public enum Content: Sendable {
    /// Words, as plain text or in the format named.
    case text([UInt8])
    /// A web page.
    case html([UInt8])
    /// A file.
    case path(String)
  }

  /// Why a line is no batch line.
  public struct Malformed: Error, Sendable {
    /// What is wrong, and what is expected.
    public let message: String
    /// The identifier as JSON, when the line has one.
    public let id: [UInt8]?

    /// Makes the reason.
    public init(message: String, id: [UInt8]? = nil) {
      self.message = message
      self.id = id
    }
  }

  /// The identifier as it stands in the line: a piece of JSON, `null` when there is none.
  public let id: [UInt8]
  /// What is to be read.
  public var content: Content
  /// The name of the format, if the line gives one.
  public let format: String?
  /// The address that the text came from, if the line gives one.
  public let url: String?

  /// Reads a line.
  ///
  /// - Parameter line: The line's bytes, without the newline.
  /// - Throws: `Malformed` when the line is no JSON object or names nothing to read.
  /// - Complexity: O(length of the line).
  public init(_ line: UnsafeBufferPointer<UInt8>) throws(Malformed) {
    var scanner = JSONScanner(line)
    var id: [UInt8]?
    var members: [String: [UInt8]] = [:]
    scanner.skipSpace()
    guard scanner.current == UInt8(ascii: "{") else {
      throw Malformed(message: "the line is not a JSON object; expected {\"id\": …, \"text\": …}", id: nil)
    }
    scanner.advance()
    while true {
      scanner.skipSpace()
      guard scanner.current == UInt8(ascii: "\"") else { break }
      let name = JSONString.line(scanner.bytes(scanner.string()))
      guard scanner.colon() else { break }
      scanner.skipSpace()
      if scanner.current == UInt8(ascii: "\""), name != "id" {
        var value: [UInt8] = []
        JSONString.append(scanner.bytes(scanner.string()), to: &value)
        members[name] = value
      } else {
        let start = scanner.position
        scanner.skipValue()
        if name == "id" { id = Array(line[start..<scanner.position]) }
      }
      scanner.skipSpace()
      guard scanner.current == UInt8(ascii: ",") else { break }
      scanner.advance()
    }
    guard scanner.current == UInt8(ascii: "}") else {
      throw Malformed(message: "the line is not valid JSON near byte \(scanner.position)", id: id)
    }
    if let path = members["path"] {
      content = .path(String(decoding: path, as: UTF8.self))
    } else if let html = members["html"] {
      content = .html(html)
    } else if let text = members["text"] {
      content = .text(text)
    } else {
      throw Malformed(message: "nothing to read: give \"text\", \"html\" or \"path\"", id: id)
    }
    self.id = id ?? Array("null".utf8)
    format = members["format"].map { String(decoding: $0, as: UTF8.self) }
    url = members["url"].map { String(decoding: $0, as: UTF8.self) }
  }
}
