/// Sections "Creating and inserting nodes", "The stack of open elements" and "Closing elements that have implied end
/// tags".
extension TreeBuilder {
  // MARK: Elements

  /// Inserts an element for the start tag and opens it ("insert an HTML element").
  @inline(__always)
  @discardableResult
  mutating func insertElement(_ namespace: HTMLNamespace = .html) -> Int32 {
    let token = tokenizer.token
    return insertElement(token.tag, name: token.name, attributes: token.attributes, namespace: namespace)
  }

  /// Inserts an element that has no tag in the source and opens it.
  @discardableResult
  mutating func insertImplied(_ tag: HTMLTag) -> Int32 {
    insertElement(tag, name: KnownNames.number(of: tag), attributes: AttributeRange(), namespace: .html)
  }

  @inline(__always)
  private mutating func insertElement(
    _ tag: HTMLTag, name: Int32, attributes: AttributeRange, namespace: HTMLNamespace
  ) -> Int32 {
    let node = makeElement(tag, name: name, attributes: attributes, namespace: namespace)
    insert(node)
    push(OpenElements.Entry(node: node, name: name, tag: tag, traits: ElementTraits(tag, namespace)))
    return node
  }

  /// Inserts an element without content.
  @inline(__always)
  mutating func insertEmptyElement() {
    let token = tokenizer.token
    insert(makeElement(token.tag, name: token.name, attributes: token.attributes, namespace: .html))
  }

  @inline(__always)
  mutating func makeElement(
    _ tag: HTMLTag, name: Int32, attributes: AttributeRange, namespace: HTMLNamespace
  ) -> Int32 {
    var node = Arena.Node(tag: tag, namespace: namespace)
    node.name = name
    node.attributes = attributes
    return arena.make(node)
  }

  @inline(__always)
  mutating func push(_ element: OpenElements.Entry) {
    arena[element.node].isOpen = true
    open.push(element)
  }

  @inline(__always)
  @discardableResult
  mutating func pop() -> OpenElements.Entry {
    let element = open.pop()
    arena[element.node].isOpen = false
    return element
  }

  mutating func removeFromStack(at index: Int) {
    arena[open[index].node].isOpen = false
    open.remove(at: index)
  }

  /// Pops elements until one with a tag has been popped.
  mutating func popUntil(_ tag: HTMLTag) { popUntil { $0 == tag } }

  /// Pops elements until an HTML element whose tag matches has been popped.
  @inline(__always)
  mutating func popUntil(where matches: (HTMLTag) -> Bool) {
    while open.count > 1 {
      let element = pop()
      if element.traits.contains(.html), matches(element.tag) { return }
    }
  }

  /// Pops elements until the place `count` is the top of the stack.
  mutating func pop(downTo count: Int) {
    while open.count > max(count, 0) { pop() }
  }

  /// Section "generate implied end tags".
  @inline(__always)
  mutating func generateImpliedEndTags(except exception: HTMLTag? = nil) {
    while open.last.tag.hasImpliedEnd, open.last.traits.contains(.html), open.last.tag != exception { pop() }
  }

  /// Section "close a p element".
  mutating func closeParagraph() {
    generateImpliedEndTags(except: .p)
    popUntil(.p)
  }

  @inline(__always)
  mutating func closeParagraphInScope() {
    if open.hasParagraph { closeParagraph() }
  }

  // MARK: Where to insert

  /// Inserts a node at the appropriate place.
  @inline(__always)
  mutating func insert(_ node: Int32) {
    if isFosterParenting {
      let place = appropriatePlace(in: open.last)
      arena.insert(node, into: place.parent, before: place.next)
    } else {
      arena.insert(node, into: open.last.node)
    }
  }

  /// Inserts characters at the appropriate place.
  @inline(__always)
  mutating func insertText(_ text: ByteRange) {
    guard text.count > 0 else { return }
    if isFosterParenting {
      let place = appropriatePlace(in: open.last)
      arena.insertText(text, into: place.parent, before: place.next)
    } else {
      arena.insertText(text, into: open.last.node)
    }
  }

  /// Inserts a comment, at the appropriate place or at the end of a node.
  mutating func insertComment(into parent: Int32? = nil) {
    guard keepsComments else { return }
    var node = Arena.Node(tag: .comment)
    node.text = tokenizer.token.text
    let comment = arena.make(node)
    if let parent { arena.insert(comment, into: parent) } else { insert(comment) }
  }

  /// Section "appropriate place for inserting a node".
  func appropriatePlace(in target: OpenElements.Entry) -> (parent: Int32, next: Int32) {
    guard isFosterParenting, target.traits.contains(.html), target.tag.holdsOnlyTableParts else {
      return (target.node, Arena.none)
    }
    let table = open.lastIndex(of: .table)
    if open.templates > 0, let template = open.lastIndex(of: .template), template > table ?? -1 {
      return (open[template].node, Arena.none)
    }
    guard let table else { return (open[0].node, Arena.none) }
    let node = open[table].node
    if arena[node].parent != Arena.none { return (arena[node].parent, node) }
    return (open[table - 1].node, Arena.none)
  }

  // MARK: Characters

  /// Cuts white space off the start of the text token; returns it.
  mutating func takeSpaces() -> ByteRange {
    let text = tokenizer.token.text
    let bytes = tokenizer.bytes(text)
    var count = 0
    while count < bytes.count, bytes[count].isSpace { count += 1 }
    tokenizer.token.text = text.dropFirst(count)
    return text.prefix(count)
  }

  /// Whether a text is nothing but white space.
  @inline(__always)
  func isSpace(_ text: ByteRange) -> Bool {
    let bytes = tokenizer.bytes(text)
    return bytes.allSatisfy { $0.isSpace }
  }

  /// Inserts the white space of the text token, and nothing else of it.
  mutating func insertSpacesOnly() {
    let text = tokenizer.token.text
    guard !isSpace(text) else { return insertText(text) }
    let start = tokenizer.decoded.count
    for byte in Array(tokenizer.bytes(text)) where byte.isSpace { tokenizer.decoded.append(byte) }
    insertText(ByteRange(tokenizer.source.count + start, tokenizer.decoded.count - start))
  }

  // MARK: Raw text

  /// Sections "generic raw text element parsing algorithm" and "generic RCDATA …".
  mutating func insertRawText(_ content: Tokenizer.Content) {
    insertElement()
    tokenizer.content = content
    originalMode = mode
    mode = .text
  }

  /// Section 'Parsing "text"'.
  mutating func inText() -> Bool {
    switch tokenizer.token.kind {
    case .text: insertText(tokenizer.token.text)
    case .end:
      pop()
      mode = originalMode
      return false
    case .endTag:
      pop()
      mode = originalMode
    default: break
    }
    return true
  }

  // MARK: Attributes

  /// Adds the attributes of the token that an element does not have yet (`html` and `body` tags that come again).
  mutating func mergeAttributes(into node: Int32) {
    let old = arena[node].attributes
    let new = tokenizer.token.attributes
    guard new.count > 0, attributeMergesLeft > 0 else { return }
    attributeMergesLeft -= 1
    var merged = AttributeRange(first: Int32(truncatingIfNeeded: tokenizer.attributes.count), count: 0)
    for range in [old, new] {
      for index in range.first..<range.first + range.count {
        let attribute = tokenizer.attributes[index]
        let isKnown = (merged.first..<merged.first + merged.count).contains {
          tokenizer.attributes[$0].name == attribute.name
        }
        guard !isKnown, merged.count < 2 * Tokenizer.mostAttributes else { continue }
        tokenizer.attributes.append(attribute)
        merged.count += 1
      }
    }
    arena[node].attributes = merged
  }
}

extension HTMLTag {
  /// Whether text in the element belongs before its table.
  @inline(__always)
  var holdsOnlyTableParts: Bool {
    self == .table || self == .tbody || self == .tfoot || self == .thead || self == .tr
  }
}

extension ByteRange {
  @inline(__always)
  func dropFirst(_ number: Int) -> ByteRange { ByteRange(Int(start) + number, Int(count) - number) }

  @inline(__always)
  func prefix(_ number: Int) -> ByteRange { ByteRange(Int(start), number) }
}
