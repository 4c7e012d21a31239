import ArticleModel
import HTMLTree

/// The comments that a page states for machines (JSON-LD) and shows to nobody, or in a form that was not recognised.
enum StatedComments {
  /// The discussion in the page's JSON-LD, or `nil`.
  ///
  /// Of several scripts the one with most comments counts.
  ///
  /// - Complexity: O(number of bytes of the scripts).
  static func thread(of document: HTMLDocument) -> CommentThread? {
    var best: CommentThread?
    for node in document.nodes.indices where document.tag(node) == .text {
      guard let script = document.parent(of: node), document.tag(script) == .script,
        document.attribute("type", of: script)?.lowercased().hasPrefix("application/ld+json") ?? false
      else { continue }
      let found = document.textBytes(node).withUnsafeBufferPointer { Self.thread(in: $0) }
      if let found, found.commentCount > best?.commentCount ?? 0 { best = found }
    }
    return best
  }

  private static func thread(in script: UnsafeBufferPointer<UInt8>) -> CommentThread? {
    var discussion = JSONDiscussion()
    LinkedDataDocument.readComments(of: JSONDocument(script), into: &discussion)
    // The words were composed: nothing is left in the script.
    return discussion.thread(source: SourceBytes([]), offset: 0)
  }
}
