/// Sections "The list of active formatting elements" and "The adoption agency algorithm".
extension TreeBuilder {
  /// Inserts a formatting element and puts it on the list.
  mutating func insertFormattingElement() {
    let node = insertElement()
    limitLikeEntries(of: node)
    if formatting.count >= FormattingElements.most {
      shortenings.insert(.formatting)
      formatting.removeOldest()
    }
    formatting.append(FormattingElements.Entry(node: node, tag: tokenizer.token.tag))
  }

  /// Keeps at most three elements with the same name and attributes ("Noah's Ark clause").
  private mutating func limitLikeEntries(of node: Int32) {
    var like = 0
    var first = 0
    var index = formatting.count - 1
    while index >= 0, !formatting[index].isMarker {
      let other = formatting[index].node
      if formatting[index].tag == arena[node].tag, haveSameAttributes(node, other) {
        like += 1
        first = index
      }
      index -= 1
    }
    if like >= 3 { formatting.remove(at: first) }
  }

  /// Whether two elements have the same attributes, in whatever order; with very many, in the same order.
  private func haveSameAttributes(_ one: Int32, _ two: Int32) -> Bool {
    let (left, right) = (arena[one].attributes, arena[two].attributes)
    guard left.count == right.count else { return false }
    for offset in 0..<left.count {
      let attribute = tokenizer.attributes[left.first + offset]
      if isSame(attribute, tokenizer.attributes[right.first + offset]) { continue }
      guard left.count <= 16,
        (0..<right.count).contains(where: { isSame(attribute, tokenizer.attributes[right.first + $0]) })
      else { return false }
    }
    return true
  }

  @inline(__always)
  private func isSame(_ one: HTMLDocument.Attribute, _ two: HTMLDocument.Attribute) -> Bool {
    one.name == two.name && one.count == two.count
      && tokenizer.bytes(one.value).elementsEqual(tokenizer.bytes(two.value))
  }

  /// Section "reconstruct the active formatting elements".
  @inline(__always)
  mutating func reconstructFormatting() {
    guard formatting.count > 0 else { return }
    let last = formatting[formatting.count - 1]
    guard !last.isMarker, !arena[last.node].isOpen else { return }
    reopenFormatting()
  }

  @inline(never)
  private mutating func reopenFormatting() {
    var index = formatting.count - 1
    while index > 0, !formatting[index - 1].isMarker, !arena[formatting[index - 1].node].isOpen { index -= 1 }
    while index < formatting.count {
      guard copiesLeft > 0, open.count < HTMLDocument.deepest else {
        // What would be opened again and again is over now.
        shortenings.insert(.formatting)
        while formatting.count > index { formatting.remove(at: formatting.count - 1) }
        return
      }
      let node = copy(of: formatting[index].node)
      insert(node)
      push(element(node))
      formatting[index].node = node
      index += 1
    }
  }

  private mutating func copy(of node: Int32) -> Int32 {
    copiesLeft -= 1
    let original = arena[node]
    return makeElement(
      original.tag, name: original.name, attributes: original.attributes, namespace: original.namespace)
  }

  /// An entry of the stack for an HTML element.
  private func element(_ node: Int32) -> OpenElements.Entry {
    let tag = arena[node].tag
    return OpenElements.Entry(
      node: node, name: arena[node].name, tag: tag, traits: ElementTraits(tag, .html))
  }

  // MARK: The adoption agency

  /// Ends a formatting element that may be wrongly nested with blocks.
  mutating func runAdoptionAgency(_ subject: HTMLTag) {
    let current = open.last
    if current.tag == subject, current.traits.contains(.html), formatting.index(of: current.node) == nil {
      pop()
      return
    }
    for _ in 0..<8 {
      guard let entry = formatting.lastIndex(of: subject) else { return endOtherElement() }
      let node = formatting[entry].node
      guard arena[node].isOpen, let place = open.index(of: node) else { return formatting.remove(at: entry) }
      guard open.isInScope(place) else { return }
      guard copiesLeft > 0, let block = furthestBlock(below: place) else {
        pop(downTo: place)
        return formatting.remove(at: entry)
      }
      adopt(entry: entry, place: place, block: block)
    }
  }

  private func furthestBlock(below place: Int) -> Int? {
    var index = place + 1
    while index < open.count {
      if open[index].traits.contains(.special) { return index }
      index += 1
    }
    return nil
  }

  /// One round: moves the block out of the formatting element, and a copy of that into the block.
  private mutating func adopt(entry: Int, place: Int, block: Int) {
    let formattingNode = formatting[entry].node
    let blockNode = open[block].node
    let commonAncestor = open[place - 1]
    var bookmark = entry
    var lastNode = blockNode
    var index = block
    var rounds = 0
    while true {
      index -= 1
      guard index > place else { break }
      rounds += 1
      var node = open[index].node
      var listed = formatting.index(of: node)
      if rounds > 3, let known = listed {
        formatting.remove(at: known)
        if known < bookmark { bookmark -= 1 }
        listed = nil
      }
      guard let listed else {
        removeFromStack(at: index)
        continue
      }
      let copied = copy(of: node)
      arena[node].isOpen = false
      arena[copied].isOpen = true
      open[index] = element(copied)
      formatting[listed].node = copied
      node = copied
      if lastNode == blockNode { bookmark = listed + 1 }
      arena.remove(lastNode)
      arena.insert(lastNode, into: node)
      lastNode = node
    }
    arena.remove(lastNode)
    let target = appropriatePlace(in: commonAncestor)
    arena.insert(lastNode, into: target.parent, before: target.next)
    let copied = copy(of: formattingNode)
    arena.moveChildren(of: blockNode, to: copied)
    arena.insert(copied, into: blockNode)
    if let old = formatting.index(of: formattingNode) {
      formatting.remove(at: old)
      if old < bookmark { bookmark -= 1 }
    }
    let tag = arena[copied].tag
    formatting.insert(FormattingElements.Entry(node: copied, tag: tag), at: min(bookmark, formatting.count))
    if let old = open.index(of: formattingNode) { removeFromStack(at: old) }
    if let block = open.index(of: blockNode) {
      arena[copied].isOpen = true
      open.insert(element(copied), at: block + 1)
    }
  }
}
