/// What the comments above refer to.
struct ReferenceContext {
  /// The figures that the nearest comment above with any refers to, in its order; few of many.
  var figures: [Int] = []
  /// The figure that was referred to last, or -1.
  var figure = -1
  /// The quote that the comment above refers to, or -1.
  var quote = -1
  /// Whether the comment above questions or disputes what it refers to.
  var isDoubted = false

  /// How many figures of a comment are remembered for its replies.
  private static let mostFigures = 6

  /// Makes a figure the one that was referred to last.
  mutating func remember(figure: Int) {
    self.figure = figure
    guard !figures.contains(figure) else { return }
    if figures.count == Self.mostFigures { figures.removeFirst() }
    figures.append(figure)
  }

  /// Forgets the figures, because something else was taken up.
  mutating func forgetFigures() {
    figures = []
    figure = -1
  }
}
