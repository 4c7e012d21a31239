import ArticleModel

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
      return markup.text(ofEscaped: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }
}
