import ArticleModel

/// Reads the bytes of one format into an article.
///
/// A reader never fails: it delivers the best article it can, with diagnostics. It gets the raw bytes, so that a
/// large source need not be copied, and the decoder that knows what the transport declared.
protocol ArticleReader: Sendable {
  /// The format this reader reads.
  static var format: InputFormat { get }

  /// Reads the bytes.
  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article
}
