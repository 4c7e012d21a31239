import Testing
import XMLTree

@Suite("XML documents")
struct XMLDocumentTests {
  private static let namespaces = [
    XMLNamespace("http://example.org/letters/", "letter"), XMLNamespace("http://example.org/plain", ""),
  ]

  private static func parse(_ text: String) -> XMLDocument {
    Array(text.utf8).withUnsafeBufferPointer { XMLDocument(parsing: $0, namespaces: namespaces) }
  }

  /// One line an element, indented, with its attributes; words in quotation marks.
  private static func outline(_ document: XMLDocument) -> [String] {
    document.nodes.indices.map { node in
      var depth = 0
      var next = document.parent(of: node)
      while let parent = next {
        depth += 1
        next = document.parent(of: parent)
      }
      let indent = String(repeating: "  ", count: depth)
      guard let name = document.name(of: node) else {
        return "\(indent)\"\(String(decoding: document.text(of: node), as: UTF8.self))\""
      }
      return indent + name
    }
  }

  @Test("Elements and words are nodes in document order")
  func order() {
    let document = Self.parse("<a>one<b><c/>two</b>three<!-- no --><![CDATA[ & four]]></a>")
    #expect(
      Self.outline(document) == ["a", "  \"one\"", "  b", "    c", "    \"two\"", "  \"three & four\""])
    #expect(document.ending == .complete)
    #expect(document.subtree(of: 2) == 2..<5)
  }

  @Test(
    "Names get the short form of their namespace, in lower case",
    arguments: [
      ("<A/>", "a"), ("<dc:Creator/>", "dc:creator"),
      ("<x xmlns='http://example.org/letters/1.2/'/>", "letter:x"),
      ("<y:x xmlns:y='http://example.org/Letters/9'/>", "letter:x"),
      ("<p:x xmlns:p='http://example.org/plain'/>", "x"),
      ("<p:x xmlns:p='http://example.org/unknown'/>", "p:x"),
      ("<x xmlns='http://example.org/unknown'/>", "x"),
    ])
  func names(source: String, name: String) {
    #expect(Self.parse(source).name(of: 0) == name)
  }

  @Test("A declaration is in force inside of its element only")
  func scope() {
    let document = Self.parse(
      "<r><a xmlns='http://example.org/letters/'><b/></a><b/><c xmlns:l='http://example.org/letters/' l:k='1' k='2'/></r>"
    )
    #expect(document.nodes.indices.map { document.name(of: $0) } == ["r", "letter:a", "letter:b", "b", "c"])
    #expect(document.attribute("letter:k", of: 4) == "1")
    #expect(document.attribute("k", of: 4) == "2")
    #expect(document.attribute("k", of: 3) == nil)
  }

  @Test("Children are found by name, and text is that of all descendants")
  func children() {
    let document = Self.parse("<r><a>1</a> <b>2<i>3</i>4</b> <a>5</a></r>")
    #expect(document.children(of: 0, named: "a").map { document.text(of: $0) } == [[0x31], [0x35]])
    let b = document.child(of: 0, named: "b")
    #expect(b.map { String(decoding: document.text(of: $0), as: UTF8.self) } == "234")
    #expect(document.child(of: 0, named: "i") == nil)
    #expect(Array(document.children(of: 0)).count == 3)
  }

  @Test("What is inside an element is written as HTML")
  func markup() {
    let document = Self.parse(
      "<r xmlns:h='http://www.w3.org/1999/xhtml'><h:p class='a&quot;b'>1 &lt; 2<h:br/>&amp;<h:b/></h:p>end</r>"
    )
    #expect(
      String(decoding: document.markup(inside: 0), as: UTF8.self)
        == "<p class=\"a&quot;b\">1 &lt; 2<br>&amp;<b></b></p>end")
  }

  @Test(
    "What stands before a mistake is kept",
    arguments: [
      ("<a><b>one</b><b>two", 1), ("<a>\n<b>one</c></a>", 2), ("<a>one & two</a>", 1), ("<a>one</a><b/>", 1),
      ("<a>&nothing;</a>", 1),
    ])
  func mistakes(source: String, line: Int) {
    let document = Self.parse(source)
    guard case .malformed(line, _) = document.ending else {
      Issue.record("\(document.ending)")
      return
    }
    #expect(document.name(of: 0) == "a")
    #expect(
      document.nodes.allSatisfy { _ in true } && document.subtree(of: 0).upperBound <= document.nodes.count)
  }

  @Test("Nothing at all is no document", arguments: ["", "   ", "words", "<", "<?xml version='1.0'?>"])
  func nothing(source: String) {
    let document = Self.parse(source)
    #expect(document.root == nil)
    #expect(document.ending != .complete)
  }

  @Test("Names of characters that a document declares are read")
  func entities() {
    let document = Self.parse("<!DOCTYPE a [<!ENTITY dots '&#8230;'>]><a>one&dots;</a>")
    #expect(String(decoding: document.text(of: 0), as: UTF8.self) == "one…")
    #expect(document.ending == .complete)
  }

  @Test(
    "Entities that are made of others, are parameters or very long end the reading",
    arguments: [
      "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><a>&y;</a>",
      "<!DOCTYPE a [<!ENTITY % x '<!ENTITY y \"ha\">'> %x;]><a>&y;</a>",
      "<!DOCTYPE a [<!ENTITY x '\(String(repeating: "h", count: 5000))'>]><a>&x;</a>",
      "<!DOCTYPE a [\((0..<600).map { "<!ENTITY x\($0) 'h'>" }.joined())]><a>1</a>",
    ])
  func entityLimits(source: String) {
    let document = Self.parse(source)
    guard case .entities = document.ending else {
      Issue.record("\(document.ending)")
      return
    }
    #expect(document.nodes.isEmpty)
  }

  @Test("Files and addresses that a document points at are not read")
  func externals() {
    let document = Self.parse(
      "<!DOCTYPE a SYSTEM 'file:///etc/hostname' [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>1&x;2</a>")
    #expect(String(decoding: document.text(of: 0), as: UTF8.self) == "12")
  }

  @Test("A hundred thousand elements in one another are a list like any other")
  func depth() {
    let count = 100_000
    let document = Self.parse(
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count))
    #expect(document.nodes.count == count)
    #expect(document.ending == .complete)
    #expect(document.subtree(of: 0).upperBound == count)
  }

  @Test("Many names and many declarations are still told apart")
  func many() {
    let names = (0..<3000).map { "n\($0)" }
    let declarations = (0..<300).map { " xmlns:p\($0)='http://example.org/letters/\($0)'" }.joined()
    let document = Self.parse("<r\(declarations)>" + names.map { "<\($0)/>" }.joined() + "</r>")
    #expect(Array(document.children(of: 0)).map { document.name(of: $0) } == names)
  }
}
