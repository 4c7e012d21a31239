import TestSupport
import Testing

@testable import ArticleModel

@Suite("Timestamps") struct TimestampTests {
  @Test(
    "ISO 8601 is read and written in UTC",
    arguments: [
      ("1970-01-01", 0, "1970-01-01"),
      ("1969-12-31", -86_400, "1969-12-31"),
      ("2000-02-29", 951_782_400, "2000-02-29"),
      ("2024-05-12T08:30:00+02:00", 1_715_495_400, "2024-05-12T06:30:00Z"),
      ("2024-05-12 08:30Z", 1_715_502_600, "2024-05-12T08:30:00Z"),
      ("2024-05-12t08:30:15.250z", 1_715_502_615, "2024-05-12T08:30:15Z"),
      ("2024-05-12T08:30:15", 1_715_502_615, "2024-05-12T08:30:15Z"),
      ("2023-12-31T23:30:00-0130", 1_704_070_800, "2024-01-01T01:00:00Z"),
      ("1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"),
      ("2016-12-31T23:59:60Z", 1_483_228_800, "2017-01-01T00:00:00Z"),
      ("2024-05-12T24:00:00Z", 1_715_558_400, "2024-05-13T00:00:00Z"),
      ("2024-05-12T08:30+05", 1_715_484_600, "2024-05-12T03:30:00Z"),
    ] as [(String, Int64, String)])
  func read(text: String, seconds: Int64, written: String) throws {
    let timestamp = try #require(Timestamp(iso8601: text))
    #expect(timestamp.seconds == seconds)
    #expect(timestamp.iso8601 == written)
    #expect(Timestamp(iso8601: written) == timestamp)
  }

  @Test(
    "What is no date is refused",
    arguments: [
      "", "2024", "2024-5-12", "2024-13-01", "2024-00-10", "2023-02-29", "1900-02-29", "2024-04-31",
      "2024-05-12T",
      "2024-05-12T8:30", "2024-05-12T25:00", "2024-05-12T24:30", "2024-05-12T08:60", "2024-05-12T08:30:61",
      "2024-05-12T08:30Zx", "2024-05-12T08:30+2", "2024-05-12T08:30+02:", "2024-05-12T08:30+02:75", "today",
      "2024-05-12T08:30:00+99:00",
    ])
  func refused(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test("Every day of four centuries has its date")
  func calendar() {
    var expected = (year: 1896, month: 1, day: 1)
    guard let first = Timestamp(year: 1896, month: 1, day: 1) else {
      Issue.record("no first day")
      return
    }
    for day in 0..<146_097 {
      let timestamp = Timestamp(seconds: first.seconds + Int64(day) * 86_400, hasTimeOfDay: false)
      guard timestamp.date == expected,
        Timestamp(year: expected.year, month: expected.month, day: expected.day) == timestamp
      else {
        Issue.record("day \(day) is \(timestamp.date), not \(expected)")
        return
      }
      if Timestamp(year: expected.year, month: expected.month, day: expected.day + 1) != nil {
        expected.day += 1
      } else {
        expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
    }
    #expect(expected == (2296, 1, 1))
  }

  @Test("Random times survive being written and read", arguments: [1, 2] as [UInt64])
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let seconds = Int64.random(in: -62_167_219_200...253_402_300_799, using: &generator)
      let timestamp = Timestamp(seconds: seconds)
      #expect(Timestamp(iso8601: timestamp.iso8601) == timestamp)
    }
  }

  @Test("Absurd times are written without trouble", arguments: [Int64.min, Int64.max, -1 << 53, 1 << 60])
  func absurd(seconds: Int64) {
    #expect(Timestamp(seconds: seconds).iso8601.hasSuffix("Z"))
    #expect((1...12).contains(Timestamp(seconds: seconds).date.month))
  }

  @Test("Years before Christ have their sign first")
  func negativeYear() {
    #expect(Timestamp(seconds: -62_198_755_200, hasTimeOfDay: false).iso8601 == "-0001-01-01")
  }

  @Test("Days that do not exist are refused, however absurd")
  func noSuchDay() {
    #expect(Timestamp(year: 2023, month: 2, day: 29) == nil)
    #expect(Timestamp(year: Int.max, month: 1, day: 1) == nil)
    #expect(Timestamp(year: Int.min, month: 1, day: 1) == nil)
    #expect(Timestamp(year: 2024, month: 0, day: 1) == nil)
  }

  @Test("A day comes before its midnight, so that order and equality agree")
  func order() {
    let day = Timestamp(seconds: 0, hasTimeOfDay: false)
    let midnight = Timestamp(seconds: 0)
    #expect(day < midnight && !(midnight < day) && midnight < Timestamp(seconds: 1, hasTimeOfDay: false))
  }
}
