import ArticleModel
import TestSupport
import Testing

@testable import ArticleParsing

@Suite("Texts in Markdown")
struct MarkdownDocumentTests {
  private static func read(_ text: String) throws -> Article {
    try ArticleParser().parse(ParseRequest(bytes: SourceBytes(Array(text.utf8)), format: .markdown))
  }

  @Test("The fixtures give the recorded articles")
  func goldens() throws { try expectGoldens(in: "markdown") }

  @Test(
    "Markdown is told by its name and by its front matter",
    arguments: [
      ("words", "a.md", InputFormat.markdown), ("words", "a.markdown", .markdown), ("words", "a.txt", .text),
      ("---\ntitle: x\n---\nwords", "-", .markdown), ("+++\ntitle = 1\n+++\nwords", "-", .markdown),
      ("---\nwords\n---\nwords", "-", .text), ("---\n", "-", .text), ("<!doctype html>", "a.md", .html),
    ])
  func detection(text: String, name: String, format: InputFormat) throws {
    let location: ArticleSource.Location = name == "-" ? .stream : .path(name)
    #expect(try FormatDetection.format(of: ParseRequest(text: text, location: location)) == format)
  }

  @Test("The first heading is the title when nothing else is")
  func title() throws {
    #expect(try Self.read("# One\n\nwords").title == "One")
    #expect(try Self.read("# One\n\nwords").body.string == "words")
    #expect(try Self.read("words\n\n# One").title == nil)
    #expect(try Self.read("## One\n\nwords").title == nil)
    #expect(try dump(Self.read("---\ntitle: Two\n---\n# One\n\nwords").body) == ["h1 One", "p words"])
  }

  @Test("Hostile Markdown takes time in line with its size, and gives sound articles")
  func hostile() throws {
    let size = 60_000
    let pieces = [
      "*a ", "**a ", "_a ", "a**b ", "[", "![", "[a](", "[a]: b\n", "> ", "- ", "1. ", "`", "``a ", "<a ",
      "<!--", "<?",
      "x<!A", "~~a ", "|a", "|a\n", "a|b\n-|-\n", "a@", "[^a]", "[^a]: b\n\n", "# ", "&#", "[a]", "](", "*_",
      "<div>\n",
      "<div>\n\n", "```\n", "    a\n", "- a\n\n", "\ta", "[](\\", "![l", "a_[",
    ]
    for piece in pieces {
      let text = String(repeating: piece, count: size / piece.utf8.count)
      expectSound(try Self.read(text).body)
    }
    let wide = 3000
    let table =
      String(repeating: "|x", count: wide) + "\n" + String(repeating: "|-", count: wide) + "\n"
      + String(repeating: "|a\n", count: wide)
    expectSound(try Self.read(table).body)
    let target =
      "[a]: /" + String(repeating: "x", count: 100_000) + "\n\n" + String(repeating: "[a] ", count: 20_000)
    #expect(try Self.read(target).body.linkTargets.isEmpty)
  }

  @Test("Random pieces of Markdown give sound articles", arguments: 0..<20)
  func random(seed: Int) throws {
    let pieces = [
      "---\n", "title: x\n", "# ", "\n", "\n\n", "- ", "1. ", "> ", "```", "~~~\n", "|", "|-|\n", "[^1]",
      "[^1]: ", "[a]: ",
      "[a](b)", "![", "](", ")", "*", "**", "_", "`", "<div>", "</div>\n", "<!--", "-->", "<br>", "words ",
      "é", "\u{1}",
      "\\", "    ", "\t", "&amp;", "<img src=x alt=y>\n",
    ]
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<80 {
      var source = ""
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        source += pieces.randomElement(using: &random) ?? ""
      }
      // Nothing but white space is no text.
      if let article = try? Self.read(source) { expectSound(article.body) }
    }
  }
}
