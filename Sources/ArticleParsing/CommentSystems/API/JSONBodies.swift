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
}

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
        flags.formUnion(RemovalNotice.flags(ofBracketed: JSONBodies.text(words, markup)))
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

/// The bodies of a thread, left in their JSON strings until somebody reads them.
struct JSONBodies: CommentBodySource {
  /// Where a body is, in eight bytes: a long thread keeps one for every comment.
  private struct Place {
    var start: UInt32
    /// The number of bytes, and in the upper four bits what is there.
    var countAndKind: UInt32
  }

  private static let longest = 1 << 28 - 1
  private static let composedKind: UInt32 = 14
  private static let noneKind: UInt32 = 15

  private let source: SourceBytes
  /// How many bytes stand before the JSON text in the source: its byte order mark.
  private let offset: Int
  private var places: [Place] = []
  private var composed: [RichText] = []

  /// Makes an empty list of bodies that stand in `source`, `offset` bytes further on than their ranges say.
  init(source: SourceBytes, offset: Int, capacity: Int) {
    self.source = source
    self.offset = offset
    places.reserveCapacity(capacity)
  }

  var count: Int { places.count }

  /// Appends the next comment's body.
  mutating func append(_ body: JSONBody) {
    switch body {
    case .none: places.append(Place(start: 0, countAndKind: Self.noneKind << 28))
    case .string(let range, let markup):
      let count = UInt32(min(range.count, Self.longest))
      places.append(
        Place(
          start: UInt32(truncatingIfNeeded: range.lowerBound + offset),
          countAndKind: UInt32(markup.rawValue) << 28 | count))
    case .composed(let text):
      places.append(Place(start: UInt32(composed.count), countAndKind: Self.composedKind << 28))
      composed.append(text)
    }
  }

  func body(at index: Int) -> RichText {
    let place = places[index]
    let kind = place.countAndKind >> 28
    if kind == Self.composedKind { return composed[Int(place.start)] }
    guard let markup = JSONMarkup(rawValue: UInt8(truncatingIfNeeded: kind)) else { return RichText() }
    return source.withBytes { bytes in
      let start = min(Int(place.start), bytes.count)
      let end = min(bytes.count, start + Int(place.countAndKind & UInt32(Self.longest)))
      return Self.text(UnsafeBufferPointer(rebasing: bytes[start..<end]), markup)
    }
  }

  /// The words of a JSON string, still escaped.
  static func text(_ escaped: UnsafeBufferPointer<UInt8>, _ markup: JSONMarkup) -> RichText {
    var words: [UInt8] = []
    words.reserveCapacity(escaped.count)
    JSONString.append(escaped, to: &words)
    return words.withUnsafeBufferPointer { text(unescaped: $0, markup) }
  }

  /// The words of a text in a markup.
  static func text(unescaped words: UnsafeBufferPointer<UInt8>, _ markup: JSONMarkup) -> RichText {
    switch markup {
    case .html: return PageReader.bodyText(ofHTMLFragment: words)
    case .markdown: return MarkdownReader.read(words)
    case .plain: return PlainLines.read(words)
    case .escapedHTML:
      let fragment = CharacterReferences.resolved(words)
      return fragment.withUnsafeBufferPointer { PageReader.bodyText(ofHTMLFragment: $0) }
    case .escapedMarkdown:
      return CharacterReferences.resolved(words).withUnsafeBufferPointer { MarkdownReader.read($0) }
    }
  }
}
