import ArticleModel

extension JSONWriter {
  /// Writes the speakers with the number of their quotes and of the words in them.
  mutating func speakers(of article: Article) {
    var quotes = Array(repeating: 0, count: article.speakers.count)
    var words = quotes
    for quote in article.quotes {
      guard let speaker = quote.speaker, quotes.indices.contains(speaker) else { continue }
      quotes[speaker] += 1
      words[speaker] += article.wordCount(of: quote)
    }
    beginArray()
    for (index, speaker) in article.speakers.enumerated() {
      beginObject()
      member("id", ArticleLocator.speaker(index))
      member("name", speaker.name)
      member("description", speaker.description)
      member("quotes", quotes[index])
      member("words", words[index])
      endObject()
    }
    endArray()
  }

  /// Writes the quotes of a selection; with `isNamed`, each with the full name of its speaker.
  mutating func quotes(
    of article: Article, _ selection: QuoteSelection = .all, locator: ArticleLocator, isNamed: Bool
  ) {
    beginArray()
    for (index, quote) in article.quotes.enumerated() where selection.includes(quote, of: article) {
      beginObject()
      member("id", ArticleLocator.quote(index))
      member("text", article.text(of: quote))
      key("parts")
      beginArray()
      for part in quote.parts {
        beginObject()
        place(locator.place(of: part.range))
        endObject()
      }
      endArray()
      member("speaker", quote.speaker.map(ArticleLocator.speaker))
      if isNamed { member("speakerName", article.speakerName(of: quote)) }
      member("speakerText", quote.speakerMention.map(article.body.string))
      member("cue", quote.cue.map(article.body.string))
      evidence(quote.evidence)
      endObject()
    }
    endArray()
  }

  /// Writes figures.
  ///
  /// - Parameters:
  ///   - indices: The figures, in the order to write.
  ///   - article: The article that has them.
  ///   - locator: The places of its blocks.
  ///   - isNamed: Whether each carries its quote, the speaker's name and its trend beside the members of the schema.
  mutating func figures(
    _ indices: some Sequence<Int>, of article: Article, locator: ArticleLocator, isNamed: Bool
  ) {
    beginArray()
    for index in indices {
      let figure = article.figures[index]
      beginObject()
      member("id", ArticleLocator.figure(index))
      place(locator.place(of: figure.range))
      member("text", article.body.string(figure.range))
      switch figure.value {
      case .number(let number):
        key("value")
        value(number)
      case .range(let low, let high):
        key("range")
        beginArray()
        value(low)
        value(high)
        endArray()
      }
      member("unit", figure.unit)
      member("qualifier", figure.qualifier.rawValue)
      member("kind", figure.kind.rawValue)
      if isNamed {
        member("trend", figure.trend?.rawValue)
        member("quote", figure.quote.map(ArticleLocator.quote))
        member("speakerName", article.speakerName(of: figure))
      }
      evidence(figure.evidence)
      endObject()
    }
    endArray()
  }

  /// Writes the references; offsets of a passage count the scalars of its comment's text.
  ///
  /// - Parameters:
  ///   - article: The article that has them.
  ///   - locator: The places of its blocks.
  ///   - isNamed: Whether each carries the author and the words at both ends beside the members of the schema.
  mutating func references(of article: Article, locator: ArticleLocator, isNamed: Bool) {
    beginArray()
    var rows = ReferenceRows(article)
    while let row = rows.next() {
      beginObject()
      member("comment", row.comment)
      member("start", row.place.lowerBound)
      member("end", row.place.upperBound)
      key("target")
      beginObject()
      switch row.reference.target {
      case .quote, .figure, .passage:
        if case .passage(let range) = row.reference.target {
          place(locator.place(of: range))
        } else if case .quote = row.reference.target {
          member("quote", row.target)
        } else {
          member("figure", row.target)
        }
      case .comment:
        member("comment", row.target)
        member("start", row.targetPlace?.lowerBound)
        member("end", row.targetPlace?.upperBound)
      }
      endObject()
      member("kind", row.reference.kind.rawValue)
      if isNamed {
        member("author", row.author)
        member("text", row.passage)
        member("targetText", row.targetText)
      }
      evidence(row.reference.evidence)
      endObject()
    }
    endArray()
  }

  /// Writes the quotations whose words are neither in the article nor in another comment.
  mutating func unmatchedQuotations(of article: Article) {
    beginArray()
    if let thread = article.thread {
      for quotation in article.unmatchedQuotations where thread.comments.indices.contains(quotation.comment) {
        let body = thread.body(of: quotation.comment)
        let scalars = ScalarIndex(body.utf8)
        beginObject()
        member("comment", ArticleLocator.comment(quotation.comment, of: thread))
        member("start", scalars.scalars(before: Int(quotation.range.lower)))
        member("end", scalars.scalars(before: Int(quotation.range.upper)))
        member("text", body.string(quotation.range))
        endObject()
      }
    }
    endArray()
  }

  private mutating func place(_ place: ArticleLocator.Place?) {
    member("block", place.map { ArticleLocator.block($0.block) })
    member("start", place?.start)
    member("end", place?.end)
  }

  private mutating func evidence(_ evidence: Evidence) {
    key("confidence")
    value(evidence.confidence)
    member("rule", evidence.rule)
  }
}

extension Article {
  /// The full name of a quote's speaker, or `nil` when it is unattributed.
  func speakerName(of quote: Quote) -> String? {
    guard let speaker = quote.speaker, speakers.indices.contains(speaker) else { return nil }
    return speakers[speaker].name
  }
}
