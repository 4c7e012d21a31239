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

  /// The picture of an `img` element, or `nil` when it is decoration: without address, tiny, or there to count readers.
  init?(_ node: Int, in document: HTMLDocument, base: String?) {
    guard document.tag(node) == .img, let source = Self.address(of: node, in: document) else { return nil }
    for side in ["width", "height"] {
      if let text = document.attribute(side, of: node), let size = Int(text.prefix { $0.isNumber }),
        size < 48,
        !text.hasSuffix("%")
      {
        return nil
      }
    }
    let lower = source.lowercased()
    guard !Self.decorations.contains(where: { lower.contains($0) }) else { return nil }
    self.source = HTMLLink.resolve(source, base: base)
    alternativeText = document.attribute("alt", of: node) ?? ""
  }

  /// The address of an image; pages that load images late keep it in other attributes.
  private static func address(of node: Int, in document: HTMLDocument) -> String? {
    for name in ["src", "data-src", "data-lazy-src", "data-original", "data-srcset", "srcset"] {
      guard let value = document.attribute(name, of: node), !value.isEmpty, !value.hasPrefix("data:") else {
        continue
      }
      let first = name.hasSuffix("srcset") ? value.prefix { $0 != " " && $0 != "," } : value[...]
      if HTMLLink.isSafe(Array(first.utf8)) { return String(first) }
    }
    return nil
  }

  private static let decorations = [
    "pixel", "spacer", "1x1", "tracking", "doubleclick", "/blank.", "avatar", "gravatar", "emoji", "smilies",
  ]
}
