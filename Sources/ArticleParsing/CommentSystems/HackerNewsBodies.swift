import ArticleModel

/// The bodies of a Hacker News thread, left in their JSON strings until somebody reads them.
struct HackerNewsBodies: CommentBodySource {
  /// Where the text of one comment stands in the source, between its quotation marks.
  ///
  /// 32-bit because there is one for every comment; the reader reads no more than 4 GiB.
  struct RawRange {
    /// The first byte.
    var start: UInt32
    /// The number of bytes.
    var count: UInt32

    /// The range of a comment without text.
    static let none = RawRange(start: .max, count: 0)
    /// Whether the source gives a text.
    var isPresent: Bool { start != .max }
  }

  private let source: SourceBytes
  private let ranges: [RawRange]

  init(source: SourceBytes, ranges: [RawRange]) {
    self.source = source
    self.ranges = ranges
  }

  var count: Int { ranges.count }

  func body(at index: Int) -> RichText {
    let range = ranges[index]
    guard range.isPresent else { return RichText() }
    return source.withBytes { bytes in
      let end = min(bytes.count, Int(range.start) + Int(range.count))
      guard Int(range.start) < end else { return RichText() }
      return Self.text(UnsafeBufferPointer(rebasing: bytes[Int(range.start)..<end]))
    }
  }

  /// The text of a JSON string that holds a fragment of HTML.
  static func text(_ escaped: UnsafeBufferPointer<UInt8>) -> RichText {
    var fragment: [UInt8] = []
    fragment.reserveCapacity(escaped.count)
    JSONString.append(escaped, to: &fragment)
    return fragment.withUnsafeBufferPointer { HTMLFragmentReader.read($0) }
  }
}
