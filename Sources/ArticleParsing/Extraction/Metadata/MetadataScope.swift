/// Where on a page metadata of the article may be printed: not in hidden parts, comments, or lists of other articles.
struct MetadataScope {
  let page: PageNodes
  /// The element that holds the article.
  let root: Int
  /// The node of the article's headline, or of its beginning.
  private(set) var headline: Int
  /// For each node whether it is out of the question.
  private let isForeign: [Bool]

  /// Makes the scope of a page.
  ///
  /// - Complexity: O(number of nodes).
  init(_ page: PageNodes, selection: ArticleSelection, threads: [Int]) {
    self.page = page
    root = selection.root
    var isForeign = [Bool](repeating: false, count: page.document.nodes.count)
    for node in threads { isForeign[node] = true }
    for node in page.document.nodes.indices {
      if let parent = page.document.parent(of: node), isForeign[parent] {
        isForeign[node] = true
        continue
      }
      switch selection.cuts.indices.contains(node) ? selection.cuts[node] : .none {
      case .comments, .related, .sidebar, .aside, .cookies, .advertisement, .login: isForeign[node] = true
      default: if page.isHidden(node) { isForeign[node] = true }
      }
    }
    self.isForeign = isForeign
    headline = selection.root
  }

  /// Looks for the headline among the headings, by the title that was found.
  mutating func place(title: String?) {
    guard let title else { return }
    let wanted = PageTitle.folded(title)
    guard !wanted.isEmpty else { return }
    let document = page.document
    var first: Int?
    for node in document.nodes.indices {
      guard let level = document.tag(node).headingLevel, level <= 2, !isForeign[node] else { continue }
      if level == 1, first == nil { first = node }
      if PageTitle.folded(document.text(of: node)) == wanted {
        headline = node
        return
      }
    }
    if let first { headline = first }
  }

  /// Whether a node may carry metadata of the article.
  func allows(_ node: Int) -> Bool { !isForeign[node] }

  /// How many characters of text stand between a node and the headline.
  func distance(of node: Int) -> Int {
    let gap = Int(page.textBefore[node]) - Int(page.textBefore[headline])
    // What stands before the headline is rarer.
    return gap < 0 ? -gap * 2 : max(0, gap - page.textLength(of: headline))
  }

  /// Whether the node lies inside the element that holds the article.
  func isInRoot(_ node: Int) -> Bool { page.document.subtree(of: root).contains(node) }
}
