import TerminalText

/// A picture found on a page.
struct PagePicture {
  var source: String
  var alternativeText: String
  var caption = ""

  /// A picture without a caption whose address is known.
  init(source: String, alternativeText: String) {
    self.source = source
    self.alternativeText = alternativeText
  }

  /// Whether a node is an image; accelerated mobile pages have an element of their own for them.
  static func isImage(_ node: Int, in document: HTMLDocument) -> Bool {
    let tag = document.tag(node)
    return tag == .img || tag == .other && document.name(of: node) == "amp-img"
  }

  /// The picture of an image, or `nil` when it is decoration: without address, tiny, or there to count readers.
  init?(_ node: Int, in document: HTMLDocument, base: String?) {
    guard Self.isImage(node, in: document), let source = Self.address(of: node, in: document) else {
      return nil
    }
    for side in ["width", "height"] {
      guard let text = document.attributeBytes(side, of: node), text.last != UInt8(ascii: "%") else {
        continue
      }
      let digits = text.prefix { ASCII.isDigit($0) }
      if !digits.isEmpty, digits.count < 3, digits.reduce(0, { $0 * 10 + Int($1 - 0x30) }) < 48 { return nil }
    }
    let isDecoration = source.withUnsafeBufferPointer { bytes in
      Self.decorations.contains { ASCII.find($0, in: bytes) != nil }
    }
    guard !isDecoration else { return nil }
    self.source = HTMLLink.resolve(
      Sanitizer.cleanLine(String(decoding: source, as: UTF8.self)), base: base)
    alternativeText = document.attribute("alt", of: node) ?? ""
  }

  /// The address of an image; pages that load images late keep it in other attributes.
  private static func address(of node: Int, in document: HTMLDocument) -> [UInt8]? {
    for name in ["src", "data-src", "data-lazy-src", "data-original", "data-srcset", "srcset"] {
      guard let value = document.attributeBytes(name, of: node), !value.isEmpty,
        !value.starts(with: "data:".utf8)
      else { continue }
      let words = name.hasSuffix("srcset") ? value.prefix { $0 != 0x20 && $0 != 0x2C } : value
      let address = Array(words).filter { $0 > 0x20 }
      if !address.isEmpty, HTMLLink.isSafe(address) { return address }
    }
    return nil
  }

  private static let decorations: [StaticString] = [
    "pixel", "spacer", "1x1", "tracking", "doubleclick", "/blank.", "avatar", "gravatar", "emoji", "smilies",
  ]
}
