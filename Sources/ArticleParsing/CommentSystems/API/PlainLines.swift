import ArticleModel

/// Reads text without markup, as people type it into a box: each line is a paragraph, `>` marks quotations, and web
/// addresses are links.
enum PlainLines {
  /// Reads a text.
  ///
  /// - Complexity: O(number of bytes).
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> RichText {
    var flow = TextFlow(quotesMarkedLines: true)
    appendLines(bytes, to: &flow)
    return flow.finish()
  }

  /// Appends lines to a text; each line break ends a paragraph.
  static func appendLines(_ bytes: UnsafeBufferPointer<UInt8>, to flow: inout TextFlow) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      append(UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &flow)
      if end < bytes.count { flow.close(.p) }
      start = end + 1
    }
  }

  /// Appends words to a text, the web addresses among them as links.
  static func append(_ line: UnsafeBufferPointer<UInt8>, to flow: inout TextFlow) {
    var start = 0
    var position = 0
    while position < line.count {
      guard line[position] == 0x68, position == 0 || !ASCII.isWord(line[position - 1]),
        let end = addressEnd(in: line, from: position)
      else {
        position += 1
        continue
      }
      flow.append(UnsafeBufferPointer(rebasing: line[start..<position]))
      let address = UnsafeBufferPointer(rebasing: line[position..<end])
      flow.open(.a, target: Array(address), firstNumber: nil)
      flow.append(address)
      flow.close(.a)
      position = end
      start = end
    }
    flow.append(UnsafeBufferPointer(rebasing: line[start...]))
  }

  /// The end of the web address that starts at `start`, or `nil` when none does.
  ///
  /// Signs that end a sentence, and a bracket that was not opened in the address, do not belong to it.
  static func addressEnd(in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard ASCII.matches("http", in: line, at: start) else { return nil }
    var host = start + 4
    if host < line.count, line[host] == 0x73 { host += 1 }
    guard ASCII.matches("://", in: line, at: host) else { return nil }
    host += 3
    var end = host
    var brackets = 0
    scan: while end < line.count {
      switch line[end] {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x60: break scan
      case 0x28: brackets += 1
      case 0x29:
        if brackets == 0 { break scan }
        brackets -= 1
      default: break
      }
      end += 1
    }
    while end > host, [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x27, 0x2A, 0x5F, 0x5D].contains(line[end - 1]) {
      end -= 1
    }
    return end > host ? end : nil
  }
}
