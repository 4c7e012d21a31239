extension HTMLDocument {
  // MARK: Nodes

  /// What a node is.
  @inlinable public func tag(_ node: Int) -> HTMLTag { nodes[node].tag }

  /// The name of an element, as its language spells it, or `#text` and the like.
  public func name(of node: Int) -> String {
    let tag = nodes[node].tag
    return tag.isElement ? name(Int(nodes[node].name)) : tag.rawValue
  }

  /// The node that contains `node`, or `nil` for the document.
  @inlinable public func parent(of node: Int) -> Int? {
    nodes[node].parent >= 0 ? Int(nodes[node].parent) : nil
  }

  /// The descendants of `node`, in document order.
  @inlinable public func descendants(of node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

  /// `node` and its descendants.
  @inlinable public func subtree(of node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

  /// The children of `node`, in document order.
  @inlinable public func children(of node: Int) -> Children {
    Children(nodes: nodes, first: node + 1, end: Int(nodes[node].end))
  }

  /// The children of a node.
  @frozen public struct Children: Sequence, IteratorProtocol {
    @usableFromInline let nodes: ContiguousArray<Node>
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable init(nodes: ContiguousArray<Node>, first: Int, end: Int) {
      self.nodes = nodes
      position = first
      self.end = end
    }

    /// The next child.
    @inlinable public mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(nodes[position].end) }
      return position
    }
  }

  /// The first descendant for which `condition` holds, in document order.
  @inlinable public func firstDescendant(of node: Int, where condition: (Int) -> Bool) -> Int? {
    descendants(of: node).first(where: condition)
  }

  /// The words of a text or comment; empty for an element.
  @inlinable public func textBytes(_ node: Int) -> ArraySlice<UInt8> {
    let start = Int(nodes[node].textStart)
    return bytes[start..<start + Int(nodes[node].textCount)]
  }

  // MARK: Attributes

  /// The positions of an element's attributes in `attributes`.
  @inlinable public func attributeRange(of node: Int) -> Range<Int> {
    let first = Int(nodes[node].firstAttribute)
    return first..<first + Int(nodes[node].attributeCount)
  }

  /// The bytes of an attribute's value.
  @inlinable public func valueBytes(_ attribute: Attribute) -> ArraySlice<UInt8> {
    bytes[Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)]
  }

  /// The bytes of an attribute's value, or `nil` when the element does not have it.
  ///
  /// - Parameters:
  ///   - name: The name of the attribute, in lower case.
  ///   - node: The element.
  /// - Returns: The value, with character references decoded.
  public func attributeBytes(_ name: String, of node: Int) -> ArraySlice<UInt8>? {
    guard nodes[node].attributeCount > 0, let wanted = number(ofName: name) else { return nil }
    return attributeBytes(numbered: wanted, of: node)
  }

  /// The bytes of the value of an attribute whose name has a number, or `nil` when the element does not have it.
  ///
  /// For loops over all nodes, which look the number up once.
  public func attributeBytes(numbered wanted: UInt16, of node: Int) -> ArraySlice<UInt8>? {
    for index in attributeRange(of: node) where attributes[index].name == wanted {
      return valueBytes(attributes[index])
    }
    return nil
  }

  /// Whether the element has the class `name`; case counts.
  public func hasClass(_ name: String, _ node: Int) -> Bool {
    guard let classes = attributeBytes("class", of: node) else { return false }
    var rest = classes[...]
    while let start = rest.firstIndex(where: { $0 > 0x20 }) {
      let end = rest[start...].firstIndex { $0 <= 0x20 } ?? rest.endIndex
      if rest[start..<end].elementsEqual(name.utf8) { return true }
      rest = rest[end...]
    }
    return false
  }

  /// The name of an attribute or element with a number, as `names` has it.
  public func name(_ number: Int) -> String {
    number < KnownNames.count ? KnownNames.names[number] : rareNames.string(number)
  }

  /// The number of a name of attributes or elements, in lower case; `nil` when nothing in the document has it.
  public func number(ofName name: String) -> UInt16? {
    var name = name
    return name.withUTF8 { bytes in
      if bytes.count <= 16,
        let known = KnownNames.slots.withUnsafeBufferPointer({ KnownNames.find(PackedName(bytes), in: $0) })
      {
        return UInt16(truncatingIfNeeded: known.number)
      }
      return rareNames.number(of: bytes).map { UInt16(truncatingIfNeeded: $0) }
    }
  }
}
