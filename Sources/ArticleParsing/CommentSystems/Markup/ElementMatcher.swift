import HTMLTree

/// Patterns made ready for one document: the first that an element fits is found without making strings.
struct ElementMatcher {
  private struct Test {
    var attribute: UInt16
    var comparison: ElementPattern.Test.Comparison
    var value: [UInt8]
  }

  private struct Compound {
    var tag: HTMLTag?
    var name: UInt16?
    var tests: [Test]
  }

  /// How far up is looked for what must be around an element.
  private static let deepest = 40

  private let document: HTMLDocument
  private var patterns: [[Compound]] = []

  /// Whether no element of the document can fit.
  var isEmpty: Bool { patterns.isEmpty }

  /// Makes patterns ready; those that name what the document does not have are dropped.
  init(_ patterns: [ElementPattern], in document: HTMLDocument) {
    self.document = document
    for pattern in patterns {
      let compounds = pattern.compounds.compactMap { Self.compound($0, in: document) }
      if compounds.count == pattern.compounds.count, !compounds.isEmpty { self.patterns.append(compounds) }
    }
  }

  private static func compound(_ compound: ElementPattern.Compound, in document: HTMLDocument) -> Compound? {
    var tests: [Test] = []
    for test in compound.tests {
      guard let number = document.number(ofName: test.attribute) else { return nil }
      tests.append(Test(attribute: number, comparison: test.comparison, value: test.value))
    }
    var result = Compound(tag: compound.tag, name: nil, tests: tests)
    if let name = compound.name {
      guard let number = document.number(ofName: name) else { return nil }
      result.tag = .other
      result.name = number
    }
    return result
  }

  /// Whether an element fits one of the patterns.
  func matches(_ node: Int) -> Bool { patterns.contains { fits(node, $0) } }

  /// The first of some nodes that fits the first pattern, else the second, and so on.
  func first(in nodes: [Int], where condition: (Int) -> Bool = { _ in true }) -> Int? {
    for pattern in patterns {
      if let node = nodes.first(where: { fits($0, pattern) && condition($0) }) { return node }
    }
    return nil
  }

  private func fits(_ node: Int, _ compounds: [Compound]) -> Bool {
    guard let last = compounds.last, fits(node, last) else { return false }
    var wanted = compounds.count - 2
    var ancestor = document.parent(of: node)
    var steps = 0
    while wanted >= 0, let current = ancestor, steps < Self.deepest {
      if fits(current, compounds[wanted]) { wanted -= 1 }
      ancestor = document.parent(of: current)
      steps += 1
    }
    return wanted < 0
  }

  private func fits(_ node: Int, _ compound: Compound) -> Bool {
    let record = document.nodes[node]
    if let tag = compound.tag, record.tag != tag { return false }
    if let name = compound.name, record.name != name { return false }
    guard record.tag.isElement else { return false }
    return compound.tests.allSatisfy { test in
      for attribute in document.attributes[document.attributeRange(of: node)]
      where attribute.name == test.attribute {
        return document.bytes.withUnsafeBufferPointer { bytes in
          let start = Int(attribute.start)
          return Self.holds(
            UnsafeBufferPointer(rebasing: bytes[start..<start + Int(attribute.count)]), test)
        }
      }
      return false
    }
  }

  private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ test: Test) -> Bool {
    let value = test.value
    switch test.comparison {
    case .present: return true
    case .equals: return text.elementsEqual(value)
    case .begins: return text.starts(with: value)
    case .isNumbered:
      let rest = text.dropFirst(value.count)
      return !rest.isEmpty && text.starts(with: value) && rest.allSatisfy(ASCII.isDigit)
    case .contains:
      guard text.count >= value.count else { return false }
      return (0...(text.count - value.count)).contains { text[$0...].starts(with: value) }
    case .hasWord, .hasWordBeginning:
      var position = 0
      while position < text.count {
        while position < text.count, text[position] <= 0x20 { position += 1 }
        let start = position
        while position < text.count, text[position] > 0x20 { position += 1 }
        let word = text[start..<position]
        if word.count >= value.count, word.starts(with: value),
          test.comparison == .hasWordBeginning || word.count == value.count
        {
          return true
        }
      }
      return false
    }
  }
}
