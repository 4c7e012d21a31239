import ArticleModel
import TerminalText

/// One value of a `JSONDocument`, or the absence of one.
///
/// Asking a value for what it does not have gives a missing value or `nil`, so that a path through an answer reads as
/// one expression.
struct JSONValue {
  /// What a value is.
  enum Kind {
    case object, array, string, number, boolean, null, missing
  }

  let document: JSONDocument
  /// The index of the value's node, -1 when there is no value.
  let node: Int

  /// What the value is.
  var kind: Kind {
    guard node >= 0 else { return .missing }
    let start = Int(document.nodes[node].start)
    guard start < document.bytes.count else { return .missing }
    switch document.bytes[start] {
    case 0x7B: return .object
    case 0x5B: return .array
    case 0x22: return .string
    case 0x74, 0x66: return .boolean
    case 0x6E: return .null
    case 0x2D, 0x30...0x39: return .number
    default: return .missing
    }
  }

  /// Whether there is a value, and not `null`.
  var exists: Bool {
    switch kind {
    case .missing, .null: false
    default: true
    }
  }

  var isObject: Bool { kind == .object }
  var isArray: Bool { kind == .array }
  /// Whether the value is an array with elements.
  var isFilledArray: Bool { kind == .array && elements.first != nil }

  // MARK: Members and elements

  /// The member of an object with a name; the last one when a name is there twice.
  ///
  /// - Complexity: O(number of members).
  subscript(name: StaticString) -> JSONValue {
    var found = -1
    if isObject {
      var position = node + 1
      let end = Int(document.nodes[node].next)
      while position < end {
        if isNamed(name, position) { found = position }
        position = Int(document.nodes[position].next)
      }
    }
    return JSONValue(document: document, node: found)
  }

  /// The first member with one of several names that exists.
  func first(_ names: [StaticString]) -> JSONValue {
    for name in names {
      let value = self[name]
      if value.exists { return value }
    }
    return JSONValue(document: document, node: -1)
  }

  /// What the first of several members says that says anything, on one line.
  func firstLine(_ names: [StaticString]) -> String? { names.lazy.compactMap { self[$0].markupLine }.first }

  /// Whether an object has members with all of these names, whatever their values.
  func has(_ names: StaticString...) -> Bool { names.allSatisfy { self[$0].node >= 0 } }

  /// The elements of an array or the values of an object's members; nothing for other values.
  var elements: Elements {
    switch kind {
    case .object, .array:
      Elements(document: document, position: node + 1, end: Int(document.nodes[node].next))
    default: Elements(document: document, position: 0, end: 0)
    }
  }

  /// The values of an array, or the value itself when it is none.
  var items: [JSONValue] { isArray ? Array(elements) : exists ? [self] : [] }

  /// The name of a member, unescaped; `nil` for other values.
  var key: String? {
    guard node >= 0, document.nodes[node].key > 0 else { return nil }
    var name: [UInt8] = []
    JSONString.append(document.stringBytes(from: Int(document.nodes[node].key)), to: &name)
    return String(decoding: name, as: UTF8.self)
  }

  /// The values in a container, one after the other.
  struct Elements: Sequence, IteratorProtocol {
    let document: JSONDocument
    var position: Int
    let end: Int

    mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      defer { position = Int(document.nodes[position].next) }
      return JSONValue(document: document, node: position)
    }

    /// The first of them.
    var first: JSONValue? {
      position < end ? JSONValue(document: document, node: position) : nil
    }
  }

  private func isNamed(_ name: StaticString, _ member: Int) -> Bool {
    let start = Int(document.nodes[member].key)
    guard start > 0 else { return false }
    let count = name.utf8CodeUnitCount
    let bytes = document.bytes
    var offset = 0
    while offset < count, start + offset < bytes.count, bytes[start + offset] == name.utf8Start[offset] {
      offset += 1
    }
    guard start + offset < bytes.count else { return false }
    if offset == count, bytes[start + offset] == 0x22 { return true }
    // Letters of a name may be escaped.
    guard bytes[start + offset] == 0x5C else { return false }
    return JSONValue(document: document, node: member).key?.utf8.elementsEqual(
      UnsafeBufferPointer(start: name.utf8Start, count: count)) ?? false
  }

  // MARK: What a value says

  /// Where a string stands in the text, between its marks; `nil` for other values.
  var stringRange: Range<Int>? {
    guard kind == .string else { return nil }
    let start = Int(document.nodes[node].start) + 1
    return start..<start + document.stringBytes(from: start).count
  }

  /// The bytes of a string, still escaped; empty for other values.
  var escaped: UnsafeBufferPointer<UInt8> {
    stringRange.map { UnsafeBufferPointer(rebasing: document.bytes[$0]) }
      ?? UnsafeBufferPointer(
        start: nil, count: 0)
  }

  /// A string with its line breaks, neither cleaned nor shortened; `nil` for other values and empty strings.
  var text: String? {
    guard kind == .string else { return nil }
    var words: [UInt8] = []
    JSONString.append(escaped, to: &words)
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  /// A string cleaned and on one line; `nil` for other values and empty strings.
  var line: String? {
    guard kind == .string else { return nil }
    let line = JSONString.line(escaped)
    return line.isEmpty ? nil : line
  }

  /// A string with its references to characters resolved, cleaned and on one line.
  var markupLine: String? {
    guard let text = self.text else { return nil }
    guard text.utf8.contains(0x26) || text.utf8.contains(0x3C) else { return line }
    var copy = text
    let words = copy.withUTF8 { HTMLFragmentReader.read($0).string }
    let line = Sanitizer.cleanLine(words)
    return line.isEmpty ? nil : line
  }

  /// A number cut to an integer, or the integer that a string holds.
  var integer: Int64? {
    switch kind {
    case .number:
      let start = Int(document.nodes[node].start)
      var scanner = JSONScanner(UnsafeBufferPointer(rebasing: document.bytes[start...]))
      if let value = scanner.integer(), !isExponential { return value }
      return isExponential
        ? identifier.flatMap { Double($0) }.flatMap { Int64(exactly: $0.rounded(.towardZero)) } : nil
    case .string: return line.flatMap { Int64($0) }
    default: return nil
    }
  }

  private var isExponential: Bool {
    let start = Int(document.nodes[node].start)
    var scanner = JSONScanner(UnsafeBufferPointer(rebasing: document.bytes[start...]))
    return scanner.bytes(scanner.scalar()).contains { $0 | 0x20 == 0x65 }
  }

  /// A score: an integer that fits, clamped otherwise.
  var score: Int32? { integer.map { Int32(clamping: $0) } }

  /// An identifier: a string on one line, or a number as it is written.
  var identifier: String? {
    switch kind {
    case .string: return line
    case .number:
      let start = Int(document.nodes[node].start)
      var scanner = JSONScanner(UnsafeBufferPointer(rebasing: document.bytes[start...]))
      return String(decoding: scanner.bytes(scanner.scalar()), as: UTF8.self)
    default: return nil
    }
  }

  /// Whether the value is `true`.
  var isTrue: Bool {
    kind == .boolean && document.bytes[Int(document.nodes[node].start)] == 0x74
  }

  /// Whether a string is exactly this.
  func equals(_ word: StaticString) -> Bool {
    escaped.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
      && kind == .string
  }

  /// A point in time: seconds or milliseconds since 1970, or a text in ISO 8601 (UTC when it names no zone).
  var time: Timestamp? {
    switch kind {
    case .number: return integer.flatMap(Self.time(number:))
    case .string:
      guard let text = line else { return nil }
      if let stamp = Timestamp(iso8601: text) { return stamp }
      if let number = Int64(text) { return text.utf8.count >= 9 ? Self.time(number: number) : nil }
      return Timestamp(iso8601: String(text.prefix(19)))
    default: return nil
    }
  }

  private static func time(number: Int64) -> Timestamp? {
    guard number > 0 else { return nil }
    // The year 5138 in seconds is March 1973 in milliseconds.
    if number < 100_000_000_000 { return Timestamp(seconds: number) }
    return number < 100_000_000_000_000 ? Timestamp(seconds: number / 1000) : nil
  }
}

extension JSONDocument {
  /// The outermost value; missing when the text has none.
  var root: JSONValue { JSONValue(document: self, node: nodes.isEmpty ? -1 : 0) }

  /// All outermost values: more than one where a text has one on each line.
  var roots: JSONValue.Elements {
    JSONValue.Elements(document: self, position: 0, end: nodes.count)
  }

  /// What stands between a string's marks, from the byte after the first one.
  ///
  /// - Complexity: O(length).
  func stringBytes(from start: Int) -> UnsafeBufferPointer<UInt8> {
    guard start > 0, start <= bytes.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    var scanner = JSONScanner(UnsafeBufferPointer(rebasing: bytes[(start - 1)...]))
    return scanner.bytes(scanner.string())
  }
}
