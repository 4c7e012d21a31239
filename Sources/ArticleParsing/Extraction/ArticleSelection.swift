/// Decides which blocks of a page are its article.
///
/// Two voices: rules (`ElementRules`, `ContentRoot`, `BlockFilter`) and a learned table. A block stays when the
/// table finds it likely; it needs less likelihood when the rules keep it, and much more when they do not.
struct ArticleSelection {
  /// The blocks of the page in reading order.
  private(set) var blocks: [PageBlock]
  /// For each block why it is no part of the article; `.none` when it is.
  private(set) var verdicts: [BoilerplateRule]
  /// The element that holds the article, by the rules.
  private(set) var root: Int
  /// For each node the rule that takes it out with all its descendants.
  private(set) var cuts: [BoilerplateRule]
  /// The elements taken out for being called comments, outermost first.
  private(set) var commentElements: [Int]
  /// The numbers that the table judged by.
  private(set) var features: BlockFeatures
  /// For each block what the rules alone say.
  private(set) var ruleVerdicts: [BoilerplateRule]

  /// The likelihood that a block needs when the rules keep it, and when they do not.
  private static let thresholds: (kept: Float, dropped: Float) = (0.3, 0.85)

  /// Selects the article's blocks.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - threads: The elements that hold comments.
  ///   - titles: Texts that are the article's title, folded.
  /// - Complexity: O(number of nodes and bytes).
  init(_ page: PageNodes, threads: [Int]) {
    blocks = PageBlocks(page).blocks
    var best: (filter: BlockFilter, root: Int, rules: ElementRules, elementRules: [BoilerplateRule])?
    let all = blocks.reduce(0) { $0 + $1.length - Int($1.linkLength) }
    var strictRules: [BoilerplateRule] = []
    for strictness in ElementRules.Strictness.allCases {
      let rules = ElementRules(page, threads: threads, strictness: strictness)
      let elementRules = Self.elementRules(rules.cuts, blocks: blocks, page: page)
      if strictness == .full { strictRules = elementRules }
      let mass = ArticleMass(page, blocks: blocks) { elementRules[$0] == .none }
      let root = ContentRoot.find(page, mass: mass)
      let filter = BlockFilter(page, blocks: blocks, elementRules: elementRules, root: root)
      if let old = best?.filter.keptLength {
        if filter.keptLength * 10 > old * (old > 210 ? 20 : 12) { best = (filter, root, rules, elementRules) }
      } else {
        best = (filter, root, rules, elementRules)
      }
      let kept = best?.filter.keptLength ?? 0
      if kept >= 500 || kept >= 210 && kept * 4 >= all { break }
    }
    root = best?.root ?? page.body
    cuts = best?.rules.cuts ?? []
    commentElements = best?.rules.commentElements ?? []
    ruleVerdicts = best?.filter.verdicts ?? []
    verdicts = ruleVerdicts
    features = BlockFeatures(
      page, blocks: blocks,
      rules: BlockFeatures.Rules(
        verdicts: ruleVerdicts, root: root, elementRules: strictRules,
        isTitle: Array(repeating: false, count: blocks.count)))
  }

  /// For each block the rule that took an element around it out.
  private static func elementRules(
    _ cuts: [BoilerplateRule], blocks: [PageBlock], page: PageNodes
  ) -> [BoilerplateRule] {
    var rules = [BoilerplateRule](repeating: .none, count: blocks.count)
    var index = 0
    var node = 0
    while node < cuts.count, index < blocks.count {
      guard cuts[node] != .none else {
        node += 1
        continue
      }
      let subtree = page.document.subtree(of: node)
      while index < blocks.count, blocks[index].nodes.lowerBound < subtree.lowerBound { index += 1 }
      while index < blocks.count, blocks[index].nodes.lowerBound < subtree.upperBound {
        rules[index] = cuts[node]
        index += 1
      }
      node = subtree.upperBound
    }
    return rules
  }
}
