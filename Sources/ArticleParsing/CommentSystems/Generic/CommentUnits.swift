/// Finds the repeated elements of a page that are its comments, whatever software made them.
///
/// Elements with the same signature are a group, wherever they stand: nested replies share it. A group is judged by
/// what each unit has of its own: one date, one name, words; and by what it is called.
struct CommentUnits {
  /// The units in document order; empty when the page has no comments.
  private(set) var units: [CommentUnit] = []
  /// Whether they stand in a section that is called comments.
  private(set) var isAnnounced = false

  private let page: PageNodes
  /// More elements of one kind are cells of a table, not comments.
  private static let most = 200_000
  private static let sampled = 30

  /// Searches a page.
  ///
  /// - Complexity: O(number of nodes + size of the sampled units of promising groups).
  init(_ page: PageNodes) {
    self.page = page
    // Outside of forums, comments are called so, or stand beside what is.
    guard page.isForum || page.traits.contains(where: { !$0.isDisjoint(with: [.comment, .comments]) }) else {
      return
    }
    let signs = DiscussionSigns(page)
    var best: (value: Double, nodes: [Int])?
    for group in groups(signs) {
      guard let value = value(of: group.nodes, isNumbered: group.isNumbered, signs: signs) else { continue }
      if value > best?.value ?? 0 { best = (value, group.nodes) }
    }
    guard let best else { return }
    let isUnit = Set(best.nodes)
    // A list around the comments may look as they do, but has nothing of its own.
    let own = best.nodes.filter {
      let own = signs.own(of: $0, isUnit: isUnit)
      return own.text > 1 || own.names + own.dates > 0
    }
    units = own.map { CommentUnit(element: $0, end: page.document.subtree(of: $0).upperBound) }
    isAnnounced = best.nodes.prefix(3).contains(where: isInsideComments)
    reachToNext()
  }

  /// Names in `dt` are followed by their words in `dd`.
  private mutating func reachToNext() {
    let document = page.document
    for index in units.indices where document.tag(units[index].element) == .dt {
      guard let parent = document.parent(of: units[index].element) else { continue }
      let end = document.subtree(of: parent).upperBound
      units[index].isRun = true
      units[index].end = index + 1 < units.count ? min(end, units[index + 1].element) : end
    }
  }

  private struct Group {
    var nodes: [Int] = []
    var isNumbered = false
  }

  /// The groups that may be comments.
  private func groups(_ signs: DiscussionSigns) -> [Group] {
    let document = page.document
    var indices: [UInt64: Int] = [:]
    var groups: [Group] = []
    for node in document.nodes.indices where !page.isHidden(node) {
      let isBare = document.nodes[node].attributeCount == 0
      switch document.tag(node) {
      case .li, .div, .article, .tr, .section, .dd: break
      case .dl, .dt, .td, .p, .details, .table, .other: if isBare { continue }
      case .blockquote: if !isBare { continue }
      default: continue
      }
      guard page.textLength(of: node) >= 8, signs.names(in: node) + signs.dates(in: node) > 0 else {
        continue
      }
      var signature = UnitSignature(node, in: document)
      if isBare {
        guard let part = commentPart(of: node, signs) else { continue }
        signature.take(UnitSignature(part, in: document))
      }
      guard signature.isNamed else { continue }
      let index = indices[signature.hash] ?? groups.count
      if index == groups.count {
        indices[signature.hash] = index
        groups.append(Group())
      }
      groups[index].nodes.append(node)
      if signature.isNumbered { groups[index].isNumbered = true }
    }
    return groups.filter { (1...Self.most).contains($0.nodes.count) }
  }

  /// The part of an element without names that is called a comment and has its words only: name and date stand beside.
  private func commentPart(of node: Int, _ signs: DiscussionSigns) -> Int? {
    page.document.children(of: node).first {
      page.traits[$0].contains(.comment) && signs.names(in: $0) + signs.dates(in: $0) == 0
    }
  }

  /// How much a group looks like the comments of the page, or `nil` when it does not.
  private func value(of nodes: [Int], isNumbered: Bool, signs: DiscussionSigns) -> Double? {
    let document = page.document
    let traits = nodes.prefix(4).reduce(ClassTraits()) { known, node in
      guard document.nodes[node].attributeCount == 0, let part = commentPart(of: node, signs) else {
        return known.union(page.traits[node])
      }
      return known.union(page.traits[part])
    }
    let isCalledComment = !traits.isDisjoint(with: [.comment, .comments])
    let isNearComments =
      isCalledComment || nodes.prefix(3).contains { isInsideComments($0) || holdsComments($0) }
    guard isNearComments || page.isForum else { return nil }
    if nodes.count == 1 {
      guard isNearComments, document.firstDescendant(of: nodes[0], where: { document.tag($0) == .h1 }) == nil,
        isNumbered || traits.contains(.comment) || traits.contains(.comments) && isInsideComments(nodes[0])
      else { return nil }
    }
    let isUnit = Set(nodes)
    let sample =
      nodes.count <= Self.sampled
      ? nodes
      : Array(nodes.prefix(Self.sampled / 2))
        + nodes[(nodes.count / 2)..<(nodes.count / 2 + Self.sampled / 2)]
    var lengths: [Int] = []
    var links = 0.0
    var named = 0.0
    var dated = 0.0
    for node in sample {
      let own = signs.own(of: node, isUnit: isUnit)
      lengths.append(own.text)
      links += Double(own.links) / Double(max(1, own.text))
      if own.names > 0 { named += 1 }
      if (1...3).contains(own.dates) { dated += 1 }
    }
    let count = Double(sample.count)
    let median = lengths.sorted()[lengths.count / 2]
    let isStrong = isNumbered && isCalledComment
    guard median >= 16, links / count <= 0.6 || isStrong else { return nil }
    let word = isCalledComment ? 1.0 : traits.contains(.contribution) ? 0.6 : 0
    let chrome = Double(nodes.prefix(6).count { isInChrome($0) }) / Double(min(6, nodes.count))
    var quality = 1.2 * dated / count + named / count + word + (isNumbered ? 0.8 : 0)
    // A name may be a link, which weighs much in a short comment.
    if !isStrong { quality -= 0.8 * max(0, min(1, links / count) - 0.2) }
    quality -= 1.5 * chrome
    guard quality >= 1.6, dated > 0 || named > 0 else { return nil }
    let total = lengths.reduce(0, +) * nodes.count / sample.count
    let repetition = 1 + 0.25 * Double(min(9, nodes.count)).squareRoot()
    return quality * repetition * (nodes.count == 1 ? 0.6 : 1) + 0.0004 * Double(min(total, 4000))
  }

  private func isInsideComments(_ node: Int) -> Bool {
    var ancestor = page.document.parent(of: node)
    for _ in 0..<6 {
      guard let current = ancestor, page.document.tag(current) != .body else { return false }
      if page.traits[current].contains(.comments) { return true }
      ancestor = page.document.parent(of: current)
    }
    return false
  }

  private func holdsComments(_ node: Int) -> Bool {
    page.document.descendants(of: node).prefix(30).contains {
      !page.traits[$0].isDisjoint(with: [.comment, .comments])
    }
  }

  private func isInChrome(_ node: Int) -> Bool {
    var ancestor = page.document.parent(of: node)
    for _ in 0..<6 {
      // A section of comments may stand in an aside.
      guard let current = ancestor, !page.traits[current].contains(.comments) else { return false }
      switch page.rules[current] {
      case .sidebar, .related, .footer, .navigation: return true
      default: break
      }
      switch page.document.tag(current) {
      case .aside, .footer, .nav: return true
      default: break
      }
      ancestor = page.document.parent(of: current)
    }
    return false
  }
}
