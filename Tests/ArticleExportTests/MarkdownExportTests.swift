import ArticleExport
import ArticleModel
import Testing

@Suite("Markdown export")
struct MarkdownExportTests {
  private func markdown(_ sketch: TextSketch) -> String {
    let article = Article(source: ArticleSource(location: .stream, format: .text), body: sketch.text)
    return String(decoding: MarkdownExport().article(article), as: UTF8.self)
  }

  @Test(
    "Characters of the words are not taken for markup",
    arguments: [
      ("# no heading", "\\# no heading\n"), ("12) no item", "12\\) no item\n"),
      ("1984. A year", "1984\\. A year\n"),
      ("1984 was", "1984 was\n"), ("- no item", "\\- no item\n"),
      ("a*b*_c_ `d`", "a\\*b\\*\\_c\\_ \\`d\\`\n"),
      ("[x](y) ![z](w)", "\\[x\\](y) !\\[z\\](w)\n"), ("<b> &amp; \\", "\\<b> \\&amp; \\\\\n"),
      ("~~gone~~ | cell", "\\~\\~gone\\~\\~ \\| cell\n"), ("> no quotation", "\\> no quotation\n"),
      ("7", "7\n"),
    ])
  func escapes(words: String, expected: String) {
    var sketch = TextSketch()
    sketch.add(.paragraph, words)
    #expect(markdown(sketch) == expected)
  }

  @Test("Of marks that cross, the inner one ends with the outer one")
  func crossing() {
    var sketch = TextSketch()
    sketch.add(.paragraph, "one two three four")
    sketch.mark(.strong, "one two")
    sketch.mark(.emphasis, "two three")
    #expect(markdown(sketch) == "**one *two*** three four\n")
  }

  @Test("Items of inner lists stand under the words of the item above")
  func lists() {
    var sketch = TextSketch()
    sketch.add(.listItem(level: 3, ordinal: nil), "orphan")
    sketch.add(.listItem(level: 1, ordinal: 10), "ten")
    sketch.add(.listItem(level: 2, ordinal: nil), "bullet")
    sketch.add(.listItem(level: 3, ordinal: 1), "inner")
    sketch.add(.listItem(level: 2, ordinal: nil), "bullet")
    sketch.add(.listItem(level: 1, ordinal: 11), "eleven")
    #expect(
      markdown(sketch)
        == "- orphan\n10. ten\n    - bullet\n      1. inner\n    - bullet\n11. eleven\n")
  }

  @Test("Code keeps its backticks and is not escaped")
  func code() {
    var sketch = TextSketch()
    sketch.add(.paragraph, "use `a_b` or *c now")
    sketch.mark(.code, "`a_b`")
    sketch.mark(.code, "*c")
    sketch.add(.code, "```\nfence\n```")
    #expect(markdown(sketch) == "use `` `a_b` `` or `*c` now\n\n````\n```\nfence\n```\n````\n")
  }

  @Test(
    "A link keeps its address unless that could run a script",
    arguments: [
      ("https://moss.example/(a) b", "[here](<https://moss.example/(a) b>)\n"),
      ("/plan?x=a:b", "[here](</plan?x=a:b>)\n"), ("javascript:alert(1)", "[here](<>)\n"),
      ("JavaScript:alert(1)", "[here](<>)\n"), ("data:text/html,x", "[here](<>)\n"),
      ("mailto:a@moss.example", "[here](<mailto:a@moss.example>)\n"), ("a>b", "[here](<a\\>b>)\n"),
    ])
  func links(target: String, expected: String) {
    var sketch = TextSketch()
    sketch.add(.paragraph, "here")
    sketch.link("here", to: target)
    #expect(markdown(sketch) == expected)
  }
}
