/// Makes foreign text harmless and valid.
///
/// The only way text enters the article model. What comes out is valid UTF-8 with no control characters but newline
/// and tab, no bidirectional overrides or isolates, and no invisible format characters that only deceive. Cleaning
/// clean text changes nothing.
public enum Sanitizer {
  /// Appends `bytes` to `output` in clean form.
  ///
  /// Carriage returns and Unicode line separators become newlines; other controls and broken sequences become
  /// U+FFFD, one for each; bidirectional overrides, isolates and byte order marks are dropped.
  ///
  /// - Complexity: O(number of bytes); ASCII text is copied in runs.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var position = 0
    var runStart = 0
    while position < bytes.count {
      let byte = bytes[position]
      if (byte >= 0x20 && byte < 0x7F) || byte == 0x0A || byte == 0x09 {
        position += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<position]))
      position = appendScalar(at: position, of: bytes, to: &output)
      runStart = position
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<position]))
  }

  /// A string in clean form; newlines and tabs stay.
  public static func clean(_ text: String) -> String {
    var copy = text
    var output: [UInt8] = []
    copy.withUTF8 { append($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// A string in clean form on one line: white space is folded to single spaces and trimmed.
  public static func cleanLine(_ text: String) -> String {
    clean(text).split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }

  /// Appends the scalar or broken sequence at `position`; returns the position after it.
  private static func appendScalar(
    at position: Int, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Int {
    let byte = bytes[position]
    if byte < 0x80 {
      if byte == 0x0D {
        output.append(0x0A)
        return position + (position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1)
      }
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      return position + 1
    }
    var iterator = bytes[position..<min(position + 4, bytes.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      return position + 1
    }
    let end = position + UTF8.width(scalar)
    switch scalar.value {
    case 0x80...0x9F: output.append(contentsOf: [0xEF, 0xBF, 0xBD])
    case 0x2028, 0x2029: output.append(0x0A)
    case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
    default: output.append(contentsOf: bytes[position..<end])
    }
    return end
  }
}
