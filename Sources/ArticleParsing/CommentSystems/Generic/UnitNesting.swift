/// Tells which unit of a discussion answers which.
///
/// The strongest sign first: an explicit parent in the markup, containment, a printed level, the depth in the document.
struct UnitNesting {
  /// The units in pre-order, each with its depth.
  private(set) var order: [(index: Int, depth: Int)] = []
  /// For each unit whether another answers it.
  private(set) var hasReplies: [Bool]
  /// For each unit its identifier in the page; empty without one.
  private(set) var identifiers: [String]

  private let page: PageNodes
  private let units: [Int]
  /// The page's attributes that speak of parents.
  private let parentNames: [String]

  /// Nests the units of a page.
  ///
  /// - Complexity: O(size of the units).
  init(_ page: PageNodes, units: [Int], reader: UnitReader) {
    self.page = page
    self.units = units
    parentNames = page.document.names.filter { $0.holds("parent") }
    hasReplies = Array(repeating: false, count: units.count)
    identifiers = Array(repeating: "", count: units.count)
    var numbers: [String: Int] = [:]
    var owns: [[Int]] = []
    for (index, unit) in units.enumerated() {
      let own = Array(reader.ownNodes(of: unit).prefix(60))
      owns.append(own)
      let identifier = identifier(of: unit, own: own)
      identifiers[index] = identifier ?? ""
      if let number = identifier.flatMap(Self.number), numbers[number] == nil { numbers[number] = index }
    }
    let levels = levels(owns)
    var parents = [Int](repeating: -1, count: units.count)
    var stack: [(index: Int, level: Int)] = []
    for index in units.indices {
      while let top = stack.last, top.level >= levels[index] { stack.removeLast() }
      let stated = statedParent(of: index, own: owns[index], numbers: numbers)
      let parent = stated ?? stack.last?.index
      if let parent, parent < index { parents[index] = parent }
      stack.append((index, levels[index]))
    }
    arrange(parents)
  }

  /// Puts the units into pre-order.
  private mutating func arrange(_ parents: [Int]) {
    var firstChild = [Int](repeating: -1, count: units.count)
    var nextSibling = firstChild
    var roots: [Int] = []
    for index in units.indices.reversed() {
      if parents[index] < 0 {
        roots.append(index)
      } else {
        nextSibling[index] = firstChild[parents[index]]
        firstChild[parents[index]] = index
        hasReplies[parents[index]] = true
      }
    }
    var open: [(index: Int, depth: Int)] = roots.map { ($0, 0) }
    while let (index, depth) = open.popLast() {
      order.append((index, depth))
      var children: [Int] = []
      var child = firstChild[index]
      while child >= 0 {
        children.append(child)
        child = nextSibling[child]
      }
      for child in children.reversed() { open.append((child, depth + 1)) }
    }
  }

  // MARK: Identifiers

  private func identifier(of unit: Int, own: [Int]) -> String? {
    let document = page.document
    var candidates = [unit] + own.prefix(30)
    if let parent = document.parent(of: unit) { candidates.append(parent) }
    for node in candidates {
      if let value = document.attribute("id", of: node), value.utf8.count < 80, Self.number(value) != nil {
        return value
      }
    }
    return nil
  }

  /// The last part of a text with a digit, in lower case: "123" of "comment-123".
  static func number(_ text: String) -> String? {
    let parts = text.lowercased().utf8.split(whereSeparator: { !ASCII.isDigit($0) && !ASCII.isLetter($0) })
    return parts.last { $0.contains(where: ASCII.isDigit) }.map { String(decoding: Array($0), as: UTF8.self) }
  }

  private func statedParent(of index: Int, own: [Int], numbers: [String: Int]) -> Int? {
    let document = page.document
    let unit = units[index]
    for name in parentNames {
      guard let value = document.attribute(name, of: unit), let number = Self.number(value),
        let parent = numbers[number], parent != index
      else { continue }
      return parent
    }
    if let identifier = document.attribute("id", of: unit) {
      let parts = identifier.split(separator: "_")
      if parts.count == 2, parts[1] != "0", parts[1].utf8.allSatisfy(ASCII.isDigit),
        let parent = numbers[String(parts[1])], parent != index
      {
        return parent
      }
    }
    for node in own where document.tag(node) == .a {
      guard let target = document.attribute("href", of: node), let mark = target.lastIndex(of: "#"),
        let number = Self.number(String(target[mark...])), let parent = numbers[number], parent != index,
        page.textLength(of: node) < 60
      else { continue }
      let text = document.text(of: node).lowercased()
      if Self.answers.contains(where: { text.hasPrefix($0) }) { return parent }
    }
    return nil
  }

  private static let answers = [
    "parent", "in reply to", "this comment", "comment from", "@", "up", "antwort auf", "en réponse à",
  ]

  // MARK: Levels

  private func levels(_ owns: [[Int]]) -> [Int] {
    let marked = units.indices.map { markedLevel(units[$0], own: owns[$0]) }
    let known = marked.compactMap { $0 }
    if known.count * 10 >= units.count * 8, Set(known).count > 1 { return marked.map { $0 ?? 0 } }
    return units.map { unit in
      var level = Int(page.depths[unit]) * 2
      if page.document.hasClass("indented", unit) { level += 1 }
      return level
    }
  }

  /// A level that the markup prints: a class, an indentation, the width of a spacer.
  private func markedLevel(_ unit: Int, own: [Int]) -> Int? {
    let document = page.document
    for node in [unit] + [document.parent(of: unit)].compactMap({ $0 }) {
      for token in (document.attribute("class", of: node) ?? "").split(separator: " ") {
        for word in ["depth", "level", "indent"] {
          guard let range = token.range(ofWord: word) else { continue }
          let digits = token[range...].drop { $0 == "-" || $0 == "_" }
          if !digits.isEmpty, let value = Int(digits) { return value }
        }
      }
    }
    for node in [unit] + own.prefix(14) {
      if let value = document.attribute("indent", of: node).flatMap({ Int($0) }) { return value }
      if document.tag(node) == .img, document.attribute("height", of: node) == "1",
        let width = document.attribute("width", of: node).flatMap({ Int($0) })
      {
        return width
      }
    }
    return nil
  }
}

extension Substring {
  /// The place after the first occurrence of a word, in any case.
  fileprivate func range(ofWord word: String) -> Substring.Index? {
    let lower = lowercased()
    guard lower.utf8.count == utf8.count else { return nil }
    let text = Array(lower.utf8)
    let wanted = Array(word.utf8)
    guard text.count >= wanted.count else { return nil }
    for start in 0...(text.count - wanted.count)
    where text[start..<start + wanted.count].elementsEqual(wanted) {
      return utf8.index(startIndex, offsetBy: start + wanted.count)
    }
    return nil
  }
}
