import ArticleModel

/// Finds the figures of a text: numbers with their units and hedges, without what merely looks like one.
///
/// Only tokens that can begin a number are looked at; each rule reads a bounded distance around it.
struct FigureFinder {
  /// What a text has of numbers.
  struct Findings {
    /// The figures in reading order, without overlap.
    var figures: [Figure] = []
    /// The numbers that are no figures, in reading order.
    var mentions: [NumberMention] = []
  }

  let text: TokenizedText
  let language: Language

  /// Reads the whole text.
  ///
  /// - Complexity: O(length of the text).
  func run() -> Findings {
    var findings = Findings()
    let words = WordReader(utf8: text.utf8)
    var context = FigureContext()
    for unit in text.units {
      let run = TokenRun(
        words: words, tokens: text.tokens, bounds: unit.tokens, language: language, isHeading: unit.isHeading)
      let reader = FigureReader(run: run)
      let ellipsis = FigureEllipsis(run: run)
      var index = unit.tokens.lowerBound
      var floor = index
      var last: FigureEllipsis.Antecedent?
      while index < unit.tokens.upperBound {
        let token = text.tokens[index]
        if token.shape == .word, token.classes.isDisjoint(with: Self.anchors) {
          index = isAddressStart(token, words) ? addressEnd(index, unit.tokens.upperBound) : index + 1
          continue
        }
        if token.shape == .sign || token.shape == .quote, token.byte != Sign.vulgarFraction {
          index += 1
          continue
        }
        switch reader.read(at: index, floor: floor) {
        case .figure(var figure, let rule, let tokens):
          if let last { ellipsis.complete(&figure, tokens, isBare: rule == .bare, after: last) }
          context.add(figure, tokens, run, at: findings.figures.count)
          last = FigureEllipsis.Antecedent(figure: figure, end: tokens.upperBound)
          findings.figures.append(figure)
          floor = tokens.upperBound
          index = max(tokens.upperBound, index + 1)
        case .mention(let kind, let tokens):
          if let range = run.range(of: tokens) {
            findings.mentions.append(NumberMention(range: range, kind: kind))
          }
          floor = tokens.upperBound
          index = max(tokens.upperBound, index + 1)
        case .nothing(let end): index = max(end, index + 1)
        }
      }
    }
    context.settle(&findings.figures)
    return findings
  }

  private static let anchors = NumberReader.anchors.union(.factorVerb)

  private func isAddressStart(_ token: Token, _ words: WordReader) -> Bool {
    switch token.coreUpper - token.lower {
    case 3: words.matches(token, "www")
    case 4: words.matches(token, "http")
    case 5: words.matches(token, "https")
    default: false
    }
  }

  /// The token after an address of the web: the first one with white space before.
  private func addressEnd(_ index: Int, _ upper: Int) -> Int {
    var end = index + 1
    while end < upper, !text.tokens[end].hasSpaceBefore { end += 1 }
    return end
  }
}
