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
  mutating func references(of article: Article, locator: ArticleLocator) {
    beginArray()
    if let thread = article.thread {
      var current = -1
      var scalars = ScalarIndex([])
      for reference in article.references where thread.comments.indices.contains(reference.comment) {
        if reference.comment != current {
          current = reference.comment
          scalars = ScalarIndex(thread.body(of: current).utf8)
        }
        beginObject()
        member("comment", ArticleLocator.comment(current, of: thread))
        member("start", scalars.scalars(before: Int(reference.range.lower)))
        member("end", scalars.scalars(before: Int(reference.range.upper)))
        key("target")
        beginObject()
        switch reference.target {
        case .quote(let index): member("quote", ArticleLocator.quote(index))
        case .figure(let index): member("figure", ArticleLocator.figure(index))
        case .passage(let range): place(locator.place(of: range))
        }
        endObject()
        member("kind", reference.kind.rawValue)
        evidence(reference.evidence)
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
