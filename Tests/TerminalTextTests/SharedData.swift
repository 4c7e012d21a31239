import Foundation

/// Data that lives beside the repository; tests that need it are skipped without it.
enum SharedData {
  static let folder: String =
    ProcessInfo.processInfo.environment["PULLQUOTE_SHARED"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared").standardized
    .path

  static func path(_ name: String) -> String { folder + "/data/hostile/" + name }

  static func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  static func lines(_ name: String) throws -> [Substring] {
    let data = try Data(contentsOf: URL(filePath: path(name)))
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }
}

/// A line of a Unicode break test file: a text, and the byte offsets where it is broken.
struct BreakTest {
  var text: [UInt8] = []
  var breaks: [Int] = []
  var line: String

  /// Reads `÷ 0061 × 0308 ÷`; `nil` for a comment.
  init?(_ line: Substring) {
    guard !line.hasPrefix("#"), let data = line.split(separator: "#").first else { return nil }
    self.line = String(line)
    for word in data.split(whereSeparator: \.isWhitespace) {
      switch word {
      case "÷": breaks.append(text.count)
      case "×": break
      default:
        guard let value = UInt32(word, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
        text += Array(String(Character(scalar)).utf8)
      }
    }
  }
}
