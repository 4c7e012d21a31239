/// A run of words between two ends of block elements: what a reader sees as one paragraph, heading or cell.
struct PageBlock {
  /// The nodes of the run; all of them lie in `container`.
  var nodes: Range<Int>
  /// The innermost block element around the run.
  var container: Int
  /// The counts of the words.
  var statistics = TextStatistics()
  /// The characters inside links.
  var linkLength: Int32 = 0

  var length: Int { Int(statistics.length) }

  /// The share of the characters that are in links.
  var linkShare: Float { length > 0 ? Float(linkLength) / Float(length) : 0 }

  /// The words of the block on one line, those of its elements apart.
  ///
  /// - Complexity: O(length).
  func text(in document: HTMLDocument) -> String {
    nodes.lazy.filter { document.tag($0) == .text }.map { document.text(of: $0) }.joined(separator: " ")
  }

  /// How much of an article the block may be: its length and commas, without what is in links.
  func mass(tag: HTMLTag) -> Float {
    guard length >= 22, linkShare <= 0.5 else { return 0 }
    var score = 1 + Float(statistics.commas) * 0.7 + min(Float(length) / 85, 6)
    switch tag {
    case .td, .li, .dd: score *= 0.6
    default: break
    }
    return score * (1 - linkShare)
  }
}

/// The blocks of a page in reading order.
struct PageBlocks {
  private(set) var blocks: [PageBlock] = []

  /// Cuts the visible text of a page into blocks.
  ///
  /// - Complexity: O(number of nodes and bytes).
  init(_ page: PageNodes) {
    let document = page.document
    blocks.reserveCapacity(document.nodes.count / 8)
    document.bytes.withUnsafeBufferPointer { bytes in
      var open: [(node: Int, end: Int)] = []
      var current = PageBlock(nodes: 0..<0, container: page.body)
      var linkEnd = 0
      var preformattedEnd = 0
      var breaks = 0
      func flush() {
        if current.statistics.length > 0 { blocks.append(current) }
        current = PageBlock(nodes: 0..<0, container: open.last?.node ?? page.body)
        breaks = 0
      }
      var node = page.body
      let end = document.subtree(of: page.body).upperBound
      while node < end {
        while let top = open.last, top.end <= node {
          flush()
          open.removeLast()
          current.container = open.last?.node ?? page.body
        }
        let record = document.nodes[node]
        let next = max(node + 1, Int(record.end))
        if page.isHidden(node) {
          node = next
          continue
        }
        switch record.tag {
        case .text:
          let start = Int(record.textStart)
          let words = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(record.textCount)])
          let before = current.statistics.length
          current.statistics.add(words)
          let added = current.statistics.length - before
          if added > 0 {
            if before == 0 { current.nodes = node..<node + 1 }
            current.nodes = current.nodes.lowerBound..<node + 1
            if node < linkEnd { current.linkLength &+= added }
            breaks = 0
          }
        case .br:
          current.statistics.breakWord()
          breaks += 1
          if breaks >= 2, node >= preformattedEnd { flush() }
        case .a: linkEnd = max(linkEnd, next)
        default:
          if page.isBlock(node), node >= preformattedEnd {
            flush()
            open.append((node, next))
            current.container = node
            if record.tag == .pre { preformattedEnd = next }
          }
        }
        node += 1
      }
      while !open.isEmpty {
        flush()
        open.removeLast()
      }
      flush()
    }
  }
}
