import HTMLTree
import Testing

@Suite("Trees")
struct TreeTests {
  /// The tree inside the body in short: elements as `name(children)`, texts in quotation marks.
  private func body(_ html: String) -> String {
    let document = HTMLDocument(html)
    guard let body = document.nodes.indices.first(where: { document.tag($0) == .body }) else { return "" }
    var result = ""
    var open: [Int] = []
    for node in document.descendants(of: body) {
      while let end = open.last, end <= node {
        result += ")"
        open.removeLast()
      }
      if !result.isEmpty, !result.hasSuffix("(") { result += " " }
      if document.tag(node) == .text {
        result += "'" + String(decoding: document.textBytes(node), as: UTF8.self) + "'"
      } else {
        result += document.name(of: node)
        if document.descendants(of: node).count > 0 {
          result += "("
          open.append(Int(document.nodes[node].end))
        }
      }
    }
    return result + String(repeating: ")", count: open.count)
  }

  @Test(
    "Blocks end where the standard says",
    arguments: [
      ("<p>one<p>two", "p('one') p('two')"), ("<p>one<div>two", "p('one') div('two')"),
      ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li('a') li('b' ul(li('c'))) li('d'))"),
      ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt('a') dd('b') dt('c'))"),
      ("<h1>a<h2>b</h2>c", "h1('a') h2('b') 'c'"),
      ("a</p>b", "'a' p 'b'"), ("a</br>b", "'a' br 'b'"), ("<div><p>a</div>b", "div(p('a')) 'b'"),
      ("<button>a<button>b", "button('a') button('b')"), ("<pre>\n\nx</pre>", "pre('\nx')"),
      (
        "<select><option>a<option>b<optgroup><option>c</select>d",
        "select(option('a') option('b') optgroup(option('c'))) 'd'"
      ),
      ("<ruby>a<rt>b<rp>c</ruby>", "ruby('a' rt('b') rp('c'))"), ("<x-y>a<p>b</x-y>c", "x-y('a' p('bc'))"),
    ])
  func blocks(html: String, expected: String) { #expect(body(html) == expected) }

  @Test(
    "Formatting goes on across blocks",
    arguments: [
      ("<b>a<p>b</b>c", "b('a') p(b('b') 'c')"), ("<p><b>a<p>b", "p(b('a')) p(b('b'))"),
      ("<i>a<b>b</i>c</b>d", "i('a' b('b')) b('c') 'd'"), ("<a>x<a>y", "a('x') a('y')"),
      ("<b><div>a</b>b", "b div(b('a') 'b')"), ("<nobr>a<nobr>b", "nobr('a') nobr('b')"),
      ("<b><b><b><b>a</b></b></b></b><p>b", "b(b(b(b('a')))) p('b')"), ("</b>a</i>", "'a'"),
    ])
  func formatting(html: String, expected: String) { #expect(body(html) == expected) }

  @Test(
    "Tables get their missing parts, and what belongs into none goes before it",
    arguments: [
      ("<table><td>a", "table(tbody(tr(td('a'))))"), ("<table>a<tr>b<td>c", "'ab' table(tbody(tr(td('c'))))"),
      ("<table> <tr> </table>", "table(' ' tbody(tr(' ')))"),
      ("<table><p>a<td>b", "p('a') table(tbody(tr(td('b'))))"),
      ("<table><col><caption>a</table>b", "table(colgroup(col) caption('a')) 'b'"),
      (
        "<table><td><table><td>a</table>b</table>c",
        "table(tbody(tr(td(table(tbody(tr(td('a')))) 'b')))) 'c'"
      ),
      ("<table><b>a<tr><td>b", "b('a') table(tbody(tr(td('b'))))"), ("<tr><td>a", "'a'"),
    ])
  func tables(html: String, expected: String) { #expect(body(html) == expected) }

  @Test(
    "SVG and MathML have their own rules",
    arguments: [
      ("<svg><path/><g>a</g></svg>b", "svg(path g('a')) 'b'"), ("<svg><p>a", "svg p('a')"),
      ("<svg><FOREIGNobject><p>a", "svg(foreignObject(p('a')))"),
      ("<math><mi>x</mi><mo>+</math>y", "math(mi('x') mo('+')) 'y'"),
      ("<svg><![CDATA[a<b]]></svg>", "svg('a<b')"), ("<p><![CDATA[a]]>b", "p(#comment 'b')"),
      ("<svg><lineargradient viewbox=1 /></svg>", "svg(linearGradient)"),
      ("<svg><title><b>a", "svg(title(b('a')))"),
    ])
  func foreign(html: String, expected: String) { #expect(body(html) == expected) }

  @Test("The head ends where something else begins")
  func head() {
    let document = HTMLDocument("<title>a</title><meta x><p>b<title>c &amp; <b></title>")
    #expect(
      document.outline() == [
        "| <html>", "|   <head>", "|     <title>", "|       \"a\"", "|     <meta>", "|       x=\"\"",
        "|   <body>",
        "|     <p>", "|       \"b\"", "|       <title>", "|         \"c & <b>\"",
      ])
  }

  @Test("A document without doctype, or with an old one, has quirks")
  func quirks() {
    #expect(HTMLDocument("<p>").quirks == .full)
    #expect(HTMLDocument("<!DOCTYPE html><p>").quirks == .none)
    #expect(HTMLDocument("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">").quirks == .full)
    let xhtml = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"x.dtd\">"
    #expect(HTMLDocument(xhtml).quirks == .limited)
    #expect(body("<p><table>") == "p(table)" && body("<!doctype html><p><table>") == "p table")
  }

  @Test("Framesets replace an empty body")
  func framesets() {
    let document = HTMLDocument("<frameset> x <frame><noframes>a<b></noframes></frameset>y")
    #expect(
      document.outline() == [
        "| <html>", "|   <head>", "|   <frameset>", "|     \"  \"", "|     <frame>", "|     <noframes>",
        "|       \"a<b>\"",
      ])
  }

  @Test("Scripts end at their end tag, comments inside them or not")
  func scripts() {
    let document = HTMLDocument("<script>a<!-- <script> </script> --> b</script>c<style></p></style>")
    #expect(document.outline().contains("|       \"a<!-- <script> </script> --> b\""))
    #expect(HTMLDocument("<script>a<b").outline().contains("|       \"a<b\""))
  }
}
