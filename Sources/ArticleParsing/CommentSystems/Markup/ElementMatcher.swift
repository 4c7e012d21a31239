import HTMLTree

/// Patterns made ready for one document: the first that an element fits is found without making strings.
///
/// All that is compared lies in flat arrays: elements are asked by the ten thousand.
struct ElementMatcher {
  private struct Test {
    var attribute: UInt16
    var comparison: ElementPattern.Test.Comparison
    /// The value, in `values`.
    var value: Range<Int>
  }

  private struct Compound {
    var tag: HTMLTag?
    var name: UInt16?
    /// What is tested, in `tests`.
    var tests: Range<Int>
  }

  /// How far up is looked for what must be around an element.
  private static let deepest = 40

  private let document: HTMLDocument
  /// The compounds of each pattern, in `compounds`.
  private var patterns: [Range<Int>] = []
  private var compounds: [Compound] = []
  private var tests: [Test] = []
  private var values: [UInt8] = []
  /// Whether an element without attributes may fit.
  private var mayFitBare = false

  /// Whether no element of the document can fit.
  var isEmpty: Bool { patterns.isEmpty }

  /// Makes patterns ready; those that name what the document does not have are dropped.
  init(_ patterns: [ElementPattern], in document: HTMLDocument) {
    self.document = document
    for pattern in patterns { add(pattern) }
  }

  private mutating func add(_ pattern: ElementPattern) {
    let start = compounds.count
    for compound in pattern.compounds {
      guard add(compound) else {
        compounds.removeLast(compounds.count - start)
        return
      }
    }
    guard let last = compounds.last, compounds.count > start else { return }
    patterns.append(start..<compounds.count)
    if last.tests.isEmpty { mayFitBare = true }
  }

  /// Adds a compound; `false` when the document cannot have it.
  private mutating func add(_ compound: ElementPattern.Compound) -> Bool {
    let start = tests.count
    for test in compound.tests {
      guard let number = document.number(ofName: test.attribute) else { return false }
      let value = values.count..<values.count + test.value.count
      values += test.value
      tests.append(Test(attribute: number, comparison: test.comparison, value: value))
    }
    var result = Compound(tag: compound.tag, name: nil, tests: start..<tests.count)
    if let name = compound.name {
      guard let number = document.number(ofName: name) else { return false }
      result.tag = .other
      result.name = number
    }
    compounds.append(result)
    return true
  }

  /// Whether an element fits one of the patterns.
  func matches(_ node: Int) -> Bool {
    guard mayFitBare || document.nodes[node].attributeCount > 0 else { return false }
    for index in patterns.indices where fits(node, patterns[index]) { return true }
    return false
  }

  /// The first of some nodes that fits the first pattern, else the second, and so on.
  func first(in nodes: [Int], where condition: (Int) -> Bool = { _ in true }) -> Int? {
    for pattern in patterns {
      if let node = nodes.first(where: { fits($0, pattern) && condition($0) }) { return node }
    }
    return nil
  }

  private func fits(_ node: Int, _ pattern: Range<Int>) -> Bool {
    guard fits(node, compound: pattern.upperBound - 1) else { return false }
    var wanted = pattern.upperBound - 2
    var ancestor = document.parent(of: node)
    var steps = 0
    while wanted >= pattern.lowerBound, let current = ancestor, steps < Self.deepest {
      if fits(current, compound: wanted) { wanted -= 1 }
      ancestor = document.parent(of: current)
      steps += 1
    }
    return wanted < pattern.lowerBound
  }

  private func fits(_ node: Int, compound index: Int) -> Bool {
    let record = document.nodes[node]
    let compound = compounds[index]
    if let tag = compound.tag, record.tag != tag { return false }
    if let name = compound.name, record.name != name { return false }
    guard record.tag.isElement else { return false }
    for test in compound.tests where !holds(record, tests[test]) { return false }
    return true
  }

  /// Whether an element has an attribute that passes a test.
  private func holds(_ record: HTMLDocument.Node, _ test: Test) -> Bool {
    let first = Int(record.firstAttribute)
    for index in first..<first + Int(record.attributeCount)
    where document.attributes[index].name == test.attribute {
      let attribute = document.attributes[index]
      let range = Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)
      return document.bytes.withUnsafeBufferPointer { bytes in
        values.withUnsafeBufferPointer { values in
          test.comparison.holds(
            UnsafeBufferPointer(rebasing: bytes[range]), UnsafeBufferPointer(rebasing: values[test.value]))
        }
      }
    }
    return false
  }
}
