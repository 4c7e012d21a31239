import ArticleModel

typealias ThreadComment = ArticleModel.Comment

/// An invented article with one of everything, and a thread that argues with it.
enum SmallArticle {
  static let article: Article = {
    var sketch = TextSketch()
    sketch.add(.heading(level: 2), "A bridge for “hedgehogs”")
    sketch.add(
      .paragraph,
      "“We counted 412 hedgehogs,” said Ada Brock, “and at least 30 of them were cross.” The bridge cost £1.5 million."
    )
    sketch.add(.listItem(level: 1, ordinal: nil), "ramps at both ends 🦔, see the plan")
    sketch.add(.listItem(level: 1, ordinal: nil), "a [very] small toll_booth*")
    sketch.add(.listItem(level: 1, ordinal: 3), "nothing else")
    sketch.add(.blockquote(level: 1), "“Slow.” — on a sign, from 5 to 7 a.m.")
    sketch.add(.code, "if dusk {\n\topen(\"gate\")\n}")
    sketch.addTable([["Night", "Crossings"], ["Monday", "12"], ["Tuesday, wet", "40|41"]])
    sketch.addPicture(
      source: "https://moss.example/bridge.jpg", alternativeText: "A low bridge", caption: "At dawn")
    sketch.add(.divider, "")
    sketch.add(.paragraph, "1. is how the council numbers its regrets.")
    sketch.mark(.strong, "30 of them")
    sketch.mark(.emphasis, "of them were cross")
    sketch.link("the plan", to: "https://moss.example/plan?a=1&b=<2>")

    var article = Article(
      source: ArticleSource(location: .path("bridge.html"), format: .html, commentSystem: "wordpress"),
      title: "The toll of hedgehogs", body: sketch.text)
    article.byline = "Idris Fell"
    article.site = "The Moss Gazette"
    article.published = Timestamp(iso8601: "2025-03-04T05:06:07Z")
    article.language = "en"
    article.canonical = "https://moss.example/bridge"
    article.boilerplate = [
      Boilerplate(
        text: "Sign up", afterBlock: 0, evidence: Evidence(rule: "boilerplate.form", confidence: 0.9)),
      Boilerplate(text: "Menu", afterBlock: nil, evidence: Evidence(rule: "boilerplate.nav", confidence: 1)),
    ]
    article.speakers = [
      Speaker(name: "Ada Brock", description: "warden", mentions: [sketch.range("Ada Brock")])
    ]
    article.quotes = [
      Quote(
        parts: [
          sketch.part("We counted 412 hedgehogs,"), sketch.part("and at least 30 of them were cross."),
        ], speaker: 0, speakerMention: sketch.range("Ada Brock"), cue: sketch.range("said"),
        evidence: Evidence(rule: "quote.split", confidence: 0.97)),
      Quote(parts: [sketch.part("Slow.")], evidence: Evidence(rule: "quote.alone", confidence: 0.5)),
    ]
    article.figures = [
      Figure(
        range: sketch.range("412 hedgehogs"), value: .number(ExactDecimal(412)), unit: "hedgehogs",
        kind: .count,
        quote: 0, evidence: Evidence(rule: "figure.count", confidence: 0.9)),
      Figure(
        range: sketch.range("£1.5 million"), value: .number(ExactDecimal(1_500_000)), unit: "GBP",
        kind: .money,
        evidence: Evidence(rule: "figure.money", confidence: 0.99)),
      Figure(
        range: sketch.range("from 5 to 7 a.m."), value: .range(ExactDecimal(5), ExactDecimal(7)),
        qualifier: .range,
        kind: .duration, evidence: Evidence(rule: "figure.range", confidence: 0.6)),
    ]
    article.thread = thread
    article.references = [
      ArticleReference(
        comment: 0, range: TextRange(0, 4), target: .figure(0), kind: .questions,
        evidence: Evidence(rule: "reference.number", confidence: 0.8)),
      ArticleReference(
        comment: 1, range: TextRange(0, 10), target: .quote(1), kind: .quotes,
        evidence: Evidence(rule: "reference.words", confidence: 0.7)),
      ArticleReference(
        comment: 1, range: TextRange(15, 20), target: .passage(sketch.range("ramps at both ends 🦔")),
        kind: .discusses,
        evidence: Evidence(rule: "reference.words", confidence: 0.4)),
      ArticleReference(
        comment: 3, range: TextRange(0, 5), target: .comment(1, TextRange(0, 10)), kind: .quotes,
        evidence: Evidence(rule: "reference.comment", confidence: 0.9)),
    ]
    article.unmatchedQuotations = [
      UnmatchedQuotation(comment: 3, range: TextRange(6, 12), isLine: false)
    ]
    article.diagnostics = [Diagnostic(severity: .note, message: "one image was too small", place: "line 4")]
    return article
  }()

  /// The article with its own discussion and an incomplete one from somewhere else, which has an identifier in common.
  static func joined(_ article: Article) -> Article {
    var other = Article(
      source: ArticleSource(location: .path("forum.json"), format: .json, commentSystem: "discourse"),
      title: "Toll [again]")
    var builder = CommentThread.Builder()
    var words = TextSketch()
    words.add(.paragraph, "Free passage!")
    builder.append(
      ThreadComment(
        id: article.thread?.comments.first?.id ?? "", author: builder.author("Ada Brock"), score: 2),
      depth: 0, body: words.text)
    builder.appendStub(missing: 1, depth: 1)
    builder.appendStub(missing: nil, depth: 0)
    other.thread = builder.finish()
    other.thread?.note = ThreadNote(missing: 3, reason: "The source leaves out 3 replies.")
    var joined = article
    joined.join(discussionsOf: [other])
    return joined
  }

  private static let thread: CommentThread = {
    var builder = CommentThread.Builder()
    let ivy = builder.author("Ivy \"Spike\" Þór")
    var doubt = TextSketch()
    doubt.add(.paragraph, "412? By whose count, and at night?")
    doubt.add(.paragraph, "=SUM(A1) says otherwise.")
    builder.append(
      ThreadComment(
        id: "77", author: ivy, posted: Timestamp(iso8601: "2025-03-04T10:00:00+01:00"), score: -1),
      depth: 0, body: doubt.text)
    var reply = TextSketch()
    reply.add(.paragraph, "“Slow” – ramps, they said.")
    reply.mark(.emphasis, "they")
    builder.append(ThreadComment(postedText: "3 years ago", flags: [.edited]), depth: 1, body: reply.text)
    builder.append(
      ThreadComment(author: builder.author("Idris Fell"), flags: [.originalPoster, .deleted]), depth: 2,
      body: RichText())
    var last = TextSketch()
    last.add(.listItem(level: 1, ordinal: 1), "first")
    last.add(.listItem(level: 2, ordinal: nil), "second")
    builder.append(ThreadComment(author: ivy, score: 2), depth: 0, body: last.text)
    var thread = builder.finish()
    thread.note = ThreadNote(missing: 2, reason: "the page shows the first four")
    return thread
  }()
}
