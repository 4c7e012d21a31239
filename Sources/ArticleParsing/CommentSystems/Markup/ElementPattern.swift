import HTMLTree

/// What an element looks like, in the notation of style sheets.
///
/// Compounds of an element's name, `.class`, `#identifier`, `[attribute]`, `[attribute=value]`, `[attribute^=start]` and
/// `[attribute*=part]`, and descendants: `li.comment`, `.comment-meta time[datetime]`. Two signs are our own: a class or
/// identifier that ends with `*` stands for all that begin so, and an identifier that ends with `0` for all that go on
/// with a number: `.Comment-module*`, `#comment-0`. Upper and lower case are told apart.
struct ElementPattern: ExpressibleByStringLiteral, Sendable {
  /// One demand on an attribute.
  struct Test: Sendable {
    /// How the value is compared.
    enum Comparison: Sendable {
      case present, equals, begins, contains, hasWord, hasWordBeginning, isNumbered

      /// Whether an attribute's value is as a pattern wants it.
      ///
      /// - Complexity: O(length); times the length of what is wanted for `contains`.
      func holds(_ text: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .present: return true
        case .equals: return text.count == value.count && Self.stands(value, in: text, at: 0)
        case .begins: return Self.stands(value, in: text, at: 0)
        case .isNumbered:
          guard text.count > value.count, Self.stands(value, in: text, at: 0) else { return false }
          return text[value.count...].allSatisfy(ASCII.isDigit)
        case .contains:
          guard text.count >= value.count else { return false }
          return (0...(text.count - value.count)).contains { Self.stands(value, in: text, at: $0) }
        case .hasWord, .hasWordBeginning:
          var position = 0
          while position < text.count {
            while position < text.count, text[position] <= 0x20 { position += 1 }
            let start = position
            while position < text.count, text[position] > 0x20 { position += 1 }
            let count = position - start
            if count == value.count || count > value.count && self == .hasWordBeginning,
              Self.stands(value, in: text, at: start)
            {
              return true
            }
          }
          return false
        }
      }

      /// Whether bytes stand at a place of others.
      private static func stands(
        _ value: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at start: Int
      ) -> Bool {
        guard text.count - start >= value.count else { return false }
        for offset in value.indices where text[start + offset] != value[offset] { return false }
        return true
      }
    }

    /// What the attribute is to a page's vocabulary.
    enum Subject: Sendable { case classes, identifier, other }

    let attribute: String
    let subject: Subject
    let comparison: Comparison
    let value: [UInt8]
    /// The `WordHash` of the value.
    let hash: UInt64

    init(attribute: String, comparison: Comparison, value: [UInt8]) {
      self.attribute = attribute
      subject = attribute == "class" ? .classes : attribute == "id" ? .identifier : .other
      self.comparison = comparison
      self.value = value
      hash = value.withUnsafeBufferPointer { WordHash.of($0) }
    }
  }

  /// What one element must be.
  struct Compound: Sendable {
    var tag: HTMLTag?
    /// The name of an element that `HTMLTag` does not know.
    var name: String?
    var tests: [Test] = []
  }

  /// The element itself last, before it those that must be around it, the outermost first.
  let compounds: [Compound]

  init(stringLiteral text: String) {
    compounds = text.split(separator: " ").map { Self.compound(Array($0.utf8)) }
  }

  private static func compound(_ text: [UInt8]) -> Compound {
    var result = Compound()
    var position = 0
    func word(endingAt marks: String) -> [UInt8] {
      let start = position
      while position < text.count, !marks.utf8.contains(text[position]) { position += 1 }
      return Array(text[start..<position])
    }
    let name = String(decoding: word(endingAt: ".#["), as: UTF8.self)
    if !name.isEmpty {
      result.tag = HTMLTag(rawValue: name)
      if result.tag == nil { result.name = name }
    }
    while position < text.count {
      let mark = text[position]
      position += 1
      switch mark {
      case UInt8(ascii: "."), UInt8(ascii: "#"):
        result.tests.append(Self.name(word(endingAt: ".#["), isClass: mark == UInt8(ascii: ".")))
      default:
        result.tests.append(Self.attribute(word(endingAt: "]")))
        position += 1
      }
    }
    return result
  }

  private static func name(_ value: [UInt8], isClass: Bool) -> Test {
    let attribute = isClass ? "class" : "id"
    switch value.last {
    case UInt8(ascii: "*"):
      return Test(
        attribute: attribute, comparison: isClass ? .hasWordBeginning : .begins, value: value.dropLast())
    case UInt8(ascii: "0") where !isClass:
      return Test(attribute: attribute, comparison: .isNumbered, value: value.dropLast())
    default: return Test(attribute: attribute, comparison: isClass ? .hasWord : .equals, value: value)
    }
  }

  private static func attribute(_ text: [UInt8]) -> Test {
    guard let sign = text.firstIndex(of: UInt8(ascii: "=")) else {
      return Test(attribute: String(decoding: text, as: UTF8.self), comparison: .present, value: [])
    }
    var end = sign
    var comparison = Test.Comparison.equals
    if sign > 0, text[sign - 1] == UInt8(ascii: "^") { comparison = .begins }
    if sign > 0, text[sign - 1] == UInt8(ascii: "*") { comparison = .contains }
    if comparison != .equals { end -= 1 }
    return Test(
      attribute: String(decoding: text[..<end], as: UTF8.self), comparison: comparison,
      value: Array(text[(sign + 1)...]))
  }
}
