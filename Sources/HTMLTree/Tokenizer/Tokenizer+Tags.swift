/// The sections from "Tag open state" to "Self-closing start tag state".
extension Tokenizer {
  /// Attributes beyond this number in one tag are dropped.
  static let mostAttributes = 1024

  /// What was found at a `<`.
  enum Found {
    case token
    /// Something that is no token: `</>`, or the beginning of a CDATA section.
    case nothing
    case text
  }

  /// Whether a `<` begins a tag, a comment or the like; otherwise it is text.
  @inline(__always)
  func isMarkup(at less: Int) -> Bool {
    guard less &+ 1 < source.count else { return false }
    let byte = source[less &+ 1]
    if byte.isLetter || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { return true }
    return byte == UInt8(ascii: "/") && less &+ 2 < source.count
  }

  /// Reads what begins at the `<` at `position`.
  mutating func markup() -> Found {
    guard isMarkup(at: position) else { return .text }
    let byte = source[position &+ 1]
    if byte.isLetter { return startTag() }
    if byte == UInt8(ascii: "!") { return declaration() }
    if byte == UInt8(ascii: "?") { return bogusComment(from: position + 1) }
    let letter = source[position &+ 2]
    if letter.isLetter { return endTag() }
    guard letter == UInt8(ascii: ">") else { return bogusComment(from: position + 2) }
    position += 3
    return .nothing
  }

  private mutating func startTag() -> Found {
    tagCount &+= 1
    let (name, end) = name(from: position &+ 1, isAttribute: false)
    lastStartTag = name.packed
    token.kind = .startTag
    token.name = name.number
    token.tag = name.tag
    token.isSelfClosing = false
    token.attributes.first = Int32(truncatingIfNeeded: attributes.count)
    position = end
    guard readAttributes(keep: true) else {
      // The end of the source inside a tag: there is no tag.
      attributes.truncate(to: Int(token.attributes.first))
      position = source.count
      return .nothing
    }
    token.attributes.count = Int32(truncatingIfNeeded: attributes.count) &- token.attributes.first
    return .token
  }

  private mutating func endTag() -> Found {
    let (name, end) = name(from: position &+ 2, isAttribute: false)
    token.kind = .endTag
    token.name = name.number
    token.tag = name.tag
    token.isSelfClosing = false
    token.attributes = AttributeRange()
    position = end
    guard readAttributes(keep: false) else {
      position = source.count
      return .nothing
    }
    return .token
  }

  // MARK: Attributes

  /// Reads the attributes up to the closing `>`; `false` when the source ends before it.
  private mutating func readAttributes(keep: Bool) -> Bool {
    while position < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: ">") {
        position &+= 1
        return true
      }
      if byte.isSpace {
        position &+= 1
      } else if byte == UInt8(ascii: "/") {
        position &+= 1
        if position < source.count, source[position] == UInt8(ascii: ">") {
          token.isSelfClosing = true
          position &+= 1
          return true
        }
      } else {
        guard readAttribute(keep: keep) else { return false }
      }
    }
    return false
  }

  private mutating func readAttribute(keep: Bool) -> Bool {
    let (name, end) = name(from: position, isAttribute: true)
    position = end
    skipSpaces()
    guard position < source.count else { return false }
    var value = ByteRange(end, 0)
    if source[position] == UInt8(ascii: "=") {
      position &+= 1
      skipSpaces()
      guard position < source.count else { return false }
      let mark = source[position]
      if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
        guard quotedValue(mark, keep: keep, &value) else { return false }
      } else if mark != UInt8(ascii: ">") {
        unquotedValue(keep: keep, &value)
      }
    }
    guard keep, lastTagWithName[name.number] != tagCount else { return true }
    lastTagWithName[name.number] = tagCount
    guard attributes.count &- Int(token.attributes.first) < Self.mostAttributes else {
      droppedAttributes = true
      return true
    }
    attributes.append(HTMLDocument.Attribute(name: name.number, value: value))
    return true
  }

  /// Reads a value in quotation marks; `false` when the closing one is missing.
  @inline(__always)
  private mutating func quotedValue(_ mark: UInt8, keep: Bool, _ value: inout ByteRange) -> Bool {
    let start = position &+ 1
    var end = source.first(mark, UInt8(ascii: "&"), 0, from: start)
    if end < source.count, source[end] == mark {
      value = ByteRange(start, end &- start)
    } else {
      guard let close = source.firstIndex(of: mark, from: end) else { return false }
      end = close
      if keep { value = decodedText(start..<end, isInAttribute: true) }
    }
    position = end &+ 1
    return true
  }

  private mutating func unquotedValue(keep: Bool, _ value: inout ByteRange) {
    let start = position
    while position < source.count, !source[position].isSpace, source[position] != UInt8(ascii: ">") {
      position &+= 1
    }
    if keep { value = decodedText(start..<position, isInAttribute: true) }
  }

  @inline(__always)
  private mutating func skipSpaces() {
    while position < source.count, source[position].isSpace { position &+= 1 }
  }

  // MARK: Names

  /// The name of a tag or an attribute.
  struct Name {
    var number: Int32
    var tag: HTMLTag
    var packed: PackedName
  }

  /// Reads a name in lower case; returns it and where it ends.
  @inline(__always)
  private mutating func name(from start: Int, isAttribute: Bool) -> (Name, Int) {
    var packed = PackedName()
    var cursor = start
    var hasNull = false
    while cursor < source.count {
      var byte = source[cursor]
      if byte <= UInt8(ascii: ">") {
        // The first character of an attribute's name may be an equals sign.
        if byte.endsTagName || isAttribute && byte == UInt8(ascii: "=") && cursor > start { break }
        if byte == 0 { hasNull = true }
      } else if byte &- 0x41 < 26 {
        byte |= 0x20
      }
      packed.append(byte)
      cursor &+= 1
    }
    if cursor &- start <= 16, !hasNull, let known = KnownNames.find(packed, in: knownNames) {
      return (Name(number: known.number, tag: known.tag, packed: packed), cursor)
    }
    return (Name(number: rareName(start..<cursor, hasNull), tag: .other, packed: packed), cursor)
  }

  /// The number of a name that is not among the known ones.
  @inline(never)
  private mutating func rareName(_ range: Range<Int>, _ hasNull: Bool) -> Int32 {
    let number: Int32
    if hasNull || source[range].contains(where: { $0 &- 0x41 < 26 }) {
      let start = decoded.count
      let text = withoutNulls(range)
      let lower = bytes(text).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      decoded.truncate(to: start)
      number = lower.withUnsafeBufferPointer { names.intern($0) }
    } else {
      number = names.intern(UnsafeBufferPointer(rebasing: source[range]))
    }
    while lastTagWithName.count <= Int(number) { lastTagWithName.append(0) }
    return number
  }

  /// The name with a number.
  func string(ofName number: Int32) -> String {
    Int(number) < KnownNames.count ? KnownNames.names[Int(number)] : names.string(Int(number))
  }

  /// The number of a name that need not be in lower case.
  mutating func number(ofName name: String) -> Int32 {
    var name = name
    let number = name.withUTF8 { names.intern($0) }
    while lastTagWithName.count <= Int(number) { lastTagWithName.append(0) }
    return number
  }
}
