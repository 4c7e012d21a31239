import HTMLTree

extension HTMLDocument {
  /// Parses a text.
  init(_ html: String, omitting omissions: Omissions = []) {
    self = Array(html.utf8).withUnsafeBufferPointer { HTMLDocument(parsing: $0, omitting: omissions) }
  }

  /// The tree in the notation of the html5lib tests: a node a line, indented by its depth.
  func outline(of root: Int = 0) -> [String] {
    var lines: [String] = []
    var depths = [Int](repeating: 0, count: nodes.count)
    for node in descendants(of: root) {
      let parent = Int(nodes[node].parent)
      depths[node] = parent == root ? 0 : depths[parent] + (isContentOfTemplate(node) ? 2 : 1)
      let indent = "| " + String(repeating: "  ", count: depths[node])
      let text = String(decoding: textBytes(node), as: UTF8.self)
      switch tag(node) {
      case .text: lines.append("\(indent)\"\(text)\"")
      case .comment: lines.append("\(indent)<!-- \(text) -->")
      case .doctype: lines.append(indent + doctype(node, name: text))
      default:
        lines.append("\(indent)<\(prefix(node))\(name(of: node))>")
        lines += attributeLines(node).map { "\(indent)  \($0)" }
        if isTemplate(node) { lines.append("\(indent)  content") }
      }
    }
    return lines
  }

  private func isTemplate(_ node: Int) -> Bool { tag(node) == .template && nodes[node].namespace == .html }

  private func isContentOfTemplate(_ node: Int) -> Bool { isTemplate(Int(nodes[node].parent)) }

  private func prefix(_ node: Int) -> String {
    switch nodes[node].namespace {
    case .html: ""
    case .svg: "svg "
    case .math: "math "
    }
  }

  private func doctype(_ node: Int, name: String) -> String {
    func identifier(_ name: String) -> String? {
      attributeBytes(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }
    let (publicID, systemID) = (identifier("public"), identifier("system"))
    guard publicID != nil || systemID != nil else { return "<!DOCTYPE \(name)>" }
    return "<!DOCTYPE \(name) \"\(publicID ?? "")\" \"\(systemID ?? "")\">"
  }

  private func attributeLines(_ node: Int) -> [String] {
    let isForeign = nodes[node].namespace != .html
    return attributes[attributeRange(of: node)].map { attribute in
      var name = name(Int(attribute.name))
      if isForeign, Self.prefixedNames.contains(name) { name.replace(":", with: " ", maxReplacements: 1) }
      return "\(name)=\"\(String(decoding: valueBytes(attribute), as: UTF8.self))\""
    }.sorted { Array($0.utf16).lexicographicallyPrecedes(Array($1.utf16)) }
  }

  /// The names of the section "adjust foreign attributes".
  private static let prefixedNames: Set = [
    "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title", "xlink:type",
    "xml:lang", "xml:space", "xmlns:xlink",
  ]
}
