import ArticleModel

/// A page that is searched for comments.
struct CommentPage {
  /// What a browser shows of the page.
  let shown: PageNodes
  /// The page's address, for links.
  let base: String?
  /// The class words and identifiers.
  let vocabulary: PageVocabulary

  /// Makes a page ready for the search.
  ///
  /// - Complexity: O(number of nodes and attributes).
  init(_ shown: PageNodes, base: String?) {
    self.shown = shown
    self.base = base
    vocabulary = PageVocabulary(shown.document)
  }

  var document: HTMLDocument { shown.document }

  /// The page with what shows its comments: all of it when they are hidden until a script unfolds them.
  func nodes(for units: [CommentUnit]) -> PageNodes {
    units.contains { shown.isHidden($0.element) } ? PageNodes(document, reading: .everything) : shown
  }
}

/// The discussion of a page.
struct FoundThread {
  /// The comments.
  var thread: CommentThread
  /// The comments' places in the page, in document order.
  var units: [CommentUnit]
  /// The elements that hold nothing but the discussion and must not become part of the article.
  var containers: [Int]
  /// The name of whom started the discussion, where the page says it apart from the comments.
  var submitter: String?
}
