import ArticleModel

/// Comments of software that nobody wrote a reader for: a repeated structure with a name, a date and words.
struct GenericComments {
  /// The name in exports.
  static let name = "generic"

  private let page: PageNodes
  private let units: [CommentUnit]
  /// Whether the markup calls the units comments.
  let isCalledComments: Bool

  /// Searches a page; `nil` when it has no such structure.
  ///
  /// - Complexity: O(number of nodes).
  init?(_ page: PageNodes) {
    let found = CommentUnits(page)
    units = found.units
    guard let first = units.first else { return nil }
    isCalledComments =
      found.isAnnounced
      || units.prefix(4).contains { !page.traits[$0.element].isDisjoint(with: [.comment, .comments]) }
      || first.isRun
    self.page = page
  }

  /// The thread, and the elements that hold nothing else.
  ///
  /// - Complexity: O(size of the units).
  func thread(base: String?) -> FoundThread {
    let reader = UnitReader(page, base: base, units: units)
    let nesting = UnitNesting(page, units: units, reader: reader)
    let arrangement = ThreadArrangement(parents: nesting.parents)
    var builder = CommentThread.Builder(capacity: units.count)
    for (index, depth) in arrangement.order {
      let unit = units[index]
      let own = reader.ownNodes(of: unit)
      let header = reader.header(of: own)
      let body = reader.body(of: unit, own: own, header: header)
      guard !body.blocks.isEmpty || arrangement.hasReplies[index] else { continue }
      var comment = Comment(id: nesting.identifiers[index])
      if let author = header.author { comment.author = builder.author(author) }
      comment.posted = header.time?.posted
      comment.postedText = header.time?.text
      comment.flags = RemovalNotice.flags(of: body)
      builder.append(comment, depth: depth, body: body)
    }
    return FoundThread(thread: builder.finish(), units: units, containers: containers(reader))
  }

  /// The element around all units when it holds little else, or the units.
  private func containers(_ reader: UnitReader) -> [Int] {
    let document = page.document
    guard let first = units.first?.element, let last = units.last?.element else { return [] }
    let outer = units.map(\.element).filter { unit in
      var ancestor = document.parent(of: unit)
      for _ in 0..<512 {
        guard let current = ancestor else { return true }
        if reader.isUnit(current) { return false }
        ancestor = document.parent(of: current)
      }
      return true
    }
    let held = outer.reduce(0) { $0 + page.textLength(of: $1) }
    var container = document.parent(of: first)
    while let current = container, !document.subtree(of: current).contains(last) {
      container = document.parent(of: current)
    }
    guard let container, page.textLength(of: container) * 10 <= held * 13,
      document.tag(container) != .body
    else { return outer }
    return [container]
  }
}
