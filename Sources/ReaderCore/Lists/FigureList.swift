import ArticleModel

/// The figures as a table.
enum FigureList {
  private static let columns = [
    IndexList.Column(title: "figure", width: 22), IndexList.Column(title: "value", width: 11, isNumber: true),
    IndexList.Column(title: "unit", width: 10), IndexList.Column(title: "hedge", width: 9),
    IndexList.Column(title: "kind", width: 8), IndexList.Column(title: "disputed", width: 8, isNumber: true),
    IndexList.Column(title: "sentence", width: 0),
  ]

  static func figures(of article: Article) -> IndexList {
    var disputes = [Int32](repeating: 0, count: article.figures.count)
    for reference in article.references {
      guard case .figure(let index) = reference.target, disputes.indices.contains(index) else { continue }
      if reference.kind == .disputes || reference.kind == .questions { disputes[index] += 1 }
    }
    let counts = disputes
    return IndexList(
      IndexList.Source(
        count: article.figures.count, columns: columns,
        entry: { row in
          let figure = article.figures[row]
          let words = article.body.string(figure.range)
          return IndexList.Entry(
            text: words, detail: figure.kind.label, destination: .article(.figure(row)),
            cells: [
              words, figure.valueText, figure.unit ?? "",
              figure.qualifier == .exact ? "" : figure.qualifier.label, figure.kind.label,
              counts[row] == 0 ? "" : "\(counts[row])", article.body.sentence(around: figure.range),
            ])
        },
        holds: { row, search in
          let figure = article.figures[row]
          return search.isFound(in: figure.range, of: article.body) || search.isFound(in: figure.kind.label)
            || figure.unit.map { search.isFound(in: $0) } ?? false
            || (figure.qualifier != .exact && search.isFound(in: figure.qualifier.label))
        },
        sorted: { column in sorted(article, counts, by: column) }))
  }

  private static func sorted(_ article: Article, _ disputes: [Int32], by column: Int) -> [Int32] {
    let rows = article.figures.indices.map { Int32($0) }
    let figures = article.figures
    switch column {
    case 0, 6: return rows
    case 1: return rows.sorted { figures[Int($0)].lowest < figures[Int($1)].lowest }
    case 5: return rows.sorted { disputes[Int($0)] < disputes[Int($1)] }
    default:
      let words = figures.map { figure in
        switch column {
        case 2: figure.unit ?? ""
        case 3: figure.qualifier == .exact ? "" : figure.qualifier.label
        default: figure.kind.label
        }
      }
      return rows.sorted { (words[Int($0)], $0) < (words[Int($1)], $1) }
    }
  }
}

extension Figure {
  /// The number or range, in plain digits.
  public var valueText: String {
    switch value {
    case .number(let number): number.description
    case .range(let low, let high): "\(low)–\(high)"
    }
  }

  /// The number, or the lower bound of a range.
  fileprivate var lowest: ExactDecimal {
    switch value {
    case .number(let number): number
    case .range(let low, _): low
    }
  }
}

extension Figure.Qualifier {
  /// The name on screen.
  public var label: String {
    switch self {
    case .exact: "exact"
    case .about: "about"
    case .moreThan: "more than"
    case .lessThan: "less than"
    case .atLeast: "at least"
    case .atMost: "at most"
    case .range: "range"
    }
  }
}

extension RichText {
  /// How far from the words a sentence's ends are looked for.
  private static let sentenceReach = 240

  /// The sentence around some words, as far as it is within reach.
  ///
  /// - Complexity: O(length of the sentence).
  func sentence(around range: TextRange) -> String {
    guard let index = blockIndex(at: Int(range.lower)) else { return string(range) }
    let block = blocks[index].range
    var lower = Int(range.lower)
    let first = max(Int(block.lower), lower - Self.sentenceReach)
    while lower > first, !endsSentence(before: lower) { lower -= 1 }
    var upper = Int(range.upper)
    let last = min(Int(block.upper), upper + Self.sentenceReach)
    while upper < last, !endsSentence(before: upper) { upper += 1 }
    // Not within a letter of several bytes.
    while lower < upper, utf8[lower] & 0xC0 == 0x80 || utf8[lower] == 0x20 { lower += 1 }
    while upper > lower, upper < utf8.count, utf8[upper] & 0xC0 == 0x80 { upper -= 1 }
    return string(TextRange(lower, max(lower, upper)))
  }

  private func endsSentence(before position: Int) -> Bool {
    guard position > 1, position < utf8.count, utf8[position] == 0x20 || utf8[position] == 0x0A else {
      return false
    }
    let byte = utf8[position - 1]
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
}
