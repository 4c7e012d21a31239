import ArticleModel
import CHTML

/// Parses a page with libgumbo and copies its tree into an `HTMLDocument`.
///
/// The only code that knows the C library.
enum HTMLParser {
  /// Parses a page.
  ///
  /// - Parameters:
  ///   - utf8: The page; broken UTF-8 is replaced.
  ///   - diagnostics: Told when the page was too deeply nested to be taken as it is.
  /// - Returns: The tree; never fails.
  static func parse(_ utf8: UnsafeBufferPointer<UInt8>, diagnostics: inout [Diagnostic]) -> HTMLDocument {
    let (document, wasCut) = HTMLSourceGuard.withSafeBytes(utf8) { bytes, wasCut in
      (tree(of: bytes), wasCut)
    }
    if wasCut {
      diagnostics.append(
        Diagnostic(
          severity: .warning,
          message: "The page is nested or formatted too deeply; its innermost tags were taken out."))
    }
    return document
  }

  private static func tree(of bytes: UnsafeBufferPointer<UInt8>) -> HTMLDocument {
    var document = HTMLDocument()
    guard bytes.count > 0 else { return document }
    var options = kGumboDefaultOptions
    options.max_errors = 0
    bytes.withMemoryRebound(to: CChar.self) { characters in
      guard
        let output = gumbo_parse_with_options(&options, characters.baseAddress, characters.count)
      else { return }
      if let root = output.pointee.document { copy(root, to: &document) }
      gumbo_destroy_output(&options, output)
    }
    document.close(0)
    return document
  }

  private struct Frame {
    var children: GumboVector
    var next: UInt32
    var node: Int
  }

  private static func copy(_ root: UnsafeMutablePointer<GumboNode>, to document: inout HTMLDocument) {
    var stack = [Frame(children: root.pointee.v.document.children, next: 0, node: 0)]
    while let frame = stack.last {
      guard frame.next < frame.children.length,
        let child = frame.children.data[Int(frame.next)]?.assumingMemoryBound(to: GumboNode.self)
      else {
        document.close(frame.node)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      switch child.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = child.pointee.v.element
        let tag = append(element, parent: frame.node, to: &document)
        let node = document.nodes.count - 1
        let keepsContent =
          tag == .script
          ? document.attribute("type", of: node)?.lowercased() == "application/ld+json"
          : tag != .style && tag != .svg && tag != .template
        if keepsContent {
          stack.append(Frame(children: element.children, next: 0, node: node))
        } else {
          document.close(node)
        }
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        document.appendText(bytes(child.pointee.v.text.text), parent: frame.node)
      default: break
      }
    }
  }

  private static func append(
    _ element: GumboElement, parent: Int, to document: inout HTMLDocument
  ) -> HTMLTag {
    let known = Int(element.tag.rawValue)
    var tag = known < tags.count ? tags[known] : .other
    var name: String?
    if tag == .other {
      name = customName(of: element)
      tag = name.flatMap { HTMLTag(rawValue: $0) } ?? .other
    }
    _ = document.appendElement(tag, name: tag == .other ? name : nil, parent: parent)
    for index in 0..<Int(element.attributes.length) {
      guard let attribute = element.attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self),
        let key = attribute.pointee.name
      else { continue }
      document.appendAttribute(String(cString: key), value: bytes(attribute.pointee.value))
    }
    return tag
  }

  private static func customName(of element: GumboElement) -> String {
    let normalized = String(cString: gumbo_normalized_tagname(element.tag))
    guard normalized.isEmpty else { return normalized }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let data = piece.data else { return "" }
    let name = UnsafeRawBufferPointer(start: data, count: Int(piece.length))
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: text, count: count).bindMemory(to: UInt8.self)
  }

  /// Our tags by gumbo's numbers.
  private static let tags: [HTMLTag] = (0..<Int(GUMBO_TAG_UNKNOWN.rawValue)).map { number in
    let name = String(cString: gumbo_normalized_tagname(GumboTag(rawValue: UInt32(number))))
    return HTMLTag(rawValue: name) ?? .other
  }
}
