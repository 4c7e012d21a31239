/// Joins the entries of several Atom feeds, so that a thread that comes in pages is read as one.
enum AtomEntries {
  /// The most entries that Blogger puts into one answer.
  static let pageSize = 500

  private static let start = Array("<entry".utf8)
  private static let end = Array("</entry>".utf8)
  private static let feedEnd = Array("</feed>".utf8)

  /// How many entries a feed has.
  static func count(_ feed: [UInt8]) -> Int {
    var count = 0
    var position = 0
    while let next = find(end, in: feed, from: position) {
      count += 1
      position = next + end.count
    }
    return count
  }

  /// The first feed with the entries of the second behind its own; the first alone when there are none.
  static func joined(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    guard let lower = find(start, in: second, from: 0), let last = findLast(end, in: second), last > lower,
      let place = findLast(feedEnd, in: first)
    else { return first }
    return Array(first[..<place]) + second[lower..<last + end.count] + first[place...]
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from position: Int) -> Int? {
    guard bytes.count >= wanted.count, position <= bytes.count - wanted.count else { return nil }
    return (position...bytes.count - wanted.count).first { matches(wanted, bytes, $0) }
  }

  private static func findLast(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    return (0...bytes.count - wanted.count).last { matches(wanted, bytes, $0) }
  }

  private static func matches(_ wanted: [UInt8], _ bytes: [UInt8], _ position: Int) -> Bool {
    guard bytes[position] == wanted[0] else { return false }
    return bytes[position..<position + wanted.count].elementsEqual(wanted)
  }
}
