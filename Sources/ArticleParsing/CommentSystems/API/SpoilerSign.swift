import Glibc

/// Tells comments some of whose words are hidden until a reader asks for them.
///
/// Reddit writes `>!words!<`, or a `span` of class `md-spoiler-text`; Discourse a `span` or `div` of class `spoiler` or
/// `spoiled`, or `[spoiler]`; Lemmy a fence of three colons.
enum SpoilerSign {
  private typealias Sign = (first: UInt8, words: [[UInt8]])

  private static let markdown: [Sign] = [
    (UInt8(ascii: "!"), bytes(["!<", "!&lt;"])),
    (UInt8(ascii: ":"), bytes(["::: spoiler", ":::spoiler"])),
    (UInt8(ascii: "["), bytes(["[spoiler"])),
  ]
  private static let html: [Sign] = [
    (UInt8(ascii: "\""), bytes([#""spoiler"#, #""spoiled"#, #""md-spoiler"#])),
    (UInt8(ascii: "["), bytes(["[spoiler"])),
  ]

  private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  /// Whether the words, escaped as in JSON, have a sign.
  ///
  /// - Complexity: O(number of bytes), at the speed of memory where the first bytes of signs are rare.
  static func isFound(in words: UnsafeBufferPointer<UInt8>, _ markup: JSONMarkup) -> Bool {
    switch markup {
    case .plain: false
    case .html, .escapedHTML: html.contains { isFound($0, in: words) }
    case .markdown, .escapedMarkdown: markdown.contains { isFound($0, in: words) }
    }
  }

  private static func isFound(_ sign: Sign, in words: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = words.baseAddress else { return false }
    var position = 0
    while position < words.count,
      let found = memchr(base + position, Int32(sign.first), words.count - position)
    {
      let start = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      let isPresent = sign.words.contains { word in
        start + word.count <= words.count && memcmp(found, word, word.count) == 0
      }
      if isPresent { return true }
      position = start + 1
    }
    return false
  }
}
