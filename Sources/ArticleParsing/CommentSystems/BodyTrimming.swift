import ArticleModel

/// Takes buttons and menus off the ends of a comment's words: "Reply", "Share", "Report abuse".
enum BodyTrimming {
  /// The words without such blocks at their ends; one that is all there is stays.
  ///
  /// - Complexity: O(1), and O(length) when something is taken off.
  static func trim(_ body: RichText) -> RichText {
    var range = body.blocks.indices
    while range.count > 1, let last = range.last, isResidue(body.blocks[last], of: body) {
      range = range.lowerBound..<last
    }
    while range.count > 1, let first = range.first, isResidue(body.blocks[first], of: body) {
      range = (first + 1)..<range.upperBound
    }
    return range == body.blocks.indices ? body : body.extract(blocks: range)
  }

  private static func isResidue(_ block: Block, of body: RichText) -> Bool {
    switch block.kind {
    case .paragraph, .listItem, .heading: break
    case .divider: return true
    default: return false
    }
    let words = body.utf8[block.range.indices]
    guard words.count <= 80 else { return false }
    // A number alone may be an answer.
    guard words.contains(where: { !ASCII.isDigit($0) }) else { return words.isEmpty }
    let role = words.withUnsafeBufferPointer { LinePhrases.role(of: $0) }
    switch role {
    case .commentAction, .commentMenu, .commentForm, .share: return true
    default: return words.allSatisfy { $0 == 0x2D }
    }
  }
}
