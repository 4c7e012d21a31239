/// The insertion modes "initial" to "after head".
extension TreeBuilder {
  mutating func initial() -> Bool {
    switch tokenizer.token.kind {
    case .text:
      _ = takeSpaces()
      if tokenizer.token.text.count == 0 { return true }
    case .comment:
      insertComment(into: 0)
      return true
    case .doctype:
      insertDoctype()
      mode = .beforeHTML
      return true
    default: break
    }
    quirks = .full
    mode = .beforeHTML
    return false
  }

  private mutating func insertDoctype() {
    quirks = quirksOfDoctype()
    guard keepsComments else { return }
    var node = Arena.Node(tag: .doctype)
    node.text = tokenizer.token.text
    node.attributes = tokenizer.token.attributes
    arena.insert(arena.make(node), into: 0)
  }

  mutating func beforeHTML() -> Bool {
    switch tokenizer.token.kind {
    case .text:
      _ = takeSpaces()
      if tokenizer.token.text.count == 0 { return true }
    case .comment:
      insertComment(into: 0)
      return true
    case .doctype: return true
    case .startTag:
      if tokenizer.token.tag == .html {
        openRoot(attributes: tokenizer.token.attributes)
        mode = .beforeHead
        return true
      }
    case .endTag:
      if !endsHead(tokenizer.token.tag) { return true }
    default: break
    }
    openRoot(attributes: AttributeRange())
    mode = .beforeHead
    return false
  }

  /// Makes the `html` element.
  mutating func openRoot(attributes: AttributeRange) {
    let name = KnownNames.number(of: .html)
    let node = makeElement(.html, name: name, attributes: attributes, namespace: .html)
    arena.insert(node, into: 0)
    push(OpenElements.Entry(node: node, name: name, tag: .html, traits: ElementTraits(.html, .html)))
  }

  /// Whether an end tag is one of the few that count before the body: `head` (where it may end), `body`, `html`, `br`.
  private func endsHead(_ tag: HTMLTag) -> Bool { tag == .head || tag == .body || tag == .html || tag == .br }

  mutating func beforeHead() -> Bool {
    switch tokenizer.token.kind {
    case .text:
      _ = takeSpaces()
      if tokenizer.token.text.count == 0 { return true }
    case .comment:
      insertComment()
      return true
    case .doctype: return true
    case .startTag:
      if tokenizer.token.tag == .html { return inBody() }
      if tokenizer.token.tag == .head {
        headElement = insertElement()
        mode = .inHead
        return true
      }
    case .endTag:
      if !endsHead(tokenizer.token.tag) { return true }
    default: break
    }
    headElement = insertImplied(.head)
    mode = .inHead
    return false
  }

  mutating func inHead() -> Bool {
    switch tokenizer.token.kind {
    case .text:
      insertText(takeSpaces())
      if tokenizer.token.text.count == 0 { return true }
    case .comment:
      insertComment()
      return true
    case .doctype: return true
    case .startTag:
      switch tokenizer.token.tag {
      case .html: return inBody()
      case .base, .basefont, .bgsound, .link, .meta:
        insertEmptyElement()
        return true
      case .title:
        insertRawText(.rcdata)
        return true
      case .noframes, .style:
        insertRawText(.rawtext)
        return true
      case .noscript:
        insertElement()
        mode = .inHeadNoscript
        return true
      case .script:
        insertRawText(.script)
        return true
      case .template:
        openTemplate()
        return true
      case .head: return true
      default: break
      }
    case .endTag:
      switch tokenizer.token.tag {
      case .head:
        pop()
        mode = .afterHead
        return true
      case .template:
        closeTemplate()
        return true
      case .body, .html, .br: break
      default: return true
      }
    default: break
    }
    pop()
    mode = .afterHead
    return false
  }

  private mutating func openTemplate() {
    insertElement()
    formatting.append(.marker)
    allowsFrameset = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  private mutating func closeTemplate() {
    guard open.templates > 0 else { return }
    while open.last.tag.hasThoroughlyImpliedEnd, open.last.traits.contains(.html) { pop() }
    popUntil(.template)
    formatting.clearToLastMarker()
    templateModes.truncate(to: max(0, templateModes.count - 1))
    resetInsertionMode()
  }

  mutating func inHeadNoscript() -> Bool {
    switch tokenizer.token.kind {
    case .text:
      insertText(takeSpaces())
      if tokenizer.token.text.count == 0 { return true }
    case .comment:
      insertComment()
      return true
    case .doctype: return true
    case .startTag:
      switch tokenizer.token.tag {
      case .html: return inBody()
      case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead()
      case .head, .noscript: return true
      default: break
      }
    case .endTag:
      switch tokenizer.token.tag {
      case .noscript:
        pop()
        mode = .inHead
        return true
      case .br: break
      default: return true
      }
    default: break
    }
    pop()
    mode = .inHead
    return false
  }

  mutating func afterHead() -> Bool {
    switch tokenizer.token.kind {
    case .text:
      insertText(takeSpaces())
      if tokenizer.token.text.count == 0 { return true }
    case .comment:
      insertComment()
      return true
    case .doctype: return true
    case .startTag:
      switch tokenizer.token.tag {
      case .html: return inBody()
      case .body:
        insertElement()
        allowsFrameset = false
        mode = .inBody
        return true
      case .frameset:
        insertElement()
        mode = .inFrameset
        return true
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
        return inHeadAgain()
      case .head: return true
      default: break
      }
    case .endTag:
      switch tokenizer.token.tag {
      case .template: return inHead()
      case .body, .html, .br: break
      default: return true
      }
    default: break
    }
    insertImplied(.body)
    mode = .inBody
    return false
  }

  /// Puts an element into the head that comes after it.
  private mutating func inHeadAgain() -> Bool {
    let head = headElement
    push(
      OpenElements.Entry(
        node: head, name: KnownNames.number(of: .head), tag: .head, traits: ElementTraits(.head, .html)))
    let isDone = inHead()
    if let index = open.index(of: head) { removeFromStack(at: index) }
    return isDone
  }
}
