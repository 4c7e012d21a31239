/// The insertion modes "in template", "after body" and those of framesets, and how a mode is found again.
extension TreeBuilder {
  mutating func inTemplate() -> Bool {
    switch tokenizer.token.kind {
    case .text, .nulls, .comment, .doctype: return inBody()
    case .startTag:
      let next: Mode
      switch tokenizer.token.tag {
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
        return inHead()
      case .caption, .colgroup, .tbody, .tfoot, .thead: next = .inTable
      case .col: next = .inColumnGroup
      case .tr: next = .inTableBody
      case .td, .th: next = .inRow
      default: next = .inBody
      }
      templateModes[templateModes.count - 1] = next
      mode = next
      return false
    case .endTag: return tokenizer.token.tag == .template ? inHead() : true
    case .end:
      guard open.templates > 0 else { return true }
      popUntil(.template)
      formatting.clearToLastMarker()
      templateModes.truncate(to: max(0, templateModes.count - 1))
      resetInsertionMode()
      return false
    }
  }

  mutating func afterBody() -> Bool {
    switch tokenizer.token.kind {
    case .text: if isSpace(tokenizer.token.text) { return inBody() }
    case .comment:
      insertComment(into: open[0].node)
      return true
    case .doctype, .end: return true
    case .startTag: if tokenizer.token.tag == .html { return inBody() }
    case .endTag:
      if tokenizer.token.tag == .html {
        if context == nil { mode = .afterAfterBody }
        return true
      }
    case .nulls: break
    }
    mode = .inBody
    return false
  }

  mutating func afterAfterBody() -> Bool {
    switch tokenizer.token.kind {
    case .text: if isSpace(tokenizer.token.text) { return inBody() }
    case .comment:
      insertComment(into: 0)
      return true
    case .doctype: return inBody()
    case .end: return true
    case .startTag: if tokenizer.token.tag == .html { return inBody() }
    case .nulls, .endTag: break
    }
    mode = .inBody
    return false
  }

  // MARK: Framesets

  mutating func inFrameset() -> Bool {
    switch (tokenizer.token.kind, tokenizer.token.tag) {
    case (.text, _): insertSpacesOnly()
    case (.comment, _): insertComment()
    case (.startTag, .html): return inBody()
    case (.startTag, .frameset): insertElement()
    case (.startTag, .frame): insertEmptyElement()
    case (.startTag, .noframes): return inHead()
    case (.endTag, .frameset):
      guard open.count > 1 else { return true }
      pop()
      if context == nil, open.last.tag != .frameset { mode = .afterFrameset }
    default: break
    }
    return true
  }

  mutating func afterFrameset() -> Bool {
    switch (tokenizer.token.kind, tokenizer.token.tag) {
    case (.text, _): insertSpacesOnly()
    case (.comment, _): insertComment()
    case (.startTag, .html): return inBody()
    case (.startTag, .noframes): return inHead()
    case (.endTag, .html): mode = .afterAfterFrameset
    default: break
    }
    return true
  }

  mutating func afterAfterFrameset() -> Bool {
    switch (tokenizer.token.kind, tokenizer.token.tag) {
    case (.text, _): insertSpacesOnly()
    case (.comment, _): insertComment(into: 0)
    case (.startTag, .html): return inBody()
    case (.startTag, .noframes): return inHead()
    default: break
    }
    return true
  }

  // MARK: Finding the mode

  /// Section "reset the insertion mode appropriately".
  mutating func resetInsertionMode() {
    var index = open.count - 1
    while index >= 0 {
      let isLast = index == 0
      let element = isLast ? context ?? open[0] : open[index]
      if element.traits.contains(.html), let found = modeInside(element.tag, isLast: isLast) {
        mode = found
        return
      }
      index -= 1
    }
    mode = .inBody
  }

  /// The mode for the content of an element, or `nil` when the element above decides.
  private func modeInside(_ tag: HTMLTag, isLast: Bool) -> Mode? {
    switch tag {
    case .td, .th: isLast ? nil : .inCell
    case .tr: .inRow
    case .tbody, .thead, .tfoot: .inTableBody
    case .caption: .inCaption
    case .colgroup: .inColumnGroup
    case .table: .inTable
    case .template: templateModes.count > 0 ? templateModes[templateModes.count - 1] : .inTemplate
    case .head: isLast ? nil : .inHead
    case .body: .inBody
    case .frameset: .inFrameset
    case .html: headElement == Arena.none ? .beforeHead : .afterHead
    default: nil
    }
  }
}
