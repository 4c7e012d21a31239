import ArticleModel

/// Reads dates as mail, feeds and exports write them: RFC 5322 with its older forms, and ISO 8601 with its looser ones.
enum InternetDate {
  /// The time that a text states, or `nil` when it states none.
  ///
  /// A time without zone is taken as UTC.
  static func read(_ text: String) -> Timestamp? {
    let words = text.utf8.prefix(80).split(whereSeparator: { $0 <= 0x20 || $0 == 0x2C })
    guard let first = words.first else { return nil }
    if first.count >= 7, first.first.map(ASCII.isDigit) == true, first.contains(0x2D) {
      if let time = iso8601(words.map { String(decoding: $0, as: UTF8.self) }) { return time }
    }
    return rfc5322(words.map { Array($0) })
  }

  /// Whether a text is a date in the form that machines write.
  static func isISO8601(_ text: String) -> Bool {
    let head = Array(text.utf8.prefix(10))
    return head.count == 10 && head[4] == 0x2D && head[7] == 0x2D && head[..<4].allSatisfy(ASCII.isDigit)
  }

  /// Dates like "2003-12-31T10:14:55Z", "2012-05-09 11:47:01 +0200", "2003-12".
  private static func iso8601(_ words: [String]) -> Timestamp? {
    var text = words[0]
    if words.count > 1 { text += "T" + words[1] }
    if words.count > 2, words[2].first == "+" || words[2].first == "-" { text += words[2] }
    return Timestamp(iso8601: text) ?? Timestamp(iso8601: words[0])
      ?? (words[0].utf8.count == 7 ? Timestamp(iso8601: words[0] + "-01") : nil)
  }

  /// Dates like "Tue, 17 Nov 2009 21:28:37 +0600", "Tue Nov 17 21:28:37 2009", "17-Nov-09 21:28 GMT".
  private static func rfc5322(_ words: [[UInt8]]) -> Timestamp? {
    var day: Int?
    var month: Int?
    var year: Int?
    var seconds: Int?
    var offset = 0
    for word in words.flatMap({ dateParts($0) }) {
      if let number = number(word) {
        if day == nil, word.count <= 2 {
          day = number
        } else if year == nil, month != nil || word.count == 4 {
          year =
            word.count == 2 ? number + (number < 50 ? 2000 : 1900) : number < 200 ? number + 1900 : number
        }
      } else if month == nil, let found = self.month(word) {
        month = found
      } else if seconds == nil, let found = timeOfDay(word) {
        seconds = found
      } else if seconds != nil, let found = zone(word) {
        offset = found
        break
      }
    }
    guard let day, let month, let year, let date = Timestamp(year: year, month: month, day: day) else {
      return nil
    }
    guard let seconds else { return date }
    return Timestamp(seconds: date.seconds + Int64(seconds - offset))
  }

  /// The parts of a date that is written with hyphens; any other word as it is.
  private static func dateParts(_ word: [UInt8]) -> [[UInt8]] {
    guard let first = word.first, ASCII.isDigit(first), word.contains(where: ASCII.isLetter) else {
      return [word]
    }
    return word.split(separator: 0x2D).map { Array($0) }
  }

  private static func number(_ word: [UInt8]) -> Int? {
    guard (1...4).contains(word.count), word.allSatisfy(ASCII.isDigit) else { return nil }
    return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func month(_ word: [UInt8]) -> Int? {
    guard word.count >= 3 else { return nil }
    let name = String(decoding: word.prefix(3).map(ASCII.lowercased), as: UTF8.self)
    return months.firstIndex(of: name).map { $0 + 1 }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The seconds since midnight of "21:28" or "21:28:37".
  private static func timeOfDay(_ word: [UInt8]) -> Int? {
    let parts = word.split(separator: 0x3A, omittingEmptySubsequences: false).map { number(Array($0)) }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1], hour < 25, minute < 60
    else {
      return nil
    }
    guard parts.count == 3 else { return hour * 3600 + minute * 60 }
    guard let second = parts[2], second < 61 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// The seconds by which a zone is ahead of UTC.
  private static func zone(_ word: [UInt8]) -> Int? {
    if word.first == 0x2B || word.first == 0x2D {
      let digits = word.dropFirst().filter { $0 != 0x3A }
      guard digits.count == 4, let value = number(Array(digits)), value % 100 < 60, value < 2400 else {
        return nil
      }
      return (value / 100 * 3600 + value % 100 * 60) * (word[0] == 0x2D ? -1 : 1)
    }
    return zones[String(decoding: word.map(ASCII.lowercased), as: UTF8.self)].map { $0 * 3600 }
  }

  /// The zones that RFC 5322 keeps from older mail, and those of Europe.
  private static let zones = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "wet": 0, "west": 1, "bst": 1,
  ]
}
