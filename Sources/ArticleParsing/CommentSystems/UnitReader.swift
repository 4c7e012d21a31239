import ArticleModel

/// Reads name, date and words of one comment of a page by its structure, without those of the comments nested in it.
struct UnitReader {
  let page: PageNodes
  let base: String?
  /// For the first node of each comment the node after its last; 0 for the others.
  private let unitEnds: [Int32]
  private let isHidden: [Bool]

  /// Makes a reader for the comments of a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - base: Its address, for links.
  ///   - units: The comments; those nested in others are left out of them.
  init(_ page: PageNodes, base: String?, units: [CommentUnit]) {
    self.page = page
    self.base = base
    var ends = [Int32](repeating: 0, count: page.document.nodes.count)
    for unit in units { ends[unit.element] = Int32(unit.end) }
    unitEnds = ends
    isHidden = page.flags.map { $0.contains(.isHidden) }
  }

  /// Whether a comment begins with this node.
  func isUnit(_ node: Int) -> Bool { unitEnds[node] > 0 }

  /// What a comment says of its contributor and time.
  struct Header {
    var author: String?
    var authorNode: Int?
    var time: CommentTime?
    var dateNode: Int?
  }

  /// The visible nodes of a comment without those of nested ones, in document order.
  ///
  /// - Complexity: O(own nodes + nested comments).
  func ownNodes(of unit: CommentUnit) -> [Int] {
    var nodes: [Int] = []
    var next = unit.nodes.lowerBound
    while next < unit.end {
      if unitEnds[next] > 0, next != unit.element {
        next = Int(unitEnds[next])
      } else {
        if !isHidden[next] { nodes.append(next) }
        next += 1
      }
    }
    return nodes
  }

  /// Finds the name and the date of a comment.
  ///
  /// - Complexity: O(size of the comment).
  func header(of own: [Int]) -> Header {
    var header = Header()
    readTime(own, into: &header)
    readAuthor(own, into: &header)
    return header
  }

  // MARK: Time

  /// Finds the date of a comment.
  func readTime(_ own: [Int], into header: inout Header) {
    let document = page.document
    if let time = own.first(where: { DiscussionSigns.isTime($0, document) }),
      let read = CommentTime(time, in: document)
    {
      header.time = read
      header.dateNode = time
      return
    }
    var scanner = DateScanner()
    var fallback: (node: Int, time: CommentTime)?
    for node in own where document.tag(node) == .text {
      guard let parent = document.parent(of: node) else { continue }
      let text = document.text(of: node)
      guard (3...160).contains(text.utf8.count) else { continue }
      var copy = text
      let found = copy.withUTF8 { bytes in
        scanner.firstDate(in: bytes, 0..<bytes.count).map { ($0, Array(bytes[$0.range])) }
      }
      guard let (date, words) = found else { continue }
      let isMost = date.range.count * 3 >= text.utf8.count
      let isMarked =
        page.traits[parent].contains(.date) || document.tag(parent) == .a || document.tag(parent) == .abbr
      let isWhole = isMost && !CommentTime.says(text, besides: date.range.count)
      var time = CommentTime(text: isWhole ? text : String(decoding: words, as: UTF8.self))
      if let stated = document.attribute("title", of: parent).flatMap(CommentTime.machineTime) {
        time?.posted = stated
      }
      guard let time else { continue }
      if isMost || isMarked {
        header.time = time
        header.dateNode = node
        return
      }
      if fallback == nil, text.utf8.count < 100 { fallback = (node, time) }
    }
    // Where the date shares a line with words, the line stays.
    if let fallback { header.time = fallback.time }
  }

  // MARK: Author

  /// Finds the name of a comment's author.
  func readAuthor(_ own: [Int], into header: inout Header) {
    let document = page.document
    var best: (node: Int, score: Int, text: String)?
    for (position, node) in own.enumerated() where document.tag(node) != .text {
      let length = page.textLength(of: node)
      guard length > 0, length < 60 else { continue }
      let score = nameScore(node, position: position)
      guard score > best?.score ?? 0, let name = ContributorName.clean(nameText(of: node)) else { continue }
      best = (node, score, name)
    }
    if best == nil || best?.score == 1, let date = header.dateNode, document.tag(date) == .text,
      let name = Self.nameBeforeDate(document.text(of: date))
    {
      best = (date, 2, name)
    }
    header.author = best?.text
    header.authorNode = best?.node
  }

  private func nameScore(_ node: Int, position: Int) -> Int {
    let document = page.document
    let traits = page.traits[node]
    if let property = document.attributeBytes("itemprop", of: node),
      property.elementsEqual("name".utf8) || property.elementsEqual("author".utf8)
    {
      return 6
    }
    if Self.nameClasses.contains(where: { document.hasClass($0, node) }) { return 5 }
    if document.tag(node) == .a, DiscussionSigns.linksToProfile(node, document) {
      // The name in a byline, without what else stands there.
      let around = [document.parent(of: node), document.parent(of: node).flatMap(document.parent)]
      let isInByline = around.contains {
        $0.map { !page.traits[$0].isDisjoint(with: [.byline, .person]) } ?? false
      }
      return isInByline ? 5 : 3
    }
    if traits.contains(.byline) || document.tag(node) == .cite { return 4 }
    if traits.contains(.person), !traits.contains(.control) { return 3 }
    return position < 14 && [.b, .strong, .h3, .h4, .h5, .h6].contains(document.tag(node)) ? 1 : 0
  }

  private static let nameClasses = ["fn", "username", "hnuser"]

  /// The words of an element that holds a name, without times and buttons in it.
  func nameText(of node: Int) -> String {
    let document = page.document
    var words: [UInt8] = []
    var next = node
    let end = document.subtree(of: node).upperBound
    while next < end {
      let tag = document.tag(next)
      if tag == .text {
        words.append(contentsOf: document.textBytes(next))
      } else if next != node,
        isHidden[next] || unitEnds[next] > 0 || tag.isInvisible || tag == .button
          || DiscussionSigns.isTime(next, document)
          || page.traits[next].contains(.control) && !page.traits[next].contains(.person)
      {
        next = document.subtree(of: next).upperBound
        continue
      } else if !tag.isInline || tag == .br {
        words.append(0x20)
      }
      next += 1
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// The name in a line that names the author and then the date: "Ann Reed | Tue, 21 April 2020".
  private static func nameBeforeDate(_ text: String) -> String? {
    var copy = text
    var scanner = DateScanner()
    let start = copy.withUTF8 { scanner.firstDate(in: $0, 0..<min($0.count, 160))?.range.lowerBound }
    guard let start, start > 2, start < 60 else { return nil }
    return ContributorName.clean(text)
  }

  // MARK: Words

  /// The words of a comment, found by structure.
  ///
  /// - Complexity: O(size of the comment).
  func body(of unit: CommentUnit, own: [Int], header: Header) -> RichText {
    var around: Set<Int> = []
    for start in [header.authorNode, header.dateNode] {
      var node = start
      while let current = node, current > unit.element, around.count < 600 {
        around.insert(current)
        node = page.document.parent(of: current)
      }
    }
    let holder = bodyHolder(own, around: around)
    return write(holder, of: unit, header: holder == nil ? header : Header()) { _ in false }
  }

  /// Writes the words of a comment.
  ///
  /// - Parameters:
  ///   - holder: The element that holds them; `nil` for the whole comment.
  ///   - unit: The comment.
  ///   - header: Name and date, which are left out with the small elements around them.
  ///   - isResidue: Whether an element is no part of the words.
  /// - Returns: The words, without buttons at their ends.
  func write(
    _ holder: Int?, of unit: CommentUnit, header: Header, isResidue: @escaping (Int) -> Bool
  ) -> RichText {
    let document = page.document
    let dropped = headers(of: unit, within: holder, header: header)
    var writer = PageWriter(document, base: base, isHidden: isHidden, quotesMarkedLines: true) { node, _ in
      if node == holder || node == unit.element && !unit.isRun { return false }
      if isUnit(node) && node != unit.element || dropped.contains(node) { return true }
      switch document.tag(node) {
      case .text: return false
      case .form, .button, .noscript, .nav, .footer: return true
      case .img: return document.hasClass("avatar", node)
      default: break
      }
      if isResidue(node) { return true }
      return page.traits[node].contains(.control) && !page.traits[node].contains(.words)
        && page.textLength(of: node) < 200
    }
    let nodes = holder.map { document.descendants(of: $0) } ?? unit.nodes
    return BodyTrimming.trim(writer.write(nodes: nodes))
  }

  /// The deepest element called content that holds most of the longest one's words.
  private func bodyHolder(_ own: [Int], around: Set<Int>) -> Int? {
    var candidates: [(node: Int, length: Int)] = []
    for node in own
    where page.traits[node].contains(.words) && !around.contains(node)
      && !page.traits[node].contains(.control)
    {
      let tag = page.document.tag(node)
      guard page.isBlock(node) || tag == .span else { continue }
      candidates.append((node, page.textLength(of: node)))
    }
    // Class words like "text-right" say nothing: the holder has a fair part of the words.
    let total = own.reduce(0) { page.document.tag($1) == .text ? $0 + page.textLength(of: $1) : $0 }
    guard let longest = candidates.map(\.length).max(), longest * 8 >= total, longest > 0 else { return nil }
    return candidates.filter { $0.length * 10 >= longest * 8 }
      .max { page.depths[$0.node] < page.depths[$1.node] }?.node
  }

  /// The elements around name and date that say little else.
  private func headers(of unit: CommentUnit, within holder: Int?, header: Header) -> Set<Int> {
    var dropped: Set<Int> = []
    let nodes = Set([header.authorNode, header.dateNode].compactMap { $0 })
    // Beside them stand "says", a number, "Reply"; more than that are words of the comment.
    let most = nodes.reduce(24) { $0 + page.textLength(of: $1) }
    for start in [header.authorNode, header.dateNode] {
      guard var node = start else { continue }
      for _ in 0..<20 {
        guard let parent = page.document.parent(of: node), parent != unit.element, parent != holder,
          parent > unit.element, page.textLength(of: parent) <= most
        else { break }
        node = parent
      }
      if node != unit.element, node != holder { dropped.insert(node) }
    }
    return dropped
  }
}
