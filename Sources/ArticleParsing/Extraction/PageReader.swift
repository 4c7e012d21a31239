import ArticleModel

/// Reads a web page.
struct PageReader {
  /// The text of a fragment of HTML, such as a comment body from an API.
  ///
  /// - Complexity: O(number of bytes).
  static func bodyText(ofHTMLFragment utf8: UnsafeBufferPointer<UInt8>) -> RichText {
    HTMLFragmentReader.read(utf8)
  }
}
