/// The sections from "Bogus comment state" to "Bogus DOCTYPE state".
extension Tokenizer {
  /// Reads what begins with `<!` (section "Markup declaration open state").
  mutating func declaration() -> Found {
    let start = position + 2
    if starts(with: "--", at: start) { return comment(from: start + 2) }
    if starts(with: "doctype", at: start) { return doctype(from: start + 7) }
    if allowsCDATA, starts(with: "[CDATA[", at: start, ignoresCase: false) {
      position = start + 7
      content = .cdata
      return .nothing
    }
    return bogusComment(from: start)
  }

  private func starts(with text: StaticString, at start: Int, ignoresCase: Bool = true) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard start + wanted.count <= source.count else { return false }
    return wanted.indices.allSatisfy { index in
      let byte = source[start + index]
      return byte == wanted[index] || ignoresCase && byte.isLetter && byte | 0x20 == wanted[index]
    }
  }

  /// Reads a comment; `start` is after its `<!--`.
  private mutating func comment(from start: Int) -> Found {
    token.kind = .comment
    if start < source.count, source[start] == UInt8(ascii: ">") {
      token.text = ByteRange(start, 0)
      position = start + 1
      return .token
    }
    if starts(with: "->", at: start) {
      token.text = ByteRange(start, 0)
      position = start + 2
      return .token
    }
    var cursor = start
    while let greater = source.firstIndex(of: UInt8(ascii: ">"), from: cursor) {
      if let end = commentEnd(before: greater, start: start, allowsOneDash: false) {
        token.text = withoutNulls(start..<end)
        position = greater + 1
        return .token
      }
      cursor = greater + 1
    }
    let end = commentEnd(before: source.count, start: start, allowsOneDash: true) ?? source.count
    token.text = withoutNulls(start..<end)
    position = source.count
    return .token
  }

  /// Where the text of a comment ends when `end` is where its closing `>` is: before `--` or `--!`.
  private func commentEnd(before end: Int, start: Int, allowsOneDash: Bool) -> Int? {
    let dash = UInt8(ascii: "-")
    if end - start >= 2, source[end - 1] == dash, source[end - 2] == dash { return end - 2 }
    if end - start >= 3, source[end - 1] == UInt8(ascii: "!"), source[end - 2] == dash,
      source[end - 3] == dash
    {
      return end - 3
    }
    return allowsOneDash && end - start >= 1 && source[end - 1] == dash ? end - 1 : nil
  }

  /// Reads everything up to the next `>` as a comment.
  mutating func bogusComment(from start: Int) -> Found {
    let end = source.firstIndex(of: UInt8(ascii: ">"), from: start) ?? source.count
    token.kind = .comment
    token.text = withoutNulls(start..<end)
    position = min(end + 1, source.count)
    return .token
  }

  // MARK: Document types

  private mutating func doctype(from start: Int) -> Found {
    token.kind = .doctype
    token.forcesQuirks = false
    token.text = ByteRange(start, 0)
    token.attributes = AttributeRange(first: Int32(truncatingIfNeeded: attributes.count), count: 0)
    position = start
    let mayLackEnd = readDoctype()
    token.attributes.count = Int32(truncatingIfNeeded: attributes.count) &- token.attributes.first
    // Whatever went wrong, the next `>` ends it.
    let greater = source.firstIndex(of: UInt8(ascii: ">"), from: position)
    if greater == nil, !mayLackEnd { token.forcesQuirks = true }
    position = greater.map { $0 + 1 } ?? source.count
    return .token
  }

  /// Reads up to the closing `>`, or to the first thing that makes no sense.
  ///
  /// Returns whether a missing `>` is no reason for quirks: after nonsense behind the system identifier.
  private mutating func readDoctype() -> Bool {
    skipDoctypeSpaces()
    let start = position
    while position < source.count, !source[position].isSpace, source[position] != UInt8(ascii: ">") {
      position += 1
    }
    token.text = lowerCase(start..<position)
    guard position > start else {
      token.forcesQuirks = true
      return false
    }
    skipDoctypeSpaces()
    guard !isAtDoctypeEnd else { return false }
    if starts(with: "public", at: position) {
      position += 6
      guard identifier(named: "public") else { return false }
      skipDoctypeSpaces()
      guard !isAtDoctypeEnd else { return false }
    } else if starts(with: "system", at: position) {
      position += 6
    } else {
      token.forcesQuirks = true
      return false
    }
    guard identifier(named: "system") else { return false }
    skipDoctypeSpaces()
    return !isAtDoctypeEnd
  }

  private var isAtDoctypeEnd: Bool { position >= source.count || source[position] == UInt8(ascii: ">") }

  private var isQuote: Bool {
    source[position] == UInt8(ascii: "\"") || source[position] == UInt8(ascii: "'")
  }

  /// Reads a quoted identifier as an attribute; `false` when it is missing or does not end.
  private mutating func identifier(named name: String) -> Bool {
    skipDoctypeSpaces()
    guard position < source.count, isQuote else {
      token.forcesQuirks = true
      return false
    }
    let mark = source[position]
    let start = position + 1
    position = start
    while position < source.count, source[position] != mark, source[position] != UInt8(ascii: ">") {
      position += 1
    }
    let number = KnownNames.find(PackedName(name.utf8), in: knownNames)?.number ?? 0
    attributes.append(HTMLDocument.Attribute(name: number, value: withoutNulls(start..<position)))
    guard position < source.count, source[position] == mark else {
      token.forcesQuirks = true
      return false
    }
    position += 1
    return true
  }

  private mutating func skipDoctypeSpaces() {
    while position < source.count, source[position].isSpace { position += 1 }
  }

  /// A range of the source in lower case.
  private mutating func lowerCase(_ range: Range<Int>) -> ByteRange {
    var result = withoutNulls(range)
    guard bytes(result).contains(where: { $0 &- 0x41 < 26 }) else { return result }
    let lower = bytes(result).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    result = ByteRange(source.count + decoded.count, lower.count)
    lower.withUnsafeBufferPointer { decoded.append(contentsOf: $0) }
    return result
  }
}
