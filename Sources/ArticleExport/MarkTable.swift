import ArticleModel

/// Marks of one kind as rows of words for people: what the text and Markdown tables show.
struct MarkTable {
  /// The names of the columns.
  let header: [String]
  /// The cells, row by row.
  private(set) var rows: [[String]] = []
  /// What the cell in the first column of each row is.
  private(set) var looks: [TextLook] = []

  init(quotesOf article: Article, _ selection: QuoteSelection) {
    header = ["Speaker", "Cue", "Quote"]
    for quote in article.quotes where selection.includes(quote, of: article) {
      let cue = quote.cue.map(article.body.string) ?? ""
      looks.append(.quote(speaker: quote.speaker))
      rows.append([article.speakerName(of: quote) ?? "(unattributed)", cue, article.text(of: quote)])
    }
  }

  init(figuresOf article: Article, _ selection: FigureSelection) {
    header = ["Figure", "Value", "Unit", "Kind", "Context"]
    for index in selection.indices(in: article) {
      let figure = article.figures[index]
      looks.append(.figure)
      rows.append([
        article.body.string(figure.range), figure.shownValue, figure.unit ?? "", figure.kind.rawValue,
        article.body.context(of: figure.range),
      ])
    }
  }

  init(referencesOf article: Article) {
    header = ["Author", "Passage", "Kind", "Article"]
    for row in ReferenceRows(article) {
      looks.append(.author)
      rows.append([row.author ?? "anonymous", row.passage, row.reference.kind.rawValue, row.targetText])
    }
  }
}
