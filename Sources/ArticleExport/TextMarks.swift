import ArticleModel

/// The quotes and figures of an article in the order of its text, to be coloured where they are written.
///
/// Neither quotes nor figures overlap among themselves; a figure may lie in a quote.
struct TextMarks {
  private let quotes: [TextMark]
  private let figures: [TextMark]

  /// No marks.
  init() {
    quotes = []
    figures = []
  }

  /// The marks of an article's body.
  init(_ article: Article) {
    var quotes: [TextMark] = []
    for quote in article.quotes {
      for part in quote.parts {
        quotes.append(TextMark(range: part.markedRange.indices, look: .quote(speaker: quote.speaker)))
      }
    }
    quotes.sort { $0.range.lowerBound < $1.range.lowerBound }
    self.quotes = quotes
    figures = article.figures.map { TextMark(range: $0.range.indices, look: .figure) }
  }

  /// Calls `body` with the pieces of a stretch and the looks that lie over each.
  ///
  /// - Complexity: O(log n + pieces).
  func forEachPiece(of range: Range<Int>, _ body: (Range<Int>, [TextLook]) -> Void) {
    var quote = quotes.partitioningIndex { $0.range.upperBound > range.lowerBound }
    var figure = figures.partitioningIndex { $0.range.upperBound > range.lowerBound }
    var start = range.lowerBound
    while start < range.upperBound {
      var end = range.upperBound
      var looks: [TextLook] = []
      Self.take(quotes, &quote, at: start, &end, &looks)
      Self.take(figures, &figure, at: start, &end, &looks)
      body(start..<end, looks)
      start = end
    }
  }

  /// Adds the look at `start`, and shortens the piece to where the next mark begins or this one ends.
  private static func take(
    _ marks: [TextMark], _ next: inout Int, at start: Int, _ end: inout Int, _ looks: inout [TextLook]
  ) {
    while next < marks.count, marks[next].range.upperBound <= start { next += 1 }
    guard next < marks.count else { return }
    if marks[next].range.lowerBound > start {
      end = min(end, marks[next].range.lowerBound)
    } else {
      looks.append(marks[next].look)
      end = min(end, marks[next].range.upperBound)
    }
  }
}
