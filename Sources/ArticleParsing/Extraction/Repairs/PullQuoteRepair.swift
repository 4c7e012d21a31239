/// Sets pull quotes aside: displayed passages that repeat words of the article.
enum PullQuoteRepair {
  /// More displayed passages than this are a collection of quotations, not an article with pull quotes.
  private static let most = 24

  /// Repairs the verdicts about blocks.
  ///
  /// - Complexity: O(size of the article × number of displayed passages, at most `most`).
  static func apply(to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes) {
    let candidates = blocks.indices.filter { index in
      verdicts[index] == .none && (20...400).contains(blocks[index].length)
        && isDisplayed(blocks[index].container, page)
    }
    guard !candidates.isEmpty, candidates.count <= most else { return }
    let isCandidate = Set(candidates)
    var words: [UInt8] = []
    for index in blocks.indices where verdicts[index] == .none && !isCandidate.contains(index) {
      words.append(contentsOf: folded(blocks[index], page))
      words.append(0)
    }
    for index in candidates {
      let wanted = folded(blocks[index], page)
      if wanted.count >= 16, contains(wanted, in: words) { verdicts[index] = .repetition }
    }
  }

  /// Whether a block stands in a quotation, an aside or a figure, or is called a pull quote.
  private static func isDisplayed(_ node: Int, _ page: PageNodes) -> Bool {
    var current: Int? = node
    for _ in 0..<4 {
      guard let element = current else { return false }
      if page.traits[element].contains(.pullQuote) { return true }
      switch page.document.tag(element) {
      case .blockquote, .aside, .figure, .q: return true
      case .article, .main, .body, .section: return false
      default: break
      }
      current = page.document.parent(of: element)
    }
    return false
  }

  /// The letters and digits of a block, in lower case.
  private static func folded(_ block: PageBlock, _ page: PageNodes) -> [UInt8] {
    var words: [UInt8] = []
    for node in block.nodes where page.document.tag(node) == .text && !page.isHidden(node) {
      for byte in page.document.textBytes(node) {
        if byte >= 0x80 {
          // Quotation marks and dashes of the general punctuation block differ between the copies.
          words.append(byte)
        } else if ASCII.isLetter(byte) || ASCII.isDigit(byte) {
          words.append(ASCII.lowercased(byte))
        }
      }
    }
    // Marks at the ends: E2 80 xx.
    while words.count >= 3, words[0] == 0xE2, words[1] == 0x80 { words.removeFirst(3) }
    while words.count >= 3, words[words.count - 3] == 0xE2, words[words.count - 2] == 0x80 {
      words.removeLast(3)
    }
    return words
  }

  private static func contains(_ wanted: [UInt8], in words: [UInt8]) -> Bool {
    guard let first = wanted.first, words.count >= wanted.count else { return false }
    var position = 0
    while position <= words.count - wanted.count {
      if words[position] == first, words[position..<position + wanted.count].elementsEqual(wanted) {
        return true
      }
      position += 1
    }
    return false
  }
}
