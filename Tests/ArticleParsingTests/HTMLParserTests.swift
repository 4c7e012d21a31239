import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

@Suite("Pages as a flat document")
struct HTMLParserTests {
  private func parse(_ html: String) -> (HTMLDocument, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let document = Array(html.utf8).withUnsafeBufferPointer {
      HTMLParser.parse($0, diagnostics: &diagnostics)
    }
    return (document, diagnostics)
  }

  @Test("The tree is HTML5's: paragraphs end by themselves, misplaced tags move")
  func tree() {
    let (document, _) = parse("<!doctype html><p>a<p>b<table><tr><td>c</table><my-box Class='x y'>d</my-box>")
    let outline = document.nodes.indices.map { "\(document.name(of: $0))<\(document.parent(of: $0) ?? -1)" }
    #expect(
      outline == [
        "#document<-1", "html<0", "head<1", "body<1", "p<3", "#text<4", "p<3", "#text<6", "table<3",
        "tbody<8", "tr<9",
        "td<10", "#text<11", "my-box<3", "#text<13",
      ])
    #expect(document.hasClass("y", 13) && !document.hasClass("z", 13))
    #expect(document.descendants(of: 8) == 9..<13)
    #expect(Array(document.children(of: 3)) == [4, 6, 8, 13])
    #expect(document.text(of: 3) == "a b c d")
  }

  @Test("An empty page is a document without words")
  func empty() {
    for html in ["", " ", "<", "<!doctype html>"] { #expect(parse(html).0.nodes.count >= 1) }
  }

  @Test(
    "Pages made to be slow end soon, and say when something was taken out",
    arguments: [
      (String(repeating: "<div>", count: 100_000), true),
      (String(repeating: "<div>", count: 5_000) + "x", true),
      (String(repeating: "<b>", count: 50_000), true),
      (String(repeating: "<font a=1><p>", count: 20_000), false),
      (String(repeating: "<p><b><i>", count: 20_000), true), (String(repeating: "<x/>", count: 30_000), true),
      (String(repeating: "<svg><desc>", count: 5_000), true),
      ("<svg>" + String(repeating: "<path/>", count: 3_000), false),
      (String(repeating: "<p>x", count: 20_000), false), (String(repeating: "<", count: 1_000_000), false),
      ("<a " + String(repeating: "b ", count: 50_000) + ">x", false),
      ("<a " + (0..<5_000).map { "b\($0) " }.joined() + ">x", true),
      (String(repeating: "</div>", count: 50_000), false),
      (String(repeating: "<div></div>", count: 20_000), false),
      ("<script>" + String(repeating: "<div>", count: 5_000), false),
      (String(repeating: "<!-- <div> -->", count: 5_000), false),
      (String(repeating: "<div x='>'></div>", count: 2_000), false),
    ])
  func hostile(html: String, isCut: Bool) {
    let (document, diagnostics) = parse(html)
    #expect(diagnostics.isEmpty == !isCut)
    #expect(document.nodes.count < 3_000_000)
  }

  @Test("Words inside tags that were taken out stay")
  func words() {
    let html =
      String(repeating: "<div>", count: 2_000) + "deep words " + String(repeating: "</div>", count: 2_000)
      + "after"
    #expect(parse(html).0.text(of: 0) == "deep words after")
  }

  // Skipped when the development data does not stand beside the repository.
  @Test("The inputs of the html5lib tests do no harm", .enabled(if: SharedData.isPresent))
  func html5lib() throws {
    for file in try SharedData.files("data/hostile/html5lib/tree-construction")
    where file.pathExtension == "dat" {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      for test in text.components(separatedBy: "#data\n").dropFirst() {
        let article = readPage(test.components(separatedBy: "\n#errors").first ?? "")
        expectSound(article.body)
      }
    }
  }
}
