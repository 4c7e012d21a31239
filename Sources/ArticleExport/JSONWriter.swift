import ArticleModel

/// Writes JSON text token by token into a byte buffer.
///
/// The caller opens and closes containers in the right order; commas, line breaks and escapes are the writer's.
struct JSONWriter {
  private enum Place {
    case start
    case afterOpening
    case afterKey
    case afterValue
  }

  /// Deeper containers are not indented further, so that a long chain of replies stays linear in size.
  private static let deepestIndent = 16
  private static let indents = (0...deepestIndent).map { [UInt8](repeating: 0x20, count: 2 * $0) }
  private static let hexDigits = Array("0123456789abcdef".utf8)

  /// The text so far.
  private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0
  private var place = Place.start

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func beginObject() { begin(UInt8(ascii: "{")) }

  mutating func endObject() { end(UInt8(ascii: "}")) }

  mutating func beginArray() { begin(UInt8(ascii: "[")) }

  mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a member's name, which must need no escapes.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(0x20) }
    place = .afterKey
  }

  mutating func value(_ string: String?) {
    guard var string else { return null() }
    separate()
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
    place = .afterValue
  }

  mutating func value(utf8: ArraySlice<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    utf8.withUnsafeBufferPointer { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
    place = .afterValue
  }

  mutating func value(_ number: Int?) {
    guard let number else { return null() }
    raw(Array(String(number).utf8))
  }

  mutating func value(_ number: ExactDecimal) { raw(Array(number.description.utf8)) }

  /// Writes a share; JSON has no infinities, and a share that is no number says nothing.
  mutating func value(_ share: Double) {
    if share.isFinite { raw(Array(share.description.utf8)) } else { null() }
  }

  mutating func value(_ isTrue: Bool) { raw(Array((isTrue ? "true" : "false").utf8)) }

  mutating func null() { raw(Array("null".utf8)) }

  /// Writes a value that is JSON text already.
  mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    place = .afterValue
  }

  mutating func member(_ name: StaticString, _ string: String?) {
    key(name)
    value(string)
  }

  mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    value(number)
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    place = .afterOpening
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if place != .afterOpening { breakLine() }
    bytes.append(bracket)
    place = .afterValue
  }

  private mutating func separate() {
    switch place {
    case .start, .afterKey: return
    case .afterOpening: breakLine()
    case .afterValue:
      if depth > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
    }
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: Self.indents[min(depth, Self.deepestIndent)])
  }

  private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for position in utf8.indices {
      let byte = utf8[position]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart..<position]))
      runStart = position + 1
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x22, 0x5C: bytes.append(byte)
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      default:
        bytes.append(contentsOf: Array("u00".utf8))
        bytes.append(Self.hexDigits[Int(byte >> 4)])
        bytes.append(Self.hexDigits[Int(byte & 15)])
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart...]))
  }
}
