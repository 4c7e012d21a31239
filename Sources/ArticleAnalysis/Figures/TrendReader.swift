import ArticleModel

/// Reads which way a clause says that a number goes.
struct TrendReader {
  let run: TokenRun
  /// How many tokens before the number are looked at.
  private static let reach = 6

  /// The trend of the clause around a figure.
  ///
  /// - Parameters:
  ///   - tokens: The figure.
  ///   - kind: What sort of quantity it is; places and scores go nowhere.
  ///   - number: The number with its sign, where it has one.
  /// - Returns: Up or down, or `nil` when the clause says neither.
  func trend(of tokens: Range<Int>, kind: Figure.Kind, number: Amount?) -> Figure.Trend? {
    guard kind != .ordinal, kind != .score, kind != .age else { return nil }
    if let sign = run[tokens.lowerBound], sign.shape == .sign, kind == .percent || kind == .percentagePoint {
      if sign.isSign(0x2B) { return .up }
      if number?.isNegative == true { return .down }
    }
    for index in stride(from: tokens.lowerBound - 1, to: tokens.lowerBound - 1 - Self.reach, by: -1) {
      guard let token = run[index] else { break }
      if token.shape == .sign || token.shape == .quote {
        if token.byte == 0x24 || token.byte == Sign.currency || token.isSign(0x2D) { continue }
        break
      }
      guard token.isWord else { break }
      // "Up to 40" is a bound and goes nowhere.
      if run.isWord(index + 1, "to"), run.isWord(index, "up") { continue }
      if token.has(.rising) { return .up }
      if token.has(.falling) { return .down }
      if token.has(.boundary) || token.has(.preposition), !isBridge(index) { break }
    }
    return trendBehind(tokens.upperBound)
  }

  /// Whether a preposition leads from a verb to its number: fell by 3, an increase of 4, up about 5.
  private func isBridge(_ index: Int) -> Bool {
    run.isWord(index, "by") || run.isWord(index, "of") || run.isWord(index, "to")
      || run.isWord(index, "about")
      || run.isWord(index, "around") || run.isWord(index, "over") || run.isWord(index, "under")
      || run.isWord(index, "above") || run.isWord(index, "below") || run.isWord(index, "than")
  }

  private func trendBehind(_ after: Int) -> Figure.Trend? {
    if run.isWord(after, "higher") || run.isWord(after, "more") || run.isWord(after, "increase")
      || run.isWord(after, "rise") || run.isWord(after, "jump") || run.isWord(after, "gain")
    {
      return .up
    }
    if run.isWord(after, "lower") || run.isWord(after, "less") || run.isWord(after, "fewer")
      || run.isWord(after, "drop") || run.isWord(after, "fall") || run.isWord(after, "decline")
      || run.isWord(after, "decrease")
    {
      return .down
    }
    return nil
  }
}
