import ArticleModel

/// By what feeds and exports in XML are told: their root element.
enum FeedSigns {
  private static let roots: [StaticString] = ["rss", "rdf:rdf", "feed", "disqus", "channel"]

  /// What the root element at the beginning of the bytes stands for: a feed or an export, or a list of feeds.
  static func format(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> InputFormat? {
    guard let beginning = beginning(of: bytes, from: start),
      var position = MarkupProlog.end(in: bytes, from: beginning)
    else { return nil }
    let hasDeclaration = position > beginning
    if ASCII.matches("<!doctype", in: bytes, at: position) {
      // Old feeds name a DTD.
      guard let end = ASCII.find(">", in: bytes, from: position),
        let next = MarkupProlog.end(in: bytes, from: skipSpace(bytes, from: end + 1))
      else { return nil }
      position = next
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "<") else { return nil }
    if matches("opml", bytes, position + 1) { return .opml }
    for root in roots where matches(root, bytes, position + 1) { return .feed }
    // A feed whose names all have a prefix, or an entry that stands alone.
    guard let colon = bytes[position...].prefix(24).firstIndex(of: UInt8(ascii: ":")) else {
      return hasDeclaration && matches("entry", bytes, position + 1) ? .feed : nil
    }
    let isFeed = matches("feed", bytes, colon + 1) || matches("rdf", bytes, colon + 1)
    return hasDeclaration && isFeed ? .feed : nil
  }

  /// Where markup begins: at once, or with a declaration after a stray sign or two.
  private static func beginning(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "<") { return start }
    return ASCII.find(
      "<?xml", in: UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, start + 16)]), from: start)
  }

  private static func matches(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int)
    -> Bool
  {
    guard ASCII.matches(name, in: bytes, at: position) else { return false }
    let end = position + name.utf8CodeUnitCount
    return end < bytes.count && (bytes[end] <= 0x20 || bytes[end] == UInt8(ascii: ">"))
  }

  private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    return position
  }
}
