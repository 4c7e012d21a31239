/// How the evidence for an article is spread over a page: running sums of the blocks' masses.
struct ArticleMass {
  private let before: [Float]

  /// Sums up the masses of the blocks for which `counts` holds.
  ///
  /// - Complexity: O(number of nodes).
  init(_ page: PageNodes, blocks: [PageBlock], where counts: (Int) -> Bool) {
    var sums = [Float](repeating: 0, count: page.document.nodes.count + 1)
    for index in blocks.indices where counts(index) {
      let block = blocks[index]
      sums[block.nodes.lowerBound + 1] += block.mass(tag: page.document.tag(block.container))
    }
    var sum: Float = 0
    for index in sums.indices {
      sum += sums[index]
      sums[index] = sum
    }
    before = sums
  }

  /// The mass of a subtree.
  func callAsFunction(_ node: Int, in document: HTMLDocument) -> Float {
    before[document.subtree(of: node).upperBound] - before[node]
  }
}

/// Finds the element that holds the article, by going down from the body to where the mass is.
enum ContentRoot {
  /// The element that holds the article.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - mass: The mass of its elements.
  ///   - isPlain: Whether only the mass counts, neither tags nor names.
  /// - Returns: The innermost element that holds nearly all of the mass of the one around it.
  /// - Complexity: O(number of nodes).
  static func find(_ page: PageNodes, mass: ArticleMass, isPlain: Bool = false) -> Int {
    let document = page.document
    var root = page.body
    while true {
      let whole = mass(root, in: document)
      guard whole > 0 else { return root }
      var best = -1
      var bestMass: Float = 0
      for child in document.children(of: root) {
        let share = mass(child, in: document)
        if share > bestMass {
          best = child
          bestMass = share
        }
      }
      let needed = isPlain ? plainShare(best, on: page) : share(best, on: page)
      guard best >= 0, bestMass >= needed * whole else { return root }
      root = best
    }
  }

  private static func plainShare(_ node: Int, on page: PageNodes) -> Float {
    guard node >= 0 else { return 2 }
    switch page.document.tag(node) {
    case .p, .li, .td, .tr, .tbody, .ul, .ol, .pre, .blockquote, .text: return 2
    default: return 0.7
    }
  }

  private static func share(_ node: Int, on page: PageNodes) -> Float {
    guard node >= 0 else { return 2 }
    switch page.document.tag(node) {
    case .td, .tr, .tbody: return 0.97
    case .table: return 0.9
    case .p, .li, .blockquote, .pre, .ul, .ol, .dl, .h1, .h2, .h3, .text, .a: return 2
    default: break
    }
    if page.flags[node].contains(.isArticle) || page.traits[node].contains(.strong) { return 0.55 }
    return page.traits[node].contains(.good) ? 0.7 : 0.8
  }
}
