import ArticleModel

/// Finds the figures of a text: numbers with their units and hedges, without what merely looks like one.
///
/// Only tokens that can begin a number are looked at; each rule reads a bounded distance around it.
struct FigureFinder {
  let text: TokenizedText
  let language: Language

  /// The figures in reading order, without overlap.
  ///
  /// - Complexity: O(length of the text).
  func figures() -> [Figure] {
    var figures: [Figure] = []
    let words = WordReader(utf8: text.utf8)
    for unit in text.units {
      let run = TokenRun(words: words, tokens: text.tokens, bounds: unit.tokens, language: language)
      let reader = FigureReader(run: run)
      var index = unit.tokens.lowerBound
      var floor = index
      while index < unit.tokens.upperBound {
        let token = text.tokens[index]
        if token.shape == .word, token.classes.isDisjoint(with: NumberReader.anchors) {
          index = isAddressStart(token, words) ? addressEnd(index, unit.tokens.upperBound) : index + 1
          continue
        }
        if token.shape == .sign, token.byte != Sign.vulgarFraction {
          index += 1
          continue
        }
        let step = reader.read(at: index, floor: floor)
        if let figure = step.figure {
          figures.append(figure)
          floor = step.end
        }
        index = max(step.end, index + 1)
      }
    }
    return figures
  }

  private func isAddressStart(_ token: Token, _ words: WordReader) -> Bool {
    words.matches(token, "http") || words.matches(token, "https") || words.matches(token, "www")
  }

  /// The token after an address of the web: the first one with white space before.
  private func addressEnd(_ index: Int, _ upper: Int) -> Int {
    var end = index + 1
    while end < upper, !text.tokens[end].hasSpaceBefore { end += 1 }
    return end
  }
}
