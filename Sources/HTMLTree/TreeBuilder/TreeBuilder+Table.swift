/// The insertion modes "in table", "in table text" and "in caption" to "in cell".
extension TreeBuilder {
  mutating func inTable() -> Bool {
    switch tokenizer.token.kind {
    case .comment:
      insertComment()
      return true
    case .doctype: return true
    case .startTag:
      switch tokenizer.token.tag {
      case .caption:
        clearStack { $0 == .table }
        formatting.append(.marker)
        insertElement()
        mode = .inCaption
        return true
      case .colgroup:
        clearStack { $0 == .table }
        insertElement()
        mode = .inColumnGroup
        return true
      case .col:
        clearStack { $0 == .table }
        insertImplied(.colgroup)
        mode = .inColumnGroup
        return false
      case .tbody, .tfoot, .thead:
        clearStack { $0 == .table }
        insertElement()
        mode = .inTableBody
        return true
      case .td, .th, .tr:
        clearStack { $0 == .table }
        insertImplied(.tbody)
        mode = .inTableBody
        return false
      case .table:
        guard open.has(.table, in: .table) else { return true }
        popUntil(.table)
        resetInsertionMode()
        return false
      case .style, .script, .template: return inHead()
      case .input:
        guard isHiddenInput else { break }
        insertEmptyElement()
        return true
      case .form:
        guard open.templates == 0, formElement == Arena.none else { return true }
        formElement = insertElement()
        pop()
        return true
      default: break
      }
    case .endTag:
      switch tokenizer.token.tag {
      case .table:
        guard open.has(.table, in: .table) else { return true }
        popUntil(.table)
        resetInsertionMode()
        return true
      case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return true
      case .template: return inHead()
      default: break
      }
    case .end: return inBody()
    case .text, .nulls:
      if isTableText {
        // NULs are no text of a table.
        if tokenizer.token.kind == .text { tableText.append(tokenizer.token.text) }
        return true
      }
    }
    return inBodyBeforeTable()
  }

  /// Takes a token by the rules of "in body", with what it makes put before the table.
  private mutating func inBodyBeforeTable() -> Bool {
    isFosterParenting = true
    let isDone = inBody()
    isFosterParenting = false
    return isDone
  }

  /// Section "clear the stack back to a table context", or to that of a body or a row.
  private mutating func clearStack(to isContext: (HTMLTag) -> Bool) {
    while open.count > 1 {
      let element = open.last
      if element.traits.contains(.html), isContext(element.tag) || element.tag == .template { return }
      pop()
    }
  }

  // MARK: Text

  /// Whether text now stands directly in a part of a table.
  private var isTableText: Bool {
    let current = open.last
    return current.traits.contains(.html) && (current.tag.holdsOnlyTableParts || current.tag == .template)
  }

  /// Puts the collected text where it belongs: words before the table, white space where it stands.
  mutating func placeTableText() {
    let hasWords = tableText.values.contains { !isSpace($0) }
    if hasWords {
      isFosterParenting = true
      reconstructFormatting()
      allowsFrameset = false
    }
    for index in 0..<tableText.count { insertText(tableText[index]) }
    isFosterParenting = false
    tableText.truncate(to: 0)
  }

  // MARK: Captions and columns

  mutating func inCaption() -> Bool {
    switch (tokenizer.token.kind, tokenizer.token.tag) {
    case (.endTag, .caption):
      _ = closeCaption()
      return true
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td),
      (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      return !closeCaption()
    case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .tbody),
      (.endTag, .td), (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead), (.endTag, .tr):
      return true
    default: return inBody()
    }
  }

  /// Ends the caption; `false` when there is none.
  private mutating func closeCaption() -> Bool {
    guard open.has(.caption, in: .table) else { return false }
    generateImpliedEndTags()
    popUntil(.caption)
    formatting.clearToLastMarker()
    mode = .inTable
    return true
  }

  mutating func inColumnGroup() -> Bool {
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
      case .col:
        insertEmptyElement()
        return true
      case .template: return inHead()
      default: break
      }
    case .endTag:
      switch tokenizer.token.tag {
      case .colgroup:
        _ = closeColumnGroup()
        return true
      case .col: return true
      case .template: return inHead()
      default: break
      }
    case .end: return inBody()
    case .nulls: break
    }
    return !closeColumnGroup()
  }

  private mutating func closeColumnGroup() -> Bool {
    guard open.last.tag == .colgroup else { return false }
    pop()
    mode = .inTable
    return true
  }

  // MARK: Bodies, rows and cells

  mutating func inTableBody() -> Bool {
    switch (tokenizer.token.kind, tokenizer.token.tag) {
    case (.startTag, .tr):
      clearStack { $0 == .tbody || $0 == .tfoot || $0 == .thead }
      insertElement()
      mode = .inRow
      return true
    case (.startTag, .th), (.startTag, .td):
      clearStack { $0 == .tbody || $0 == .tfoot || $0 == .thead }
      insertImplied(.tr)
      mode = .inRow
      return false
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      if open.has(tokenizer.token.tag, in: .table) { closeTableBody() }
      return true
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot),
      (.startTag, .thead), (.endTag, .table):
      guard open.has(in: .table, where: { $0 == .tbody || $0 == .tfoot || $0 == .thead }) else { return true }
      closeTableBody()
      return false
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .td), (.endTag, .th), (.endTag, .tr):
      return true
    default: return inTable()
    }
  }

  private mutating func closeTableBody() {
    clearStack { $0 == .tbody || $0 == .tfoot || $0 == .thead }
    if open.count > 1 { pop() }
    mode = .inTable
  }

  mutating func inRow() -> Bool {
    switch (tokenizer.token.kind, tokenizer.token.tag) {
    case (.startTag, .th), (.startTag, .td):
      clearStack { $0 == .tr }
      insertElement()
      mode = .inCell
      formatting.append(.marker)
      return true
    case (.endTag, .tr):
      _ = closeRow()
      return true
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot),
      (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      return !closeRow()
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard open.has(tokenizer.token.tag, in: .table) else { return true }
      return !closeRow()
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .td), (.endTag, .th):
      return true
    default: return inTable()
    }
  }

  /// Ends the row; `false` when there is none.
  private mutating func closeRow() -> Bool {
    guard open.has(.tr, in: .table) else { return false }
    clearStack { $0 == .tr }
    if open.count > 1 { pop() }
    mode = .inTableBody
    return true
  }

  mutating func inCell() -> Bool {
    switch (tokenizer.token.kind, tokenizer.token.tag) {
    case (.endTag, .td), (.endTag, .th):
      let tag = tokenizer.token.tag
      guard open.has(tag, in: .table) else { return true }
      generateImpliedEndTags()
      popUntil(tag)
      formatting.clearToLastMarker()
      mode = .inRow
      return true
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td),
      (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr):
      return !closeCell()
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html):
      return true
    case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead), (.endTag, .tr):
      guard open.has(tokenizer.token.tag, in: .table) else { return true }
      return !closeCell()
    default: return inBody()
    }
  }

  /// Section "close the cell"; `false` when there is none.
  private mutating func closeCell() -> Bool {
    guard open.has(in: .table, where: { $0 == .td || $0 == .th }) else { return false }
    generateImpliedEndTags()
    popUntil { $0 == .td || $0 == .th }
    formatting.clearToLastMarker()
    mode = .inRow
    return true
  }
}
