import ArticleModel

/// Something to be written into a file.
public struct ExportRequest: Hashable, Sendable {
  /// What is written, and how; the name on the command line is also the usual end of the file's name.
  public enum Content: Hashable, Sendable, CaseIterable {
    case articleMarkdown, articleText, articleJSON
    case quotesMarkdown, quotesCSV, quotesJSON
    case figuresMarkdown, figuresCSV, figuresJSON
    case commentsMarkdown, commentsText, commentsCSV, commentsJSON

    /// The name: what, a dot, and the format.
    public var name: String {
      switch self {
      case .articleMarkdown: "article.md"
      case .articleText: "article.txt"
      case .articleJSON: "article.json"
      case .quotesMarkdown: "quotes.md"
      case .quotesCSV: "quotes.csv"
      case .quotesJSON: "quotes.json"
      case .figuresMarkdown: "figures.md"
      case .figuresCSV: "figures.csv"
      case .figuresJSON: "figures.json"
      case .commentsMarkdown: "comments.md"
      case .commentsText: "comments.txt"
      case .commentsCSV: "comments.csv"
      case .commentsJSON: "comments.json"
      }
    }

    /// A name for the file: the article's title, what of it, and the format.
    func fileName(for article: Article) -> String {
      var words = ""
      for character in (article.title ?? "").lowercased() {
        if character.isLetter || character.isNumber, character.utf8.count <= 4 {
          words.append(character)
        } else if character != "'", character != "’", !words.isEmpty, !words.hasSuffix("-") {
          words.append("-")
        }
      }
      if words.count > Self.longestName {
        let start = words.prefix(Self.longestName)
        words = String(start.lastIndex(of: "-").map { start[..<$0] } ?? start)
      }
      if words.hasSuffix("-") { words.removeLast() }
      guard !words.isEmpty else { return name }
      let parts = name.split(separator: ".")
      return words + (parts[0] == "article" ? "" : "-\(parts[0])") + ".\(parts[1])"
    }

    private static let longestName = 48

    /// What it is, for people.
    public var title: String {
      switch self {
      case .articleMarkdown: "The article and its discussion as Markdown"
      case .articleText: "The article and its discussion as text"
      case .articleJSON: "Everything as JSON"
      case .quotesMarkdown: "The quotes with their speakers as Markdown"
      case .quotesCSV: "The quotes with their speakers as CSV"
      case .quotesJSON: "The quotes with their speakers as JSON"
      case .figuresMarkdown: "The figures as a Markdown table"
      case .figuresCSV: "The figures as CSV"
      case .figuresJSON: "The figures as JSON"
      case .commentsMarkdown: "The discussion as Markdown"
      case .commentsText: "The discussion as text"
      case .commentsCSV: "The discussion as CSV"
      case .commentsJSON: "The discussion as JSON"
      }
    }
  }

  /// What is written.
  public var content: Content
  /// The file; one that is there already is not written over.
  public var path: String
}
