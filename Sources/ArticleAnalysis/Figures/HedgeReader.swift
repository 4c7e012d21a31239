import ArticleModel

/// Reads the hedges around a number.
struct HedgeReader {
  let run: TokenRun

  /// The hedge that ends before the token `start`: its first token and what it says.
  func before(_ start: Int, value: ExactDecimal) -> (start: Int, qualifier: Figure.Qualifier)? {
    guard let last = run[start - 1] else { return nil }
    if last.shape == .sign {
      switch last.byte {
      case 0x7E: return (start - 1, .about)
      case 0x3C: return (start - 1, .lessThan)
      case 0x3E: return (start - 1, .moreThan)
      case 0x2D where run.isTightHyphen(start - 1) && run.isWord(start - 2, "sub"):
        return (start - 2, .lessThan)
      default: return nil
      }
    }
    let hedges = run.language.hedges
    let utf8 = run.words.utf8
    guard last.isWord,
      hedges.canEndBefore(utf8, Int(last.lower), Int(last.coreUpper))
        || last.upper != last.coreUpper && hedges.canEndBefore(utf8, Int(last.lower), Int(last.upper))
    else { return nil }
    for length in stride(from: run.language.hedges.longest, through: 1, by: -1) {
      let first = start - length
      guard let token = run[first], token.isWord else { continue }
      guard
        let qualifier = run.language.hedges.qualifier(
          run.words.utf8, Int(token.lower), Int(last.coreUpper), isAfter: false)
          ?? run.language.hedges.qualifier(run.words.utf8, Int(token.lower), Int(last.upper), isAfter: false)
      else { continue }
      // "Some 40 boats", but "some three friends" is no estimate.
      if length == 1, run.isWord(first, "some"), value < ExactDecimal(10) { return nil }
      return (first, qualifier)
    }
    return nil
  }

  /// The hedge that starts at the token `start`: the token after it and what it says.
  func after(_ start: Int) -> (end: Int, qualifier: Figure.Qualifier)? {
    guard let first = run[start] else { return nil }
    if first.isSign(0x2B), run.isGlued(start) { return (start + 1, .atLeast) }
    if run.isTightHyphen(start), run.isWord(start + 1, "plus") { return (start + 2, .atLeast) }
    guard first.isWord,
      run.language.hedges.canBeginAfter(run.words.utf8, Int(first.lower), Int(first.coreUpper))
    else { return nil }
    for length in stride(from: min(4, run.language.hedges.longest), through: 1, by: -1) {
      guard let last = run[start + length - 1], last.isWord,
        let qualifier = run.language.hedges.qualifier(
          run.words.utf8, Int(first.lower), Int(last.coreUpper), isAfter: true)
      else { continue }
      if length == 1, run.isWord(start, "plus"),
        run[start + 1].map({ $0.isWord && !$0.has(.phraseEnd) }) == true
      {
        return nil
      }
      return (start + length, qualifier)
    }
    return nil
  }
}
