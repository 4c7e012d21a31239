import ArticleModel
import TerminalUI

/// The one place that says which scope a part of an article has on screen.
public enum ArticleScopes {
  /// The spans of an article's body: inlines, quotes, quoted words and figures.
  public static func spans(of article: Article) -> [ScopedSpan] {
    var spans = inlines(of: article.body)
    for quote in article.quotes {
      let scope = quote.speaker.map(Scope.speaker) ?? .quoteUnattributed
      for part in quote.parts { spans.append(ScopedSpan(range: part.markedRange, scope: scope)) }
    }
    for words in article.quotedWords { spans.append(ScopedSpan(range: words.range, scope: .quoteWords)) }
    spans += figures(article.figures)
    return spans
  }

  /// The spans of a comment's body.
  public static func spans(of body: RichText, figures: [Figure]) -> [ScopedSpan] {
    inlines(of: body) + Self.figures(figures)
  }

  private static func inlines(of text: RichText) -> [ScopedSpan] {
    text.inlines.map { inline in
      let scope: Scope =
        switch inline.kind {
        case .emphasis: .emphasis
        case .strong: .strong
        case .code: .code
        case .strike: .strike
        case .link: .link
        }
      return ScopedSpan(range: inline.range, scope: scope)
    }
  }

  private static func figures(_ figures: [Figure]) -> [ScopedSpan] {
    figures.map { figure in
      let scope: Scope =
        switch figure.kind {
        case .percent, .percentagePoint: .figurePercent
        case .money: .figureMoney
        default: .figure
        }
      return ScopedSpan(range: figure.range, scope: scope)
    }
  }
}
