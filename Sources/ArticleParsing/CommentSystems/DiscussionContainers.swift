/// Finds the elements of a page that hold nothing but its discussion.
enum DiscussionContainers {
  /// The containers of the comments, in document order.
  ///
  /// The lists around the comments; the whole section when it is called so and holds no article; else the comments.
  ///
  /// - Complexity: O(number of nodes).
  static func find(_ units: [CommentUnit], extra: [ElementPattern], on page: CommentPage) -> [Int] {
    let document = page.document
    var containers: Set<Int> = []
    var isUnit = [Bool](repeating: false, count: document.nodes.count)
    for unit in units { isUnit[unit.element] = true }
    for unit in units {
      guard let list = document.parent(of: unit.element) else { continue }
      if unit.isRun {
        containers.insert(list)
      } else {
        containers.insert([.ol, .ul, .dl].contains(document.tag(list)) ? list : unit.element)
      }
    }
    let patterns = (extra + ["#comments", "#respond"]).filter { page.vocabulary.mayHave($0) }
    let matcher = ElementMatcher(patterns, in: document)
    // Pages have one such section or two; each look inside costs its size.
    for node in document.nodes.indices.lazy.filter({ !matcher.isEmpty && matcher.matches($0) }).prefix(8) {
      let holdsArticle = document.descendants(of: node).contains {
        document.tag($0) == .h1
          || document.tag($0) == .article && !isUnit[$0] && !isUnit[document.parent(of: $0) ?? $0]
      }
      if !holdsArticle { containers.insert(node) }
    }
    return containers.sorted()
  }
}
