/// Tells several articles in one page apart: the one that the page is about stays, those that follow do not.
enum ArticleSeparation {
  /// Repairs the verdicts about blocks.
  ///
  /// Pages that load the next article at the end of the first have several `article` elements with a heading and much
  /// text of their own. Lists of short articles are left alone.
  ///
  /// - Complexity: O(number of nodes).
  static func apply(
    to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes, headline: Int
  ) {
    let document = page.document
    var own: Int?
    var current = document.parent(of: headline)
    while let element = current {
      if document.tag(element) == .article { own = element }
      current = document.parent(of: element)
    }
    guard let own else { return }
    let range = document.subtree(of: own)
    var kept = 0
    for index in blocks.indices
    where verdicts[index] == .none && range.contains(blocks[index].nodes.lowerBound) {
      kept += blocks[index].length
    }
    guard kept >= 800 else { return }
    var node = range.upperBound
    var index = 0
    while node < document.nodes.count {
      guard document.tag(node) == .article, page.plainLength(of: node) >= 800,
        document.descendants(of: node).contains(where: { document.tag($0) == .h1 })
      else {
        node += 1
        continue
      }
      let other = document.subtree(of: node)
      while index < blocks.count, blocks[index].nodes.lowerBound < other.upperBound {
        if other.contains(blocks[index].nodes.lowerBound), verdicts[index] == .none {
          verdicts[index] = .outside
        }
        index += 1
      }
      node = other.upperBound
    }
  }
}
