/// What the elements around a node say about it, summed up from the document down.
struct AncestorEvidence {
  /// The elements whose presence around a block is counted, up to three of each.
  static let contexts: [HTMLTag] = [
    .nav, .footer, .aside, .header, .form, .article, .main, .figure, .table, .ul, .ol, .blockquote, .li, .td,
    .a,
  ]

  var junk: UInt8 = 0
  var comments: UInt8 = 0
  var good: UInt8 = 0
  var strong: UInt8 = 0
  var roles: UInt8 = 0
  /// The depths of the innermost elements with such names; `.max` without one.
  var junkDepth = UInt16.max
  var commentDepth = UInt16.max
  var goodDepth = UInt16.max
  /// Two bits for each of `contexts`.
  var context: UInt32 = 0

  /// The evidence for each node of a page.
  ///
  /// - Complexity: O(number of nodes).
  static func all(_ page: PageNodes) -> [AncestorEvidence] {
    var evidence = [AncestorEvidence](repeating: AncestorEvidence(), count: page.document.nodes.count)
    for node in page.document.nodes.indices {
      let tag = page.document.nodes[node].tag
      guard tag != .text else { continue }
      var entry =
        page.document.nodes[node].parent >= 0
        ? evidence[Int(page.document.nodes[node].parent)] : AncestorEvidence()
      let traits = page.traits[node]
      let depth = page.depths[node]
      if !traits.isEmpty {
        if traits.contains(.junk) {
          entry.junk = min(entry.junk &+ 1, 20)
          entry.junkDepth = depth
        }
        if traits.contains(.comments) || traits.contains(.comment) {
          entry.comments = min(entry.comments &+ 1, 20)
          entry.commentDepth = depth
        }
        if traits.contains(.good) {
          entry.good = min(entry.good &+ 1, 20)
          entry.goodDepth = depth
        }
        if traits.contains(.strong) { entry.strong = min(entry.strong &+ 1, 20) }
      }
      if page.flags[node].contains(.hasForeignRole) { entry.roles = min(entry.roles &+ 1, 20) }
      if let index = contextIndex(of: tag) {
        let shift = UInt32(index * 2)
        if entry.context >> shift & 3 < 3 { entry.context &+= 1 << shift }
      }
      evidence[node] = entry
    }
    return evidence
  }

  /// How many elements of `contexts[index]` are around, at most three.
  func count(ofContext index: Int) -> Int { Int(context >> UInt32(index * 2) & 3) }

  /// The place of an element in `contexts`; every element is asked.
  private static func contextIndex(of tag: HTMLTag) -> Int? {
    switch tag {
    case .nav: 0
    case .footer: 1
    case .aside: 2
    case .header: 3
    case .form: 4
    case .article: 5
    case .main: 6
    case .figure: 7
    case .table: 8
    case .ul: 9
    case .ol: 10
    case .blockquote: 11
    case .li: 12
    case .td: 13
    case .a: 14
    default: nil
    }
  }
}
