/// Tells several articles in one page apart: the one that the page is about stays, the others do not.
enum ArticleSeparation {
  /// Shorter ones are teasers, and lists of short articles are left alone.
  private static let shortest = 800

  /// Repairs the verdicts about blocks.
  ///
  /// Pages that load the next article at the end of the first, and archives that print several in full, have several
  /// `article` elements, each with much text and a heading of its own, of the same level as the headline.
  ///
  /// - Complexity: O(number of nodes).
  static func apply(
    to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes, headline: Int
  ) {
    let document = page.document
    guard let level = document.tag(headline).headingLevel,
      let own = outermostArticle(around: headline, document)
    else { return }
    let range = document.subtree(of: own)
    var kept = 0
    for index in blocks.indices
    where verdicts[index] == .none && range.contains(blocks[index].nodes.lowerBound) {
      kept += blocks[index].length
    }
    guard kept >= shortest else { return }
    var node = page.body
    var index = 0
    while node < document.nodes.count {
      guard document.tag(node) == .article, !document.subtree(of: node).contains(own),
        page.plainLength(of: node) >= shortest, hasHeading(node, upTo: level, document)
      else {
        node = node == own ? range.upperBound : node + 1
        continue
      }
      let other = document.subtree(of: node)
      while index < blocks.count, blocks[index].nodes.lowerBound < other.upperBound {
        if other.contains(blocks[index].nodes.lowerBound), verdicts[index] == .none {
          verdicts[index] = .otherArticle
        }
        index += 1
      }
      node = other.upperBound
    }
  }

  private static func outermostArticle(around node: Int, _ document: HTMLDocument) -> Int? {
    var article: Int?
    var current = document.parent(of: node)
    while let element = current {
      if document.tag(element) == .article { article = element }
      current = document.parent(of: element)
    }
    return article
  }

  /// Whether an element has a heading that is as high as another article's.
  private static func hasHeading(_ node: Int, upTo level: Int, _ document: HTMLDocument) -> Bool {
    document.descendants(of: node).contains { document.tag($0).headingLevel.map { $0 <= level } ?? false }
  }
}
