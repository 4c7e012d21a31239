/// The insertion mode "in body": texts, comments and start tags.
extension TreeBuilder {
  mutating func inBody() -> Bool {
    switch tokenizer.token.kind {
    case .text:
      reconstructFormatting()
      insertText(tokenizer.token.text)
      if allowsFrameset, !isSpace(tokenizer.token.text) { allowsFrameset = false }
    case .nulls, .doctype: break
    case .comment: insertComment()
    case .startTag: return startTagInBody()
    case .endTag: return endTagInBody()
    case .end:
      if templateModes.count > 0 { return inTemplate() }
    }
    return true
  }

  private mutating func startTagInBody() -> Bool {
    switch tokenizer.token.tag {
    case .div, .ul, .ol, .section, .article, .header, .footer, .nav, .aside, .main, .figure, .figcaption,
      .blockquote,
      .p, .address, .center, .details, .dialog, .dir, .dl, .fieldset, .hgroup, .menu, .search, .summary:
      closeParagraphInScope()
      insertElement()
    case .a: return startLink()
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      reconstructFormatting()
      insertFormattingElement()
    case .li: startItem(.li, .li)
    case .img, .br, .wbr, .area, .embed, .keygen:
      reconstructFormatting()
      insertEmptyElement()
      allowsFrameset = false
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraphInScope()
      if open.last.tag.isHeading, open.last.traits.contains(.html) { pop() }
      insertElement()
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return inHead()
    case .dd, .dt: startItem(.dd, .dt)
    case .table:
      if quirks != .full { closeParagraphInScope() }
      insertElement()
      allowsFrameset = false
      mode = .inTable
    case .html:
      if open.templates == 0 { mergeAttributes(into: open[0].node) }
    case .body: startBodyAgain()
    case .frameset: startFrameset()
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    case .image:
      // A spelling mistake of old: section "A start tag whose tag name is "image"".
      tokenizer.token.tag = .img
      tokenizer.token.name = KnownNames.number(of: .img)
      return false
    default: return startRareTagInBody()
    }
    return true
  }

  /// The start tags that are rare on pages.
  private mutating func startRareTagInBody() -> Bool {
    switch tokenizer.token.tag {
    case .pre, .listing:
      closeParagraphInScope()
      insertElement()
      dropsLineFeed = true
      allowsFrameset = false
    case .form:
      guard formElement == Arena.none || open.templates > 0 else { return true }
      closeParagraphInScope()
      let form = insertElement()
      if open.templates == 0 { formElement = form }
    case .plaintext:
      closeParagraphInScope()
      insertElement()
      tokenizer.content = .plaintext
    case .button:
      if open.has(.button) {
        generateImpliedEndTags()
        popUntil(.button)
      }
      reconstructFormatting()
      insertElement()
      allowsFrameset = false
    case .nobr:
      reconstructFormatting()
      if open.has(.nobr) {
        runAdoptionAgency(.nobr)
        reconstructFormatting()
      }
      insertFormattingElement()
    case .applet, .marquee, .object:
      reconstructFormatting()
      insertElement()
      formatting.append(.marker)
      allowsFrameset = false
    case .param, .source, .track: insertEmptyElement()
    case .hr:
      closeParagraphInScope()
      if open.has(.select) { generateImpliedEndTags() }
      insertEmptyElement()
      allowsFrameset = false
    case .textarea:
      insertRawText(.rcdata)
      dropsLineFeed = true
      allowsFrameset = false
    case .xmp:
      closeParagraphInScope()
      reconstructFormatting()
      allowsFrameset = false
      insertRawText(.rawtext)
    case .iframe:
      allowsFrameset = false
      insertRawText(.rawtext)
    case .noembed: insertRawText(.rawtext)
    case .input: startInput()
    case .select: startSelect()
    case .option, .optgroup: startOption(tokenizer.token.tag)
    case .rb, .rtc, .rp, .rt:
      if open.has(.ruby) {
        let isPart = tokenizer.token.tag == .rp || tokenizer.token.tag == .rt
        generateImpliedEndTags(except: isPart ? .rtc : nil)
      }
      insertElement()
    case .math, .svg:
      reconstructFormatting()
      startForeign(tokenizer.token.tag == .svg ? .svg : .math)
    default:
      reconstructFormatting()
      insertElement()
    }
    return true
  }

  private mutating func startLink() -> Bool {
    if let entry = formatting.lastIndex(of: .a) {
      let node = formatting[entry].node
      runAdoptionAgency(.a)
      if let left = formatting.index(of: node) { formatting.remove(at: left) }
      if arena[node].isOpen, let left = open.index(of: node) { removeFromStack(at: left) }
    }
    reconstructFormatting()
    insertFormattingElement()
    return true
  }

  /// Starts an item of a list, which ends the one before.
  private mutating func startItem(_ one: HTMLTag, _ other: HTMLTag) {
    allowsFrameset = false
    var index = open.count - 1
    while index >= 0 {
      let element = open[index]
      if element.traits.contains(.html), element.tag == one || element.tag == other {
        generateImpliedEndTags(except: element.tag)
        popUntil(element.tag)
        break
      }
      let isPassable =
        element.traits.contains(.html)
        && (element.tag == .address || element.tag == .div || element.tag == .p)
      if element.traits.contains(.special), !isPassable { break }
      index -= 1
    }
    closeParagraphInScope()
    insertElement()
  }

  private mutating func startBodyAgain() {
    guard open.count > 1, open[1].tag == .body, open.templates == 0 else { return }
    allowsFrameset = false
    mergeAttributes(into: open[1].node)
  }

  private mutating func startFrameset() {
    guard allowsFrameset, open.count > 1, open[1].tag == .body else { return }
    arena.remove(open[1].node)
    pop(downTo: 1)
    insertElement()
    mode = .inFrameset
  }

  // MARK: Forms

  /// Whether the fragment is the content of a `select` element.
  private var isInSelectContext: Bool { context?.tag == .select && context?.traits.contains(.html) == true }

  private mutating func startInput() {
    if isInSelectContext { return }
    if open.has(.select) { popUntil(.select) }
    reconstructFormatting()
    insertEmptyElement()
    if !isHiddenInput { allowsFrameset = false }
  }

  /// Whether the tag is an `input` with the type `hidden`.
  var isHiddenInput: Bool {
    tokenizer.value(of: "type", in: tokenizer.token.attributes).map {
      $0.count == 6 && $0.map { $0 | 0x20 }.elementsEqual("hidden".utf8)
    } ?? false
  }

  private mutating func startSelect() {
    if isInSelectContext { return }
    if open.has(.select) { return popUntil(.select) }
    reconstructFormatting()
    insertElement()
    allowsFrameset = false
  }

  private mutating func startOption(_ tag: HTMLTag) {
    if open.has(.select) {
      generateImpliedEndTags(except: tag == .option ? .optgroup : nil)
    } else if open.last.tag == .option, open.last.traits.contains(.html) {
      pop()
    }
    reconstructFormatting()
    insertElement()
  }
}
