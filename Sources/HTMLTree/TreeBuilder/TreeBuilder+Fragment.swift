/// Section "Parsing HTML fragments".
extension TreeBuilder {
  /// Builds the tree of the content of an element.
  mutating func runFragment(_ tag: HTMLTag, _ namespace: HTMLNamespace) {
    let element = OpenElements.Entry(
      node: Arena.none, name: KnownNames.number(of: tag), tag: tag, traits: ElementTraits(tag, namespace))
    context = element
    contextNamespace = namespace
    if namespace == .html {
      switch tag {
      case .title, .textarea: tokenizer.content = .rcdata
      case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.content = .rawtext
      case .script: tokenizer.content = .script
      case .plaintext: tokenizer.content = .plaintext
      default: break
      }
    }
    openRoot(attributes: AttributeRange())
    if tag == .template, namespace == .html { templateModes.append(.inTemplate) }
    resetInsertionMode()
    run()
  }
}
