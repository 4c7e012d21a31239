/// The insertion mode "in body": end tags.
extension TreeBuilder {
  mutating func endTagInBody() -> Bool {
    let tag = tokenizer.token.tag
    switch tag {
    case .div, .ul, .ol, .section, .article, .header, .footer, .nav, .aside, .main, .figure, .figcaption,
      .blockquote,
      .address, .button, .center, .details, .dialog, .dir, .dl, .fieldset, .hgroup, .listing, .menu, .pre,
      .search,
      .select, .summary:
      if open.has(tag) { endElement(tag) }
    case .p:
      if !open.hasParagraph { insertImplied(.p) }
      closeParagraph()
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      runAdoptionAgency(tag)
    case .li:
      if open.has(.li, in: .listItem) { endElement(.li, except: .li) }
    case .dd, .dt:
      if open.has(tag) { endElement(tag, except: tag) }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if open.has(where: { $0.isHeading }) {
        generateImpliedEndTags()
        popUntil { $0.isHeading }
      }
    case .template: return inHead()
    case .body:
      if open.has(.body) { mode = .afterBody }
    case .html:
      guard open.has(.body) else { return true }
      mode = .afterBody
      return false
    case .form: endForm()
    case .applet, .marquee, .object:
      guard open.has(tag) else { return true }
      endElement(tag)
      formatting.clearToLastMarker()
    case .br:
      tokenizer.token.kind = .startTag
      tokenizer.token.attributes = AttributeRange()
      return false
    default: endOtherElement()
    }
    return true
  }

  private mutating func endElement(_ tag: HTMLTag, except exception: HTMLTag? = nil) {
    generateImpliedEndTags(except: exception)
    popUntil(tag)
  }

  private mutating func endForm() {
    guard open.templates == 0 else {
      if open.has(.form) { endElement(.form) }
      return
    }
    let form = formElement
    formElement = Arena.none
    guard form != Arena.none, arena[form].isOpen, let place = open.index(of: form), open.isInScope(place)
    else {
      return
    }
    generateImpliedEndTags()
    if let place = open.index(of: form) { removeFromStack(at: place) }
  }

  /// Section "Any other end tag": ends the last element of the name, unless a special one is between.
  mutating func endOtherElement() {
    let name = tokenizer.token.name
    var index = open.count - 1
    while index > 0 {
      let element = open[index]
      if element.name == name, element.traits.contains(.html) {
        generateImpliedEndTags(except: element.tag)
        pop(downTo: index)
        return
      }
      if element.traits.contains(.special) { return }
      index -= 1
    }
  }
}
