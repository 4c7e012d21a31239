import Glibc

/// The sections "Data state", "RCDATA state", "RAWTEXT state", "PLAINTEXT state" and "CDATA section state", with the
/// states for end tags in raw text.
extension Tokenizer {
  /// Reads text up to the next tag, or a run of NULs.
  mutating func data() {
    let start = position
    var cursor = start
    while true {
      cursor = source.first(UInt8(ascii: "<"), UInt8(ascii: "&"), 0, from: cursor)
      guard cursor < source.count else { break }
      let byte = source[cursor]
      if byte == UInt8(ascii: "<") {
        if isMarkup(at: cursor) { break }
        cursor &+= 1
      } else if byte == UInt8(ascii: "&") {
        if let reference = CharacterReference(at: cursor, in: source) {
          return decodedData(start..<cursor, reference)
        }
        cursor &+= 1
      } else {
        if cursor == start { return nulls() }
        break
      }
    }
    token.kind = .text
    token.text = ByteRange(start, cursor - start)
    position = cursor
  }

  /// Reads the rest of a text with character references.
  private mutating func decodedData(_ plain: Range<Int>, _ first: CharacterReference) {
    let start = decoded.count
    append(plain)
    append(first)
    var run = plain.upperBound + first.length
    var cursor = run
    while true {
      cursor = source.first(UInt8(ascii: "<"), UInt8(ascii: "&"), 0, from: cursor)
      guard cursor < source.count else { break }
      if source[cursor] == UInt8(ascii: "&") {
        if let reference = CharacterReference(at: cursor, in: source) {
          append(run..<cursor)
          append(reference)
          cursor += reference.length
          run = cursor
        } else {
          cursor += 1
        }
      } else if source[cursor] == UInt8(ascii: "<"), !isMarkup(at: cursor) {
        cursor += 1
      } else {
        break
      }
    }
    append(run..<cursor)
    token.kind = .text
    token.text = ByteRange(source.count + start, decoded.count - start)
    position = cursor
  }

  private mutating func nulls() {
    let start = position
    while position < source.count, source[position] == 0 { position += 1 }
    token.kind = .nulls
    token.text = ByteRange(start, position - start)
  }

  /// Reads the content of an element without markup, up to its end tag.
  mutating func rawText(decodesReferences: Bool) {
    var cursor = position
    while let less = source.firstIndex(of: UInt8(ascii: "<"), from: cursor) {
      if isEndOfRawText(at: less) {
        setText(position..<less, decodesReferences: decodesReferences)
        content = .data
        return
      }
      cursor = less + 1
    }
    setText(position..<source.count, decodesReferences: decodesReferences)
  }

  /// Whether the end tag of the last start tag begins at a `<` (an "appropriate end tag token").
  func isEndOfRawText(at less: Int) -> Bool {
    guard less + 1 < source.count, source[less + 1] == UInt8(ascii: "/") else { return false }
    let (name, end) = letters(from: less + 2)
    return end > less + 2 && name == lastStartTag && end < source.count && source[end].endsTagName
  }

  /// The letters from `start` in lower case, and where they end.
  func letters(from start: Int) -> (name: PackedName, end: Int) {
    var name = PackedName()
    var cursor = start
    while cursor < source.count, source[cursor].isLetter, cursor - start <= 16 {
      name.append(source[cursor] | 0x20)
      cursor += 1
    }
    return (name, cursor)
  }

  /// Reads text of a CDATA section.
  mutating func cdata() {
    let start = position
    var cursor = start
    while true {
      cursor = source.first(UInt8(ascii: "]"), 0, 0, from: cursor)
      guard cursor < source.count else { break }
      if source[cursor] == 0 {
        if cursor == start { return nulls() }
        break
      }
      if cursor + 2 < source.count, source[cursor + 1] == UInt8(ascii: "]"),
        source[cursor + 2] == UInt8(ascii: ">")
      {
        token.kind = .text
        token.text = ByteRange(start, cursor - start)
        position = cursor + 3
        content = .data
        return
      }
      cursor += 1
    }
    token.kind = .text
    token.text = ByteRange(start, cursor - start)
    position = cursor
  }

  // MARK: Decoding

  /// Makes a range of the source the token, and goes on behind it.
  mutating func setText(_ range: Range<Int>, decodesReferences: Bool) {
    token.kind = .text
    token.text = decodesReferences ? decodedText(range, isInAttribute: false) : withoutNulls(range)
    position = range.upperBound
  }

  /// A range of the source with NULs replaced.
  func hasNull(_ range: Range<Int>) -> Bool {
    guard let base = source.baseAddress, !range.isEmpty else { return false }
    return memchr(base + range.lowerBound, 0, range.count) != nil
  }

  /// A range of the source, written anew when it has NULs, which become U+FFFD.
  mutating func withoutNulls(_ range: Range<Int>) -> ByteRange {
    guard hasNull(range) else { return ByteRange(range.lowerBound, range.count) }
    let start = decoded.count
    for byte in source[range] { appendReplacingNull(byte) }
    return ByteRange(source.count + start, decoded.count - start)
  }

  /// A range of the source, written anew when it has character references or NULs.
  mutating func decodedText(_ range: Range<Int>, isInAttribute: Bool) -> ByteRange {
    var cursor = range.lowerBound
    var run = cursor
    let start = decoded.count
    while true {
      cursor = source.first(UInt8(ascii: "&"), 0, 0, from: cursor, upTo: range.upperBound)
      guard cursor < range.upperBound else { break }
      if source[cursor] == 0 {
        append(run..<cursor)
        appendReplacingNull(0)
        cursor += 1
        run = cursor
      } else if let reference = CharacterReference(at: cursor, in: source, isInAttribute: isInAttribute) {
        append(run..<cursor)
        append(reference)
        cursor += reference.length
        run = cursor
      } else {
        cursor += 1
      }
    }
    guard decoded.count > start else { return ByteRange(range.lowerBound, range.count) }
    append(run..<range.upperBound)
    return ByteRange(source.count + start, decoded.count - start)
  }

  private mutating func append(_ range: Range<Int>) {
    decoded.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
  }

  private mutating func appendReplacingNull(_ byte: UInt8) {
    if byte == 0 { append("\u{FFFD}" as Unicode.Scalar) } else { decoded.append(byte) }
  }

  private mutating func append(_ reference: CharacterReference) {
    append(reference.first)
    if let second = reference.second { append(second) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { decoded.append(byte) }
  }
}
