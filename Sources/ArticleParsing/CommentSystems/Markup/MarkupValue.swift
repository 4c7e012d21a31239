/// Where the markup of a comment states something: an element's words, or an attribute.
///
/// Written `pattern`, `pattern @attribute`, or `@attribute` for the comment's own element; `:last` behind a pattern takes the
/// last element that fits and not the first.
struct MarkupValue: ExpressibleByStringLiteral, Sendable {
  /// The element; `nil` is the comment's own.
  let pattern: ElementPattern?
  /// The attribute; `nil` stands for the words.
  let attribute: String?
  /// Whether the last element that fits is meant.
  let isLast: Bool

  init(stringLiteral text: String) {
    isLast = text.contains(":last")
    let words = text.replacing(":last", with: "").split(separator: " ")
    if let last = words.last, last.hasPrefix("@") {
      attribute = String(last.dropFirst())
      pattern =
        words.count > 1 ? ElementPattern(stringLiteral: words.dropLast().joined(separator: " ")) : nil
    } else {
      attribute = nil
      pattern = ElementPattern(stringLiteral: words.joined(separator: " "))
    }
  }
}

/// A value's place, made ready for one document.
struct MarkupPlace {
  /// What stands at a place.
  struct Found {
    var text: String
    /// The element that holds it; `nil` for the comment's own.
    var node: Int?
  }

  private let matcher: ElementMatcher?
  private let isLast: Bool
  private let attribute: String?

  /// Makes a place ready; `nil` when the document cannot have it.
  init?(_ value: MarkupValue, in document: HTMLDocument) {
    attribute = value.attribute
    isLast = value.isLast
    if let attribute, document.number(ofName: attribute) == nil { return nil }
    matcher = value.pattern.map { ElementMatcher([$0], in: document) }
    if let matcher, matcher.isEmpty { return nil }
  }

  /// What a comment has at this place; `nil` when it has nothing there.
  ///
  /// - Parameters:
  ///   - unit: The comment.
  ///   - own: Its nodes.
  ///   - document: The page.
  ///   - text: Reads the words of an element.
  /// - Returns: The value and the element that has it.
  func value(
    of unit: CommentUnit, _ own: [Int], in document: HTMLDocument, text: (Int) -> String
  ) -> Found? {
    guard let matcher else {
      guard let attribute, let value = document.attribute(attribute, of: unit.element), !value.isEmpty else {
        return nil
      }
      return Found(text: value, node: nil)
    }
    for node in isLast ? own.reversed() : own where matcher.matches(node) {
      if let attribute {
        if let value = document.attribute(attribute, of: node), !value.isEmpty {
          return Found(text: value, node: node)
        }
      } else {
        let words = text(node)
        if words.utf8.contains(where: { $0 > 0x20 }) { return Found(text: words, node: node) }
      }
    }
    return nil
  }

  /// The time that stands at this place, and the element that shows it.
  func time(of unit: CommentUnit, _ own: [Int], in document: HTMLDocument) -> (CommentTime, node: Int?)? {
    guard attribute != nil else {
      for node in isLast ? own.reversed() : own where matcher?.matches(node) ?? false {
        if let time = CommentTime(node, in: document) { return (time, node) }
      }
      return nil
    }
    guard let found = value(of: unit, own, in: document, text: document.text),
      let time = CommentTime(text: found.text, posted: CommentTime.machineTime(found.text), isTime: true)
    else { return nil }
    return (time, found.node)
  }
}
