import ArticleModel
import Foundation

@testable import ArticleAnalysis

/// An article whose paragraphs are the lines of a text.
func article(_ text: String) -> Article {
  Article(source: ArticleSource(location: .sample, format: .text), body: richText(text))
}

/// A text whose paragraphs are the lines of a string.
func richText(_ text: String) -> RichText {
  var body = RichText()
  for line in text.split(separator: "\n") {
    if !body.utf8.isEmpty { body.utf8.append(0x0A) }
    let start = body.utf8.count
    body.utf8.append(contentsOf: Array(line.utf8))
    body.blocks.append(Block(kind: .paragraph, range: TextRange(start, body.utf8.count)))
  }
  return body
}

/// The article after analysis.
func analyzed(_ text: String) -> Article {
  var result = article(text)
  AnalysisPipeline().analyze(&result)
  return result
}

/// One line for each quote: `Speaker <mention|cue> words ¦ words of the next part`.
func quoteLines(_ article: Article) -> [String] {
  article.quotes.map { quote in
    let speaker = quote.speaker.map { article.speakers[$0].name } ?? "nobody"
    let mention = quote.speakerMention.map { article.body.string($0) } ?? "-"
    let cue = quote.cue.map { article.body.string($0) } ?? "-"
    let parts = quote.parts.map { article.body.string($0.range) }.joined(separator: " ¦ ")
    return "\(speaker) <\(mention)|\(cue)> \(parts)"
  }
}

/// One line for each figure: `words = value unit kind qualifier`, the qualifier only when it is not exact.
func figureLines(_ figures: [Figure], _ body: RichText) -> [String] {
  figures.map { figure in
    let value: String
    switch figure.value {
    case .number(let number): value = number.description
    case .range(let low, let high): value = "\(low)..\(high)"
    }
    let qualifier = figure.qualifier == .exact ? "" : " \(figure.qualifier.rawValue)"
    return "\(body.string(figure.range)) = \(value) \(figure.unit ?? "-") \(figure.kind.rawValue)\(qualifier)"
  }
}

/// The folder of development data, next to the repository or where PULLQUOTE_SHARED says; `nil` when there is none.
let sharedData: URL? = {
  let folder: URL
  if let path = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED"] {
    folder = URL(fileURLWithPath: path)
  } else {
    folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared")
  }
  return FileManager.default.fileExists(atPath: folder.appendingPathComponent("data/seed/gold.json").path)
    ? folder : nil
}()
