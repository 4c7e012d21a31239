/// Where on a page metadata of the article may be printed: not in hidden parts, comments, or lists of other articles.
struct MetadataScope {
  /// How much a place speaks against what is printed there.
  enum Foreignness: UInt8 {
    /// Nothing speaks against it.
    case none
    /// Beside the article: bylines stand there too.
    case beside
    /// About something else, or not shown.
    case other
  }

  let page: PageNodes
  /// The element that holds the article.
  let root: Int
  /// The node of the article's headline, or of its beginning.
  private(set) var headline: Int
  /// Whether a heading was found that is the headline.
  private(set) var hasHeadline = false
  /// The first heading after the headline.
  private var nextHeading: Int?
  /// For each node how much its place speaks against it.
  private let foreignness: [Foreignness]

  /// Makes the scope of a page.
  ///
  /// - Complexity: O(number of nodes).
  init(_ page: PageNodes, selection: ArticleSelection, threads: [Int]) {
    self.page = page
    root = selection.root
    var foreignness = [Foreignness](repeating: .none, count: page.document.nodes.count)
    for node in threads { foreignness[node] = .other }
    for node in page.document.nodes.indices {
      if let parent = page.document.parent(of: node),
        foreignness[parent].rawValue > foreignness[node].rawValue
      {
        foreignness[node] = foreignness[parent]
      }
      guard foreignness[node] != .other else { continue }
      switch selection.cuts.indices.contains(node) ? selection.cuts[node] : .none {
      case .comments, .related, .cookies, .login: foreignness[node] = .other
      // The banner of a page may hold its headline.
      case .sidebar, .aside, .advertisement: foreignness[node] = .beside
      default: if page.isHidden(node) { foreignness[node] = .other }
      }
    }
    self.foreignness = foreignness
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
      guard let level = document.tag(node).headingLevel, level <= 2, allowsMarked(node) else { continue }
      if level == 1, first == nil { first = node }
      if PageTitle.folded(document.text(of: node)) == wanted {
        settle(on: node)
        return
      }
    }
    if let first { settle(on: first) }
  }

  private mutating func settle(on node: Int) {
    headline = node
    hasHeadline = true
    let document = page.document
    let rest = document.subtree(of: node).upperBound..<document.nodes.count
    nextHeading = rest.first {
      document.tag($0).headingLevel != nil && !page.isHidden($0) && page.textLength(of: $0) > 0
    }
  }

  /// Whether a node may carry metadata of the article.
  func allows(_ node: Int) -> Bool { foreignness[node] == .none }

  /// Whether a node that says itself what it is may carry metadata of the article.
  func allowsMarked(_ node: Int) -> Bool { foreignness[node] != .other }

  /// How many characters of text stand between a node and the headline.
  func distance(of node: Int) -> Int {
    let gap = Int(page.textBefore[node]) - Int(page.textBefore[headline])
    // What stands before the headline is rarer.
    return gap < 0 ? -gap * 2 : max(0, gap - page.textLength(of: headline))
  }

  /// Whether a node stands after the headline.
  func isAfterHeadline(_ node: Int) -> Bool { node > headline }

  /// Whether another heading stands between the headline and a node after it.
  func isUnderAnotherHeading(_ node: Int) -> Bool { nextHeading.map { $0 < node } ?? false }

  /// Whether the node lies inside the element that holds the article.
  func isInRoot(_ node: Int) -> Bool { page.document.subtree(of: root).contains(node) }
}
