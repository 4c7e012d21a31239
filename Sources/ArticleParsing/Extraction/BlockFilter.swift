/// Decides about the blocks inside the content root by rules.
struct BlockFilter {
  /// For each block of the page why it is no part of the article; `.none` when it is.
  private(set) var verdicts: [BoilerplateRule]
  /// The characters of the blocks that stay.
  private(set) var keptLength = 0

  /// Takes over the decision about a page of links.
  init(_ listing: ListingFilter) {
    verdicts = listing.verdicts
    keptLength = listing.keptLength
  }

  /// Filters the blocks of a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - blocks: Its blocks.
  ///   - elementRules: For each block the rule that took an element around it out.
  ///   - root: The element that holds the article.
  /// - Complexity: O(number of blocks × depth of lists inside the root + text of short blocks).
  init(_ page: PageNodes, blocks: [PageBlock], elementRules: [BoilerplateRule], root: Int) {
    verdicts = elementRules
    let document = page.document
    let inside = document.subtree(of: root)
    let listShares = Self.lists(page)
    var rows: [Int] = []
    for index in blocks.indices where verdicts[index] == .none {
      guard inside.contains(blocks[index].nodes.lowerBound) else {
        verdicts[index] = .outside
        continue
      }
      rows.append(index)
      verdicts[index] = Self.verdict(blocks[index], page: page, root: root, lists: listShares)
    }
    trimEnds(rows, blocks: blocks, page: page)
    dropEndings(rows, blocks: blocks, page: page)
    for index in rows where verdicts[index] == .none { keptLength += blocks[index].length }
  }

  private static func verdict(
    _ block: PageBlock, page: PageNodes, root: Int, lists: [Int32]
  ) -> BoilerplateRule {
    let tag = page.document.tag(block.container)
    let isSentence = block.statistics.endsSentence && block.length > 50
    if tag.headingLevel == nil, block.linkShare > 0.5, block.length < 340, !isSentence { return .links }
    let list = Int(lists[block.container])
    if list > root, block.length <= 100 {
      let text = page.textLength(of: list)
      if text > 0, page.linkLength(of: list) * 2 > text { return .links }
    }
    return .none
  }

  /// For each node the outermost list or table around it, or -1.
  private static func lists(_ page: PageNodes) -> [Int32] {
    let document = page.document
    var lists = [Int32](repeating: -1, count: document.nodes.count)
    for node in document.nodes.indices {
      guard let parent = document.parent(of: node) else { continue }
      if lists[parent] >= 0 {
        lists[node] = lists[parent]
      } else {
        switch document.tag(node) {
        case .ul, .ol, .dl: lists[node] = Int32(node)
        default: break
        }
      }
    }
    return lists
  }

  /// Takes out what stands before the first and after the last real paragraph, headings right before it excepted.
  private mutating func trimEnds(_ rows: [Int], blocks: [PageBlock], page: PageNodes) {
    func tag(_ row: Int) -> HTMLTag { page.document.tag(blocks[rows[row]].container) }
    func isParagraph(_ row: Int) -> Bool {
      let block = blocks[rows[row]]
      guard verdicts[rows[row]] == .none, tag(row).headingLevel == nil else { return false }
      return block.length >= 50 && block.statistics.endsSentence || block.length >= 115 || tag(row) == .pre
    }
    guard var first = rows.indices.first(where: isParagraph), var last = rows.indices.last(where: isParagraph)
    else { return }
    while first > 0, verdicts[rows[first - 1]] == .none, let level = tag(first - 1).headingLevel,
      (2...4).contains(level)
    {
      first -= 1
    }
    while last + 1 < rows.count, verdicts[rows[last + 1]] == .none,
      blocks[rows[last + 1]].statistics.endsSentence,
      [.p, .li, .td, .dd, .blockquote, .div].contains(tag(last + 1)),
      !Self.opensEnding(blocks[rows[last + 1]], page)
    {
      last += 1
    }
    for row in 0..<first where verdicts[rows[row]] == .none { verdicts[rows[row]] = .beginning }
    for row in (last + 1)..<max(last + 1, rows.count) where verdicts[rows[row]] == .none {
      verdicts[rows[row]] = .ending
    }
  }

  /// Takes out short lines that announce other things; a heading of that kind near the end ends the article.
  private mutating func dropEndings(_ rows: [Int], blocks: [PageBlock], page: PageNodes) {
    let total = rows.reduce(0) { $0 + blocks[$1].length }
    var rest = rows.reduce(0) { verdicts[$1] == .none ? $0 + blocks[$1].length : $0 }
    var isOver = false
    for index in rows where verdicts[index] == .none {
      rest -= blocks[index].length
      if isOver {
        verdicts[index] = .ending
      } else if blocks[index].length < 52, Self.opensEnding(blocks[index], page) {
        verdicts[index] = .ending
        let isHeading = page.document.tag(blocks[index].container).headingLevel != nil
        if isHeading, rest * 100 < total * 15 { isOver = true }
      }
    }
    // A heading at the very end heads nothing.
    for index in rows.reversed() where verdicts[index] == .none {
      guard page.document.tag(blocks[index].container).headingLevel != nil else { break }
      verdicts[index] = .ending
    }
  }

  /// Whether the block begins with a phrase that opens what follows an article.
  static func opensEnding(_ block: PageBlock, _ page: PageNodes) -> Bool {
    let document = page.document
    return document.bytes.withUnsafeBufferPointer { bytes in
      let first = document.nodes[block.nodes.lowerBound]
      let start = Int(first.textStart)
      return EndingPhrases.opens(
        UnsafeBufferPointer(rebasing: bytes[start..<start + Int(first.textCount)]))
    }
  }
}
