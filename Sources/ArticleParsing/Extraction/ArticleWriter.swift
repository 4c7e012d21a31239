import ArticleModel

/// Writes the selected blocks of a page as an article, and everything else as boilerplate.
struct ArticleWriter {
  private let page: PageNodes
  private let base: String?
  /// For each text node the verdict about its block.
  private var textVerdicts: [BoilerplateRule]
  /// The number of text nodes that stay, before each node.
  private var keptBefore: [Int32]
  /// Where pictures are the article's.
  private var region = 0..<0
  private let cuts: [BoilerplateRule]

  private(set) var body = RichText()
  private(set) var boilerplate: [Boilerplate] = []

  /// Writes an article.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - selection: What of it is the article.
  ///   - threads: The elements that hold the comments; they are neither article nor boilerplate.
  ///   - title: The article's title; the heading that repeats it is not written again.
  ///   - base: The page's address, for links.
  /// - Complexity: O(number of nodes and bytes).
  init(_ page: PageNodes, selection: ArticleSelection, threads: [Int], title: String?, base: String?) {
    self.page = page
    self.base = base
    cuts = selection.cuts
    textVerdicts = Array(repeating: .none, count: page.document.nodes.count)
    keptBefore = Array(repeating: 0, count: page.document.nodes.count + 1)
    for (index, block) in selection.blocks.enumerated() {
      for node in block.nodes where page.document.tag(node) == .text && !page.isHidden(node) {
        textVerdicts[node] = selection.verdicts[index]
        if selection.verdicts[index] == .none { keptBefore[node + 1] = 1 }
      }
    }
    var first: Int?
    var last = 0
    for node in page.document.nodes.indices {
      if keptBefore[node + 1] > 0 {
        first = first ?? node
        last = node
      }
      keptBefore[node + 1] &+= keptBefore[node]
    }
    if let first {
      let isInRoot = page.document.subtree(of: selection.root).contains(first)
      region = (isInRoot ? selection.root : first)..<last + 1
    }
    write(threads: Set(threads), title: title.map(PageTitle.folded))
  }

  private func kept(in node: Int) -> Int32 {
    keptBefore[page.document.subtree(of: node).upperBound] - keptBefore[node]
  }

  private mutating func write(threads: Set<Int>, title: String?) {
    let document = page.document
    var titleIsShown = title?.isEmpty ?? true
    let keptInAll = kept(in: 0)
    var pieces: [Boilerplate] = []
    func record(_ text: String, _ rule: BoilerplateRule, _ blocks: Int) {
      guard !text.isEmpty else { return }
      let place = blocks > 0 ? blocks - 1 : nil
      if let last = pieces.last, last.evidence.rule == rule.name, last.afterBlock == place,
        rule == .outside || rule == .beginning || rule == .ending || rule == .table || rule == .links
      {
        pieces[pieces.count - 1].text += " " + text
      } else {
        pieces.append(
          Boilerplate(
            text: text, afterBlock: place,
            evidence: Evidence(rule: rule.name, confidence: rule.confidence)))
      }
    }
    body = withoutActuallyEscaping({ (node: Int, blocks: Int) -> Bool in
      if document.tag(node) == .text {
        guard textVerdicts[node] != .none else { return false }
        record(document.text(of: node), textVerdicts[node], blocks)
        return true
      }
      if !threads.isEmpty, threads.contains(node), kept(in: node) == 0 { return true }
      let tag = document.tag(node)
      if !titleIsShown, (tag.headingLevel ?? 9) <= 2, kept(in: node) == 0 || kept(in: node) < keptInAll,
        PageTitle.folded(document.text(of: node)) == title
      {
        titleIsShown = true
        return true
      }
      guard kept(in: node) == 0 else { return false }
      let isAllowed = region.contains(node) && cuts[node] == .none
      if page.textLength(of: node) == 0 { return !isAllowed }
      if isAllowed, tag == .figure || tag == .picture { return false }
      guard page.isBlock(node) else { return false }
      if isAllowed, region.upperBound > node, holdsPicture(node) { return false }
      record(document.text(of: node), cuts[node] == .none ? firstVerdict(in: node) : cuts[node], blocks)
      return true
    }) { setAside -> RichText in
      var writer = PageWriter(
        document, base: base, isHidden: page.flags.map { $0.contains(.isHidden) },
        quotations: EmbeddedPosts.elements(on: page), setAside: setAside)
      return writer.write(page.body)
    }
    boilerplate = pieces
  }

  /// Whether a small element is there for a picture.
  private func holdsPicture(_ node: Int) -> Bool {
    let subtree = page.document.subtree(of: node)
    return subtree.count < 40 && page.textLength(of: node) < 400
      && subtree.contains { PagePicture.isImage($0, in: page.document) }
  }

  private func firstVerdict(in node: Int) -> BoilerplateRule {
    if !page.traits[node].isDisjoint(with: [.byline, .date]), page.textLength(of: node) < 200 {
      return .byline
    }
    for inner in page.document.subtree(of: node) where textVerdicts[inner] != .none {
      return textVerdicts[inner]
    }
    return .outside
  }
}
