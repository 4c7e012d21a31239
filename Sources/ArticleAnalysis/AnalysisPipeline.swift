import ArticleModel

/// Finds the quotes, speakers and figures of articles and comments.
///
/// Rules only: the same words always give the same marks, and every mark carries the rule that found it. The text is
/// read as bytes, once into tokens, and every rule looks a bounded distance around its token, so time grows linearly.
public struct AnalysisPipeline: Sendable {
  /// Makes a pipeline.
  public init() {}

  /// Fills in the quotes, quoted words, speakers, figures and other numbers of an article from its body.
  ///
  /// Marks that the article had before are replaced. A language without word lists adds a diagnostic. Figures inside a quote know its index.
  ///
  /// - Complexity: O(length of the body).
  /// - Parameter article: The article; only its body and language are read.
  public func analyze(_ article: inout Article) {
    let language = Language.named(article.language ?? LanguageGuess.tag(of: article.body))
    let text = TokenizedText(article.body, language: language)
    var finder = QuoteFinder(text: text, language: language)
    let findings = finder.run()
    article.quotes = findings.quotes
    article.quotedWords = findings.quotedWords
    article.speakers = findings.speakers
    let numbers = FigureFinder(text: text, language: language).run()
    article.figures = numbers.figures
    article.numberMentions = numbers.mentions
    placeFiguresInQuotes(&article)
    noteMissingRules(&article, language)
  }

  /// Says once that speakers are told by dashes and colons only, when the article has quotes to say it of.
  private func noteMissingRules(_ article: inout Article, _ language: Language) {
    guard language.attribution == .signsOnly, !article.quotes.isEmpty else { return }
    let name = article.language.map { "“\($0)”" } ?? "the language of this text"
    let note = Diagnostic(
      severity: .note,
      message: "no verbs of speech are known for \(name); only dashes and colons tell speakers")
    if !article.diagnostics.contains(note) { article.diagnostics.append(note) }
  }

  /// The figures of a text, such as a comment's body, in reading order.
  ///
  /// - Complexity: O(length of the text).
  /// - Parameter text: The text; code blocks are left out.
  /// - Returns: Figures with ranges in `text`.
  public func figures(in text: RichText) -> [Figure] {
    let language = Language.english
    return FigureFinder(text: TokenizedText(text, language: language), language: language).run().figures
  }

  /// What the comments of an article refer to in it, and which quotations are not from it.
  ///
  /// The article's marks are taken as they are, so `analyze` comes first. Bodies that are still encoded are decoded.
  ///
  /// - Complexity: O(length of the article and of the comments).
  /// - Parameter article: The article, with its marks and its thread.
  /// - Returns: References with ranges in the comments' bodies, by comment; nothing without a thread.
  public func references(of article: Article) -> CommentReferences {
    guard let thread = article.thread, !thread.isEmpty else { return CommentReferences() }
    let language = Language.named(article.language ?? LanguageGuess.tag(of: article.body))
    var finder = ReferenceFinder(article, language: language)
    return finder.run(thread)
  }

  /// Fills in the references and the quotations without a source of an article with marks and a thread.
  ///
  /// - Complexity: O(length of the article and of the comments).
  public func addReferences(to article: inout Article) {
    let found = references(of: article)
    article.references = found.references
    article.unmatchedQuotations = found.unmatched
  }

  /// The canonical name of a unit in any of its spellings: `km` for "kilometres", `USD` for "dollars".
  ///
  /// - Parameter spelling: The unit as texts write it.
  /// - Returns: The name that figures carry, or `nil` when no unit is spelled so.
  public static func unitName(_ spelling: String) -> String? {
    let utf8 = Array(spelling.utf8)
    guard let unit = Language.english.units.unit(utf8, 0, utf8.count), !unit.name.isEmpty else { return nil }
    return unit.name
  }

  /// Tells each figure the quote around it; both lists are walked once.
  private func placeFiguresInQuotes(_ article: inout Article) {
    var parts: [(range: TextRange, quote: Int)] = []
    for (index, quote) in article.quotes.enumerated() {
      for part in quote.parts { parts.append((part.range, index)) }
    }
    parts.sort { $0.range.lower < $1.range.lower }
    var position = 0
    for index in article.figures.indices {
      let range = article.figures[index].range
      while position < parts.count, parts[position].range.upper <= range.lower { position += 1 }
      if position < parts.count, parts[position].range.contains(Int(range.lower)) {
        article.figures[index].quote = parts[position].quote
      }
    }
  }
}
