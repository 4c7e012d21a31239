import Glibc

/// Standard error, a line at a time; control characters in names are shown, never sent.
enum StandardError {
  /// Writes words of the program's own, which may move the cursor.
  static func put(_ text: String) {
    var bytes = Array(text.utf8)
    _ = Glibc.write(2, &bytes, bytes.count)
  }

  /// Writes several lines.
  static func writeLines(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { write(String(line)) }
  }

  /// Writes a line.
  static func write(_ line: String) {
    let clean = line.unicodeScalars.map { scalar -> String in
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isBidi = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      return isControl || isBidi ? "\u{FFFD}" : String(scalar)
    }
    var bytes = Array((clean.joined() + "\n").utf8)
    _ = Glibc.write(2, &bytes, bytes.count)
  }
}

/// Standard output; a write that fails is an error, except on a closed pipe, which ends the program quietly.
enum StandardOutput {
  /// Writes bytes; does not return when they cannot be written.
  static func write(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(1, $0.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if count > 0 {
        offset += count
      } else if count < 0, errno == EINTR {
        continue
      } else {
        guard errno == EPIPE else {
          StandardError.write("pullquote: standard output: \(String(cString: strerror(errno)))")
          leave(1)
        }
        leave(0)
      }
    }
  }

  /// Writes a string.
  static func write(_ text: String) { write(Array(text.utf8)) }
}
