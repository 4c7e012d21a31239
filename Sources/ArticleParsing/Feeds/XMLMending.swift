import HTMLTree

/// Makes well-formed XML of what is nearly so.
///
/// Names of characters become the characters; signs that begin nothing are escaped; controls are dropped; an end tag
/// closes the elements inside of its own, and one that fits none is dropped; what is open at the end is closed. One
/// pass, with a bounded look back for the element that an end tag belongs to.
struct XMLMending {
  /// How many open elements an end tag is compared with.
  private static let reach = 64

  private let source: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []
  private var open: [Range<Int>] = []
  private var position = 0
  private var hasRoot = false
  /// Where the last start tag begins.
  private let lastStartTag: Int

  private init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    var last = source.count - 2
    while last >= 0, source[last] != UInt8(ascii: "<") || !Self.startsName(source[last + 1]) { last -= 1 }
    lastStartTag = last
    output.reserveCapacity(source.count + source.count / 16)
  }

  /// The mended source.
  ///
  /// - Complexity: O(number of bytes).
  static func mended(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var mending = XMLMending(source)
    mending.run()
    return mending.output
  }

  private mutating func run() {
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"): reference(isInAttribute: false)
      case let byte: text(byte)
      }
    }
    while let element = open.popLast() { end(element) }
  }

  private mutating func text(_ byte: UInt8) {
    position += 1
    // Words outside of the root, and controls, are no XML.
    if open.isEmpty, byte > 0x20 { return }
    if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return }
    if byte == UInt8(ascii: ">") {
      output.append(contentsOf: "&gt;".utf8)
    } else if byte >= 0x80 {
      position -= 1
      character()
    } else {
      output.append(byte)
    }
  }

  /// Copies a character of several bytes; a broken one becomes U+FFFD.
  private mutating func character() {
    let length = UTF8Census.length(at: position, of: source)
    // U+FFFE and U+FFFF are no characters of XML.
    let isCharacter =
      length != 3 || source[position] != 0xEF || source[position + 1] != 0xBF || source[position + 2] < 0xBE
    if length > 0, isCharacter {
      output.append(contentsOf: source[position..<position + length])
      position += length
    } else {
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      position += max(1, length)
    }
  }

  private mutating func reference(isInAttribute: Bool) {
    defer { position += 1 }
    guard !open.isEmpty || isInAttribute else { return }
    guard let reference = CharacterReference(at: position, in: source, isInAttribute: isInAttribute),
      source[position + reference.length - 1] == UInt8(ascii: ";")
    else { return output.append(contentsOf: "&amp;".utf8) }
    append(reference.first)
    if let second = reference.second { append(second) }
    position += reference.length - 1
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": output.append(contentsOf: "&amp;".utf8)
    case "<": output.append(contentsOf: "&lt;".utf8)
    case ">": output.append(contentsOf: "&gt;".utf8)
    case "\"": output.append(contentsOf: "&quot;".utf8)
    case "\u{9}", "\u{A}", "\u{D}": output.append(UInt8(scalar.value))
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": output.append(contentsOf: [0xEF, 0xBF, 0xBD])
    default: output.append(contentsOf: String(scalar).utf8)
    }
  }

  // MARK: Markup

  private mutating func markup() {
    if starts("<!--") { return skip(to: "-->") }
    if starts("<![CDATA[") { return characterData() }
    if starts("<?") { return skip(to: "?>") }
    if starts("<!") { return declaration() }
    let next = position + 1 < source.count ? source[position + 1] : 0
    if next == UInt8(ascii: "/") { return endTag() }
    guard Self.startsName(next) else {
      position += 1
      if !open.isEmpty { output.append(contentsOf: "&lt;".utf8) }
      return
    }
    startTag()
  }

  private func starts(_ text: StaticString) -> Bool {
    guard source.count - position >= text.utf8CodeUnitCount else { return false }
    for offset in 0..<text.utf8CodeUnitCount where source[position + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private mutating func skip(to end: StaticString) {
    position =
      ASCII.find(end, in: source, from: position + 2).map { $0 + end.utf8CodeUnitCount } ?? source.count
  }

  private mutating func characterData() {
    let start = position + 9
    let end = ASCII.find("]]>", in: source, from: start) ?? source.count
    position = start
    while position < end {
      let byte = source[position]
      guard !open.isEmpty else {
        position += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case 0x09, 0x0A, 0x0D, 0x20..<0x80: output.append(byte)
      case 0x80...:
        character()
        continue
      default: break
      }
      position += 1
    }
    position = min(source.count, end + 3)
  }

  /// Steps over a document type; what it declares is lost with it.
  private mutating func declaration() {
    var brackets = 0
    while position < source.count {
      let byte = source[position]
      position += 1
      if byte == UInt8(ascii: "[") { brackets += 1 }
      if byte == UInt8(ascii: "]") { brackets -= 1 }
      if byte == UInt8(ascii: ">"), brackets <= 0 { return }
    }
  }

  private mutating func startTag() {
    let name = nameRange(from: position + 1)
    position = name.upperBound
    // A second root would be junk after the first.
    let isKept = !open.isEmpty || !hasRoot
    let start = output.count
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: source[name])
    let isEmpty = attributes()
    guard isKept else { return output.removeSubrange(start...) }
    hasRoot = true
    output.append(contentsOf: (isEmpty ? "/>" : ">").utf8)
    if !isEmpty { open.append(name) }
  }

  /// Copies the attributes of a tag, each once and in quotation marks; returns whether the tag ends its element.
  private mutating func attributes() -> Bool {
    var seen: Set<[UInt8]> = []
    while position < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        return source[position - 2] == UInt8(ascii: "/")
      }
      if byte == UInt8(ascii: "<") { return false }
      guard Self.startsName(byte) else {
        position += 1
        continue
      }
      let name = nameRange(from: position)
      position = name.upperBound
      let start = output.count
      output.append(0x20)
      output.append(contentsOf: source[name])
      output.append(contentsOf: "=\"".utf8)
      value()
      output.append(0x22)
      if seen.count >= 256 || !seen.insert(Array(source[name])).inserted { output.removeSubrange(start...) }
    }
    return false
  }

  private mutating func value() {
    while position < source.count, source[position] <= 0x20 { position += 1 }
    guard position < source.count, source[position] == UInt8(ascii: "=") else { return }
    position += 1
    while position < source.count, source[position] <= 0x20 { position += 1 }
    guard position < source.count else { return }
    let mark = source[position] == 0x22 || source[position] == 0x27 ? source[position] : 0
    if mark != 0 { position += 1 }
    while position < source.count {
      let byte = source[position]
      if mark != 0 ? byte == mark : byte <= 0x20 || byte == UInt8(ascii: ">") { break }
      switch byte {
      case UInt8(ascii: "&"):
        reference(isInAttribute: true)
        continue
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case 0x22: output.append(contentsOf: "&quot;".utf8)
      case 0x09, 0x0A, 0x0D, 0x20..<0x80: output.append(byte)
      case 0x80...:
        character()
        continue
      default: break
      }
      position += 1
    }
    if mark != 0 { position = min(source.count, position + 1) }
  }

  private mutating func endTag() {
    let name = nameRange(from: position + 2)
    position = name.upperBound
    while position < source.count, source[position] != UInt8(ascii: ">"),
      source[position] != UInt8(ascii: "<")
    {
      position += 1
    }
    if position < source.count, source[position] == UInt8(ascii: ">") { position += 1 }
    let candidates = open.suffix(Self.reach)
    guard let index = candidates.lastIndex(where: { source[$0].elementsEqual(source[name]) }) else { return }
    // The root's end tag counts only at the end: what follows it would be lost.
    if index == 0, position <= lastStartTag { return }
    while open.count > index, let element = open.popLast() { end(element) }
  }

  private mutating func end(_ element: Range<Int>) {
    output.append(contentsOf: "</".utf8)
    output.append(contentsOf: source[element])
    output.append(UInt8(ascii: ">"))
  }

  private func nameRange(from start: Int) -> Range<Int> {
    var end = min(start, source.count)
    while end < source.count,
      Self.startsName(source[end]) || ASCII.isDigit(source[end]) || source[end] == 0x2D
        || source[end] == 0x2E
    {
      end += 1
    }
    return min(start, source.count)..<end
  }

  /// Names are kept to ASCII: the others are no names of feeds.
  private static func startsName(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }
}
