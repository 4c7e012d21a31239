import Foundation

@testable import HTMLTree

/// A case of the html5lib tokenizer tests.
struct TokenizerCase {
  var file: String
  var description: String
  var input: String
  var expected: [Output]
  var states: [String]
  var lastStartTag: String?
  /// Whether the case has a lone surrogate.
  var holdsSurrogates = false

  /// A token, with texts that follow one another joined.
  enum Output: Equatable {
    case characters(String)
    case comment(String)
    case startTag(String, [String: String], isSelfClosing: Bool)
    case endTag(String)
    case doctype(name: String?, publicID: String?, systemID: String?, isCorrect: Bool)
  }

  static func cases(in file: URL) throws -> [TokenizerCase] {
    // JSONSerialization drops lone surrogates; the cases that have some are marked before that.
    let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: file)) as? [String: Any]
    let tests = object?["tests"] ?? object?["xmlViolationTests"]
    return (tests as? [[String: Any]] ?? []).map { TokenizerCase(file: file.lastPathComponent, object: $0) }
  }

  private init(file: String, object: [String: Any]) {
    let isEscaped = object["doubleEscaped"] as? Bool ?? false
    var holdsSurrogates = false
    func text(_ value: Any?) -> String? {
      guard let text = value as? String else { return nil }
      guard isEscaped else { return text }
      let (plain, isWhole) = Self.unescaped(text)
      if !isWhole { holdsSurrogates = true }
      return plain
    }
    self.file = file
    description = object["description"] as? String ?? ""
    input = text(object["input"]) ?? ""
    states = object["initialStates"] as? [String] ?? ["Data state"]
    lastStartTag = object["lastStartTag"] as? String
    expected = (object["output"] as? [[Any]] ?? []).compactMap { token in
      switch token[0] as? String {
      case "Character": return .characters(text(token[1]) ?? "")
      case "Comment": return .comment(text(token[1]) ?? "")
      case "StartTag":
        var attributes: [String: String] = [:]
        for (name, value) in token[2] as? [String: String] ?? [:] {
          attributes[text(name) ?? ""] = text(value)
        }
        return .startTag(
          text(token[1]) ?? "", attributes, isSelfClosing: token.count > 3 && token[3] as? Bool ?? false)
      case "EndTag": return .endTag(text(token[1]) ?? "")
      case "DOCTYPE":
        return .doctype(
          name: text(token[1]), publicID: text(token[2]), systemID: text(token[3]),
          isCorrect: token[4] as? Bool ?? false)
      default: return nil
      }
    }
    self.holdsSurrogates = holdsSurrogates
  }

  /// A text with its `\uXXXX` taken for characters, and whether all were.
  private static func unescaped(_ text: String) -> (text: String, isWhole: Bool) {
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.first {
      let digits = String(decoding: rest.dropFirst(2).prefix(4), as: UTF16.self)
      if unit == UInt16(UInt8(ascii: "\\")), rest.dropFirst().first == UInt16(UInt8(ascii: "u")),
        let value = UInt16(digits, radix: 16)
      {
        units.append(value)
        rest = rest.dropFirst(6)
      } else {
        units.append(unit)
        rest = rest.dropFirst()
      }
    }
    let plain = String(decoding: units, as: UTF16.self)
    return (plain, Array(plain.utf16) == units)
  }

  /// The tokens that the tokenizer makes of the input from a state.
  func actual(from state: String) -> [Output] {
    let source = Array(input.utf8).withUnsafeBufferPointer { HTMLDocument.withNormalLineBreaks($0) }
    return source.withUnsafeBufferPointer { bytes in
      KnownNames.slots.withUnsafeBufferPointer { knownNames in
        var tokenizer = Tokenizer(bytes, knownNames: knownNames)
        tokenizer.content = Self.contents[state] ?? .data
        if let lastStartTag { tokenizer.lastStartTag = PackedName(lastStartTag.utf8) }
        return Self.tokens(&tokenizer)
      }
    }
  }

  private static let contents: [String: Tokenizer.Content] = [
    "Data state": .data, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext, "PLAINTEXT state": .plaintext,
    "Script data state": .script, "CDATA section state": .cdata,
  ]

  private static func tokens(_ tokenizer: inout Tokenizer) -> [Output] {
    var result: [Output] = []
    while true {
      tokenizer.next()
      let token = tokenizer.token
      let text = String(decoding: tokenizer.bytes(token.text), as: UTF8.self)
      switch token.kind {
      case .end: return result
      case .text, .nulls:
        if case .characters(let before)? = result.last {
          result[result.count - 1] = .characters(before + text)
        } else {
          result.append(.characters(text))
        }
      case .comment: result.append(.comment(text))
      case .endTag: result.append(.endTag(tokenizer.string(ofName: token.name)))
      case .startTag:
        var attributes: [String: String] = [:]
        for index in token.attributes.first..<token.attributes.first + token.attributes.count {
          let attribute = tokenizer.attributes[index]
          attributes[tokenizer.string(ofName: Int32(attribute.name))] = String(
            decoding: tokenizer.bytes(attribute.value), as: UTF8.self)
        }
        result.append(
          .startTag(tokenizer.string(ofName: token.name), attributes, isSelfClosing: token.isSelfClosing))
      case .doctype:
        let identifiers = ["public" as StaticString, "system"].map {
          tokenizer.value(of: $0, in: token.attributes).map { String(decoding: $0, as: UTF8.self) }
        }
        result.append(
          .doctype(
            name: text.isEmpty ? nil : text, publicID: identifiers[0], systemID: identifiers[1],
            isCorrect: !token.forcesQuirks))
      }
    }
  }
}
