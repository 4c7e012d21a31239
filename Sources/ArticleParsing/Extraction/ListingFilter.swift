/// Decides about the blocks of a page whose words are nearly all links: lists of articles, products, results.
struct ListingFilter {
  private(set) var verdicts: [BoilerplateRule]
  /// The characters of the blocks that stay.
  private(set) var keptLength = 0
  /// The element that holds the list.
  private(set) var root: Int

  /// Keeps what stands in the element that holds most of the words, links included; `nil` when nothing does.
  ///
  /// - Complexity: O(number of nodes).
  init?(_ page: PageNodes, blocks: [PageBlock], elementRules: [BoilerplateRule]) {
    let document = page.document
    var before = [Int](repeating: 0, count: document.nodes.count + 1)
    for (index, block) in blocks.enumerated() where elementRules[index] == .none {
      before[block.nodes.lowerBound + 1] = block.length
    }
    for node in document.nodes.indices { before[node + 1] += before[node] }
    func length(_ node: Int) -> Int { before[document.subtree(of: node).upperBound] - before[node] }
    root = page.body
    while true {
      let whole = length(root)
      guard whole > 0,
        let best = document.children(of: root).max(by: { length($0) < length($1) }),
        page.isBlock(best), ![.p, .li, .table, .tbody, .tr, .td].contains(document.tag(best))
      else { break }
      let needed = page.flags[best].contains(.isArticle) ? 50 : 75
      guard length(best) * 100 >= whole * needed else { break }
      root = best
    }
    let inside = document.subtree(of: root)
    verdicts = elementRules
    for (index, block) in blocks.enumerated() where verdicts[index] == .none {
      if inside.contains(block.nodes.lowerBound) {
        keptLength += block.length
      } else {
        verdicts[index] = .outside
      }
    }
    guard keptLength > 0 else { return nil }
  }
}
