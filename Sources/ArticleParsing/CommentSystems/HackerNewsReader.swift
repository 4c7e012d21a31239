import ArticleModel
import TerminalText

/// Reads a Hacker News item as the site's search API answers it: one object, its replies nested in `children`.
///
/// The bytes are indexed in one pass; the comments' texts stay encoded (`HackerNewsBodies`). Members may come in any
/// order. An answer that was cut off gives the comments before the cut.
struct HackerNewsReader: ArticleReader {
  static var format: InputFormat { .hackerNews }

  private static let members: [StaticString] = [
    "\"children\"", "\"story_id\"", "\"parent_id\"", "\"author\"", "\"text\"", "\"title\"",
  ]

  /// Whether the bytes are JSON with a member of an item.
  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool {
    decoder.withUTF8(bytes) { utf8 in
      JSONScanner.isPlausible(utf8) && Self.members.contains { ASCII.find($0, in: utf8, from: 0) != nil }
    }
  }

  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    // JSON is UTF-8; anything else announces itself in its first two bytes. The check must not walk 50 MB.
    let isWide = bytes.withBytes { $0.count > 1 && ($0[0] == 0 || $0[1] == 0 || $0[0] >= 0xFE) }
    guard isWide else { return read(bytes, location: request.location) }
    return read(SourceBytes(decoder.withUTF8(bytes) { Array($0) }), location: request.location)
  }

  /// Reads an item as an article: the story is the article, its replies are the thread.
  ///
  /// - Complexity: O(number of bytes), whatever the nesting.
  func read(_ bytes: SourceBytes, location: ArticleSource.Location) -> Article {
    bytes.withBytes { all in
      let readable = UnsafeBufferPointer(rebasing: all.prefix(Int(UInt32.max) - 1))
      var index = HackerNewsIndex(readable)
      index.run()
      return article(from: &index, bytes: bytes, location: location)
    }
  }

  private func article(
    from index: inout HackerNewsIndex, bytes: SourceBytes, location: ArticleSource.Location
  ) -> Article {
    let source = ArticleSource(location: location, format: .hackerNews, commentSystem: "hacker-news")
    let story = index.story
    var article = Article(source: source)
    article.site = "Hacker News"
    article.byline = index.line(story.author)
    article.published = story.posted.map { Timestamp(seconds: $0) }
    article.title =
      index.line(story.title) ?? article.byline.map { "Comment by \($0)" }
    article.body = body(of: story, in: index)
    let ending = index.ending
    var thread = index.finish(source: bytes)
    switch ending {
    case .complete: break
    case .truncated:
      let reason = "The file ends in the middle of the discussion."
      thread.note = ThreadNote(missing: nil, reason: reason)
      article.diagnostics.append(
        Diagnostic(severity: .warning, message: reason, place: "comment \(thread.count)"))
    case .malformed(let offset):
      let reason = "The file is not valid JSON; what follows the damage is missing."
      thread.note = ThreadNote(missing: nil, reason: reason)
      article.diagnostics.append(Diagnostic(severity: .warning, message: reason, place: "byte \(offset)"))
    }
    article.thread = thread
    return article
  }

  /// The story's own words, or a line that says where they are.
  private func body(of story: HackerNewsIndex.Story, in index: HackerNewsIndex) -> RichText {
    if let text = story.text {
      let words = HackerNewsBodies.text(index.bytes(text))
      if !words.blocks.isEmpty { return words }
    }
    guard let address = index.line(story.address), !address.isEmpty else { return RichText() }
    var builder = RichTextBuilder()
    builder.begin(.paragraph)
    builder.append("The article is at ")
    builder.openLink(to: address)
    builder.append(address)
    builder.closeInline()
    return builder.finish()
  }
}
