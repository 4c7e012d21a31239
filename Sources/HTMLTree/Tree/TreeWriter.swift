/// Writes the tree that was built as a document: in document order, with texts of several pieces joined.
struct TreeWriter: ~Copyable {
  private let omissions: HTMLDocument.Omissions
  private var nodes: ContiguousArray<HTMLDocument.Node> = []
  /// Joined texts; their positions follow those of the tokenizer's decoded texts.
  private var joined: [UInt8] = []
  private let joinedStart: Int

  /// The document that a tree builder has built.
  ///
  /// - Complexity: O(nodes + bytes).
  static func document(from builder: borrowing TreeBuilder, omitting omissions: HTMLDocument.Omissions)
    -> HTMLDocument
  {
    var writer = TreeWriter(
      omissions, joinedStart: builder.tokenizer.source.count + builder.tokenizer.decoded.count)
    writer.write(builder.arena, builder.tokenizer)
    var shortenings = builder.shortenings
    if builder.tokenizer.droppedAttributes { shortenings.insert(.attributes) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(writer.joinedStart + writer.joined.count)
    bytes.append(contentsOf: builder.tokenizer.source)
    bytes.append(contentsOf: builder.tokenizer.decoded.values)
    bytes.append(contentsOf: writer.joined)
    return HTMLDocument(
      nodes: writer.nodes, attributes: ContiguousArray(builder.tokenizer.attributes.values), bytes: bytes,
      shortenings: shortenings, quirks: builder.quirks, rareNames: builder.tokenizer.names)
  }

  private init(_ omissions: HTMLDocument.Omissions, joinedStart: Int) {
    self.omissions = omissions
    self.joinedStart = joinedStart
  }

  private mutating func write(_ arena: borrowing Arena, _ tokenizer: borrowing Tokenizer) {
    nodes.reserveCapacity(arena.nodes.count)
    nodes.append(HTMLDocument.Node(tag: .document, parent: -1))
    var node: Int32 = arena[0].first
    var parent: Int32 = 0
    var current: Int32 = 0
    while true {
      if node != Arena.none {
        let source = arena[node]
        if source.tag == .text {
          nodes.append(text(source, parent: parent, arena, tokenizer))
        } else if source.tag.isElement || !omissions.contains(.comments) {
          let index = Int32(truncatingIfNeeded: nodes.count)
          nodes.append(Self.node(source, parent: parent, end: index + 1))
          if source.tag == .template, isShownShadowRoot(source, tokenizer) { nodes[Int(index)].tag = .div }
          if source.tag.isElement, source.first != Arena.none, keepsContent(of: source, tokenizer) {
            parent = index
            current = node
            node = source.first
            continue
          }
        }
        node = source.next
      } else {
        nodes[Int(parent)].end = Int32(truncatingIfNeeded: nodes.count)
        guard current != 0 else { return }
        node = arena[current].next
        current = arena[current].parent
        parent = nodes[Int(parent)].parent
      }
    }
  }

  @inline(__always)
  private static func node(_ source: Arena.Node, parent: Int32, end: Int32) -> HTMLDocument.Node {
    HTMLDocument.Node(
      tag: source.tag, namespace: source.namespace,
      attributeCount: UInt16(truncatingIfNeeded: source.attributes.count),
      firstAttribute: source.attributes.first,
      name: UInt16(truncatingIfNeeded: source.name), parent: parent, end: end, textStart: source.text.start,
      textCount: source.text.count)
  }

  @inline(__always)
  private mutating func text(
    _ source: Arena.Node, parent: Int32, _ arena: borrowing Arena, _ tokenizer: borrowing Tokenizer
  ) -> HTMLDocument.Node {
    var text = source.text
    if source.first != Arena.none {
      let start = joined.count
      joined.append(contentsOf: tokenizer.bytes(source.text))
      var piece = source.first
      while piece != Arena.none {
        joined.append(contentsOf: tokenizer.bytes(arena.pieces[piece].text))
        piece = arena.pieces[piece].next
      }
      text = ByteRange(joinedStart + start, joined.count - start)
    }
    return HTMLDocument.Node(
      tag: .text, parent: parent, end: Int32(truncatingIfNeeded: nodes.count &+ 1), textStart: text.start,
      textCount: text.count)
  }

  private func keepsContent(of element: Arena.Node, _ tokenizer: borrowing Tokenizer) -> Bool {
    switch element.tag {
    case .script: !omissions.contains(.scripts) || isLinkedData(element, tokenizer)
    case .style: !omissions.contains(.styles)
    case .template: !omissions.contains(.templates) || isShownShadowRoot(element, tokenizer)
    case .svg: !omissions.contains(.drawings)
    default: true
    }
  }

  /// Whether a template is a declarative shadow root: browsers show it in place of its parent's content.
  private func isShownShadowRoot(_ element: Arena.Node, _ tokenizer: borrowing Tokenizer) -> Bool {
    guard omissions.contains(.templates), element.attributes.count > 0,
      let mode = tokenizer.value(of: "shadowrootmode", in: element.attributes)
    else { return false }
    let lower = mode.lazy.map { $0.isLetter ? $0 | 0x20 : $0 }
    return lower.elementsEqual("open".utf8) || lower.elementsEqual("closed".utf8)
  }

  private func isLinkedData(_ element: Arena.Node, _ tokenizer: borrowing Tokenizer) -> Bool {
    tokenizer.value(of: "type", in: element.attributes).map {
      let words = $0.split(whereSeparator: { $0 <= 0x20 })
      guard words.count == 1, let type = words.first else { return false }
      return type.map { $0.isLetter ? $0 | 0x20 : $0 }.elementsEqual("application/ld+json".utf8)
    } ?? false
  }
}

extension Tokenizer {
  /// The value of an attribute among those of an element, by a name that is known to all documents.
  func value(of name: StaticString, in range: AttributeRange) -> UnsafeBufferPointer<UInt8>? {
    let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    guard range.count > 0, let known = KnownNames.find(PackedName(bytes), in: knownNames) else { return nil }
    for index in range.first..<range.first + range.count
    where attributes[index].name == UInt16(truncatingIfNeeded: known.number) {
      return self.bytes(attributes[index].value)
    }
    return nil
  }
}
