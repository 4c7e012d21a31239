/// Tells which unit of a discussion answers which.
///
/// The strongest sign first: an explicit parent in the markup, containment, a printed level, the depth in the document.
struct UnitNesting {
  /// For each unit the index of the one it answers, or -1.
  private(set) var parents: [Int]
  /// For each unit its identifier in the page; empty without one.
  private(set) var identifiers: [String]

  private let page: PageNodes
  private let units: [CommentUnit]
  /// The numbers of the attributes whose name has "parent" or "replyto" in it.
  private let parentAttributes: Set<UInt16>

  /// Nests the units of a page.
  ///
  /// - Complexity: O(size of the units).
  init(_ page: PageNodes, units: [CommentUnit], reader: UnitReader) {
    self.page = page
    self.units = units
    parents = Array(repeating: -1, count: units.count)
    identifiers = Array(repeating: "", count: units.count)
    let names = page.document.names.enumerated().filter {
      $0.element.holds("parent") || $0.element.holds("reply-to") || $0.element.holds("replyto")
    }
    parentAttributes = Set(names.map { UInt16(truncatingIfNeeded: $0.offset) })
    var indices: [String: Int] = [:]
    var owns: [[Int]] = []
    for (index, unit) in units.enumerated() {
      let own = Array(reader.ownNodes(of: unit).prefix(60))
      owns.append(own)
      guard let identifier = identifier(of: unit, own: own) else { continue }
      identifiers[index] = identifier
      if indices[identifier] == nil { indices[identifier] = index }
    }
    let levels = levels(owns)
    var containers: [(index: Int, end: Int)] = []
    var stack: [(index: Int, level: Int)] = []
    for (index, unit) in units.enumerated() {
      while let last = containers.last, last.end <= unit.element { containers.removeLast() }
      while let top = stack.last, top.level >= levels[index] { stack.removeLast() }
      let stated = statedParent(of: index, own: owns[index], indices: indices)
      parents[index] = stated ?? containers.last?.index ?? stack.last?.index ?? -1
      stack.append((index, levels[index]))
      containers.append((index, unit.end))
    }
  }

  // MARK: Identifiers

  private static let identifierAttributes = [
    "id", "data-id", "data-comment-id", "data-commentid", "data-post-id", "data-cid", "name",
  ]

  private func identifier(of unit: CommentUnit, own: [Int]) -> String? {
    let document = page.document
    var candidates = [unit.element] + own.prefix(30)
    // The element around one unit may carry its identifier.
    if let parent = document.parent(of: unit.element), document.subtree(of: parent).upperBound <= unit.end + 4
    {
      candidates.append(parent)
    }
    for node in candidates where document.nodes[node].attributeCount > 0 {
      for name in Self.identifierAttributes {
        guard let value = document.attribute(name, of: node), value.utf8.count < 80,
          value.utf8.contains(where: ASCII.isDigit), let identifier = MarkupReader.identifier(value)
        else { continue }
        return identifier
      }
    }
    return nil
  }

  private func statedParent(of index: Int, own: [Int], indices: [String: Int]) -> Int? {
    let document = page.document
    let unit = units[index]
    func known(_ text: String) -> Int? {
      guard let identifier = MarkupReader.identifier(text), let parent = indices[identifier], parent != index
      else { return nil }
      return parent
    }
    if !parentAttributes.isEmpty {
      for node in [unit.element] + own.prefix(3) {
        for attribute in document.attributes[document.attributeRange(of: node)]
        where parentAttributes.contains(attribute.name) {
          if let parent = known(String(decoding: document.valueBytes(attribute), as: UTF8.self)) {
            return parent
          }
        }
      }
    }
    // "wpd-comm-123_45" answers 45.
    if let value = document.attribute("id", of: unit.element) {
      let parts = value.split(separator: "_")
      if parts.count == 2, let first = parts[0].last, first.isNumber, parts[1].utf8.allSatisfy(ASCII.isDigit),
        let parent = known(String(parts[1]))
      {
        return parent
      }
    }
    for node in own where document.tag(node) == .a && page.textLength(of: node) < 60 {
      guard let target = document.attribute("href", of: node), target.contains("#"),
        let parent = known(target),
        isAnswer(node)
      else { continue }
      return parent
    }
    return nil
  }

  /// Whether a link leads from an answer to what it answers.
  private func isAnswer(_ node: Int) -> Bool {
    let text = page.document.text(of: node).lowercased()
    if Self.answers.contains(where: { text.hasPrefix($0) }) { return true }
    let classes = page.document.attribute("class", of: node)?.lowercased() ?? ""
    return ["parent", "in-reply-to", "inreplyto", "reply-to", "replyto", "reply_to"].contains {
      classes.holds($0)
    }
  }

  private static let answers = [
    "parent", "in reply to", "this comment", "comment from", "@", "up", "antwort auf", "en réponse à",
    "in response to", "reply to", "replying to", "als antwort auf", "en respuesta a", "in risposta a",
    "em resposta a", "als reactie op", "w odpowiedzi na", "↑", "↪", "»",
  ]

  // MARK: Levels

  private func levels(_ owns: [[Int]]) -> [Int] {
    let marked = units.indices.map { markedLevel(units[$0].element, own: owns[$0]) }
    let known = marked.compactMap { $0 }
    if known.count * 10 >= units.count * 8, Set(known).count > 1 { return marked.map { $0 ?? 0 } }
    let replies = units.map { isCalledReply($0.element) }
    let tellsReplies = !(replies.first ?? true)
    return units.indices.map {
      Int(page.depths[units[$0].element]) * 2 + (tellsReplies && replies[$0] ? 1 : 0)
    }
  }

  /// A level that the markup prints: a class, an indentation, the width of a spacer.
  private func markedLevel(_ unit: Int, own: [Int]) -> Int? {
    let document = page.document
    let parent = document.parent(of: unit)
    for node in [unit] + [parent].compactMap({ $0 }) {
      for token in (document.attribute("class", of: node) ?? "").split(separator: " ") {
        let lower = token.lowercased()
        for word in ["depth", "level", "indent", "lvl", "ebene", "niveau"] {
          guard lower.holds(word), let range = lower.firstRange(of: word) else { continue }
          let digits = lower[range.upperBound...].drop { $0 == "-" || $0 == "_" }
          if !digits.isEmpty, let value = Int(digits) { return value }
        }
      }
      for name in ["data-depth", "data-level", "data-indent", "depth", "level", "aria-level"] {
        if let value = document.attribute(name, of: node).flatMap({ Int($0) }) { return value }
      }
      if let style = document.attribute("style", of: node), let indent = Self.indent(style) { return indent }
    }
    // In tables the cells before the words' one are the indentation.
    var beside: [Int] = []
    if [.td, .dd, .div].contains(document.tag(unit)), let parent {
      for sibling in document.children(of: parent) {
        guard sibling < unit, beside.count < 12 else { break }
        beside += document.subtree(of: sibling).prefix(4)
      }
    }
    for node in beside + [unit] + own.prefix(14) {
      if let value = document.attribute("indent", of: node).flatMap({ Int($0) }) { return value }
      if document.tag(node) == .img, ["0", "1"].contains(document.attribute("height", of: node)),
        let width = document.attribute("width", of: node).flatMap({ Int($0) })
      {
        return width
      }
    }
    return nil
  }

  /// The indentation that a style gives, in its own unit.
  private static func indent(_ style: String) -> Int? {
    for name in ["margin-left", "padding-left", "margin-inline-start", "left"] {
      guard style.holds(name), let range = style.firstRange(of: name) else { continue }
      let value = style[range.upperBound...].drop { $0 == ":" || $0 == " " }
      if let number = Int(value.prefix { $0.isNumber }) { return number }
    }
    return nil
  }

  /// Whether the markup calls a unit, or the elements right around it, an answer.
  private func isCalledReply(_ unit: Int) -> Bool {
    let document = page.document
    var node = unit
    for _ in 0..<2 {
      let classes = document.attribute("class", of: node)?.lowercased() ?? ""
      if Self.replyWords.contains(where: { classes.holds($0) }) { return true }
      guard let parent = document.parent(of: node) else { return false }
      node = parent
    }
    return false
  }

  private static let replyWords = [
    "indent", "child", "reply", "replies", "nested", "antwort", "subcomment", "sub-comment", "answer",
    "reponse", "respuesta", "risposta", "is-reply", "level2",
  ]
}
