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

  /// Pages with more blocks are left to the rules: a row of numbers for each would take too much memory.
  private static let mostWeighed = 20_000

  /// Selects the article's blocks.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - threads: The elements that hold comments.
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
    if let strict = best, strict.filter.keptLength < 250,
      let list = ListingFilter(page, blocks: blocks, elementRules: strictRules),
      list.keptLength > 3 * strict.filter.keptLength
    {
      best = (BlockFilter(list), list.root, strict.rules, strictRules)
    }
    root = best?.root ?? page.body
    cuts = best?.rules.cuts ?? []
    commentElements = best?.rules.commentElements ?? []
    ruleVerdicts = best?.filter.verdicts ?? []
    verdicts = ruleVerdicts
    features = BlockFeatures(
      page, blocks: blocks.count <= Self.mostWeighed ? blocks : [],
      rules: BlockFeatures.Rules(
        verdicts: ruleVerdicts, root: root, elementRules: strictRules))
    weigh(threads: threads, page: page)
    LeadRepair.apply(to: &verdicts, blocks: blocks, page: page, root: root)
    HeadingRepair.apply(to: &verdicts, blocks: blocks, page: page, root: root)
    ListRepair.apply(to: &verdicts, blocks: blocks, page: page)
    EmbeddedPosts.apply(to: &verdicts, blocks: blocks, page: page, root: root)
    PullQuoteRepair.apply(to: &verdicts, blocks: blocks, page: page)
  }

  /// Leaves out other articles of the page, once it is known where this one's headline stands.
  mutating func separate(headline: Int, page: PageNodes) {
    ArticleSeparation.apply(to: &verdicts, blocks: blocks, page: page, headline: headline)
  }

  /// Leaves out the line that prints the authors, who stand above the article.
  ///
  /// - Parameters:
  ///   - place: The nodes that name them.
  ///   - page: The page.
  mutating func setAside(byline place: Range<Int>, page: PageNodes) {
    BylineRepair.apply(to: &verdicts, blocks: blocks, page: page, place: place)
  }

  /// Keeps every block: the last resort for a page with text.
  mutating func keepEverything() {
    for index in verdicts.indices { verdicts[index] = .none }
  }

  /// Keeps no block: the article comes from elsewhere.
  mutating func keepNothing() {
    for index in verdicts.indices where verdicts[index] == .none { verdicts[index] = .outside }
  }

  /// The characters of the blocks that stay.
  var keptLength: Int {
    blocks.indices.reduce(0) { verdicts[$1] == .none ? $0 + blocks[$1].length : $0 }
  }

  /// The characters of the blocks that stay, of those before a node.
  func keptLength(before node: Int) -> Int {
    blocks.indices.reduce(0) {
      verdicts[$1] == .none && blocks[$1].nodes.lowerBound < node ? $0 + blocks[$1].length : $0
    }
  }

  /// Lets the table confirm or overrule the rules, known comments excepted.
  private mutating func weigh(threads: [Int], page: PageNodes) {
    guard blocks.count <= Self.mostWeighed else { return }
    let likelihoods = BlockLikelihood.all(features.values)
    let isThread = Self.elementRules(
      threads.reduce(into: [BoilerplateRule](repeating: .none, count: cuts.count)) { $0[$1] = .comments },
      blocks: blocks, page: page)
    for index in blocks.indices where isThread[index] == .none {
      if verdicts[index] == .none {
        if likelihoods[index] <= BlockTable.thresholds.kept { verdicts[index] = .table }
      } else if likelihoods[index] > BlockTable.thresholds.dropped {
        verdicts[index] = .none
      }
    }
    // Never empty where the rules found something.
    if !verdicts.contains(.none) { verdicts = ruleVerdicts }
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
