/// Section "The rules for parsing tokens in foreign content": SVG and MathML.
extension TreeBuilder {
  /// The current node; of a fragment's outermost content, the context element ("adjusted current node").
  var adjustedCurrentNode: OpenElements.Entry {
    if open.count == 1, let context { return context }
    return open.last
  }

  /// Whether the token falls under the rules for foreign content ("tree construction dispatcher").
  @inline(__always)
  var isForeign: Bool {
    guard open.count > 0 else { return false }
    if open.count > 1, open.last.traits.contains(.html) { return false }
    return isForeignToken
  }

  private var isForeignToken: Bool {
    let node = adjustedCurrentNode
    guard !node.traits.contains(.html) else { return false }
    switch tokenizer.token.kind {
    case .end: return false
    case .text, .nulls:
      return !node.traits.contains(.mathTextIntegration) && !node.traits.contains(.htmlIntegration)
    case .startTag:
      let tag = tokenizer.token.tag
      if node.traits.contains(.htmlIntegration) { return false }
      if node.traits.contains(.mathTextIntegration), tag != .mglyph, tag != .malignmark { return false }
      return !(node.tag == .annotationXML && node.traits.contains(.special) && tag == .svg)
    case .endTag, .comment, .doctype: return true
    }
  }

  mutating func inForeignContent() -> Bool {
    switch tokenizer.token.kind {
    case .nulls:
      let start = tokenizer.decoded.count
      for _ in 0..<tokenizer.token.text.count {
        for byte in UTF8.encodedReplacementCharacter { tokenizer.decoded.append(byte) }
      }
      insertText(ByteRange(tokenizer.source.count + start, tokenizer.decoded.count - start))
    case .text:
      insertText(tokenizer.token.text)
      if allowsFrameset, !isSpace(tokenizer.token.text) { allowsFrameset = false }
    case .comment: insertComment()
    case .doctype, .end: break
    case .startTag:
      if endsForeignContent { return leaveForeignContent() }
      startForeign(namespace(of: adjustedCurrentNode))
    case .endTag:
      let tag = tokenizer.token.tag
      if tag == .br || tag == .p { return leaveForeignContent() }
      return endForeign()
    }
    return true
  }

  private func namespace(of element: OpenElements.Entry) -> HTMLNamespace {
    element.node == Arena.none ? contextNamespace : arena[element.node].namespace
  }

  /// Whether the start tag is one of HTML's that pages forget to end SVG and MathML for.
  private var endsForeignContent: Bool {
    switch tokenizer.token.tag {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3,
      .h4,
      .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small,
      .span,
      .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .variable:
      true
    case .font:
      ["color", "face", "size"].contains { tokenizer.value(of: $0, in: tokenizer.token.attributes) != nil }
    default: false
    }
  }

  private mutating func leaveForeignContent() -> Bool {
    while open.count > 1, !open.last.traits.contains(.html), !open.last.traits.contains(.htmlIntegration),
      !open.last.traits.contains(.mathTextIntegration)
    {
      pop()
    }
    return step()
  }

  /// Inserts an element of SVG or MathML for the start tag.
  mutating func startForeign(_ namespace: HTMLNamespace) {
    let sourceName = tokenizer.token.name
    adjustNames(namespace)
    var traits = ElementTraits(tokenizer.token.tag, namespace)
    if namespace == .math, tokenizer.token.tag == .annotationXML, holdsHTML {
      traits.insert(.htmlIntegration)
    }
    let token = tokenizer.token
    let node = makeElement(token.tag, name: token.name, attributes: token.attributes, namespace: namespace)
    insert(node)
    if !token.isSelfClosing {
      push(OpenElements.Entry(node: node, name: sourceName, tag: token.tag, traits: traits))
    }
  }

  /// Whether the `annotation-xml` tag says that its content is HTML.
  private var holdsHTML: Bool {
    guard let encoding = tokenizer.value(of: "encoding", in: tokenizer.token.attributes) else { return false }
    let lower = encoding.map { $0.isLetter ? $0 | 0x20 : $0 }
    return lower.elementsEqual("text/html".utf8) || lower.elementsEqual("application/xhtml+xml".utf8)
  }

  /// Sections "adjust SVG attributes" and "adjust MathML attributes", and the names of SVG elements.
  private mutating func adjustNames(_ namespace: HTMLNamespace) {
    let token = tokenizer.token
    if namespace == .svg, let name = ForeignNames.svgElement(tokenizer.string(ofName: token.name)) {
      tokenizer.token.name = tokenizer.number(ofName: name)
    }
    let range = token.attributes
    for index in range.first..<range.first + range.count {
      let name = Int32(tokenizer.attributes[index].name)
      if let adjusted = ForeignNames.attribute(tokenizer.string(ofName: name), in: namespace) {
        tokenizer.attributes[index].name = UInt16(truncatingIfNeeded: tokenizer.number(ofName: adjusted))
      }
    }
  }

  /// Section "Any other end tag" of foreign content.
  private mutating func endForeign() -> Bool {
    let name = tokenizer.token.name
    var index = open.count - 1
    while index > 0 {
      if open[index].name == name {
        pop(downTo: index)
        return true
      }
      index -= 1
      if open[index].traits.contains(.html) { return step() }
    }
    return true
  }
}
