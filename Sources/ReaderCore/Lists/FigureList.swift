import ArticleModel

/// The figures as a table.
enum FigureList {
  private enum Column: String {
    case figure, value, disputed, unit, hedge, kind, sentence
  }

  /// The columns; that of disputes only when there are any, and then where no narrow screen leaves it out.
  private static func columns(hasDisputes: Bool) -> [(column: Column, width: Int)] {
    [(.figure, 22), (.value, 11)] + (hasDisputes ? [(.disputed, 20)] : [])
      + [(.unit, 10), (.hedge, 9), (.kind, 8), (.sentence, 0)]
  }

  static func figures(of article: Article, _ references: ReferenceIndex) -> IndexList {
    var counts = [Int32](repeating: 0, count: article.figures.count)
    for reference in references.references where reference.kind == .disputes {
      guard case .figure(let index) = reference.target, counts.indices.contains(index) else { continue }
      counts[index] += 1
    }
    let disputed = counts
    let labels = FigureLabels(article.figures)
    let columns = columns(hasDisputes: disputed.contains { $0 > 0 })
    return IndexList(
      IndexList.Source(
        count: article.figures.count,
        columns: columns.map {
          IndexList.Column(title: $0.column.rawValue, width: $0.width, isNumber: $0.column == .value)
        },
        entry: { row in
          let figure = article.figures[row]
          let words = article.body.string(figure.range)
          return IndexList.Entry(
            text: words, detail: figure.kind.label, destination: .article(.figure(row)),
            cells: columns.map { column, _ in
              switch column {
              case .figure: words
              case .value: figure.valueText
              case .disputed:
                disputed[row] == 0 ? "" : otherValues(ofFigure: row, in: article, references)
              case .unit: figure.unit ?? ""
              case .hedge: figure.qualifier == .exact ? "" : figure.qualifier.label
              case .kind: figure.kind.label
              case .sentence: article.body.sentence(around: figure.range)
              }
            })
        },
        rowOf: { selection in
          guard case .figure(let row) = selection, article.figures.indices.contains(row) else { return nil }
          return row
        },
        matcher: { search in
          // Found out for all rows in one go: asked one by one, each holds on to the article and lets go of it again.
          var isFound = labels.rows(holding: search)
          let isDisputed = search.isFound(in: Column.disputed.rawValue)
          article.body.utf8.withUnsafeBufferPointer { utf8 in
            for (row, figure) in article.figures.enumerated() where !isFound[row] {
              isFound[row] =
                (isDisputed && disputed[row] > 0)
                || search.first(in: utf8, from: Int(figure.range.lower), to: Int(figure.range.upper)) != nil
            }
          }
          return { [isFound] row in isFound[row] }
        },
        sorted: {
          columns.indices.contains($0)
            ? sorted(article.figures, labels, disputed, by: columns[$0].column) : []
        }))
  }

  /// How many comments dispute a figure, and the values that they give instead.
  private static func otherValues(ofFigure figure: Int, in article: Article, _ references: ReferenceIndex)
    -> String
  {
    let disputes = references.disputes(ofFigure: figure, in: article)
    var values: [String] = []
    for dispute in disputes where values.count < 3 {
      let words = article.thread?.body(of: dispute.comment).string(dispute.range) ?? ""
      if !words.isEmpty, words.utf8.count <= 24, !values.contains(words) { values.append(words) }
    }
    let comments = "\(Set(disputes.map(\.comment)).count)"
    return values.isEmpty ? comments : "\(comments): \(values.joined(separator: ", "))"
  }

  private static func sorted(
    _ figures: [Figure], _ labels: FigureLabels, _ disputes: [Int32], by column: Column
  ) -> [Int32] {
    switch column {
    case .figure, .sentence: figures.indices.map { Int32($0) }
    case .value: sortedByValue(figures)
    case .disputed: RankOrder.ascending(disputes.map { UInt64($0) })
    case .unit: RankOrder.ascending(labels.units.ranks)
    case .hedge: RankOrder.ascending(labels.hedges.ranks)
    case .kind: RankOrder.ascending(labels.kinds.ranks)
    }
  }

  private static func sortedByValue(_ figures: [Figure]) -> [Int32] {
    let ranks = figures.map(\.lowest.rank)
    var order = RankOrder.ascending(ranks)
    // Numbers that agree in fourteen digits are put in order among themselves.
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, ranks[Int(order[end])] == ranks[Int(order[start])] { end += 1 }
      let first = figures[Int(order[start])].lowest
      if order[start..<end].contains(where: { figures[Int($0)].lowest != first }) {
        order[start..<end].sort { left, right in
          let (one, other) = (figures[Int(left)].lowest, figures[Int(right)].lowest)
          return one == other ? left < right : one < other
        }
      }
      start = end
    }
    return order
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
  func sentence(around range: TextRange) -> String { string(sentenceRange(around: range)) }

  /// Where the sentence around some words is, as far as it is within reach.
  ///
  /// - Complexity: O(length of the sentence).
  func sentenceRange(around range: TextRange) -> TextRange {
    guard let index = blockIndex(at: Int(range.lower)) else { return range }
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
    return TextRange(lower, max(lower, upper))
  }

  private func endsSentence(before position: Int) -> Bool {
    guard position > 1, position < utf8.count, utf8[position] == 0x20 || utf8[position] == 0x0A else {
      return false
    }
    // What closes a quotation stands behind the full stop.
    var last = position - 1
    if last > 3, utf8[last - 2] == 0xE2, utf8[last - 1] == 0x80, utf8[last] == 0x9D || utf8[last] == 0x99 {
      last -= 3
    } else if last > 1, utf8[last] == UInt8(ascii: "\"") || utf8[last] == UInt8(ascii: ")") {
      last -= 1
    }
    let byte = utf8[last]
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
}
