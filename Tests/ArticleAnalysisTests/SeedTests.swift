import ArticleModel
import Foundation
import Testing

@testable import ArticleAnalysis

/// The gold of the sample article, as far as the analysis answers for it.
private struct Gold: Decodable {
  struct Block: Decodable {
    var kind: String
    var text: String
  }
  struct Quote: Decodable {
    var speaker: String
    var speaker_as_written: String
    var cue: String
    var parts: [String]
    var joined: String
  }
  struct Figure: Decodable {
    var text: String
    var value: Double
    var value_high: Double?
    var unit: String?
    var qualifier: String?
    var kind: String
    var place: String
    var in_quote: String?
  }
  struct Comment: Decodable {
    var id: String
    var text: String
    var replies: [Comment]
  }
  struct CrossReference: Decodable {
    var comment: String
    var passage: String
    var to: [String]
    var relation: String
  }
  var blocks: [Block]
  var quotes: [Quote]
  var figures: [Figure]
  var comments: [Comment]
  var cross_references: [CrossReference]

  static func load() throws -> Gold {
    let url = try #require(sharedData).appendingPathComponent("data/seed/gold.json")
    return try JSONDecoder().decode(Gold.self, from: Data(contentsOf: url))
  }

  func article() -> Article {
    var body = RichText()
    for block in blocks {
      if !body.utf8.isEmpty { body.utf8.append(0x0A) }
      let start = body.utf8.count
      body.utf8.append(contentsOf: Array(block.text.utf8))
      body.blocks.append(
        ArticleModel.Block(
          kind: block.kind == "heading" ? .heading(level: 2) : .paragraph,
          range: TextRange(start, body.utf8.count)))
    }
    return Article(source: ArticleSource(location: .sample, format: .text), body: body)
  }
}

/// Skipped where the development data is not there: it is no part of the repository.
@Suite(.enabled(if: sharedData != nil))
struct SeedTests {
  private static let qualifiers: [String: Figure.Qualifier] = ["more than": .moreThan, "at best": .atMost]
  private static let kinds: [String: Figure.Kind] = [
    "percentage": .percent, "count": .count, "duration": .duration, "ordinal": .ordinal,
  ]

  @Test("Every quote of the sample has its words, speaker, mention and cue")
  func quotes() throws {
    let gold = try Gold.load()
    var article = gold.article()
    AnalysisPipeline().analyze(&article)
    #expect(article.quotes.count == gold.quotes.count)
    for (quote, want) in zip(article.quotes, gold.quotes) {
      #expect(quote.parts.map { article.body.string($0.range) } == want.parts)
      #expect(quote.speaker.map { article.speakers[$0].name } == want.speaker)
      #expect(quote.speakerMention.map { article.body.string($0) } == want.speaker_as_written)
      let cue = try #require(quote.cue)
      #expect(want.cue.contains(article.body.string(cue)))
      #expect(article.text(of: quote) == want.joined)
      #expect(quote.evidence.confidence > 0.9)
    }
    #expect(article.speakers.count == 1)
    #expect(article.speakers.first?.description == "Russian Defense Minister")
    #expect(article.quotedWords.isEmpty)
  }

  @Test("The ten figures of the sample's article are found, and no others")
  func figures() throws {
    let gold = try Gold.load()
    var article = gold.article()
    AnalysisPipeline().analyze(&article)
    let wanted = gold.figures.filter { $0.place == "article" }
    #expect(article.figures.count == wanted.count)
    for (figure, want) in zip(article.figures, wanted) {
      #expect(article.body.string(figure.range) == want.text)
      #expect(figure.value == .number(ExactDecimal(Int(want.value))))
      #expect(figure.unit == want.unit)
      #expect(figure.kind == Self.kinds[want.kind])
      #expect(figure.qualifier == want.qualifier.flatMap { Self.qualifiers[$0] } ?? .exact)
      #expect(figure.quote.map { "q\($0 + 1)" } == want.in_quote)
    }
  }

  @Test("The comments of the sample have 95 % and 50 to 60 % at best")
  func commentFigures() throws {
    let gold = try Gold.load()
    var pending = gold.comments
    var lines: [String] = []
    while !pending.isEmpty {
      let comment = pending.removeFirst()
      let body = richText(comment.text)
      lines += figureLines(AnalysisPipeline().figures(in: body), body)
      pending += comment.replies
    }
    #expect(lines == ["95% free? = 95 % percent", "50-60% at best = 50..60 % percent atMost"])
  }

  @Test("The five cross references of the sample are found, and no others")
  func references() throws {
    let gold = try Gold.load()
    var article = gold.article()
    AnalysisPipeline().analyze(&article)
    var builder = CommentThread.Builder()
    var pending = gold.comments.map { ($0, 0) }
    while !pending.isEmpty {
      let (comment, depth) = pending.removeFirst()
      builder.append(
        ArticleModel.Comment(id: comment.id), depth: depth,
        body: richText(comment.text))
      pending = comment.replies.map { ($0, depth + 1) } + pending
    }
    article.thread = builder.finish()
    AnalysisPipeline().addReferences(to: &article)
    let thread = try #require(article.thread)
    #expect(article.references.count == gold.cross_references.count)
    for (reference, want) in zip(article.references, gold.cross_references) {
      #expect(thread.comments[reference.comment].id == want.comment)
      let passage = thread.body(of: reference.comment).string(reference.range)
      #expect(passage.contains(want.passage) || want.passage.contains(passage))
      let target =
        switch reference.target {
        case .quote(let index): "q\(index + 1)"
        case .figure(let index): "f\(index + 1)"
        case .passage, .comment: "other words"
        }
      #expect(want.to.contains(target))
      // The gold tells explaining apart, which is one way of talking about it.
      #expect(reference.kind.rawValue == (want.relation == "explains" ? "discusses" : want.relation))
    }
    #expect(article.unmatchedQuotations.isEmpty)
  }
}
