/// Reads the part of TOML 1.0 that settings are written in.
///
/// Tables, dotted and quoted keys, one-line strings, whole numbers, truth values, arrays and inline tables; not dates,
/// floats, multi-line strings and arrays of tables, which are refused by name. Ours, because a theme is read before
/// the first screen: the Swift packages that read TOML bring Foundation with them, which costs more than everything
/// else Pullquote does at start, and they do not tell the line of a key.
public struct TOMLParser {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  /// The levels of a value, and the parts of a key, that are read; more is no setting and would exhaust the stack.
  private static let deepest = 16

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// Reads a file.
  ///
  /// - Parameter text: The file's text.
  /// - Returns: Its top-level table.
  /// - Throws: `TOMLError` for the first thing that is wrong.
  /// - Complexity: O(length of the text × number of keys in a table).
  public static func parse(_ text: String) throws(TOMLError) -> TOMLTable {
    var parser = TOMLParser(text)
    var root = TOMLTable()
    // The entries of the section that is being read are kept apart, so that adding one copies nothing; the entries
    // before the first header are a section without a name.
    var path: [String] = []
    var section = TOMLTable()
    while true {
      parser.skipSpaceAndLines()
      guard let byte = parser.peek else { break }
      if byte == UInt8(ascii: "[") {
        root.replaceTable(at: path, by: section)
        path = try parser.header()
        try parser.insert(.table(TOMLTable()), at: path, line: parser.line, into: &root, isHeader: true)
        section = root.table(at: path)
      } else {
        let line = parser.line
        let key = try parser.key()
        try parser.expect(UInt8(ascii: "="), "a key is followed by =")
        let value = try parser.value()
        try parser.insert(value, at: key, line: line, into: &section, isHeader: false)
      }
      try parser.endOfLine()
    }
    root.replaceTable(at: path, by: section)
    return root
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ message: String) -> TOMLError { TOMLError(line: line, message: message) }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  private mutating func skipSpaceAndLines() {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        position += 1
        line += 1
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() {
    while let byte = peek, byte != 0x0A { position += 1 }
  }

  private mutating func endOfLine() throws(TOMLError) {
    skipSpace()
    if peek == UInt8(ascii: "#") { skipComment() }
    if peek == 0x0D { position += 1 }
    guard let byte = peek else { return }
    guard byte == 0x0A else { throw failure("something stands after the value") }
  }

  private mutating func expect(_ byte: UInt8, _ message: String) throws(TOMLError) {
    skipSpace()
    guard peek == byte else { throw failure(message) }
    position += 1
    skipSpace()
  }

  private mutating func header() throws(TOMLError) -> [String] {
    position += 1
    if peek == UInt8(ascii: "[") { throw failure("arrays of tables ([[…]]) are not used here") }
    let path = try key()
    try expect(UInt8(ascii: "]"), "a table's name ends with ]")
    return path
  }

  /// A key, dotted or not, as its parts.
  private mutating func key() throws(TOMLError) -> [String] {
    var parts: [String] = []
    while true {
      guard parts.count < Self.deepest else { throw failure("a key has too many parts") }
      skipSpace()
      switch peek {
      case UInt8(ascii: "\"")?, UInt8(ascii: "'")?: parts.append(try string())
      default:
        let start = position
        while let byte = peek, Self.isBareKey(byte) { position += 1 }
        guard position > start else { throw failure("a key is missing") }
        parts.append(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      skipSpace()
      guard peek == UInt8(ascii: ".") else { return parts }
      position += 1
    }
  }

  private static func isBareKey(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private mutating func value(depth: Int = 0) throws(TOMLError) -> TOMLValue {
    guard depth < Self.deepest else { throw failure("values are nested too deeply") }
    switch peek {
    case UInt8(ascii: "\"")?, UInt8(ascii: "'")?: return .string(try string())
    case UInt8(ascii: "[")?: return try array(depth: depth)
    case UInt8(ascii: "{")?: return try inlineTable(depth: depth)
    default: return try word()
    }
  }

  private mutating func word() throws(TOMLError) -> TOMLValue {
    let start = position
    while let byte = peek,
      Self.isBareKey(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: ":")
    {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if text == "true" { return .boolean(true) }
    if text == "false" { return .boolean(false) }
    let digits = text.replacing("_", with: "")
    if let number = digits.hasPrefix("0x") ? Int(digits.dropFirst(2), radix: 16) : Int(digits) {
      return .integer(number)
    }
    throw failure(
      text.isEmpty ? "a value is missing" : "\"\(text)\" is no string, whole number, true or false")
  }

  private mutating func string() throws(TOMLError) -> String {
    let mark = bytes[position]
    position += 1
    if position + 1 < bytes.count, bytes[position] == mark, bytes[position + 1] == mark {
      throw failure("strings over several lines are not used here")
    }
    let start = position
    while let byte = peek, byte != mark, byte != UInt8(ascii: "\\"), byte != 0x0A { position += 1 }
    if peek == mark {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var result = Array(bytes[start..<position])
    while let byte = peek, byte != mark {
      guard byte != 0x0A else { break }
      position += 1
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        result += try escape()
      } else {
        result.append(byte)
      }
    }
    guard peek == mark else { throw failure("a string does not end on its line") }
    position += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func escape() throws(TOMLError) -> [UInt8] {
    guard let byte = peek else { throw failure("a string does not end on its line") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let length = byte == UInt8(ascii: "u") ? 4 : 8
      let digits = String(decoding: bytes[position..<min(position + length, bytes.count)], as: UTF8.self)
      guard digits.utf8.count == length, let number = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(number)
      else { throw failure("an escape needs \(length) hexadecimal digits of a Unicode scalar") }
      position += length
      return Array(String(scalar).utf8)
    default: throw failure("\\\(String(Unicode.Scalar(byte))) is no escape")
    }
  }

  private mutating func array(depth: Int) throws(TOMLError) -> TOMLValue {
    position += 1
    var values: [TOMLValue] = []
    while true {
      skipSpaceAndLines()
      if peek == UInt8(ascii: "]") { break }
      values.append(try value(depth: depth + 1))
      skipSpaceAndLines()
      if peek == UInt8(ascii: ",") {
        position += 1
      } else {
        guard peek == UInt8(ascii: "]") else { throw failure("an array needs , or ] here") }
      }
    }
    position += 1
    return .array(values)
  }

  private mutating func inlineTable(depth: Int) throws(TOMLError) -> TOMLValue {
    position += 1
    var table = TOMLTable()
    skipSpace()
    while peek != UInt8(ascii: "}") {
      let path = try key()
      try expect(UInt8(ascii: "="), "a key is followed by =")
      let value = try value(depth: depth + 1)
      try insert(value, at: path, line: line, into: &table, isHeader: false)
      skipSpace()
      if peek == UInt8(ascii: ",") {
        position += 1
        skipSpace()
      } else {
        guard peek == UInt8(ascii: "}") else { throw failure("an inline table needs , or } here") }
      }
    }
    position += 1
    return .table(table)
  }

  /// Puts a value under a path of keys; the tables on the way are made.
  private func insert(
    _ value: TOMLValue, at path: [String], line: Int, into table: inout TOMLTable, isHeader: Bool
  ) throws(TOMLError) {
    guard let key = path.first else { return }
    let index = table.index(of: key)
    if path.count == 1 {
      if let index {
        // [a] after [a.b] names a table that is there already.
        if isHeader, table.entries[index].value.table != nil { return }
        throw TOMLError(
          line: line, message: "\"\(key)\" is set twice; first in line \(table.entries[index].line)")
      }
      table.entries.append(TOMLTable.Entry(key: key, value: value, line: line))
      return
    }
    var inner = TOMLTable()
    if let index {
      guard let existing = table.entries[index].value.table else {
        throw TOMLError(line: line, message: "\"\(key)\" is a value already and cannot be a table")
      }
      inner = existing
      // Taken out, so that the inner table is changed in place and not copied.
      table.entries[index].value = .boolean(false)
    }
    try insert(value, at: Array(path.dropFirst()), line: line, into: &inner, isHeader: isHeader)
    if let index {
      table.entries[index].value = .table(inner)
    } else {
      table.entries.append(TOMLTable.Entry(key: key, value: .table(inner), line: line))
    }
  }
}
