import ArticleModel

/// How the words in a JSON string are marked up.
enum JSONMarkup: UInt8 {
  /// A fragment of HTML.
  case html
  /// Markdown.
  case markdown
  /// Text whose line breaks count.
  case plain
  /// A fragment of HTML whose signs were made character references once more.
  case escapedHTML
  /// Markdown whose signs were made character references.
  case escapedMarkdown

  /// The text of a JSON string, still escaped, that is marked up so.
  ///
  /// - Complexity: O(number of bytes).
  func text(ofEscaped escaped: UnsafeBufferPointer<UInt8>) -> RichText {
    var words: [UInt8] = []
    words.reserveCapacity(escaped.count)
    JSONString.append(escaped, to: &words)
    return words.withUnsafeBufferPointer { text(of: $0) }
  }

  /// The text of words that are marked up so.
  ///
  /// - Complexity: O(number of bytes).
  func text(of words: UnsafeBufferPointer<UInt8>) -> RichText {
    switch self {
    case .html: return HTMLFragmentReader.read(words)
    case .markdown: return MarkdownReader.read(words)
    case .plain: return PlainLines.read(words)
    case .escapedHTML:
      return CharacterReferences.resolved(words).withUnsafeBufferPointer(HTMLFragmentReader.read)
    case .escapedMarkdown:
      return CharacterReferences.resolved(words).withUnsafeBufferPointer { MarkdownReader.read($0) }
    }
  }
}
