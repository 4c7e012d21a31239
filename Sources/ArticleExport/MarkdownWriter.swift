import ArticleModel

/// Writes Markdown (CommonMark with tables and strike-through) that renders as the words it was made from.
struct MarkdownWriter {
  /// Inlines nested deeper than this are written as plain words.
  private static let deepestInline = 16

  /// The text so far.
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes.append(utf8: text) }

  mutating func newline() {
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }

  /// Writes foreign words so that none of their characters is taken for markup.
  ///
  /// - Parameters:
  ///   - utf8: The words; line breaks and tabs become spaces.
  ///   - isLineStart: Whether they begin a line, where more characters are markup.
  mutating func words(_ utf8: ArraySlice<UInt8>, isLineStart: Bool) {
    if isLineStart, let position = Self.blockMarker(in: utf8) {
      words(utf8[..<position], isLineStart: false)
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(utf8[position])
      words(utf8[(position + 1)...], isLineStart: false)
      return
    }
    for byte in utf8 {
      switch byte {
      case 0x0A, 0x09: bytes.append(0x20)
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
  }

  mutating func words(_ text: String, isLineStart: Bool) {
    words(Array(text.utf8)[...], isLineStart: isLineStart)
  }

  /// Writes `range` of a text with its emphasis, code and links.
  ///
  /// - Parameters:
  ///   - range: The range of one block.
  ///   - text: The text that owns it.
  ///   - inlines: The inlines that begin in the range, in the text's order.
  ///   - isLineStart: Whether the range begins a line.
  mutating func words(_ range: TextRange, of text: RichText, inlines: ArraySlice<Inline>, isLineStart: Bool) {
    var open: [Inline] = []
    var next = inlines.startIndex
    var position = Int(range.lower)
    while true {
      while next < inlines.endIndex, Int(inlines[next].range.lower) <= position {
        var inline = inlines[next]
        next += 1
        // Markdown cannot say that marks cross: the inner one ends with the outer one.
        if let outer = open.last { inline.range.upper = min(inline.range.upper, outer.range.upper) }
        guard open.count < Self.deepestInline, Int(inline.range.upper) > position else { continue }
        if inline.kind == .code {
          let end = min(Int(inline.range.upper), Int(range.upper))
          code(text.utf8[position..<end])
          position = end
          continue
        }
        begin(inline)
        open.append(inline)
      }
      while let inline = open.last, Int(inline.range.upper) <= position {
        end(inline, of: text)
        open.removeLast()
      }
      guard position < Int(range.upper) else { break }
      var end = Int(range.upper)
      if next < inlines.endIndex { end = min(end, Int(inlines[next].range.lower)) }
      if let inline = open.last { end = min(end, Int(inline.range.upper)) }
      let isFirst = position == Int(range.lower) && isLineStart && open.isEmpty
      words(text.utf8[position..<end], isLineStart: isFirst)
      position = end
    }
    while let inline = open.popLast() { self.end(inline, of: text) }
  }

  private mutating func begin(_ inline: Inline) {
    switch inline.kind {
    case .emphasis: raw("*")
    case .strong: raw("**")
    case .strike: raw("~~")
    case .link: raw("[")
    case .code: break
    }
  }

  private mutating func end(_ inline: Inline, of text: RichText) {
    switch inline.kind {
    case .emphasis: raw("*")
    case .strong: raw("**")
    case .strike: raw("~~")
    case .link(let target):
      raw("]")
      destination(text.linkTargets[target])
    case .code: break
    }
  }

  /// Writes a code span whose fence is longer than any run of backticks inside.
  private mutating func code(_ utf8: ArraySlice<UInt8>) {
    let fence = String(repeating: "`", count: Self.longestRun(of: UInt8(ascii: "`"), in: utf8) + 1)
    let needsSpace = utf8.first == UInt8(ascii: "`") || utf8.last == UInt8(ascii: "`")
    raw(fence)
    if needsSpace { raw(" ") }
    bytes.append(contentsOf: utf8)
    if needsSpace { raw(" ") }
    raw(fence)
  }

  /// Writes the destination of a link or picture; an address that could run a script is left empty.
  mutating func destination(_ target: String) {
    raw("(<")
    if Self.isHarmless(target) {
      for byte in target.utf8 {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "&"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        case 0x0A: bytes.append(0x20)
        default: bytes.append(byte)
        }
      }
    }
    raw(">)")
  }

  /// Whether an address has no scheme or one that only fetches or writes to somebody.
  static func isHarmless(_ target: String) -> Bool {
    guard let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = target[..<colon]
    if scheme.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == 0x23 }) {
      return true
    }
    return ["http", "https", "mailto", "ftp", "gemini", "gopher"].contains(scheme.lowercased())
  }

  /// The length of the longest run of a byte.
  static func longestRun(of byte: UInt8, in utf8: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var run = 0
    for next in utf8 {
      run = next == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// The character that would make a line a heading, list item, quotation or rule, when the words begin with one.
  private static func blockMarker(in utf8: ArraySlice<UInt8>) -> Int? {
    guard let first = utf8.first else { return nil }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"):
      return utf8.startIndex
    case 0x30...0x39:
      guard let end = utf8.firstIndex(where: { !(0x30...0x39).contains($0) }) else { return nil }
      return utf8[end] == UInt8(ascii: ".") || utf8[end] == UInt8(ascii: ")") ? end : nil
    default: return nil
    }
  }
}
