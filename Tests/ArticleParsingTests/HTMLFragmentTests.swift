import ArticleModel
import TestSupport
import Testing

@testable import ArticleParsing

@Suite("Fragments of HTML, as comment bodies come")
struct HTMLFragmentTests {
  @Test(
    "A fragment becomes blocks",
    arguments: [
      ("One<p>Two", ["p One", "p Two"]),
      ("a  b\n c", ["p a b c"]),
      ("<p>so <i>very</i> <b>bold <i>and</i></b></p>", ["p so [em: very] [strong: bold [em: and]]"]),
      ("&gt; you said so<p>I did", ["q1 you said so", "p I did"]),
      ("&gt;&gt; older<br>&gt; newer", ["q2 older newer"]),
      ("&gt; quoted<br>answer", ["q1 quoted", "p answer"]),
      ("line<br>line<br><br>new", ["p line line", "p new"]),
      ("list:<br>- one<br>- two", ["p list:", "p - one", "p - two"]),
      (
        "see <a href=\"https:&#x2F;&#x2F;a.example&#x2F;x?a=1&amp;b=2\" rel=nofollow>it</a>",
        [
          "p see [link https://a.example/x?a=1&b=2: it]"
        ]
      ),
      ("<a href='javascript:alert(1)'>no</a> <a href=' java\tscript:x'>no</a>", ["p no no"]),
      ("<pre><code>if a &lt; b {\n  c\n}\n</code></pre>after", ["code if a < b {\n  c\n}", "p after"]),
      ("<ul><li>a<li>b<ol start=3><li>c</ol></ul>", ["li1 a", "li1 b", "li2 #3 c"]),
      ("<blockquote><p>q</p><blockquote>r</blockquote></blockquote>s", ["q1 q", "q2 r", "p s"]),
      ("1 < 2 & 3 > 2 &bogus; &amp;lt;", ["p 1 < 2 & 3 > 2 &bogus; &lt;"]),
      ("&#8364; &#x41; &eacute;&#0;&#128;", ["p  A "]),
      ("a<!-- b --><script>x<y</script>c<style>d", ["p ac"]),
      ("<b>never closed", ["p [strong: never closed]"]),
      ("a</i></p></ul>b", ["p a", "p b"]),
      ("use <code>x</code> or <del>y</del>", ["p use [code: x] or [strike: y]"]),
      ("<h2>Head</h2>text<hr>more", ["h2 Head", "p text", "divider", "p more"]),
      ("", []), ("<", ["p <"]), ("<a", []), ("&", ["p &"]), ("<p>", []),
    ])
  func blocks(html: String, expected: [String]) {
    #expect(dump(fragment(Array(html.utf8))) == expected)
  }

  @Test("Character references decode to the scalars that browsers give them")
  func references() {
    #expect(
      fragment(Array("&#8364;&hellip;&nbsp;x&#x1F600;&#128;&copy;&#xD800;".utf8)).string
        == "€…\u{A0}x😀€©\u{FFFD}")
  }

  @Test("Any bytes give a sound text")
  func anyBytes() {
    var random = SeededGenerator(seed: 7)
    let pieces: [String] = [
      "<p>", "<i>", "</i>", "<b>", "<a href=\"x\">", "</a>", "<pre>", "</pre>", "<ul><li>", "</ul>",
      "<blockquote>",
      "<br>", "&gt;", "&#x202E;", "&#", "&amp", "<!--", "-->", "<script", "\u{1B}[31m", "text ", "ß", "\0",
      "\"", "<", ">",
    ]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        if Int.random(in: 0..<6, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
        }
      }
      expectSound(fragment(bytes))
    }
  }

  @Test("Unclosed tags by the hundred thousand do no harm")
  func unclosed() {
    for piece in [
      "<b>", "<b>x ", "<a href=x>y", "<ul><li>", "<blockquote>", "<", "&", "<pre>", "</b>", "<!--",
    ] {
      let text = fragment(Array(String(repeating: piece, count: 30_000).utf8))
      #expect(text.blocks.count <= 30_000)
    }
  }
}
