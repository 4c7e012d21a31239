/// An XML document as one flat list of nodes in document order.
///
/// A node stands right before its descendants, and knows where they end; nothing recurses over the depth. Names are
/// kept once each, in lower case, with the short form of their namespace (`dc:creator`); all words lie in one buffer.
public struct XMLDocument: Sendable {
  /// An element, or a run of character data.
  public struct Node: Sendable {
    /// The element's name as an index into the document's names, or -1 for character data.
    var name: Int32
    /// The parent, or -1 for the root.
    var parent: Int32
    /// The node after the last descendant.
    var end: Int32
    /// The start of the words of character data, or of the attributes of an element.
    var lower: Int32
    /// The end of them.
    var upper: Int32
  }

  struct Attribute: Sendable {
    var name: Int32
    var lower: Int32
    var upper: Int32
  }

  /// How reading ended.
  public enum Ending: Hashable, Sendable {
    /// The document was read to its end.
    case complete
    /// It breaks a rule of XML at a line, counted from 1; what stands before is here.
    case malformed(line: Int, reason: String)
    /// It declares entities that are made of others or too many of them; what stands before is here.
    case entities(line: Int)
  }

  /// The nodes in document order; the root is the first.
  public internal(set) var nodes: [Node] = []
  /// How reading ended.
  public internal(set) var ending = Ending.complete
  var names = XMLNameTable()
  var attributes: [Attribute] = []
  var words: [UInt8] = []

  /// The root element, or `nil` when there is none.
  public var root: Int? { nodes.isEmpty ? nil : 0 }

  /// The element's name with the short form of its namespace, in lower case; `nil` for character data.
  public func name(of node: Int) -> String? {
    let name = Int(nodes[node].name)
    return name < 0 ? nil : names[name]
  }

  /// The index of a name, to compare many nodes with; `nil` when no element or attribute has it.
  public func index(ofName name: String) -> Int? { names.index(of: name) }

  /// Whether a node is an element with the name at an index.
  @inline(__always)
  public func has(_ node: Int, nameIndex: Int) -> Bool { Int(nodes[node].name) == nameIndex }

  /// The parent of a node, or `nil` for the root.
  public func parent(of node: Int) -> Int? {
    let parent = Int(nodes[node].parent)
    return parent < 0 ? nil : parent
  }

  /// The node and all its descendants.
  public func subtree(of node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

  /// The child elements of a node, in order.
  public func children(of node: Int) -> ChildSequence {
    ChildSequence(document: self, upcoming: node + 1, end: Int(nodes[node].end))
  }

  /// The child elements with a name.
  ///
  /// - Complexity: O(number of children).
  public func children(of node: Int, named name: String) -> [Int] {
    guard let index = names.index(of: name) else { return [] }
    return children(of: node).filter { has($0, nameIndex: index) }
  }

  /// The first child element with a name.
  public func child(of node: Int, named name: String) -> Int? {
    guard let index = names.index(of: name) else { return nil }
    return children(of: node).first { has($0, nameIndex: index) }
  }

  /// An attribute's value; `nil` when the element does not have it.
  public func attribute(_ name: String, of node: Int) -> String? {
    guard nodes[node].name >= 0, let index = names.index(of: name) else { return nil }
    for attribute in attributes[Int(nodes[node].lower)..<Int(nodes[node].upper)]
    where Int(attribute.name) == index {
      return String(decoding: words[Int(attribute.lower)..<Int(attribute.upper)], as: UTF8.self)
    }
    return nil
  }

  /// The character data of a node and its descendants, as it stands.
  ///
  /// - Complexity: O(size of the subtree).
  public func text(of node: Int) -> [UInt8] {
    var result: [UInt8] = []
    for inner in subtree(of: node) where nodes[inner].name < 0 {
      result.append(contentsOf: words[Int(nodes[inner].lower)..<Int(nodes[inner].upper)])
    }
    return result
  }

  /// What is inside a node as HTML: the tags of its descendants without namespaces, words with their signs escaped.
  ///
  /// - Complexity: O(size of the subtree).
  public func markup(inside node: Int) -> [UInt8] {
    var result: [UInt8] = []
    var open: [Int] = []
    func closeTags(before position: Int) {
      while let last = open.last, Int(nodes[last].end) <= position {
        result.append(contentsOf: "</\(localName(Int(nodes[last].name)))>".utf8)
        open.removeLast()
      }
    }
    for inner in subtree(of: node).dropFirst() {
      closeTags(before: inner)
      let current = nodes[inner]
      guard current.name >= 0 else {
        Self.append(escaped: words[Int(current.lower)..<Int(current.upper)], to: &result)
        continue
      }
      result.append(contentsOf: "<\(localName(Int(current.name)))".utf8)
      for attribute in attributes[Int(current.lower)..<Int(current.upper)] {
        result.append(contentsOf: " \(localName(Int(attribute.name)))=\"".utf8)
        Self.append(escaped: words[Int(attribute.lower)..<Int(attribute.upper)], to: &result)
        result.append(0x22)
      }
      result.append(0x3E)
      // An empty element of HTML has no end tag, and an end tag for `br` would be a second break.
      if !Self.voidElements.contains(localName(Int(current.name))) { open.append(inner) }
    }
    closeTags(before: subtree(of: node).upperBound)
    return result
  }

  private static let voidElements: Set<Substring> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  private func localName(_ name: Int) -> Substring {
    let full = names[name]
    return full[(full.lastIndex(of: ":").map { full.index(after: $0) } ?? full.startIndex)...]
  }

  private static func append(escaped bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
      case 0x22: result.append(contentsOf: "&quot;".utf8)
      default: result.append(byte)
      }
    }
  }

  /// The child elements of a node.
  public struct ChildSequence: Sequence, IteratorProtocol {
    fileprivate let document: XMLDocument
    fileprivate var upcoming: Int
    fileprivate let end: Int

    /// The next child element.
    public mutating func next() -> Int? {
      while upcoming < end {
        let node = upcoming
        upcoming = Int(document.nodes[node].end)
        if document.nodes[node].name >= 0 { return node }
      }
      return nil
    }
  }
}
