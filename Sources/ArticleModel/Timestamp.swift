/// A point in time, or a day when the source gives no time of day.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z; midnight UTC of the day when there is no time of day.
  public let seconds: Int64
  /// Whether the source gave a time of day.
  public let hasTimeOfDay: Bool

  /// Makes a timestamp from seconds since 1970.
  public init(seconds: Int64, hasTimeOfDay: Bool = true) {
    self.seconds = seconds
    self.hasTimeOfDay = hasTimeOfDay
  }

  /// Reads an ISO 8601 date (`2024-05-12`) or date and time (`2024-05-12T08:30:00+02:00`, `2024-05-12 08:30Z`).
  ///
  /// A time without zone is taken as UTC. Fractions of a second are dropped. Returns `nil` for anything else,
  /// impossible dates included.
  public init?(iso8601 text: String) {
    var digits = ISO8601Scanner(utf8: Array(text.utf8))
    guard let year = digits.number(4), digits.skip(UInt8(ascii: "-")), let month = digits.number(2),
      digits.skip(UInt8(ascii: "-")), let day = digits.number(2), (1...12).contains(month),
      (1...Timestamp.daysInMonth(month, year: year)).contains(day)
    else { return nil }
    let days = Timestamp.daysSince1970(year: year, month: month, day: day)
    guard !digits.isAtEnd else {
      self.init(seconds: days * 86_400, hasTimeOfDay: false)
      return
    }
    guard digits.skip(UInt8(ascii: "T")) || digits.skip(UInt8(ascii: "t")) || digits.skip(0x20),
      let hour = digits.number(2), digits.skip(UInt8(ascii: ":")), let minute = digits.number(2), minute < 60
    else { return nil }
    var second = 0
    if digits.skip(UInt8(ascii: ":")) {
      guard let value = digits.number(2), value < 61 else { return nil }
      second = value
      if digits.skip(UInt8(ascii: ".")) { digits.skipDigits() }
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0) else { return nil }
    var offset = 0
    if !digits.isAtEnd && !digits.skip(UInt8(ascii: "Z")) && !digits.skip(UInt8(ascii: "z")) {
      let isWest = digits.skip(UInt8(ascii: "-"))
      guard isWest || digits.skip(UInt8(ascii: "+")), let hours = digits.number(2), hours < 24 else {
        return nil
      }
      var minutes = 0
      if digits.skip(UInt8(ascii: ":")) || !digits.isAtEnd {
        guard let value = digits.number(2), value < 60 else { return nil }
        minutes = value
      }
      offset = (hours * 60 + minutes) * (isWest ? -60 : 60)
    }
    guard digits.isAtEnd else { return nil }
    self.init(seconds: days * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset))
  }

  /// The timestamp in ISO 8601, in UTC: `2024-05-12` or `2024-05-12T06:30:00Z`.
  public var iso8601: String {
    let days = daysSince1970
    let (year, month, day) = Timestamp.date(daysSince1970: days)
    let date = "\(Timestamp.padded(year, 4))-\(Timestamp.padded(month, 2))-\(Timestamp.padded(day, 2))"
    guard hasTimeOfDay else { return date }
    let rest = Int(seconds &- days &* 86_400)
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { Timestamp.padded($0, 2) }
    return "\(date)T\(time.joined(separator: ":"))Z"
  }

  /// The calendar date in UTC.
  public var date: (year: Int, month: Int, day: Int) {
    Timestamp.date(daysSince1970: daysSince1970)
  }

  /// The whole days since 1970, rounded down.
  private var daysSince1970: Int64 {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    return rest < 0 ? days - 1 : days
  }

  /// Whether `lhs` is the earlier time; a day without time of day comes before its midnight.
  public static func < (lhs: Timestamp, rhs: Timestamp) -> Bool {
    lhs.seconds == rhs.seconds ? !lhs.hasTimeOfDay && rhs.hasTimeOfDay : lhs.seconds < rhs.seconds
  }

  /// Makes the timestamp of a day; `nil` when there is no such day, or its year has more than four digits.
  public init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month),
      (1...Timestamp.daysInMonth(month, year: year)).contains(day)
    else {
      return nil
    }
    self.init(
      seconds: Timestamp.daysSince1970(year: year, month: month, day: day) * 86_400, hasTimeOfDay: false)
  }

  /// Days since 1970 of a proleptic Gregorian date, counting years from March so that the leap day is last
  /// (the usual era arithmetic: 146,097 days in 400 years).
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  private static func date(daysSince1970 days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let sign = number < 0 ? "-" : ""
    return sign + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A cursor over the bytes of an ISO 8601 text.
private struct ISO8601Scanner {
  let utf8: [UInt8]
  var position = 0

  init(utf8: [UInt8]) { self.utf8 = utf8 }

  var isAtEnd: Bool { position == utf8.count }

  mutating func number(_ digits: Int) -> Int? {
    guard position + digits <= utf8.count else { return nil }
    var value = 0
    for byte in utf8[position..<position + digits] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += digits
    return value
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < utf8.count, utf8[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func skipDigits() {
    while position < utf8.count, (0x30...0x39).contains(utf8[position]) { position += 1 }
  }
}
