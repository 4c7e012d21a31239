import HTMLTree
import Testing

@Suite("The flat document")
struct DocumentTests {
  private let page = HTMLDocument(
    "<!doctype html><body CLASS='one  two' data-Odd=1 class=three><!-- c --><p id=p1>a<b>b</b>c</p><hr>")

  @Test("Children, descendants and parents are read off the indices")
  func walking() throws {
    let body = try #require(page.firstDescendant(of: 0) { page.tag($0) == .body })
    let children = Array(page.children(of: body))
    #expect(children.map { page.name(of: $0) } == ["#comment", "p", "hr"])
    #expect(page.descendants(of: children[1]).map { page.name(of: $0) } == ["#text", "b", "#text", "#text"])
    #expect(page.parent(of: children[1]) == body && page.parent(of: 0) == nil)
    #expect(page.subtree(of: 0) == page.nodes.indices)
  }

  @Test("Attributes are found by their name in lower case; the first of a name counts")
  func attributes() throws {
    let body = try #require(page.firstDescendant(of: 0) { page.tag($0) == .body })
    #expect(page.hasClass("two", body) && !page.hasClass("three", body) && !page.hasClass("on", body))
    #expect(page.attributeBytes("data-odd", of: body)?.elementsEqual("1".utf8) == true)
    #expect(
      page.attributeBytes("id", of: body) == nil && page.attributeBytes("never-heard-of", of: body) == nil)
    let names = page.names
    #expect(
      page.attributes[page.attributeRange(of: body)].map { names[Int($0.name)] } == ["class", "data-odd"])
  }

  @Test("Words that need no change are ranges of the source")
  func ranges() {
    let source = "<p title=abc>plain words"
    let document = HTMLDocument(source)
    #expect(document.bytes.elementsEqual(source.utf8))
    #expect(HTMLDocument("<p>a&amp;b").bytes.count > 10)
  }

  @Test(
    "A declarative shadow root is shown, a template that is none is not",
    arguments: [
      ("<template shadowrootmode=open><p>a</p></template><p>b</p>", ["a", "b"]),
      ("<template ShadowRootMode=CLOSED><p>a<slot></slot></template>b", ["a", "b"]),
      ("<template shadowrootmode><p>a</template>b", ["b"]),
      ("<template shadowroot=open><p>a</template>b", ["b"]),
      ("<template><div><template shadowrootmode=open>a</template></div></template>b", ["b"]),
    ])
  func shadowRoots(content: String, words: [String]) {
    let document = HTMLDocument("<quay-card>" + content + "</quay-card>", omitting: .unseen)
    let texts = document.nodes.indices.filter { document.tag($0) == .text }
    #expect(texts.map { String(decoding: document.textBytes($0), as: UTF8.self) } == words)
  }

  @Test("What nobody reads can be left out; JSON-LD stays")
  func omissions() {
    let html =
      "<!-- c --><style>s</style><script>x</script><script type=' Application/LD+json'>{}</script>"
      + "<template><p>t</template><svg><g>g</g></svg>words"
    let document = HTMLDocument(html, omitting: .unseen)
    #expect(document.nodes.indices.filter { document.tag($0) == .comment }.isEmpty)
    let words = document.nodes.indices.filter { document.tag($0) == .text }.map {
      String(decoding: document.textBytes($0), as: UTF8.self)
    }
    #expect(words == ["{}", "words"])
    #expect(HTMLDocument(html).nodes.count > document.nodes.count)
  }

  @Test("Line breaks are line feeds")
  func lineBreaks() {
    #expect(HTMLDocument("<pre>\r\na\rb\r\n\r\nc\r").outline().last == "|       \"a\nb\n\nc\n\"")
  }

  @Test("A fragment is parsed as the content of its context")
  func fragments() {
    let rows = Array("<td>a<p>b".utf8).withUnsafeBufferPointer { HTMLDocument(parsingFragment: $0, in: .tr) }
    #expect(rows.outline(of: 1) == ["| <td>", "|   \"a\"", "|   <p>", "|     \"b\""])
    let text = Array("<b>&lt;".utf8).withUnsafeBufferPointer {
      HTMLDocument(parsingFragment: $0, in: .textarea)
    }
    #expect(text.outline(of: 1) == ["| \"<b><\""])
  }

  @Test("Every tag is found by its name")
  func tags() {
    for tag in HTMLTag.allCases where tag.isElement && tag != .other {
      let bytes = Array("<\(tag.rawValue)>".utf8)
      let document = bytes.withUnsafeBufferPointer { HTMLDocument(parsingFragment: $0, in: .template) }
      // Few elements are nowhere allowed in a template, and one is another by mistake.
      let isPlaced = ![HTMLTag.html, .head, .body, .frame, .frameset, .image].contains(tag)
      #expect(document.nodes.contains { $0.tag == tag } || !isPlaced, "\(tag)")
    }
  }
}
