/// Keeps headings inside the article, and drops those that head nothing.
enum HeadingRepair {
  /// Repairs the verdicts about blocks.
  ///
  /// - Complexity: O(number of blocks).
  static func apply(to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes, root: Int) {
    let document = page.document
    func level(_ index: Int) -> Int? { document.tag(blocks[index].container).headingLevel }
    let inside = document.subtree(of: root)
    // A heading between two blocks that stay, in the element that holds the article, stays.
    var previous: Int?
    for index in blocks.indices {
      defer { if verdicts[index] == .none { previous = index } }
      guard verdicts[index] != .none, let level = level(index), level >= 2, index + 1 < blocks.count,
        verdicts[index + 1] == .none, self.level(of: index + 1, blocks, document) == nil,
        let before = previous, index - before <= 2, isDoubtful(verdicts[index]),
        inside.contains(blocks[index].nodes.lowerBound), blocks[index].linkShare < 0.5,
        !BlockFilter.opensEnding(blocks[index], page)
      else { continue }
      verdicts[index] = .none
    }
    for index in blocks.indices.reversed() where verdicts[index] == .none {
      guard level(index) != nil else { break }
      verdicts[index] = .ending
    }
    if !verdicts.contains(.none), let only = blocks.indices.first(where: { verdicts[$0] == .ending }) {
      verdicts[only] = .none
    }
  }

  private static func level(of index: Int, _ blocks: [PageBlock], _ document: HTMLDocument) -> Int? {
    document.tag(blocks[index].container).headingLevel
  }

  private static func isDoubtful(_ rule: BoilerplateRule) -> Bool {
    switch rule {
    case .links, .table, .beginning, .ending: true
    default: false
    }
  }
}
