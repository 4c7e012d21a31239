import ArticleModel
import Testing

@testable import ArticleAnalysis

/// A text and the figures that it has.
struct FigureCase: CustomTestStringConvertible, Sendable {
  var text: String
  var figures: [String]

  init(_ text: String, _ figures: String...) {
    self.text = text
    self.figures = figures
  }

  var testDescription: String { text }
}

/// One line for each figure of a text, as `figureLines` writes it.
func figureLines(_ text: String) -> [String] {
  let body = richText(text)
  return figureLines(AnalysisPipeline().figures(in: body), body)
}
