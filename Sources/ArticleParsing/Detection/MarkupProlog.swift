/// What may stand before the first element of a page or of XML.
enum MarkupProlog {
  /// The place after comments, XML declarations and processing instructions; `nil` when one of them does not end.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < bytes.count, bytes[position] == UInt8(ascii: "<") {
      let end: Int
      if ASCII.matches("<!--", in: bytes, at: position) {
        guard let close = ASCII.find("-->", in: bytes, from: position + 4) else { return nil }
        end = close + 3
      } else if ASCII.matches("<?", in: bytes, at: position) {
        guard let close = ASCII.find(">", in: bytes, from: position) else { return nil }
        end = close + 1
      } else {
        break
      }
      position = end
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }
    return position
  }
}
