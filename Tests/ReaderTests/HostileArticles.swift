import ArticleAnalysis
import ArticleModel
import ArticleParsing
import TestSupport

/// Articles that want to break the screen.
enum HostileArticles {
  static let pieces: [String] = [
    "word", "“said", "”", "12%", "€3", "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{202E}",
    "\u{2066}",
    "\u{2069}", "\u{200F}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{0}", "\u{7F}", "\u{85}",
    "\u{2028}", "\t",
    "\r", "日本", "👩\u{200D}🔬", "👍🏽", "🇩🇪", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "\u{301}", "\u{0600}1",
    "שלום", "\u{FDFD}", "ｗ", "\u{E0041}", "\u{FFF9}", " ", " ", " ", "\n", "\n\n", "> ", "- ",
  ]

  static func words(_ count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// A text read by the program's own parser.
  static func parsed(_ text: String) -> Article {
    var article =
      (try? ArticleParser().parse(ParseRequest(text: text, format: .text))) ?? Fixtures.empty
    AnalysisPipeline().analyze(&article)
    return article
  }

  /// An article whose every word and name escaped the parser's cleaning: the screen is the last to stop them.
  static func raw(using generator: inout SeededGenerator) -> Article {
    var article = Article(source: ArticleSource(location: .path(words(4, using: &generator)), format: .text))
    article.title = words(9, using: &generator)
    article.byline = words(5, using: &generator)
    article.site = words(5, using: &generator)
    article.publishedText = words(5, using: &generator)
    article.body = body(using: &generator)
    article.boilerplate = [
      Boilerplate(
        text: words(30, using: &generator), afterBlock: nil,
        evidence: Evidence(rule: words(3, using: &generator), confidence: 1))
    ]
    article.diagnostics = [
      Diagnostic(severity: .warning, message: words(20, using: &generator), place: "\u{1B}")
    ]
    AnalysisPipeline().analyze(&article)
    article.speakers.indices.forEach { article.speakers[$0].name = words(4, using: &generator) }
    var builder = CommentThread.Builder()
    for _ in 0..<12 {
      let comment = ThreadComment(
        author: builder.author(words(4, using: &generator)), postedText: words(3, using: &generator),
        score: Int32.min, replyTo: words(3, using: &generator))
      builder.append(comment, depth: Int.random(in: 0...3, using: &generator), body: body(using: &generator))
    }
    article.thread = builder.finish()
    article.thread?.note = ThreadNote(missing: nil, reason: words(6, using: &generator))
    return article
  }

  private static func body(using generator: inout SeededGenerator) -> RichText {
    var text = RichText()
    let kinds: [Block.Kind] = [
      .paragraph, .heading(level: 1), .listItem(level: 2, ordinal: .max), .blockquote(level: 9), .code,
      .paragraph,
    ]
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      if !text.blocks.isEmpty { text.utf8.append(0x0A) }
      let start = text.utf8.count
      text.utf8 += Array(words(Int.random(in: 1...40, using: &generator), using: &generator).utf8)
      text.blocks.append(
        Block(
          kind: kinds.randomElement(using: &generator) ?? .paragraph, range: TextRange(start, text.utf8.count)
        ))
    }
    return text
  }
}

typealias ThreadComment = ArticleModel.Comment

/// Threads made for one purpose.
enum Threads {
  static func text(_ words: String) -> RichText {
    RichText(
      utf8: Array(words.utf8), blocks: [Block(kind: .paragraph, range: TextRange(0, words.utf8.count))])
  }

  /// An article whose thread is a chain in which each comment answers the one before.
  static func chain(_ count: Int) -> Article {
    var builder = CommentThread.Builder(capacity: count)
    for index in 0..<count {
      let author = builder.author("reader \(index % 7)")
      builder.append(
        ThreadComment(author: author), depth: index, body: text("Reply \(index) to the one above."))
    }
    var article = Fixtures.articleOnly
    article.thread = builder.finish()
    return article
  }
}

/// Bodies that are decoded one by one, as a large thread's are.
struct LateBodies: CommentBodySource {
  let bodies: [RichText]

  var count: Int { bodies.count }
  func body(at index: Int) -> RichText { bodies[index] }
  func estimatedLength(at index: Int) -> Int { bodies[index].utf8.count }
}
