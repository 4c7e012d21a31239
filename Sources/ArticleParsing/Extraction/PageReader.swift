import ArticleModel

/// Reads a web page: the comments first, because what finds articles would throw them away; then the article.
struct PageReader: ArticleReader {
  static var format: InputFormat { .html }

  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    decoder.withUTF8(bytes, isMarkup: true) { read(utf8: $0, location: request.location) }
  }

  /// Reads a page as an article; what is neither article nor comment becomes boilerplate.
  ///
  /// - Parameters:
  ///   - utf8: The page, decoded to UTF-8.
  ///   - location: Where it came from; an address makes links complete.
  /// - Returns: The best article that can be had; never fails.
  func read(utf8: UnsafeBufferPointer<UInt8>, location: ArticleSource.Location) -> Article {
    var article = Article(source: ArticleSource(location: location, format: .html))
    let document = HTMLParser.parse(utf8, diagnostics: &article.diagnostics)
    let base = Self.base(of: document, location: location)
    let page = Self.nodes(of: document)
    let found = Self.comments(page, base: base)
    article.source.commentSystem = found.system
    article.thread = found.thread
    let selection = ArticleSelection(page, threads: page.isForum ? [] : found.containers)
    var address: String?
    if case .url(let url) = location { address = url }
    let metadata = PageMetadata(page, selection: selection, threads: found.containers, address: address)
    article.title = metadata.title
    article.byline = metadata.byline
    article.site = metadata.site
    article.published = metadata.published
    article.publishedText = metadata.publishedText
    article.language = metadata.language
    let writer = ArticleWriter(page, selection: selection, threads: found.containers, base: base)
    article.body = writer.body
    article.boilerplate = writer.boilerplate
    return article
  }

  /// The text of a fragment of HTML, such as a comment body from an API.
  ///
  /// - Complexity: O(number of bytes).
  static func bodyText(ofHTMLFragment utf8: UnsafeBufferPointer<UInt8>) -> RichText {
    HTMLFragmentReader.read(utf8)
  }

  /// The nodes of a page; when a browser with scripts shows nearly nothing, with what is meant for others.
  static func nodes(of document: HTMLDocument) -> PageNodes {
    let page = PageNodes(document)
    guard page.plainLength(of: page.body) < 1500 else { return page }
    let whole = PageNodes(document, readsNoscript: true)
    return whole.plainLength(of: whole.body) > page.plainLength(of: page.body) + 300 ? whole : page
  }

  /// The thread of a page and the elements that hold it.
  private static func comments(
    _ page: PageNodes, base: String?
  ) -> (system: String?, thread: CommentThread?, containers: [Int]) {
    let document = page.document
    guard let system = CommentSystemRegistry.systems.first(where: { $0.matches(document) }) else {
      return (nil, nil, [])
    }
    let found = system.thread(from: document, base: base)
    return (system.name, found.thread, found.containers)
  }

  /// The elements that hold the comments of a page.
  static func threads(_ page: PageNodes) -> [Int] {
    page.isForum ? [] : comments(page, base: nil).containers
  }

  /// The address that the page's links are relative to.
  private static func base(of document: HTMLDocument, location: ArticleSource.Location) -> String? {
    var address: String?
    if case .url(let url) = location { address = url }
    let element = document.nodes.indices.first { document.tag($0) == .base }
    guard let element, let stated = document.attribute("href", of: element), !stated.isEmpty else {
      return address
    }
    let resolved = HTMLLink.resolve(stated, base: address)
    return HTMLLink.isSafe(Array(resolved.utf8)) ? resolved : address
  }
}
