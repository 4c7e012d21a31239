import ArticleLibrary
import ArticleModel
import ArticleParsing
import ArticleSources

/// The articles of a source that holds several, as a library keeps them: each with the bytes of its own where they can be
/// cut out of the source, else with all of it and its number.
struct KeptEntries {
  private let source: SourcePart
  private let excerpts: SourceExcerpts
  private let count: Int
  private var whole: PackedPart?

  /// The most bytes that the copies of one source may take, compressed, when it is kept with each of its articles.
  private static let mostCopied = 256 << 20

  /// Prepares the articles of a source.
  ///
  /// - Parameters:
  ///   - source: The source, with its bytes.
  ///   - count: How many articles it holds.
  init(_ source: SourcePart, count: Int) {
    self.source = source
    self.count = count
    excerpts = ArticleParser().excerpts(ArticleAssembly.request(source), count: count)
  }

  /// One of the articles.
  ///
  /// - Parameters:
  ///   - index: Its place in the source.
  ///   - read: The article as the source gives it.
  ///   - analyzed: The article with its marks.
  ///   - key: What it is known by.
  ///   - discussions: Further discussions of it.
  /// - Returns: The article; `nil` when its source is too large to be kept with each.
  mutating func article(
    _ index: Int, _ read: Article, analyzed: Article, key: String, discussions: [PackedPart] = []
  ) -> KeptArticle? {
    guard let part = part(index, read) else { return nil }
    var kept = KeptArticle(
      analyzed, key: key, address: read.canonical ?? source.address ?? ReadingSource.pipeName,
      sources: [part] + discussions)
    // The name of the source would be that of all its articles.
    if analyzed.title?.isEmpty ?? true { kept.title = CollectionContents.title(of: read) }
    return kept
  }

  private mutating func part(_ index: Int, _ article: Article) -> PackedPart? {
    var part = source
    if let own = excerpts.bytes(of: index, article) {
      // These bytes are nobody's answer.
      (part.bytes, part.entityTag, part.lastModified) = (own, nil, nil)
      return PackedPart(part)
    }
    guard source.bytes.count <= ArticleCollection.keptSize else { return nil }
    let packed = whole ?? PackedPart(source)
    whole = packed
    guard packed.keptSize <= Self.mostCopied / max(1, count) else { return nil }
    return packed.of(article: index + 1)
  }
}
