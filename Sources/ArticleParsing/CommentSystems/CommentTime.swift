import ArticleModel

/// When a comment was posted, as a page states it in its markup and prints it.
struct CommentTime {
  /// The point in time, when the page states one.
  var posted: Timestamp?
  /// The words of the page.
  var text: String?

  /// Reads an element that is known to hold the time; `nil` when it holds none.
  ///
  /// - Complexity: O(size of the element).
  init?(_ node: Int, in document: HTMLDocument) {
    var posted: Timestamp?
    var stated: String?
    for name in Self.attributes {
      guard let value = document.attribute(name, of: node), let time = Self.machineTime(value) else {
        continue
      }
      posted = time
      stated = value
      break
    }
    self.init(
      text: document.text(of: node), posted: posted, stated: stated,
      isTime: DiscussionSigns.isTime(node, document))
  }

  /// Reads a text that is known to hold the time.
  init?(text: String, posted: Timestamp? = nil, stated: String? = nil, isTime: Bool = false) {
    self.posted = posted
    let printed = Self.printed(text, isTime: isTime || posted != nil)
    self.text = printed?.text ?? (stated.flatMap { $0.utf8.count <= 80 && !$0.isEmpty ? $0 : nil })
    if self.posted == nil { self.posted = printed?.day }
    if self.text == nil, self.posted == nil { return nil }
  }

  /// The part of a text that is a date: all of it when it says little else.
  private static func printed(_ text: String, isTime: Bool) -> (text: String, day: Timestamp?)? {
    guard !text.isEmpty else { return nil }
    var scanner = DateScanner()
    var copy = text
    let found = copy.withUTF8 { bytes in
      scanner.firstDate(in: bytes, 0..<min(bytes.count, 200)).map { ($0, Array(bytes[$0.range])) }
    }
    if let (date, words) = found {
      let printed = String(decoding: words, as: UTF8.self)
      return (says(text, besides: date.range.count) ? printed : text, date.day)
    }
    let hasDigit = text.utf8.contains(where: ASCII.isDigit)
    guard isTime ? text.utf8.count <= 80 : hasDigit && text.utf8.count <= 40 else { return nil }
    return (text, nil)
  }

  /// Whether a text says more than the date in it: weekdays and "at" belong to the date, numbers and names do not.
  static func says(_ text: String, besides length: Int) -> Bool {
    let isMost = text.utf8.count <= 60 && length * 10 >= text.utf8.count * 6
    return !isMost || text.utf8.contains { "#|[]{}".utf8.contains($0) } || text.contains(" — ")
  }

  /// A time as machines write it: ISO 8601 with its usual deviations, or seconds or milliseconds since 1970.
  static func machineTime(_ text: String) -> Timestamp? {
    // "2018-06-30 02:29:59Z, License: …"
    let text = String(text.prefix { $0 != "," })
    let words = text.split(separator: " ")
    guard let first = words.first, text.utf8.count <= 60 else { return nil }
    if let time = Timestamp(iso8601: text) ?? Timestamp(iso8601: words.joined()) { return time }
    if words.count > 1 {
      let rest = words[1...].joined()
      if let time = Timestamp(iso8601: "\(first)T\(rest)") { return time }
    }
    if let time = Timestamp(iso8601: String(first)), words.count == 1 || time.hasTimeOfDay { return time }
    if words.count > 1, let time = Timestamp(iso8601: "\(first)T\(words[1])") { return time }
    if first.utf8.count > 19, let time = Timestamp(iso8601: String(first.prefix(19))) { return time }
    guard words.count == 1, let number = Int64(first.prefix { $0 != "." }) else { return nil }
    switch number {
    case 100_000_000...9_999_999_999: return Timestamp(seconds: number)
    case 100_000_000_000...9_999_999_999_999: return Timestamp(seconds: number / 1000)
    default: return nil
    }
  }

  private static let attributes = [
    "datetime", "title", "data-time", "data-timestamp", "data-utime", "data-at-unix", "data-epoch",
    "data-date",
    "data-datetime", "data-created", "data-created-at", "data-original-title", "content", "ts", "value",
  ]
}
