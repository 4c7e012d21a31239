/// What a page says of its article in JSON-LD.
struct LinkedData {
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var headline: String?
  private(set) var site: String?

  /// Reads all JSON-LD scripts of a page; the first statement of a fact counts.
  init(_ document: HTMLDocument) {
    for node in document.nodes.indices where document.tag(node) == .text {
      guard let parent = document.parent(of: node), document.tag(parent) == .script else { continue }
      document.textBytes(node).withUnsafeBufferPointer { read($0) }
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = JSONScanner(bytes)
    while !scanner.isAtEnd {
      guard scanner.current == 0x22 else {
        scanner.advance()
        continue
      }
      let key = JSONKey(scanner.bytes(scanner.string()))
      guard scanner.colon() else { continue }
      let start = scanner.position
      if key == Self.authorKey, authors.isEmpty {
        scanner.skipValue()
        let value = UnsafeBufferPointer(rebasing: bytes[start..<scanner.position])
        authors = Self.names(in: value)
      } else if key == Self.publisherKey {
        scanner.skipValue()
        site = site ?? Self.names(in: UnsafeBufferPointer(rebasing: bytes[start..<scanner.position])).first
      } else if scanner.current == 0x22, [Self.publishedKey, Self.headlineKey].contains(key) {
        let value = JSONString.line(scanner.bytes(scanner.string()))
        if key == Self.publishedKey { published = published ?? value } else { headline = headline ?? value }
      }
    }
  }

  /// The names in an author's value: a text, an object with a `name`, or a list of these.
  private static func names(in value: UnsafeBufferPointer<UInt8>) -> [String] {
    var names: [String] = []
    var scanner = JSONScanner(value)
    var depth = 0
    var listDepth = 0
    while !scanner.isAtEnd, names.count < 8 {
      switch scanner.current {
      case 0x5B:
        listDepth += 1
        scanner.advance()
      case 0x5D:
        listDepth -= 1
        scanner.advance()
      case 0x7B:
        depth += 1
        scanner.advance()
      case 0x7D:
        depth -= 1
        scanner.advance()
      case 0x22:
        let text = scanner.string()
        if depth == 0 {
          names.append(JSONString.line(scanner.bytes(text)))
        } else if scanner.colon() {
          if depth == 1, JSONKey(scanner.bytes(text)) == nameKey, scanner.current == 0x22 {
            names.append(JSONString.line(scanner.bytes(scanner.string())))
          } else {
            scanner.skipValue()
          }
        }
      default: scanner.advance()
      }
    }
    return names.filter { !$0.isEmpty }
  }

  private static let authorKey = JSONKey("author")
  private static let publisherKey = JSONKey("publisher")
  private static let publishedKey = JSONKey("datePublished")
  private static let headlineKey = JSONKey("headline")
  private static let nameKey = JSONKey("name")
}
