import ArticleModel

/// What the numbers beside a number of a comment say for a figure: two numbers of one sentence of the article, side by side,
/// support each other ("4 of 34", "27 to 24").
struct FigureCompany {
  let figures: ArticleFigures

  private var index: ArticleWordIndex { figures.index }

  /// How many of a mention's neighbours are asked whether they speak of the same sentence of the article.
  private static let neighbours = 4

  /// What the numbers beside a mention, or in its own words, say for a figure; less where the writer speaks of his own.
  func points(
    _ position: Int, _ entry: ArticleFigures.Entry, _ mentions: [FigureMention], _ candidates: [[Int]],
    _ reading: CommentReading
  ) -> Float {
    let best = max(
      support(position, entry, mentions, candidates, reading),
      numbers(around: mentions[position], entry, reading))
    guard best > 0 else { return 0 }
    let own = reading.sentences[mentions[position].sentence].words
    return reading.cues(of: own, without: 0..<0, index).contains(.owner) ? best * 0.4 : best
  }

  /// What the numbers beside a mention say for a figure: that they may be of the same sentence of the article.
  private func support(
    _ position: Int, _ entry: ArticleFigures.Entry, _ mentions: [FigureMention],
    _ candidates: [[Int]], _ reading: CommentReading
  ) -> Float {
    var best: Float = 0
    let near = max(0, position - Self.neighbours)...min(mentions.count - 1, position + Self.neighbours)
    for other in near where other != position {
      let distance = abs(mentions[other].sentence - mentions[position].sentence)
      guard distance <= 1 else { continue }
      for candidate in candidates[other].prefix(8) where candidate != entry.index {
        let apart = abs(figures.byFigure[candidate].sentence - entry.sentence)
        if apart == 0 { best = max(best, distance == 0 ? 1.2 : 0.8) }
        if apart == 1, distance == 0 { best = max(best, 0.5) }
      }
    }
    return best
  }

  /// What other numbers in the very words of a mention, or next to it, say for a figure whose sentence has them, too:
  /// "29 to 22", "85 out of 640", "27-14".
  private func numbers(
    around mention: FigureMention, _ entry: ArticleFigures.Entry, _ reading: CommentReading
  ) -> Float {
    guard entry.sentence < index.sentences.count else { return 0 }
    let own = index.words(in: figures.article.figures[entry.index].range)
    let others = index.sentences[entry.sentence].words
    var inside = 0
    var digits: Int32 = 0
    var beside: Float = 0
    for word in reading.near(mention.words, before: 3, after: 3) where reading.words[word].isNumber {
      let isInside = mention.words.contains(word)
      let hash = reading.words[word].hash
      guard others.contains(where: { index.words[$0].hash == hash && (isInside || !own.contains($0)) })
      else { continue }
      if isInside {
        inside += 1
        digits = max(digits, reading.words[word].count)
      } else if reading.words[word].count >= 2 {
        beside = 1.2
      }
    }
    return inside < 2 ? beside : digits >= 2 ? 3 : 1.5
  }
}
