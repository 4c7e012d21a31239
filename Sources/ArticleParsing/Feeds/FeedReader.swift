import ArticleModel
import XMLTree

/// Reads feeds and exports in XML: each entry an article, comments in threads under what they answer.
struct FeedReader: ArticleCollectionReader {
  static let format = InputFormat.feed

  private static let elements: [StaticString] = [
    "<rss", "<rdf", "<feed", "<channel", "<disqus", "<item", "<entry", ":rdf", ":feed", ":entry",
  ]

  /// A name alone is no reason to refuse: where a feed should be, servers have pages, which can be read.
  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool {
    guard request.format == Self.format else { return true }
    return decoder.withUTF8(bytes, isMarkup: true) { utf8 in
      Self.elements.contains { ASCII.find($0, in: utf8, from: 0) != nil }
    }
  }

  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest, limit: Int) -> [Article] {
    decoder.withUTF8(bytes, isMarkup: true) { utf8 in
      var diagnostics: [Diagnostic] = []
      let document = XMLSource.document(utf8, diagnostics: &diagnostics)
      let source = ArticleSource(location: request.location, format: Self.format)
      var articles = Self.articles(of: document, source: source)
      if articles.isEmpty {
        var page = PageReader().read(utf8: utf8, location: request.location)
        page.diagnostics.append(
          Diagnostic(
            severity: .warning, message: "The file is neither a feed nor an export; it was read as a page."))
        articles = [page]
      }
      articles[0].diagnostics += diagnostics
      return articles
    }
  }

  func cuts(in bytes: UnsafeBufferPointer<UInt8>, request: ParseRequest) -> [[Range<Int>]] {
    FeedCuts.cuts(in: bytes)
  }

  /// The articles of a document; none when it is no feed.
  private static func articles(of document: XMLDocument, source: ArticleSource) -> [Article] {
    guard let root = document.root, let name = document.name(of: root) else { return [] }
    switch name {
    case "disqus": return DisqusExport(document, root: root, source: source).articles()
    case "rss", "rdf:rdf", "channel":
      if let export = WordPressExport(document, root: root, source: source) { return export.articles() }
      return FeedArticles(RSSFeed.feed(document, root: root), source: source).articles()
    case "atom:feed", "feed", "atom:entry", "entry":
      return FeedArticles(AtomFeed.feed(document, root: root), source: source).articles()
    default: return []
    }
  }
}
