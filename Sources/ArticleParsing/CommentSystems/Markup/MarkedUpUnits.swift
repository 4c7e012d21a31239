/// The comments and stubs of a page that fit a markup, in document order.
struct MarkedUpUnits {
  private(set) var all: [CommentUnit] = []

  /// Searches a page.
  ///
  /// - Complexity: O(number of nodes).
  init(_ markup: CommentMarkup, on page: CommentPage) {
    let document = page.document
    let possible = markup.comments.filter { page.vocabulary.mayHave($0) }
    guard !possible.isEmpty else { return }
    let comments = ElementMatcher(possible, in: document)
    let stubs = ElementMatcher(markup.stubs.filter { page.vocabulary.mayHave($0) }, in: document)
    let elsewhere = ElementMatcher(markup.elsewhere.filter { page.vocabulary.mayHave($0) }, in: document)
    var open: [(end: Int, id: ArraySlice<UInt8>?)] = []
    var node = 0
    while node < document.nodes.count {
      while let last = open.last, last.end <= node { open.removeLast() }
      if !elsewhere.isEmpty, elsewhere.matches(node) {
        node = document.subtree(of: node).upperBound
        continue
      }
      if comments.matches(node) {
        // Themes repeat the identifier on an element inside the comment.
        let id = number(of: node, document)
        let isRepeated = open.last.map { $0.id != nil && $0.id == id } ?? false
        if !isRepeated {
          let unit = unit(at: node, markup.extent, document)
          all.append(unit)
          open.append((unit.end, id))
        }
      } else if !stubs.isEmpty, stubs.matches(node) {
        all.append(CommentUnit(element: node, end: document.subtree(of: node).upperBound, isStub: true))
      }
      node += 1
    }
    keepSection(markup.sections.filter { page.vocabulary.mayHave($0) }, document)
    if markup.extent == .untilNext { extendRuns(document) }
  }

  /// The number at the end of an element's identifier, or of the first identifier inside it.
  private func number(of node: Int, _ document: HTMLDocument) -> ArraySlice<UInt8>? {
    for candidate in document.subtree(of: node).prefix(7) {
      guard let id = document.attributeBytes("id", of: candidate) else { continue }
      let start = (id.lastIndex { !ASCII.isDigit($0) } ?? id.startIndex - 1) + 1
      return start < id.endIndex ? id[start...] : nil
    }
    return nil
  }

  private func unit(at node: Int, _ extent: CommentMarkup.Extent, _ document: HTMLDocument) -> CommentUnit {
    let element = extent == .parent ? document.parent(of: node) ?? node : node
    return CommentUnit(
      element: element, end: document.subtree(of: element).upperBound, isRun: extent == .untilNext)
  }

  /// Keeps only the comments of the first section that holds any.
  private mutating func keepSection(_ sections: [ElementPattern], _ document: HTMLDocument) {
    for pattern in sections {
      let matcher = ElementMatcher([pattern], in: document)
      for section in document.nodes.indices.lazy.filter(matcher.matches).prefix(8) {
        let range = document.subtree(of: section)
        let inside = all.filter { range.contains($0.element) }
        if inside.contains(where: { !$0.isStub }) {
          all = inside
          return
        }
      }
    }
  }

  /// Lets each comment reach to the next one or to the end of the element around it.
  private mutating func extendRuns(_ document: HTMLDocument) {
    for index in all.indices {
      guard let parent = document.parent(of: all[index].element) else { continue }
      let end = document.subtree(of: parent).upperBound
      all[index].end = index + 1 < all.count ? min(end, all[index + 1].element) : end
    }
  }
}
