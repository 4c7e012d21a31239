/// The type of a part of mail with its parameters (RFC 2045, 2231): `text/plain; charset="utf-8"; format=flowed`.
struct ContentType {
  /// The type and subtype, in lower case.
  private(set) var name = ""
  private var parameters: [(name: String, value: [UInt8])] = []

  /// Reads a field's value.
  ///
  /// - Complexity: O(number of bytes).
  init(_ value: [UInt8]) {
    var position = 0
    name = String(decoding: Self.token(value, &position), as: UTF8.self).lowercased()
    while let semicolon = value[position...].firstIndex(of: UInt8(ascii: ";")), parameters.count < 64 {
      position = semicolon + 1
      let key = String(decoding: Self.token(value, &position), as: UTF8.self).lowercased()
      guard position < value.count, value[position] == UInt8(ascii: "=") else { continue }
      position += 1
      add(key, Self.value(value, &position))
    }
  }

  /// A parameter's value as it stands; `nil` when there is none.
  func bytes(_ name: String) -> [UInt8]? { parameters.first { $0.name == name }?.value }

  /// A parameter's value in lower case.
  func word(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// A parameter's value as text, encoded words decoded.
  func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: EncodedWords.decoded($0), as: UTF8.self) }
  }

  /// Adds a parameter; the parts of one that was split (`name*0*=`) are joined in their order.
  private mutating func add(_ key: String, _ value: [UInt8]) {
    let parts = key.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return parameters.append((key, value)) }
    let isEncoded = key.hasSuffix("*")
    let isFirst = parts.count < 3 && parts[1].isEmpty || parts[1] == "0"
    var text = value
    if isEncoded {
      var label: [UInt8] = []
      if isFirst {
        let pieces = value.split(separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
        if pieces.count == 3 {
          label = pieces[0].map(ASCII.lowercased)
          text = Array(pieces[2])
        }
      }
      text = QuotedPrintable.decoded(text.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 })
      if !label.isEmpty { text = Charset.utf8(text, label: label) }
    }
    let name = String(parts[0])
    if let index = parameters.firstIndex(where: { $0.name == name }), !isFirst {
      parameters[index].value.append(contentsOf: text)
    } else {
      parameters.append((name, text))
    }
  }

  private static func token(_ value: [UInt8], _ position: inout Int) -> ArraySlice<UInt8> {
    while position < value.count, value[position] <= 0x20 { position += 1 }
    let start = position
    while position < value.count, value[position] > 0x20, value[position] != UInt8(ascii: ";"),
      value[position] != UInt8(ascii: "=")
    {
      position += 1
    }
    let end = position
    while position < value.count, value[position] <= 0x20 { position += 1 }
    return value[start..<end]
  }

  private static func value(_ value: [UInt8], _ position: inout Int) -> [UInt8] {
    while position < value.count, value[position] <= 0x20 { position += 1 }
    guard position < value.count, value[position] == 0x22 else {
      let start = position
      while position < value.count, value[position] != UInt8(ascii: ";"), value[position] > 0x20 {
        position += 1
      }
      return Array(value[start..<position])
    }
    var result: [UInt8] = []
    position += 1
    while position < value.count, value[position] != 0x22 {
      if value[position] == UInt8(ascii: "\\"), position + 1 < value.count { position += 1 }
      result.append(value[position])
      position += 1
    }
    if position < value.count { position += 1 }
    return result
  }
}
