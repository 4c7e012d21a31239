/// Keeps posts of social networks that an article shows: they are block quotations, whatever their markup says.
enum EmbeddedPosts {
  /// Longer ones are pages of their own.
  private static let longest = 3000

  /// The outermost elements that hold an embedded post.
  ///
  /// - Complexity: O(number of nodes).
  static func elements(on page: PageNodes) -> Set<Int> {
    var found: Set<Int> = []
    var end = 0
    for node in page.document.nodes.indices
    where node >= end && page.traits[node].contains(.embeddedPost) && !page.isHidden(node)
      && page.textLength(of: node) < longest && page.textLength(of: node) > 0
    {
      end = page.document.subtree(of: node).upperBound
      // A quotation inside is the post; the element around it holds its buttons.
      let quotation = page.document.subtree(of: node).first { page.document.tag($0) == .blockquote }
      found.insert(quotation ?? node)
    }
    return found
  }

  /// Repairs the verdicts about blocks: posts between blocks that stay, stay.
  ///
  /// - Complexity: O(number of nodes and blocks).
  static func apply(to verdicts: inout [BoilerplateRule], blocks: [PageBlock], page: PageNodes, root: Int) {
    let posts = elements(on: page).sorted()
    guard !posts.isEmpty, let first = verdicts.firstIndex(of: .none),
      let last = verdicts.lastIndex(of: .none)
    else { return }
    let inside = page.document.subtree(of: root)
    var index = first
    for post in posts where inside.contains(post) {
      let nodes = page.document.subtree(of: post)
      while index < last, blocks[index].nodes.lowerBound < nodes.lowerBound { index += 1 }
      while index < last, blocks[index].nodes.lowerBound < nodes.upperBound {
        switch verdicts[index] {
        case .links, .table, .beginning, .ending, .share: verdicts[index] = .none
        default: break
        }
        index += 1
      }
    }
  }
}
