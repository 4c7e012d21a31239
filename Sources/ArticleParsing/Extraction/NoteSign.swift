/// Small signs in a text that need other words than their elements hold: marks of notes, raised numbers, the way back from
/// a note, numbers of lines beside code.
enum NoteSign {
  /// To be written in place of the element.
  case words(String)
  /// Not to be written.
  case nothing

  /// The sign that an element is, or `nil` when it is words like others.
  ///
  /// - Complexity: O(1) for most elements: only small ones are looked at.
  init?(_ node: Int, in document: HTMLDocument) {
    let tag = document.tag(node)
    guard tag == .pre || tag == .td || document.subtree(of: node).count <= 6 else { return nil }
    switch tag {
    case .sup:
      let text = document.text(of: node)
      if text.utf8.count <= 6, Self.leadsToNote(node, in: document) {
        self = .words(Self.bracketed(text))
      } else if let raised = Self.raised(text, after: node, in: document) {
        self = .words(raised)
      } else {
        return nil
      }
    case .a:
      guard document.attributeBytes("href", of: node)?.first == UInt8(ascii: "#") else { return nil }
      let role = document.attributeBytes("role", of: node)
      let text = document.text(of: node)
      if text.utf8.count <= 6, ["↩", "↑", "⤴", "^", "↵", "↩\u{FE0E}"].contains(text) {
        self = .nothing
      } else if role?.elementsEqual("doc-backlink".utf8) ?? false
        || document.hasClass("footnote-backref", node)
      {
        self = .nothing
      } else if text.utf8.count <= 6, role?.elementsEqual("doc-noteref".utf8) ?? false {
        self = .words(Self.bracketed(text))
      } else {
        return nil
      }
    case .pre, .td, .span:
      guard Self.numbersLines(node, in: document) else { return nil }
      self = .nothing
    default: return nil
    }
  }

  /// Whether an element holds nothing but a link to a place on the page.
  private static func leadsToNote(_ node: Int, in document: HTMLDocument) -> Bool {
    document.descendants(of: node).contains {
      guard document.tag($0) == .a, let target = document.attributeBytes("href", of: $0) else { return false }
      return target.first == UInt8(ascii: "#")
        || target.contains(UInt8(ascii: "#")) && document.text(of: $0).utf8.contains(where: ASCII.isDigit)
    }
  }

  private static func bracketed(_ text: String) -> String {
    text.hasPrefix("[") || text.hasPrefix("(") ? text : "[" + text + "]"
  }

  /// A raised number as superscript digits: an exponent, which would run into the number or unit before it.
  private static func raised(_ text: String, after node: Int, in document: HTMLDocument) -> String? {
    guard (1...3).contains(text.unicodeScalars.count), document.tag(node - 1) == .text,
      let last = document.textBytes(node - 1).last, last > 0x20
    else { return nil }
    var raised = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0": raised += "⁰"
      case "1": raised += "¹"
      case "2": raised += "²"
      case "3": raised += "³"
      case "4"..."9": raised.unicodeScalars.append(UnicodeScalar(0x2070 + scalar.value - 0x30) ?? scalar)
      case "-", "−", "–": raised += "⁻"
      default: return nil
      }
    }
    return raised
  }

  /// Whether an element beside code holds nothing but the numbers of its lines.
  private static func numbersLines(_ node: Int, in document: HTMLDocument) -> Bool {
    guard let names = document.attributeBytes("class", of: node) ?? parentNames(of: node, in: document),
      names.withUnsafeBufferPointer({ bytes in gutters.contains { ASCII.find($0, in: bytes) != nil } })
    else { return false }
    var digits = 0
    for inner in document.descendants(of: node) where document.tag(inner) == .text {
      for byte in document.textBytes(inner) where byte > 0x20 {
        guard ASCII.isDigit(byte) else { return false }
        digits += 1
        if digits > mostDigits { return true }
      }
    }
    return digits > 0
  }

  private static func parentNames(of node: Int, in document: HTMLDocument) -> ArraySlice<UInt8>? {
    guard document.tag(node) == .pre, let parent = document.parent(of: node) else { return nil }
    return document.attributeBytes("class", of: parent)
  }

  /// More digits than this need not be looked at.
  private static let mostDigits = 20_000
  private static let gutters: [StaticString] = ["gutter", "lineno", "line-no", "line-num", "linenum"]
}
