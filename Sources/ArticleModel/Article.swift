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

/// Where an article came from and how it was read.
public struct ArticleSource: Hashable, Sendable {
  /// The place of the bytes.
  public enum Location: Hashable, Sendable {
    /// A file, by the path the user gave.
    case path(String)
    /// An address on the web.
    case url(String)
    /// Standard input, or bytes handed over by a program.
    case stream
    /// The sample that ships with the program.
    case sample

    /// A name for it: the last part of a path, an address, or a word.
    public var name: String {
      switch self {
      case .path(let path): path.split(separator: "/").last.map(String.init) ?? path
      case .url(let url): url
      case .stream: "standard input"
      case .sample: "sample"
      }
    }
  }

  /// The place of the bytes.
  public var location: Location
  /// The format the bytes were read as.
  public var format: InputFormat
  /// The comment system that the thread was read with (`wordpress`, `hacker-news`), or `nil`.
  public var commentSystem: String?

  /// Makes a source.
  public init(location: Location, format: InputFormat, commentSystem: String? = nil) {
    self.location = location
    self.format = format
    self.commentSystem = commentSystem
  }
}

/// The formats that can be read; the raw value is the name on the command line.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  /// A web page.
  case html
  /// Plain text, or a text dump of a page.
  case text
  /// A feed or an export of articles and comments in XML: RSS, Atom, WordPress, Blogger, Disqus.
  case feed
  /// A list of feeds (OPML), as feed readers export it.
  case opml
  /// A mailbox, or a single message of mail.
  case mail
  /// A page with its pictures in one file, as browsers save it (MHTML).
  case mhtml
  /// Markdown.
  case markdown
  /// Pages of the web in an archive (WARC).
  case warc
  /// A Hacker News item as its search API answers it.
  case hackerNews = "hn"
  /// JSON: the answer of another comment system, a feed, or an article or discussion of unknown shape.
  case json
}

/// A stretch of a page that is neither article nor comment: a form, a menu, a notice.
public struct Boilerplate: Hashable, Sendable {
  /// The words.
  public var text: String
  /// The index of the article's block that it came after, or `nil` when it stood before the first.
  public var afterBlock: Int?
  /// Why it was set aside.
  public var evidence: Evidence

  /// Makes a stretch of boilerplate.
  public init(text: String, afterBlock: Int?, evidence: Evidence) {
    self.text = text
    self.afterBlock = afterBlock
    self.evidence = evidence
  }
}

/// Something the reader should know about how the source was read.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Nothing is missing.
    case note
    /// Something is missing or doubtful.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// What happened, in words for the user; one line.
  public var message: String
  /// Where it happened, in words ("line 40", "comment 12"), or `nil`.
  public var place: String?

  /// Makes a diagnostic.
  public init(severity: Severity, message: String, place: String? = nil) {
    self.severity = severity
    self.message = message
    self.place = place
  }
}
