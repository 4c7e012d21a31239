import ArticleAnalysis
import ArticleModel
import ArticleParsing

/// Invented articles, read and analysed as the program does.
enum Fixtures {
  /// The articles that scripts can name.
  static func article(named name: String) -> Article? {
    switch name {
    case "harbour": harbour
    case "harbour-beginning": harbourBeginning
    case "article-only": articleOnly
    case "thread-only": threadOnly
    case "empty": empty
    case "warned": warned
    case "titles": titles
    case "notes": notes
    case "referred": referred
    case "joined": joined
    default: nil
    }
  }

  /// An article with quotes, figures, headings, a picture, a link, a table, a list and a discussion.
  static let harbour = read(page(body: body, comments: comments))

  /// The first paragraphs of the same article, as a reader gets them while the rest is being read.
  static let harbourBeginning = read(page(body: opening, comments: []))

  /// The article without a discussion.
  static let articleOnly = read(page(body: body, comments: []))

  /// A discussion whose article has no words.
  static let threadOnly: Article = {
    var article = harbour
    article.body = RichText()
    article.quotes = []
    article.quotedWords = []
    article.figures = []
    article.speakers = []
    return article
  }()

  /// The article with its own discussion and that of another site, which holds only a part of it.
  static let joined: Article = {
    var article = harbour
    let answer = """
      [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"Tide gate nearly done","author":"silt",\
      "subreddit_name_prefixed":"r/harbours","num_comments":9,"is_self":false}}]}},
      {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"q1","author":"silt","is_submitter":true,\
      "score":4,"created_utc":1699990000,"body":"Ninety-five per cent **of what**?","replies":{"kind":"Listing","data":\
      {"children":[{"kind":"t1","data":{"id":"q2","author":"ebb","score":1,"created_utc":1699991000,"body":"Of the gate.",\
      "replies":""}},{"kind":"more","data":{"count":3,"children":["q3"]}}]}}}},{"kind":"more","data":{"count":0,\
      "id":"_","children":[]}}]}}]
      """
    let other = try? ArticleParser().parse(ParseRequest(text: answer, location: .path("reddit.json")))
    article.join(discussionsOf: other.map { [$0] } ?? [])
    return article
  }()

  /// Nothing at all.
  static let empty = Article(source: ArticleSource(location: .path("nothing.txt"), format: .text))

  /// An article that something went wrong with.
  static let warned: Article = {
    var article = harbour
    article.diagnostics = [
      Diagnostic(severity: .note, message: "the page is in a strange character set", place: "line 1"),
      Diagnostic(severity: .warning, message: "two comments could not be placed", place: "comment 4"),
    ]
    return article
  }()

  /// An article with notes in a numbered list and marks that lead to them.
  static let notes = read(
    page(
      body: """
        <p>The survey of 1911<sup><a href="#n1">1</a></sup> found twelve berths, and the one after it fourteen<sup><a href="#n2">2</a></sup>.</p>
        <p>Nobody has counted them since, the harbour master said, and [citation needed] is no mark.</p>
        <h2>Notes</h2>
        <ol><li id="n1">Kept in the archive of the port, shelf 9, and read there for this article in spring.</li>
        <li id="n2">The second one was never printed.</li></ol>
        """, comments: []))
  /// The article with what its comments refer to.
  static let referred: Article = {
    var article = harbour
    AnalysisPipeline().addReferences(to: &article)
    return article
  }()

  /// An article with titles and terms in quotation marks.
  static let titles = read(
    page(
      body: """
        <p>Ines Okafor spoke about the film “The Long Harbour” for an hour. “It held,” she said.</p>
        <p>The so-called “berth tax” was dropped, and with it the second gate.</p>
        """, comments: []))

  private struct Entry {
    var depth: Int
    var author: String
    var words: String
  }

  private static func read(_ page: String) -> Article {
    let request = ParseRequest(
      text: page, location: .url("https://quaypost.example/tide-gate/"), format: .html)
    var article = (try? ArticleParser().parse(request)) ?? empty
    AnalysisPipeline().analyze(&article)
    return article
  }

  private static let opening = """
    <p>The tide gate at Marrow Quay is “ninety-five per cent finished”, harbour master Ines Okafor said on Monday, \
    four years after the first stone was laid and two years after it was due to open. Crews have moved more than \
    87,500 cubic metres of silt since March.</p>
    <p>“The channel is open,” Okafor said. “We are ready for winter.” The harbour has 411 berths, and 38 of them have \
    been empty since the flood of 2019.</p>
    """

  private static let body =
    opening + """
      <h2>What it costs</h2>
      <p>The work has cost €40 million so far, about 12% more than planned. “Nobody was told,” said Tobias Fenn, who \
      keeps the <a href="https://quaypost.example/ledger/">harbour ledger</a>. “I read it in the newspaper, like \
      everybody else.”</p>
      <figure><img src="https://quaypost.example/gate.jpg" alt="The gate, half closed, from the north pier">\
      <figcaption>The gate on Sunday</figcaption></figure>
      <p>According to the ledger, the money went into four things:</p>
      <ul><li>silt, which is <em>heavy</em>;</li><li>stone from the Carrow quarry, 日本 cranes included;</li>\
      <li>a second gate, because the first did not fit.</li></ul>
      <table><tr><th>Year</th><th>Paid</th></tr><tr><td>2023</td><td>€11 million</td></tr>\
      <tr><td>2024</td><td>€29 million</td></tr></table>
      <h2>What happens next</h2>
      <p>Fishermen are less sure. “They dig, the sea fills it in, they dig again,” said Maud Tarrant, whose boat has \
      been ashore for 14 months. “I have stopped counting.” The council meets on 3 June.</p>
      <blockquote><p>No gate was ever closed by a report.</p></blockquote>
      <p>A spokeswoman for the ministry said that at least 90 boats will be back by autumn.</p>
      """

  private static let comments: [Entry] = [
    Entry(
      depth: 0, author: "Ilse Brandt",
      words: "95% finished? By whose count? The crane has not moved since Easter."),
    Entry(
      depth: 1, author: "tidewatcher",
      words: "I was there on Sunday. It is 50 to 60% at best, and the second gate is in pieces on the pier."),
    Entry(
      depth: 2, author: "Bo",
      words: "The survey says otherwise, and the survey was done by people with boats."),
    Entry(
      depth: 3, author: "tidewatcher",
      words: "Which survey? There are two of them, and they do not agree on where the sea is."),
    Entry(depth: 2, author: "Rana", words: "Half a gate is worse than no gate."),
    Entry(depth: 1, author: "Old Salt", words: "My berth has been dry for a year. Finished is not the word."),
    Entry(
      depth: 0, author: "Maud T.",
      words:
        "I am the Maud in the article. They printed half of what I said; the other half was not printable."),
    Entry(depth: 1, author: "Ilse Brandt", words: "We should like to hear it."),
    Entry(depth: 0, author: "Quill", words: "€40 million buys a lot of silt."),
    Entry(depth: 0, author: "Perpetua", words: "When the gate closes, where does the river go?"),
    Entry(depth: 1, author: "Bo", words: "Into the car park, as it did in 2019."),
    Entry(depth: 2, author: "Perpetua", words: "Then at least the car park will be of use."),
  ]

  private static func page(body: String, comments: [Entry]) -> String {
    """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The gate that nearly closes - The Quay Post</title>
    <meta property="og:type" content="article"><meta property="og:title" content="The gate that nearly closes">
    <meta property="og:site_name" content="The Quay Post"><meta name="author" content="Lena Moor">
    <meta property="article:published_time" content="2025-05-12T06:30:00+00:00"></head><body class="single single-post">
    <header><nav><ul><li><a href="/news/">News</a></li><li><a href="/tides/">Tides</a></li></ul></nav></header>
    <main><article class="post"><h1 class="entry-title">The gate that nearly closes</h1>
    <div class="entry-content">\(body)</div></article>
    <form class="newsletter"><p>Sign up for our letter about the sea.</p></form>
    \(comments.isEmpty ? "" : "<section id=\"comments\"><ol class=\"comment-list\">\(markup(comments))</ol></section>")
    </main></body></html>
    """
  }

  private static func markup(_ comments: [Entry]) -> String {
    var page = ""
    var depth = -1
    for (index, entry) in comments.enumerated() {
      if entry.depth > depth {
        if depth >= 0 { page += "<ol class=\"children\">" }
      } else {
        page += "</li>" + String(repeating: "</ol></li>", count: depth - entry.depth)
      }
      depth = entry.depth
      let time = "2025-05-12T\(index < 10 ? "0" : "")\(index):15:00+00:00"
      page += """
        <li class="comment depth-\(depth + 1)" id="comment-\(index + 1)"><article class="comment-body">
        <div class="comment-author vcard"><b class="fn">\(entry.author)</b></div>
        <div class="comment-metadata"><time datetime="\(time)">\(time)</time></div>
        <div class="comment-content"><p>\(entry.words)</p></div></article>
        """
    }
    return page + "</li>" + String(repeating: "</ol></li>", count: max(0, depth))
  }
}
