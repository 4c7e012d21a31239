extension [UInt8] {
  /// Appends the bytes of a string in one piece.
  mutating func append(utf8 string: String) {
    var copy = string
    copy.withUTF8 { append(contentsOf: $0) }
  }
}
