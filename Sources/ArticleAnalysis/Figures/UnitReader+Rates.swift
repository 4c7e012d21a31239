import ArticleModel

/// What a unit is divided by: per barrel, a day, an hour, -a-share, per annum, each.
extension UnitReader {
  /// The unit with the one it is divided by, and the token after it.
  ///
  /// - Parameters:
  ///   - index: The token after the unit.
  ///   - name: The unit.
  ///   - kind: What sort of figure the unit makes.
  /// - Returns: The name with "per", or `nil` when nothing divides.
  func rate(at index: Int, of name: String, kind: Figure.Kind) -> (name: String, end: Int)? {
    var start = index
    let isHyphened = run.isTightHyphen(start) || run.isSpacedHyphen(start)
    if isHyphened { start += 1 }
    let isSlash = run.isSign(start, 0x2F) && !isHyphened
    let isPer = run.isWord(start, "per")
    let isArticle =
      run.isWord(start, "a") || run.isWord(start, "an") || run.isWord(start, "every") && !isHyphened
    guard isPer || isArticle || isSlash else { return nil }
    start += 1
    if isHyphened {
      guard run.isTightHyphen(start) || run.isSpacedHyphen(start) else { return nil }
      start += 1
    }
    guard let token = run[start], token.isWord, !token.has([.preposition, .boundary, .determiner]) else {
      return nil
    }
    if isPer, run.isWord(start, "annum") { return ("\(name) per year", start + 1) }
    if let unit = tableUnit(at: start) {
      switch unit.unit.kind {
      case .duration:
        // "$1.17 billion a year earlier" compares two years.
        if isArticle, run.has(unit.end, .afterTime) { return nil }
        return ("\(name) per \(unit.unit.name)", unit.end)
      case .measure:
        guard kind != .duration || isPer || isSlash else { return nil }
        return ("\(name) per \(unit.unit.name)", unit.end)
      default: break
      }
    }
    guard isPer || isSlash && kind != .percent || isArticle && run.has(start, .ratedThing) else { return nil }
    guard isPer || kind != .duration else { return nil }
    return ("\(name) per \(run.words.key(token))", start + 1)
  }
}
