import ArticleModel
import TestSupport
import Testing

@testable import ReaderCore

@Suite("The table of figures")
struct FigureTableTests {
  private static let units = [nil, "%", "km", "USD", "people", "km/h"]

  private func article(_ count: Int, seed: UInt64) -> Article {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    var figures: [Figure] = []
    for index in 0..<count {
      let start = text.utf8.count
      text += "n\(index % 37)"
      let range = TextRange(start, text.utf8.count)
      text += " "
      let low = ExactDecimal(
        significand: .random(in: -40...40, using: &generator),
        exponent: .random(in: -3...3, using: &generator))
      figures.append(
        Figure(
          range: range, value: .number(low), unit: Self.units.randomElement(using: &generator) ?? nil,
          qualifier: [.exact, .about, .moreThan].randomElement(using: &generator) ?? .exact,
          kind: Figure.Kind.allCases.randomElement(using: &generator) ?? .count,
          evidence: Evidence(rule: "test", confidence: 1)))
    }
    var article = Article(source: ArticleSource(location: .sample, format: .text))
    article.body = RichText(
      utf8: Array(text.utf8), blocks: [Block(kind: .paragraph, range: TextRange(0, text.utf8.count))])
    article.figures = figures
    return article
  }

  private func rows(_ list: IndexList, _ state: ListState) -> [Int] {
    (0..<list.count(state)).compactMap { row in
      guard case .article(.figure(let index))? = list.entry(row, state).destination else { return nil }
      return index
    }
  }

  @Test("Rows are sorted by any column, up and down, and equal ones stand as in the article")
  func sorting() {
    let article = article(300, seed: 7)
    let list = FigureList.figures(of: article, .none)
    for (column, title) in list.columns.map(\.title).enumerated() {
      let key: (Int) -> String = { index in
        let figure = article.figures[index]
        return switch title {
        case "unit": figure.unit ?? ""
        case "hedge": figure.qualifier == .exact ? "" : figure.qualifier.label
        case "kind": figure.kind.label
        default: ""
        }
      }
      var expected = Array(article.figures.indices)
      if title == "value" {
        let value: (Int) -> ExactDecimal = { index in
          if case .number(let number) = article.figures[index].value { number } else { ExactDecimal(0) }
        }
        expected.sort { value($0) == value($1) ? $0 < $1 : value($0) < value($1) }
      } else {
        expected.sort { (key($0), $0) < (key($1), $1) }
      }
      var state = ListState()
      state.sort = ListState.Sort(column: column)
      #expect(rows(list, state) == expected, "by \(title)")
      state.sort?.isDescending = true
      #expect(rows(list, state) == expected.reversed(), "by \(title), down")
    }
  }

  @Test(
    "A filter finds a figure by its words, its unit, its hedge and its kind",
    arguments: ["n1", "km", "about", "MONEY", "%", "zz"])
  func filtering(_ words: String) throws {
    let article = article(300, seed: 8)
    let list = FigureList.figures(of: article, .none)
    var state = ListState()
    state.filter = words
    let search = try #require(TextSearch(words))
    let expected = article.figures.indices.filter { index in
      let figure = article.figures[index]
      return
        ([article.body.string(figure.range), figure.unit ?? "", figure.kind.label]
        + (figure.qualifier == .exact ? [] : [figure.qualifier.label])).contains { search.isFound(in: $0) }
    }
    #expect(rows(list, state) == expected)
  }
}
