import ArticleModel

/// An article's words as a page states them for machines, apart from what it shows.
struct StatedBody {
  /// The text; maybe with markup.
  private let source: String

  init(_ source: String) { self.source = source }

  /// The length in characters, without white space.
  var characters: Int { source.unicodeScalars.count { $0.value > 0x20 } }

  /// The words as blocks: a line is a paragraph, markup is read.
  ///
  /// - Complexity: O(length).
  var text: RichText {
    var copy = source
    let holdsMarkup = copy.utf8.contains(UInt8(ascii: "<"))
    return copy.withUTF8 { bytes in
      if holdsMarkup { return HTMLFragmentReader.read(bytes) }
      var builder = RichTextBuilder()
      for line in bytes.split(separator: 0x0A) {
        builder.begin(.paragraph)
        builder.append(UnsafeBufferPointer(rebasing: line))
      }
      return builder.finish()
    }
  }
}
