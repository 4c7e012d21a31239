import ArticleModel
import TerminalText
import XMLTree

/// Reads lists of feeds (OPML 1 and 2): each feed stands as an article that says where the feed is.
struct FeedListReader: ArticleCollectionReader {
  static let format = InputFormat.opml

  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool {
    decoder.withUTF8(bytes, isMarkup: true) { utf8 in
      ASCII.find("<opml", in: utf8, from: 0) != nil || ASCII.find("<outline", in: utf8, from: 0) != nil
    }
  }

  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest, limit: Int) -> [Article] {
    decoder.withUTF8(bytes, isMarkup: true) { utf8 in
      var diagnostics: [Diagnostic] = []
      let document = XMLSource.document(utf8, diagnostics: &diagnostics)
      let source = ArticleSource(location: request.location, format: Self.format)
      var articles = Self.feeds(in: document, source: source)
      if articles.isEmpty {
        articles = [Article(source: source, title: Self.title(of: document))]
        diagnostics.append(Diagnostic(severity: .warning, message: "The list names no feeds."))
      }
      articles[0].diagnostics += diagnostics
      return articles
    }
  }

  /// What the list calls itself.
  static func title(of document: XMLDocument) -> String? {
    guard let root = document.root, let head = document.child(of: root, named: "head") else { return nil }
    return document.plainLine("title", of: head)
  }

  private static func feeds(in document: XMLDocument, source: ArticleSource) -> [Article] {
    guard let root = document.root else { return [] }
    var articles: [Article] = []
    // Nodes are in pre-order: the groups that are open are those that have not ended.
    var groups: [(end: Int, name: String)] = []
    for node in document.subtree(of: root) where document.name(of: node) == "outline" {
      while let last = groups.last, last.end <= node { groups.removeLast() }
      let name = line("title", of: node, document) ?? line("text", of: node, document)
      if let address = line("xmlurl", of: node, document) {
        articles.append(
          feed(named: name, at: address, in: groups.map(\.name), node: node, document, source: source))
      } else if let name, groups.count < deepest {
        groups.append((document.subtree(of: node).upperBound, name))
      }
    }
    return articles
  }

  /// Groups below that many others are not told.
  private static let deepest = 8

  private static func feed(
    named name: String?, at address: String, in groups: [String], node: Int, _ document: XMLDocument,
    source: ArticleSource
  ) -> Article {
    var article = Article(source: source, title: name ?? address)
    article.canonical = address
    article.site = groups.isEmpty ? nil : groups.joined(separator: " / ")
    article.language = FeedText.language(line("language", of: node, document))
    if let words = line("description", of: node, document) {
      var builder = RichTextBuilder()
      builder.begin(.paragraph)
      builder.append(words)
      article.body = builder.finish()
    }
    article.body.append(LinkParagraph.text("The feed is at ", address))
    if let site = line("htmlurl", of: node, document) {
      article.body.append(LinkParagraph.text("Its site is at ", site))
    }
    return article
  }

  private static func line(_ name: String, of node: Int, _ document: XMLDocument) -> String? {
    document.cleanAttribute(name, of: node).flatMap { $0.isEmpty ? nil : $0 }
  }
}
