/// An article with everything the engine knows about it.
///
/// A plain value: parsers make it, analysis adds marks, and readers only look. All ranges in `quotes`,
/// `quotedWords`, `speakers`, `figures` and `numberMentions` lie in `body`.
public struct Article: Sendable {
  /// Where the article came from.
  public var source: ArticleSource
  /// The title, or `nil` when none was found.
  public var title: String?
  /// Who wrote it, as the page says, without "by".
  public var byline: String?
  /// The name of the publication.
  public var site: String?
  /// When it was published.
  public var published: Timestamp?
  /// The publication date as printed.
  public var publishedText: String?
  /// The language as a BCP 47 tag (`en`, `de-AT`), or `nil` when unknown.
  public var language: String?
  /// The address that the page gives as its own, without what only one visit has; `nil` when it gives none.
  public var canonical: String?
  /// The article's words and structure.
  public var body: RichText
  /// What the page carries besides article and comments, in page order.
  public var boilerplate: [Boilerplate]
  /// Everybody the article quotes, in order of first quote.
  public var speakers: [Speaker]
  /// The quotes, ordered by their first part.
  public var quotes: [Quote]
  /// Words in quotation marks that are no speech, in reading order.
  public var quotedWords: [QuotedWords]
  /// The figures, in reading order.
  public var figures: [Figure]
  /// The numbers that state no quantity, such as dates, in reading order; they are kept and not shown.
  public var numberMentions: [NumberMention]
  /// The discussion, or `nil` when the source carries none.
  public var thread: CommentThread?
  /// Links from passages of comments to passages of the article.
  public var references: [ArticleReference]
  /// What comments quote that neither the article nor another comment has.
  public var unmatchedQuotations: [UnmatchedQuotation]
  /// What went wrong or was left out while reading.
  public var diagnostics: [Diagnostic]

  /// Makes an article; everything but the source may be filled in later.
  public init(source: ArticleSource, title: String? = nil, body: RichText = RichText()) {
    self.source = source
    self.title = title
    self.body = body
    boilerplate = []
    speakers = []
    quotes = []
    quotedWords = []
    figures = []
    numberMentions = []
    references = []
    unmatchedQuotations = []
    diagnostics = []
  }

  /// A short identifier derived from the words: equal articles have equal identifiers.
  ///
  /// The 64-bit FNV-1a hash of the body, in hexadecimal.
  ///
  /// - Complexity: O(length of the body).
  public var id: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in body.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return "a" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
