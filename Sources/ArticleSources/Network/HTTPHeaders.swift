import ArticleModel
import Glibc

/// The headers of an answer.
struct HTTPHeaders: Sendable {
  private let fields: [(name: String, value: String)]

  /// Reads a header block, status line included.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var fields: [(String, String)] = []
    for line in bytes.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[line.startIndex..<colon], as: UTF8.self).lowercased()
      var value = line[line.index(after: colon)...]
      while let first = value.first, first <= 0x20 { value = value.dropFirst() }
      while let last = value.last, last <= 0x20 { value = value.dropLast() }
      fields.append((name, String(decoding: value.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)))
    }
    self.fields = fields
  }

  /// The value of a field; the last one when there are several.
  subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

  /// How many seconds the server asks to wait, from its `Retry-After`: seconds, or a date.
  func retrySeconds(now: Int64) -> Int? {
    guard let value = self["retry-after"] else { return nil }
    if let seconds = Int(value) { return max(0, seconds) }
    return HTTPDate.seconds(of: value).map { Int(clamping: max(0, $0 - now)) }
  }
}

/// Dates as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
  /// Seconds since 1970, or `nil` for anything else.
  static func seconds(of text: String) -> Int64? {
    let parts = text.split { $0 == " " || $0 == "," || $0 == ":" }
    guard parts.count == 8, parts[7] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
      let month = months.firstIndex(of: String(parts[2])), let hour = Int64(parts[4]),
      let minute = Int64(parts[5]),
      let second = Int64(parts[6]), (0..<24).contains(hour), (0..<60).contains(minute),
      (0...60).contains(second),
      let date = Timestamp(year: year, month: month + 1, day: day)
    else { return nil }
    return date.seconds + hour * 3600 + minute * 60 + second
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
