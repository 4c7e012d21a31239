import ArticleModel

/// Reads name, date and words of one unit of a discussion, without those of the units nested in it.
struct UnitReader {
  let page: PageNodes
  let base: String?
  /// The units of the discussion.
  let isUnit: Set<Int>
  private let isHidden: [Bool]

  /// Makes a reader for the units of a page.
  init(_ page: PageNodes, base: String?, isUnit: Set<Int>) {
    self.page = page
    self.base = base
    self.isUnit = isUnit
    isHidden = page.flags.map { $0.contains(.isHidden) }
  }

  /// What a unit says of its contributor and time.
  struct Header {
    var author: String?
    var authorNode: Int?
    var dateText: String?
    var dateNode: Int?
    var posted: Timestamp?
  }

  /// The nodes of a unit without those of nested units, in document order.
  func ownNodes(of unit: Int) -> [Int] {
    var nodes: [Int] = []
    var next = unit + 1
    let end = page.document.subtree(of: unit).upperBound
    while next < end {
      if isUnit.contains(next) {
        next = page.document.subtree(of: next).upperBound
      } else {
        if !isHidden[next] { nodes.append(next) }
        next += 1
      }
    }
    return nodes
  }

  /// Finds the name and the date of a unit.
  ///
  /// - Complexity: O(size of the unit).
  func header(of own: [Int]) -> Header {
    var header = Header()
    readDate(own, into: &header)
    readAuthor(own, into: &header)
    return header
  }

  // MARK: Date

  private func readDate(_ own: [Int], into header: inout Header) {
    let document = page.document
    if let time = own.first(where: { DiscussionSigns.isTime($0, document) }) {
      let stated = document.attribute("datetime", of: time)
      header.posted = stated.flatMap { Timestamp(iso8601: $0) ?? Timestamp(iso8601: String($0.prefix(19))) }
      let text = document.text(of: time)
      header.dateText = text.isEmpty || text.utf8.count > 80 ? stated : text
      header.dateNode = time
      return
    }
    var scanner = DateScanner()
    var fallback: (node: Int, text: String, day: Timestamp?)?
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
      let entry = (parent, String(decoding: words, as: UTF8.self), date.day)
      if isMost || isMarked {
        header.dateNode = parent
        header.dateText =
          isMost && text.utf8.count < 60 && date.range.count * 10 >= text.utf8.count * 6 ? text : entry.1
        header.posted = document.attribute("title", of: parent).flatMap { Timestamp(iso8601: $0) } ?? date.day
        return
      }
      if fallback == nil, text.utf8.count < 100 { fallback = entry }
    }
    if let fallback {
      header.dateText = fallback.text
      header.posted = fallback.day
      // Where the date shares a line with words, the line stays.
      header.dateNode = nil
    }
  }

  // MARK: Author

  private func readAuthor(_ own: [Int], into header: inout Header) {
    let document = page.document
    var best: (node: Int, score: Int, text: String)?
    for (position, node) in own.enumerated() where document.tag(node) != .text {
      let length = page.textLength(of: node)
      guard length > 0, length < 60 else { continue }
      var score = 0
      let traits = page.traits[node]
      if let property = document.attributeBytes("itemprop", of: node),
        property.elementsEqual("name".utf8) || property.elementsEqual("author".utf8)
      {
        score = 6
      } else if document.hasClass("fn", node) || document.hasClass("username", node)
        || document.hasClass("hnuser", node)
      {
        score = 5
      } else if traits.contains(.byline) || document.tag(node) == .cite {
        score = 4
      } else if traits.contains(.person), !traits.contains(.control) {
        score = 3
      } else if document.tag(node) == .a, DiscussionSigns.linksToProfile(node, document) {
        score = 3
      } else if position < 14, [.b, .strong, .h3, .h4, .h5].contains(document.tag(node)) {
        score = 1
      }
      guard score > best?.score ?? 0, let name = Self.name(text(of: node, own: own)) else { continue }
      best = (node, score, name)
    }
    header.author = best?.text
    header.authorNode = best?.node
  }

  /// The words of an element without nested units.
  private func text(of node: Int, own: [Int]) -> String { page.document.text(of: node) }

  /// A contributor's name without a date or a verb after it; `nil` when nothing is left.
  static func name(_ text: String) -> String? {
    guard var name = CommentListReader.name(text) else { return nil }
    var scanner = DateScanner()
    let date = name.withUTF8 { scanner.firstDate(in: $0, 0..<$0.count)?.range }
    if let date {
      guard date.lowerBound > 2 else { return nil }
      name = String(decoding: Array(name.utf8)[..<date.lowerBound], as: UTF8.self)
    }
    var words = name.split(separator: " ")
    if let first = words.first, words.count > 1, prefixes.contains(first.lowercased()) {
      words.removeFirst()
      if words.count > 1, ["by", "von"].contains(words[0].lowercased()) { words.removeFirst() }
    }
    while let last = words.last,
      suffixes.contains(last.lowercased()) || last.allSatisfy({ !$0.isLetter && !$0.isNumber })
    {
      words.removeLast()
    }
    var result = words.joined(separator: " ")
    while let last = result.last, ":,|•·-–".contains(last) || last == " " { result.removeLast() }
    return result.isEmpty || result.utf8.count > 80 ? nil : result
  }

  private static let prefixes: Set<String> = ["by", "von", "par", "posted", "comment", "written"]
  private static let suffixes: Set<String> = [
    "says", "says:", "sagt", "sagt:", "schreibt", "schreibt:", "said", "said:", "wrote", "wrote:", "on", "am",
    "at",
    "um", "meint", "commented", "said...", "said…",
  ]

  // MARK: Words

  /// The words of a unit.
  ///
  /// - Complexity: O(size of the unit).
  func body(of unit: Int, own: [Int], header: Header) -> RichText {
    let document = page.document
    var around: Set<Int> = []
    for start in [header.authorNode, header.dateNode] {
      var node = start
      while let current = node, current != unit, around.count < 600 {
        around.insert(current)
        node = document.parent(of: current)
      }
    }
    let holder = bodyHolder(own, around: around) ?? unit
    let dropped = holder == unit ? headers(of: unit, header: header) : []
    var writer = PageWriter(document, base: base, isHidden: isHidden, quotesMarkedLines: true) { node, _ in
      if node == holder { return false }
      if isUnit.contains(node) || dropped.contains(node) { return true }
      switch document.tag(node) {
      case .form, .button, .noscript, .nav: return true
      default: break
      }
      return page.traits[node].contains(.control) && page.textLength(of: node) < 200
        && !page.traits[node].contains(.words)
    }
    return writer.write(holder)
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

  /// The small elements around name and date.
  private func headers(of unit: Int, header: Header) -> Set<Int> {
    var dropped: Set<Int> = []
    for start in [header.authorNode, header.dateNode] {
      guard var node = start else { continue }
      for _ in 0..<20 {
        guard let parent = page.document.parent(of: node), parent != unit, page.textLength(of: parent) < 120
        else { break }
        node = parent
      }
      if node != unit { dropped.insert(node) }
    }
    return dropped
  }
}
