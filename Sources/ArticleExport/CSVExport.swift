import ArticleModel

/// Writes one kind of an article's marks as comma-separated values (RFC 4180, UTF-8, with a header record).
///
/// Fields with words of the article are safe to open in a spreadsheet: one that begins with `=`, `+`, `-`, `@` or a
/// tab gets an apostrophe in front. Numbers, times and names of kinds are written as they are. Absent facts are empty
/// fields.
public struct CSVExport: Sendable {
  /// Makes an export.
  public init() {}

  /// The quotes: `id,speaker,speakerText,cue,text,words,parts,confidence,rule`.
  ///
  /// `parts` lists the parts as `block:start-end`, separated by semicolons; offsets count Unicode scalars. A selection
  /// leaves quotes out; the others keep their identifiers.
  public func quotes(_ article: Article, selection: QuoteSelection = .all) -> [UInt8] {
    var csv = CSVWriter()
    let locator = ArticleLocator(article.body)
    csv.header(["id", "speaker", "speakerText", "cue", "text", "words", "parts", "confidence", "rule"])
    for (index, quote) in article.quotes.enumerated() where selection.includes(quote, of: article) {
      csv.fact(ArticleLocator.quote(index))
      csv.text(article.speakerName(of: quote))
      csv.text(quote.speakerMention.map(article.body.string))
      csv.text(quote.cue.map(article.body.string))
      csv.text(article.text(of: quote))
      csv.fact(String(article.wordCount(of: quote)))
      csv.fact(
        quote.parts.compactMap { locator.place(of: $0.range) }
          .map { "\(ArticleLocator.block($0.block)):\($0.start)-\($0.end)" }.joined(separator: ";"))
      csv.fact(quote.evidence.confidence.description)
      csv.fact(quote.evidence.rule)
      csv.endRecord()
    }
    return csv.bytes
  }

  /// The figures:
  /// `id,text,value,low,high,unit,qualifier,kind,speaker,context,block,start,end,confidence,rule,trend,quote`.
  ///
  /// `value` is empty for a range, `low` and `high` are empty for a single number; `speaker` is whose quote states
  /// the figure; `context` has the words around it.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - selection: Which figures, and in which order.
  /// - Returns: The header and a record for each figure.
  public func figures(_ article: Article, _ selection: FigureSelection = FigureSelection()) -> [UInt8] {
    var csv = CSVWriter()
    let locator = ArticleLocator(article.body)
    csv.header([
      "id", "text", "value", "low", "high", "unit", "qualifier", "kind", "speaker", "context", "block",
      "start",
      "end", "confidence", "rule", "trend", "quote",
    ])
    for index in selection.indices(in: article) {
      let figure = article.figures[index]
      csv.fact(ArticleLocator.figure(index))
      csv.text(article.body.string(figure.range))
      switch figure.value {
      case .number(let number):
        csv.fact(number.description)
        csv.fact(nil)
        csv.fact(nil)
      case .range(let low, let high):
        csv.fact(nil)
        csv.fact(low.description)
        csv.fact(high.description)
      }
      csv.text(figure.unit)
      csv.fact(figure.qualifier.rawValue)
      csv.fact(figure.kind.rawValue)
      csv.text(article.speakerName(of: figure))
      csv.text(article.body.context(of: figure.range))
      let place = locator.place(of: figure.range)
      csv.fact(place.map { ArticleLocator.block($0.block) })
      csv.fact(place.map { String($0.start) })
      csv.fact(place.map { String($0.end) })
      csv.fact(figure.evidence.confidence.description)
      csv.fact(figure.evidence.rule)
      csv.fact(figure.trend?.rawValue)
      csv.fact(figure.quote.map(ArticleLocator.quote))
      csv.endRecord()
    }
    return csv.bytes
  }

  /// The comments in the thread's order: `id,parent,depth,author,posted,postedText,score,flags,text`.
  ///
  /// `flags` are separated by spaces; blocks of `text` are separated by line breaks. A thread of several sources has a
  /// last column `sources`, names separated by line breaks.
  public func comments(_ article: Article) -> [UInt8] {
    var csv = CSVWriter()
    let isJoined = article.thread?.sections.isEmpty == false
    csv.header(
      ["id", "parent", "depth", "author", "posted", "postedText", "score", "flags", "text"]
        + (isJoined ? ["sources"] : []))
    guard let thread = article.thread else { return csv.bytes }
    for (index, comment) in thread.comments.enumerated() where comment.isComment {
      csv.text(ArticleLocator.comment(index, of: thread))
      csv.text(thread.parent(of: index).map { ArticleLocator.comment($0, of: thread) })
      csv.fact(String(thread.depth(of: index)))
      csv.text(thread.author(of: index))
      csv.fact(comment.posted?.iso8601)
      csv.text(comment.postedText)
      csv.fact(comment.score.map(\.description))
      csv.fact(comment.flags.names.joined(separator: " "))
      csv.text(thread.body(of: index).string)
      if isJoined {
        csv.text(thread.sectionIndices(of: index).map { thread.sections[$0].title }.joined(separator: "\n"))
      }
      csv.endRecord()
    }
    return csv.bytes
  }

  /// The references: `comment,author,passage,kind,target,targetText,confidence,rule`.
  ///
  /// `target` is the identifier of a quote, a figure or a block of the article, or of another comment that is quoted.
  public func references(_ article: Article) -> [UInt8] {
    var csv = CSVWriter()
    csv.header(["comment", "author", "passage", "kind", "target", "targetText", "confidence", "rule"])
    for row in ReferenceRows(article) {
      csv.text(row.comment)
      csv.text(row.author)
      csv.text(row.passage)
      csv.fact(row.reference.kind.rawValue)
      csv.fact(row.target)
      csv.text(row.targetText)
      csv.fact(row.reference.evidence.confidence.description)
      csv.fact(row.reference.evidence.rule)
      csv.endRecord()
    }
    return csv.bytes
  }
}
