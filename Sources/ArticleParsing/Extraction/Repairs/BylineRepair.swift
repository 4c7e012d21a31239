/// Sets the printed byline aside once its names are known: it stands above the article already.
enum BylineRepair {
  /// Longer lines say more than who wrote.
  private static let longest = 160

  /// Repairs the verdicts about blocks.
  ///
  /// - Parameters:
  ///   - verdicts: The verdict about each block.
  ///   - blocks: The blocks of the page.
  ///   - page: The page.
  ///   - place: The nodes that name the authors.
  /// - Complexity: O(number of blocks).
  static func apply(
    to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes, place: Range<Int>
  ) {
    var lines: [Int] = []
    for index in blocks.indices where verdicts[index] == .none {
      let block = blocks[index]
      guard block.nodes.lowerBound < place.upperBound else { break }
      guard place.lowerBound <= block.nodes.lowerBound, block.nodes.upperBound <= place.upperBound,
        block.length <= longest, page.document.tag(block.container).headingLevel == nil,
        !endsInFullStop(block, page.document)
      else { continue }
      lines.append(index)
    }
    // What is nothing but a byline stays.
    guard verdicts.count(where: { $0 == .none }) > lines.count else { return }
    for index in lines { verdicts[index] = .byline }
  }

  /// Whether a block is a sentence: one about the author, or of the article.
  private static func endsInFullStop(_ block: PageBlock, _ document: HTMLDocument) -> Bool {
    for node in block.nodes.reversed() where document.tag(node) == .text {
      guard let last = document.textBytes(node).last(where: { $0 > 0x20 }) else { continue }
      return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
    }
    return false
  }
}
