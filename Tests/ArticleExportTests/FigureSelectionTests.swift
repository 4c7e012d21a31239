import ArticleModel
import Testing

@testable import ArticleExport

@Suite struct FigureSelectionTests {
  /// 40 boats, 3 km, 5 miles, 12 %, half, $2m, 900 m, 7th.
  private static let article: Article = {
    var article = Article(source: ArticleSource(location: .sample, format: .text))
    article.body.utf8 = Array("12345678".utf8)
    article.body.blocks = [Block(kind: .paragraph, range: TextRange(0, 8))]
    let rows: [(Figure.Value, String?, Figure.Kind)] = [
      (.number(ExactDecimal(40)), "boats", .count), (.number(ExactDecimal(3)), "km", .measure),
      (.number(ExactDecimal(5)), "mile", .measure), (.number(ExactDecimal(12)), "%", .percent),
      (.number(ExactDecimal(significand: 5, exponent: -1)), nil, .ratio),
      (.number(ExactDecimal(significand: 2, exponent: 6)), "USD", .money),
      (.range(ExactDecimal(700), ExactDecimal(900)), "m", .measure),
      (.number(ExactDecimal(7)), nil, .ordinal),
    ]
    article.figures = rows.enumerated().map { index, row in
      Figure(
        range: TextRange(index, index + 1), value: row.0, unit: row.1, kind: row.2,
        evidence: Evidence(rule: "test", confidence: 1))
    }
    return article
  }()

  @Test("Nothing chosen is everything in reading order")
  func everything() { #expect(FigureSelection().indices(in: Self.article) == Array(0..<8)) }

  @Test("Kinds, units and the smallest number choose, each within the other")
  func choice() {
    #expect(FigureSelection(kinds: [.money, .percent]).indices(in: Self.article) == [3, 5])
    #expect(FigureSelection(minimum: ExactDecimal(40)).indices(in: Self.article) == [0, 5, 6])
    #expect(FigureSelection(unit: "km").indices(in: Self.article) == [1, 2, 6])
    #expect(FigureSelection(minimum: ExactDecimal(4), unit: "km").indices(in: Self.article) == [2])
    #expect(FigureSelection(minimum: ExactDecimal(20), unit: "%").indices(in: Self.article) == [4])
    #expect(FigureSelection(unit: "boat").indices(in: Self.article) == [0])
    #expect(FigureSelection(kinds: [.age]).indices(in: Self.article) == [])
  }

  @Test("Orders compare in base units and leave equals as they were")
  func orders() {
    #expect(FigureSelection(unit: "m", order: .value).indices(in: Self.article) == [2, 1, 6])
    #expect(FigureSelection(kinds: [.percent, .ratio], order: .value).indices(in: Self.article) == [4, 3])
    #expect(FigureSelection(order: .kind).indices(in: Self.article) == [0, 3, 5, 1, 2, 6, 4, 7])
    #expect(FigureSelection(order: .unit).indices(in: Self.article) == [3, 5, 0, 1, 6, 2, 4, 7])
  }

  @Test("A figure keeps its identifier whatever the order")
  func identifiers() {
    let csv = String(
      decoding: CSVExport().figures(Self.article, FigureSelection(kinds: [.money])), as: UTF8.self)
    #expect(csv.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("f6,") })
  }
}
