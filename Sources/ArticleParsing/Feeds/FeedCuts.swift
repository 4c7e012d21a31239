/// Where the entries of a feed or an export in XML stand in its bytes.
enum FeedCuts {
  /// For each entry the beginning of the file, the entry and the end of the file; nothing when there are no entries.
  ///
  /// Looks at bytes, because the tree of a document does not know its places; what an entry gives alone is read anyway.
  ///
  /// - Complexity: O(number of bytes).
  static func cuts(in bytes: UnsafeBufferPointer<UInt8>) -> [[Range<Int>]] {
    for name in ["item", "entry"] as [StaticString] {
      let entries = elements(name, in: bytes)
      guard let first = entries.first, let last = entries.last else { continue }
      return entries.map { [0..<first.lowerBound, $0, last.upperBound..<bytes.count] }
    }
    return []
  }

  /// The outermost elements of a name, with the prefix of the first, outside of comments and character data.
  private static func elements(_ name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var position = 0
    // The name as it is written, such as `atom:entry`.
    var written: Range<Int>?
    while let mark = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = mark + 1
      if ASCII.matches("<!--", in: bytes, at: mark) {
        guard let end = ASCII.find("-->", in: bytes, from: mark) else { break }
        position = end
      } else if ASCII.matches("<![cdata[", in: bytes, at: mark) {
        guard let end = ASCII.find("]]>", in: bytes, from: mark) else { break }
        position = end
      } else if let from = start {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "/"), let written,
          let closed = tagName(at: position + 1, in: bytes), bytes[closed].elementsEqual(bytes[written]),
          let end = bytes[closed.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        else { continue }
        found.append(from..<end + 1)
        start = nil
        position = end + 1
      } else if let opened = tagName(at: position, in: bytes) {
        let isEntry =
          written.map { bytes[$0].elementsEqual(bytes[opened]) } ?? isNamed(name, bytes, opened)
        guard isEntry else { continue }
        written = opened
        start = mark
      }
    }
    return found
  }

  /// Longer names are those of no entries.
  private static let longestName = 40

  /// The name of the tag that begins at a place, with its prefix.
  private static func tagName(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var end = start
    while end < bytes.count, end - start < longestName, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    return end > start && end < bytes.count ? start..<end : nil
  }

  /// Whether a name is that one behind its prefix.
  private static func isNamed(
    _ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ written: Range<Int>
  ) -> Bool {
    let start = written.upperBound - name.utf8CodeUnitCount
    guard start >= written.lowerBound, ASCII.matches(name, in: bytes, at: start) else { return false }
    return start == written.lowerBound || bytes[start - 1] == UInt8(ascii: ":")
  }
}
