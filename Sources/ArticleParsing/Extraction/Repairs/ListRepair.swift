/// Keeps lists and tables whole: most of an item's neighbours in the article means that the item is in it.
enum ListRepair {
  /// Repairs the verdicts about blocks.
  ///
  /// - Complexity: O(number of nodes).
  static func apply(to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes) {
    let document = page.document
    var index = 0
    while index < blocks.count {
      guard let list = outermostList(around: blocks[index].container, in: document) else {
        index += 1
        continue
      }
      let end = document.subtree(of: list).upperBound
      var last = index
      var kept = 0
      var total = 0
      var links = 0
      while last < blocks.count, blocks[last].nodes.lowerBound < end {
        total += blocks[last].length
        links += Int(blocks[last].linkLength)
        if verdicts[last] == .none { kept += blocks[last].length }
        last += 1
      }
      // Tables that hold a whole page are no lists.
      if kept * 10 >= total * 6, last - index > 1, total < 6000, links * 2 < total {
        for item in index..<last where isDoubtful(verdicts[item]) { verdicts[item] = .none }
      }
      index = max(last, index + 1)
    }
  }

  private static func isDoubtful(_ rule: BoilerplateRule) -> Bool {
    switch rule {
    case .links, .table, .beginning, .ending: true
    default: false
    }
  }

  /// The outermost list around an element, at most twelve steps away, or its table when that is close.
  private static func outermostList(around node: Int, in document: HTMLDocument) -> Int? {
    var list: Int?
    var current: Int? = node
    for _ in 0..<12 {
      guard let element = current else { break }
      switch document.tag(element) {
      case .ul, .ol, .dl, .table: list = element
      case .body, .article, .main, .nav: return list
      default: break
      }
      current = document.parent(of: element)
    }
    return list
  }
}
