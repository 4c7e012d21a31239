/// Keeps lists and tables whole: an item is judged by the list that it is in.
///
/// Items are short, so that neither rules nor the table can tell much of one alone. A list is kept when most of it is
/// kept, or any of it after a paragraph that stays, or when it is short and stands between two.
enum ListRepair {
  /// Longer ones are no lists but hold a page.
  private static let longest = 6000
  /// Longer lists of which nothing is kept do not come back.
  private static let longestUnkept = 600
  /// Names of elements that are no part of the text.
  private static let foreign: ClassTraits = [.junk, .firmJunk, .comments, .byline, .date, .control]

  /// A list and the blocks in it.
  private struct List {
    var node: Int
    var blocks: Range<Int>
  }

  /// Repairs the verdicts about blocks.
  ///
  /// - Complexity: O(number of nodes).
  static func apply(to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes) {
    var index = 0
    while index < blocks.count {
      guard let node = outermostList(around: blocks[index].container, in: page.document) else {
        index += 1
        continue
      }
      let end = page.document.subtree(of: node).upperBound
      var last = index
      while last < blocks.count, blocks[last].nodes.lowerBound < end { last += 1 }
      let list = List(node: node, blocks: index..<last)
      if isKept(list, verdicts: verdicts, blocks: blocks, page: page) {
        for item in list.blocks where isDoubtful(verdicts[item]) { verdicts[item] = .none }
      }
      index = max(last, index + 1)
    }
  }

  private static func isKept(
    _ list: List, verdicts: [BoilerplateRule], blocks: [PageBlock], page: PageNodes
  ) -> Bool {
    var kept = 0
    var total = 0
    var links = 0
    for item in list.blocks {
      total += blocks[item].length
      links += Int(blocks[item].linkLength)
      if verdicts[item] == .none { kept += blocks[item].length }
    }
    guard total < longest, links * 2 < total else { return false }
    if list.blocks.count > 1, kept * 10 >= total * 6 { return true }
    // Of tables, and of lists that anything else speaks against, only most of it counts.
    guard page.document.tag(list.node) != .table, page.traits[list.node].isDisjoint(with: foreign),
      list.blocks.allSatisfy({ verdicts[$0] == .none || isDoubtful(verdicts[$0]) }),
      list.blocks.lowerBound > 0, verdicts[list.blocks.lowerBound - 1] == .none
    else { return false }
    if kept > 0 { return true }
    let after = list.blocks.upperBound
    guard total <= longestUnkept, after < blocks.count, verdicts[after] == .none else { return false }
    let before = blocks[list.blocks.lowerBound - 1]
    let parent = page.document.parent(of: list.node)
    return announces(before, page.document) || before.container == parent
      || page.document.parent(of: before.container) == parent
  }

  /// Whether a block ends in a colon.
  private static func announces(_ block: PageBlock, _ document: HTMLDocument) -> Bool {
    for node in block.nodes.reversed() where document.tag(node) == .text {
      let words = document.textBytes(node)
      guard let last = words.last(where: { $0 > 0x20 }) else { continue }
      return last == UInt8(ascii: ":") || words.suffix(3).elementsEqual([0xEF, 0xBC, 0x9A])
    }
    return false
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
