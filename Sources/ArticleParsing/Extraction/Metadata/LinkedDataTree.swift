/// The JSON of one script as a flat tree.
///
/// A loop with a stack. `JSONDocument` is for texts that are JSON, of any size: its values know neither what is around
/// them nor, behind damage, what they are. Pages state little, but with line breaks in strings, lost commas and scripts
/// around it: here every value has its parent, and what follows a mistake is read all the same.
struct LinkedDataTree {
  enum Kind { case object, list, string, other }

  struct Value {
    var kind: Kind
    /// The value, without quotation marks, in the source.
    var range: Range<Int>
    /// The member's name; zero length in lists.
    var key: JSONKey
    var parent: Int
    var nextSibling = -1
    var firstChild = -1
  }

  private(set) var values: [Value] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private static let noKey = JSONKey("")
  /// More values than any page states about itself.
  private static let limit = 50_000

  /// Reads a script; values beyond a limit are left out.
  ///
  /// - Complexity: O(number of bytes).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var scanner = JSONScanner(bytes)
    var open: [Int] = []
    var last: [Int] = []
    var key = Self.noKey
    func append(_ kind: Kind, _ range: Range<Int>) {
      let index = values.count
      values.append(Value(kind: kind, range: range, key: key, parent: open.last ?? -1))
      if let parent = open.last, let before = last.last {
        if before >= 0 { values[before].nextSibling = index } else { values[parent].firstChild = index }
        last[last.count - 1] = index
      }
      key = Self.noKey
    }
    while !scanner.isAtEnd, values.count < Self.limit {
      switch scanner.current {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        append(scanner.current == UInt8(ascii: "{") ? .object : .list, scanner.position..<scanner.position)
        open.append(values.count - 1)
        last.append(-1)
        scanner.advance()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = open.popLast()
        _ = last.popLast()
        scanner.advance()
      case 0x22:
        let text = scanner.string()
        if let parent = open.last, values[parent].kind == .object, key == Self.noKey, scanner.colon() {
          key = JSONKey(scanner.bytes(text))
        } else {
          append(.string, text)
        }
      case UInt8(ascii: ","), 0x00...0x20, UInt8(ascii: ":"): scanner.advance()
      default:
        let before = scanner.position
        let range = scanner.scalar()
        append(.other, range)
        if scanner.position <= before { scanner.advance() }
      }
    }
  }

  /// The member of an object with a name.
  func member(_ key: JSONKey, of value: Int) -> Int? {
    guard values[value].kind == .object else { return nil }
    return children(of: value).first { values[$0].key == key }
  }

  /// The members of an object or the elements of a list.
  func children(of value: Int) -> some Sequence<Int> {
    sequence(state: values[value].firstChild) { next -> Int? in
      guard next >= 0 else { return nil }
      defer { next = values[next].nextSibling }
      return next
    }
  }

  /// A value itself, or the elements of a list.
  func items(of value: Int) -> [Int] {
    values[value].kind == .list ? Array(children(of: value).prefix(64)) : [value]
  }

  /// The words of a string on one line.
  func string(_ value: Int) -> String? {
    guard values[value].kind == .string else { return nil }
    let text = JSONString.line(UnsafeBufferPointer(rebasing: bytes[values[value].range]))
    return text.isEmpty ? nil : text
  }

  /// The words of a string with their line breaks.
  func text(_ value: Int) -> String? {
    guard values[value].kind == .string else { return nil }
    var words: [UInt8] = []
    JSONString.append(UnsafeBufferPointer(rebasing: bytes[values[value].range]), to: &words)
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  /// The words of a string member on one line.
  func string(_ key: JSONKey, of value: Int) -> String? {
    guard let member = member(key, of: value) else { return nil }
    return items(of: member).lazy.compactMap { string($0) }.first
  }
}
