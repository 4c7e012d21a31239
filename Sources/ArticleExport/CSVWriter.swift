/// Writes comma-separated values as RFC 4180 has them: CRLF after each record, marks doubled in quoted fields.
struct CSVWriter {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  private var isAtRecordStart = true

  /// Writes a field whose words come from an article.
  ///
  /// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a tab for a formula and runs it; such a field
  /// gets an apostrophe in front. `nil` is written as an empty field.
  mutating func text(_ string: String?) {
    let string = string ?? ""
    switch string.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09: fact("'" + string)
    default: fact(string)
    }
  }

  /// Writes a field that the program made: a number, a name of a kind, a time.
  ///
  /// `nil` is written as an empty field.
  mutating func fact(_ string: String?) {
    if !isAtRecordStart { bytes.append(UInt8(ascii: ",")) }
    isAtRecordStart = false
    guard let string else { return }
    let mark = UInt8(ascii: "\"")
    let needsMarks = string.utf8.contains {
      $0 == mark || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsMarks else {
      bytes.append(utf8: string)
      return
    }
    bytes.append(mark)
    for byte in string.utf8 {
      if byte == mark { bytes.append(mark) }
      bytes.append(byte)
    }
    bytes.append(mark)
  }

  mutating func endRecord() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isAtRecordStart = true
  }

  mutating func header(_ names: [String]) {
    for name in names { fact(name) }
    endRecord()
  }
}
