import HTMLTree

/// A page that was saved from a browser's reader view, which has taken the article out already.
///
/// Firefox names its parts by class.
struct ReaderModePage {
  /// The element that holds the article.
  private(set) var content: Int
  private(set) var title: String?
  private(set) var byline: String?
  private(set) var site: String?

  /// Takes a page; `nil` when it is no reader view.
  ///
  /// - Complexity: O(number of nodes).
  init?(_ document: HTMLDocument) {
    // The identifier of the first page is a name that only this view gives.
    guard
      let content = document.nodes.indices.first(where: { node in
        document.tag(node) == .div
          && document.attributeBytes("id", of: node)?.elementsEqual("readability-page-1".utf8) == true
      }), let body = document.nodes.indices.first(where: { document.hasClass("moz-reader-content", $0) })
    else { return nil }
    self.content = document.subtree(of: body).contains(content) ? body : content
    for node in document.nodes.indices where node < self.content {
      if document.hasClass("reader-title", node) { title = Self.words(of: node, document) }
      if document.hasClass("reader-credits", node) { byline = Self.words(of: node, document) }
      if document.hasClass("reader-domain", node) { site = Self.words(of: node, document) }
    }
  }

  private static func words(of node: Int, _ document: HTMLDocument) -> String? {
    let words = document.text(of: node)
    return words.isEmpty ? nil : words
  }
}
