/// Takes elements out of the question by tag, role and name.
///
/// What holds much of the page's words stays, whatever it is called.
struct ElementRules {
  /// How readily elements are taken out; later passes are for pages of which the first leaves little.
  enum Strictness: Int, CaseIterable {
    case full
    /// Large elements stay even when they are called comments.
    case lenient
    /// Names do not count.
    case tagsOnly
  }

  /// For each node the rule that takes it out with all its descendants.
  private(set) var cuts: [BoilerplateRule]
  /// The elements taken out for being called comments, outermost first.
  private(set) var commentElements: [Int] = []

  /// Applies the rules to a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - threads: The elements that are known to hold comments.
  ///   - strictness: How readily elements are taken out.
  /// - Complexity: O(number of nodes).
  init(_ page: PageNodes, threads: [Int], strictness: Strictness) {
    let document = page.document
    cuts = Array(repeating: .none, count: document.nodes.count)
    for node in threads { cuts[node] = .comments }
    let total = max(1, page.plainLength(of: page.body))
    var node = page.body + 1
    let end = document.subtree(of: page.body).upperBound
    while node < end {
      let next = document.subtree(of: node).upperBound
      if page.isHidden(node) {
        node = next
        continue
      }
      if cuts[node] == .none, document.tag(node) != .text {
        cuts[node] = Self.rule(for: node, on: page, total: total, strictness: strictness)
        if cuts[node] == .comments { commentElements.append(node) }
      }
      node = cuts[node] == .none ? node + 1 : next
    }
  }

  private static func rule(
    for node: Int, on page: PageNodes, total: Int, strictness: Strictness
  ) -> BoilerplateRule {
    let tag = page.document.tag(node)
    guard page.isBlock(node) || tag == .span || tag == .ins || tag == .button else { return .none }
    let plain = page.plainLength(of: node)
    let isBig = plain * 2 > total
    switch tag {
    case .nav, .menu: if !isBig { return .navigation }
    case .footer: if !isBig { return .footer }
    case .aside: if !isBig, page.textLength(of: node) * 10 < total * 3 { return .aside }
    case .form: if !isBig { return .form }
    case .button: return .form
    case .header: if !isBig, page.document.parent(of: node) == page.body { return .header }
    default: break
    }
    if page.flags[node].contains(.hasForeignRole), !isBig { return .role }
    let traits = page.traits[node]
    guard !traits.isEmpty else { return .none }
    let isRoot = tag == .body || tag == .html || tag == .main
    if !page.isForum, !isRoot, tag != .article, tag.headingLevel == nil, !isBig || strictness == .full {
      if traits.contains(.comments) { return .comments }
      if traits.contains(.comment), !traits.contains(.strong), plain * 4 < total { return .comments }
    }
    guard strictness != .tagsOnly, traits.contains(.junk), !isBig, !isRoot else { return .none }
    if tag == .article, page.textLength(of: node) * 5 > total { return .none }
    if traits.contains(.strong) { return .none }
    let limit = traits.contains(.firmJunk) ? 50 : 25
    return plain * 100 < total * limit ? page.rules[node] : .none
  }
}
