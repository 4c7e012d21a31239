/// Brings back sentences at either end of the article that stand in the element that holds it.
enum LeadRepair {
  /// Repairs the verdicts about blocks.
  ///
  /// - Complexity: O(number of blocks).
  static func apply(to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes, root: Int) {
    let inside = page.document.subtree(of: root)
    guard let first = verdicts.firstIndex(of: .none), let last = verdicts.lastIndex(of: .none) else { return }
    keepStandfirst(before: first, verdicts: &verdicts, blocks: blocks, page: page)
    var index = first - 1
    while index >= 0, first - index <= 3, isSentence(blocks[index], verdicts[index], page, inside) {
      verdicts[index] = .none
      index -= 1
    }
    index = last + 1
    while index < blocks.count, isSentence(blocks[index], verdicts[index], page, inside),
      page.document.parent(of: blocks[index].container) == page.document.parent(of: blocks[last].container)
    {
      verdicts[index] = .none
      index += 1
    }
    keepClosing(at: index, verdicts: &verdicts, blocks: blocks, page: page)
  }

  /// Brings back the paragraph with which the article's element closes, though it is short and ends in no full stop.
  ///
  /// It follows a paragraph that stays in the same element, and neither its tag nor its words tell it from that one.
  private static func keepClosing(
    at index: Int, verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes
  ) {
    guard index > 0, index < blocks.count, verdicts[index] == .ending else { return }
    let document = page.document
    let block = blocks[index]
    let before = blocks[index - 1].container
    let parent = document.parent(of: block.container)
    let isLast = index + 1 == blocks.count || document.parent(of: blocks[index + 1].container) != parent
    if isLast, document.tag(block.container) == .p, document.tag(before) == .p,
      document.parent(of: before) == parent, document.nodes[block.container].attributeCount == 0,
      block.length >= 20, block.statistics.words >= 5, block.linkLength == 0,
      !block.statistics.hasCopyright, !BlockFilter.opensEnding(block, page)
    {
      verdicts[index] = .none
    }
  }

  /// Brings back the sentences between the headline and the article, which themes print in a header of their own.
  private static func keepStandfirst(
    before first: Int, verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes
  ) {
    let nearest = max(0, first - 12)
    guard
      let headline = (nearest..<first).last(where: { page.document.tag(blocks[$0].container) == .h1 })
    else { return }
    for index in headline + 1..<first {
      let block = blocks[index]
      switch verdicts[index] {
      case .table, .beginning, .ending, .outside: break
      default: continue
      }
      let tag = page.document.tag(block.container)
      if [.p, .h2, .h3, .div].contains(tag), (50...500).contains(block.length), block.statistics.endsSentence,
        block.statistics.words >= 8 || block.statistics.commas > 2, block.linkShare < 0.2,
        page.traits[block.container].isDisjoint(with: [.byline, .date, .caption, .junk]),
        !block.statistics.hasCopyright, !BlockFilter.opensEnding(block, page)
      {
        verdicts[index] = .none
      }
    }
  }

  private static func isSentence(
    _ block: PageBlock, _ verdict: BoilerplateRule, _ page: PageNodes, _ inside: Range<Int>
  ) -> Bool {
    switch verdict {
    case .table, .beginning, .ending: break
    default: return false
    }
    return inside.contains(block.nodes.lowerBound) && page.document.tag(block.container) == .p
      && block.length >= 40 && block.statistics.endsSentence && block.linkShare < 0.3
      && !block.statistics.hasCopyright && !BlockFilter.opensEnding(block, page)
  }
}
