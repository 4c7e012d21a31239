import HTMLTree
import TestSupport
import Testing

/// Checks what is true of every document.
func expectSound(_ document: HTMLDocument, sourceLocation: SourceLocation = #_sourceLocation) {
  var depths = [Int](repeating: 0, count: document.nodes.count)
  var isSound = document.nodes[0].parent == -1 && Int(document.nodes[0].end) == document.nodes.count
  for (index, node) in document.nodes.enumerated().dropFirst() {
    let parent = Int(node.parent)
    guard parent >= 0, parent < index, Int(node.end) > index, node.end <= document.nodes[parent].end else {
      isSound = false
      break
    }
    depths[index] = depths[parent] + 1
    let start = Int(node.textStart)
    if start < 0 || node.textCount < 0 || start + Int(node.textCount) > document.bytes.count {
      isSound = false
    }
    if document.attributeRange(of: index).upperBound > document.attributes.count { isSound = false }
    if !node.tag.isElement, Int(node.end) != index + 1 { isSound = false }
  }
  for attribute in document.attributes {
    if attribute.start < 0 || Int(attribute.start) + Int(attribute.count) > document.bytes.count {
      isSound = false
    }
  }
  #expect(isSound, sourceLocation: sourceLocation)
  #expect(depths.max() ?? 0 < HTMLDocument.deepest + 128, sourceLocation: sourceLocation)
}

@Suite("Tag soup")
struct SoupTests {
  private static let tags =
    HTMLTag.allCases.filter { $0.isElement && $0 != .other }.map(\.rawValue) + ["x-y", "zzz"]

  private static let pieces: [String] =
    tags.flatMap { ["<\($0)>", "</\($0)>"] } + [
      "<!--", "-->", "--!>", "<!doctype html>", "<![CDATA[", "]]>", "<p a=1 b='2' c=\"3\">", "<br/>",
      "<svg/>",
      "<input type=hidden>", "<annotation-xml encoding='text/html'>", "<font color=red>", "&amp;", "&",
      "&#0;", "&notin",
      "\0", "\r\n", "\r", " ", "word", "<", ">", "</", "<?", "<!", "\"", "'", "=", "/", "é", "😀", "<a href='",
    ]

  @Test("Random tags and bytes give a sound tree", arguments: 0..<40)
  func soup(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var html: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<120, using: &random) {
        html += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
        if Int.random(in: 0..<20, using: &random) == 0 { html.append(.random(in: 0...255, using: &random)) }
      }
      html.withUnsafeBufferPointer {
        expectSound(HTMLDocument(parsing: $0))
        expectSound(HTMLDocument(parsing: $0, omitting: .unseen))
        let context = HTMLTag.allCases.randomElement(using: &random) ?? .div
        let namespace = [HTMLNamespace.html, .html, .svg, .math].randomElement(using: &random) ?? .html
        if context.isElement { expectSound(HTMLDocument(parsingFragment: $0, in: context, of: namespace)) }
      }
    }
  }

  @Test("Random bytes give a sound tree", arguments: 100..<110)
  func bytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let frequent = Array("<>/!-=&;'\" abpit".utf8)
    for _ in 0..<100 {
      let html = (0..<200).map { _ in
        Bool.random(using: &random)
          ? frequent.randomElement(using: &random) ?? 0 : .random(in: 0...255, using: &random)
      }
      html.withUnsafeBufferPointer { expectSound(HTMLDocument(parsing: $0)) }
    }
  }

  @Test("No word outside of tags is lost, however deep and tangled the tags are", arguments: 200..<230)
  func words(seed: UInt64) {
    // Left out: elements that hold text only, and framesets, which hold no words.
    let untidy: Set = [
      "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext", "frameset",
    ]
    let tags = Self.tags.filter { !untidy.contains($0) }
    var random = SeededGenerator(seed: seed)
    let favourites = (0..<6).compactMap { _ in tags.randomElement(using: &random) }
    var html = ""
    for number in 0..<1500 {
      let tag =
        (Int.random(in: 0..<3, using: &random) == 0 ? tags : favourites).randomElement(using: &random) ?? "p"
      html += Int.random(in: 0..<3, using: &random) == 0 ? "</\(tag)>" : "<\(tag)>"
      if number % 3 == 0 { html += "w\(number);" }
    }
    let document = HTMLDocument(html)
    expectSound(document)
    var words: [Substring] = []
    for node in document.nodes.indices where document.tag(node) == .text {
      words += String(decoding: document.textBytes(node), as: UTF8.self).split(separator: ";").map { $0[...] }
    }
    #expect(words.compactMap { Int($0.dropFirst()) }.sorted() == (0..<500).map { $0 * 3 })
  }
}
