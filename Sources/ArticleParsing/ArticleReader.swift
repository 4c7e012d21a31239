import ArticleModel

/// Reads the bytes of one format into an article.
///
/// A reader never fails: it delivers the best article it can, with diagnostics. It gets the raw bytes, so that a
/// large source need not be copied, and the decoder that knows what the transport declared.
protocol ArticleReader: Sendable {
  /// The format this reader reads.
  static var format: InputFormat { get }

  /// Whether `readAll` stops at its limit; else it reads all articles, and their number is known.
  static var stopsEarly: Bool { get }

  /// Whether there is anything of the format in the bytes; asked only when somebody says so and the first bytes do not.
  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool

  /// Reads the bytes; of several articles the first.
  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article

  /// Reads the articles of the bytes, at least one; no more than `limit` of them are needed.
  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest, limit: Int) -> [Article]

  /// The stretches of the bytes that each article can be read from alone, in the order of `readAll`; none when the format
  /// keeps its articles together.
  func cuts(in bytes: UnsafeBufferPointer<UInt8>, request: ParseRequest) -> [[Range<Int>]]
}

extension ArticleReader {
  static var stopsEarly: Bool { false }

  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool { true }

  func cuts(in bytes: UnsafeBufferPointer<UInt8>, request: ParseRequest) -> [[Range<Int>]] { [] }

  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest, limit: Int) -> [Article] {
    [read(bytes, decoder: decoder, request: request)]
  }
}

/// A reader of a format that holds many articles: a feed, an export, a mailbox, an archive.
protocol ArticleCollectionReader: ArticleReader {}

extension ArticleCollectionReader {
  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    readAll(bytes, decoder: decoder, request: request, limit: 1)[0]
  }
}
