import TerminalText

/// A parsed page: all nodes in one array, in document order.
///
/// The only form in which the rest of the target sees a page, whichever parser made it. A node is an index; node 0 is
/// the document. The descendants of a node are the nodes that follow it up to its `end`, so that walking a subtree is
/// a loop over indices and nothing ever recurses. Comments and the content of scripts and styles are not kept (JSON-LD
/// excepted).
struct HTMLDocument {
  /// An element or a text.
  struct Node {
    var tag: HTMLTag
    /// The index of the name of an element that is `.other`, in `names`.
    var name: UInt16 = 0
    var attributeCount: UInt16 = 0
    /// The first of the element's attributes in `attributes`.
    var firstAttribute: Int32 = 0
    /// The node that contains this one; -1 for the document.
    var parent: Int32
    /// The next node with the same parent, or -1.
    var nextSibling: Int32 = -1
    /// The index after the last descendant.
    var end: Int32 = 0
    /// The words of a text node, in `bytes`.
    var textStart: Int32 = 0
    var textCount: Int32 = 0
  }

  /// An attribute of an element.
  struct Attribute {
    /// The index of the name in `names`.
    var name: UInt16
    /// The value, in `bytes`.
    var start: Int32
    var count: Int32
  }

  private(set) var nodes: [Node] = [Node(tag: .document, parent: -1, end: 1)]
  private(set) var attributes: [Attribute] = []
  private(set) var bytes: [UInt8] = []
  private(set) var names: [String] = []
  private var nameIndices: [String: UInt16] = [:]
  private var lastChildren: [Int32] = [-1]

  // MARK: Building, in document order

  /// Appends an element as the last child of `parent`, which must be open; returns its index.
  mutating func appendElement(_ tag: HTMLTag, name: String? = nil, parent: Int) -> Int {
    append(Node(tag: tag, name: name.map { intern($0) } ?? 0, parent: Int32(parent)))
  }

  /// Adds an attribute to the element that was appended last.
  mutating func appendAttribute(_ name: String, value: UnsafeBufferPointer<UInt8>) {
    let last = nodes.count - 1
    guard nodes[last].attributeCount < .max, value.count < Int32.max - Int32(bytes.count) else { return }
    if nodes[last].attributeCount == 0 { nodes[last].firstAttribute = Int32(attributes.count) }
    nodes[last].attributeCount += 1
    attributes.append(
      Attribute(name: intern(name), start: Int32(bytes.count), count: Int32(value.count)))
    bytes.append(contentsOf: value)
  }

  /// Appends a text as the last child of `parent`.
  mutating func appendText(_ text: UnsafeBufferPointer<UInt8>, parent: Int) {
    guard text.count < Int32.max - Int32(bytes.count) else { return }
    let index = append(Node(tag: .text, parent: Int32(parent)))
    nodes[index].textStart = Int32(bytes.count)
    nodes[index].textCount = Int32(text.count)
    nodes[index].end = Int32(index + 1)
    bytes.append(contentsOf: text)
  }

  /// Ends an element: what is appended from now on is no descendant of it.
  mutating func close(_ node: Int) { nodes[node].end = Int32(nodes.count) }

  private mutating func append(_ node: Node) -> Int {
    let index = nodes.count
    nodes.append(node)
    lastChildren.append(-1)
    let parent = Int(node.parent)
    if lastChildren[parent] >= 0 { nodes[Int(lastChildren[parent])].nextSibling = Int32(index) }
    lastChildren[parent] = Int32(index)
    return index
  }

  private mutating func intern(_ name: String) -> UInt16 {
    if let known = nameIndices[name] { return known }
    // A page with more names than this is made by a fuzzer; they share the last one.
    guard names.count < 10_000 else { return UInt16(names.count - 1) }
    names.append(name)
    nameIndices[name] = UInt16(names.count - 1)
    return UInt16(names.count - 1)
  }

  // MARK: Looking

  /// What a node is.
  func tag(_ node: Int) -> HTMLTag { nodes[node].tag }

  /// The name of an element, in lower case.
  func name(of node: Int) -> String {
    nodes[node].tag == .other ? names[Int(nodes[node].name)] : nodes[node].tag.rawValue
  }

  /// The node that contains `node`, or `nil` for the document.
  func parent(of node: Int) -> Int? { nodes[node].parent >= 0 ? Int(nodes[node].parent) : nil }

  /// The descendants of `node`, in document order.
  func descendants(of node: Int) -> Range<Int> { node + 1..<max(node + 1, Int(nodes[node].end)) }

  /// `node` and its descendants.
  func subtree(of node: Int) -> Range<Int> { node..<max(node + 1, Int(nodes[node].end)) }

  /// The children of `node`, in document order.
  func children(of node: Int) -> some Sequence<Int> {
    let first = node + 1 < Int(nodes[node].end) ? node + 1 : -1
    return sequence(state: first) { next -> Int? in
      guard next >= 0 else { return nil }
      defer { next = Int(nodes[next].nextSibling) }
      return next
    }
  }

  /// The bytes of an attribute's value, or `nil` when the element does not have it.
  func attributeBytes(_ name: String, of node: Int) -> ArraySlice<UInt8>? {
    guard nodes[node].attributeCount > 0, let wanted = nameIndices[name] else { return nil }
    let first = Int(nodes[node].firstAttribute)
    for attribute in attributes[first..<first + Int(nodes[node].attributeCount)]
    where attribute.name == wanted {
      return bytes[Int(attribute.start)..<Int(attribute.start + attribute.count)]
    }
    return nil
  }

  /// An attribute's value, cleaned and on one line; `nil` when the element does not have it.
  func attribute(_ name: String, of node: Int) -> String? {
    attributeBytes(name, of: node).map { Sanitizer.cleanLine(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether the element has the class `name`; case counts.
  func hasClass(_ name: String, _ node: Int) -> Bool {
    guard let classes = attributeBytes("class", of: node) else { return false }
    return classes.split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual(name.utf8) }
  }

  /// The words of a text node.
  func textBytes(_ node: Int) -> ArraySlice<UInt8> {
    let start = Int(nodes[node].textStart)
    return bytes[start..<start + Int(nodes[node].textCount)]
  }

  /// The visible words of a subtree on one line.
  ///
  /// - Complexity: O(size of the subtree).
  func text(of node: Int) -> String {
    var words: [UInt8] = []
    var next = node
    let end = subtree(of: node).upperBound
    while next < end {
      let tag = nodes[next].tag
      if tag == .text {
        words.append(contentsOf: textBytes(next))
      } else if tag.isInvisible, next != node {
        next = Int(nodes[next].end)
        continue
      } else if !tag.isInline || tag == .br {
        words.append(0x20)
      }
      next += 1
    }
    return Sanitizer.cleanLine(String(decoding: words, as: UTF8.self))
  }

  /// The first descendant for which `condition` holds, in document order.
  func firstDescendant(of node: Int, where condition: (Int) -> Bool) -> Int? {
    descendants(of: node).first(where: condition)
  }
}
