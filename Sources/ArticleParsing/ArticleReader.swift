import ArticleModel

/// Reads the bytes of one format into an article.
///
/// A reader never fails: it delivers the best article it can, with diagnostics. It gets the raw bytes, so that a
/// large source need not be copied, and the decoder that knows what the transport declared.
protocol ArticleReader: Sendable {
  /// The format this reader reads.
  static var format: InputFormat { get }

  /// Reads the bytes; of several articles the one that the request asks for, else the first.
  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article

  /// Reads all articles of the bytes, at least one.
  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> [Article]
}

extension ArticleReader {
  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> [Article] {
    [read(bytes, decoder: decoder, request: request)]
  }
}

/// A reader of a format that holds many articles: a feed, an export, a mailbox.
protocol ArticleCollectionReader: ArticleReader {}

extension ArticleCollectionReader {
  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    var articles = readAll(bytes, decoder: decoder, request: request)
    guard articles.count > 1 else { return articles.removeFirst() }
    let number = min(max(request.article ?? 1, 1), articles.count)
    var article = articles[number - 1]
    article.diagnostics.append(
      Diagnostic(
        severity: .note,
        message:
          "This is article \(number) of \(articles.count) in the source; --article N opens another one."))
    return article
  }
}
