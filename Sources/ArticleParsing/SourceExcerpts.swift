import ArticleModel

/// The bytes that single articles of a source can be read from without the rest of it.
///
/// A library keeps its source with every article; of a mailbox of thousands of messages that is one discussion, and of an
/// archive one page. What is cut out is read before it is believed: it counts only when it gives the same article.
public struct SourceExcerpts: Sendable {
  private let bytes: SourceBytes
  private let request: ParseRequest
  /// The stretches that belong to each article; none where they cannot be told.
  private let cuts: [[Range<Int>]]

  /// The most bytes that are read beyond those of the source, because they belong to all of its articles.
  private static let mostRepeated = 512 << 20

  init(bytes: SourceBytes, request: ParseRequest, cuts: [[Range<Int>]]) {
    self.bytes = bytes
    self.request = request
    let total = cuts.reduce(0) { $1.reduce($0) { $0 + $1.count } }
    self.cuts = total <= bytes.count + Self.mostRepeated ? cuts : []
  }

  /// The bytes of an article of the source.
  ///
  /// - Parameters:
  ///   - index: Its place among the articles of the source.
  ///   - article: What was read of it.
  /// - Returns: Bytes that give this article and no other one; `nil` when the whole source is needed for it.
  /// - Complexity: O(length of the article and of what its source has in common for all).
  public func bytes(of index: Int, _ article: Article) -> [UInt8]? {
    guard cuts.indices.contains(index), !cuts[index].isEmpty else { return nil }
    let excerpt = bytes.withBytes { all in cuts[index].flatMap { all[$0] } }
    var alone = request
    alone.bytes = SourceBytes(excerpt)
    alone.article = nil
    guard let read = try? ArticleParser().parseAll(alone), read.count == 1,
      read[0].id == article.id, read[0].title == article.title, read[0].canonical == article.canonical,
      read[0].thread?.count == article.thread?.count
    else { return nil }
    return excerpt
  }
}

extension ArticleParser {
  /// How the articles of a source can be cut out of it.
  ///
  /// - Parameters:
  ///   - request: What `parseAll` was asked.
  ///   - count: How many articles it gave.
  /// - Returns: The excerpts; empty where the format keeps its articles together.
  /// - Complexity: O(number of bytes).
  public func excerpts(_ request: ParseRequest, count: Int) -> SourceExcerpts {
    guard count > 1, let (inner, _) = try? Self.unpacked(request), let reader = try? reader(for: inner) else {
      return SourceExcerpts(bytes: request.bytes, request: request, cuts: [])
    }
    let cuts = inner.bytes.withBytes { reader.cuts(in: $0, request: inner) }
    return SourceExcerpts(bytes: inner.bytes, request: inner, cuts: cuts.count == count ? cuts : [])
  }
}
