import ArticleModel

/// The words of one comment in a JSON text.
enum JSONBody {
  /// No words.
  case none
  /// A string of the text, between its marks.
  case string(Range<Int>, JSONMarkup)
  /// Words that were put together from several places.
  case composed(RichText)

  /// What the words themselves say: that they are gone, or that some of them are a spoiler.
  ///
  /// - Complexity: O(length of the words).
  func flags(in source: SourceBytes, offset: Int) -> Comment.Flags {
    guard case .string(let range, let markup) = self, !range.isEmpty else { return [] }
    return source.withBytes { bytes in
      let start = min(bytes.count, range.lowerBound + offset)
      let words = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + range.count)])
      var flags = SpoilerSign.isFound(in: words, markup) ? Comment.Flags.spoiler : []
      if words.count <= Self.longestNotice {
        flags.formUnion(RemovalNotice.flags(ofBracketed: markup.text(ofEscaped: words)))
      }
      return flags
    }
  }

  /// Notices in brackets are short: "[deleted]" in a paragraph.
  private static let longestNotice = 40

  /// The words of a value; none when it is no string.
  init(_ value: JSONValue, _ markup: JSONMarkup) {
    self = value.stringRange.map { .string($0, markup) } ?? .none
  }
}
