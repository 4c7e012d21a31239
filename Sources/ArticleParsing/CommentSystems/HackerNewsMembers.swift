/// The members of one Hacker News item, as far as they have been read; texts are ranges of the source, still escaped.
struct HackerNewsMembers {
  /// What stands where the members stop.
  enum Stop {
    /// The inside of the list of replies.
    case replies
    /// What follows the item.
    case objectEnd
    /// The end of the source, or something that is no member.
    case stray
  }

  /// The names that matter, as `JSONKey` heads and lengths; constants, so that telling them apart is one comparison.
  enum Name {
    static var id: UInt64 { 0x6469 }
    static var url: UInt64 { 0x6C72_75 }
    static var text: UInt64 { 0x7478_6574 }
    static var title: UInt64 { 0x65_6C74_6974 }
    static var author: UInt64 { 0x726F_6874_7561 }
    static var points: UInt64 { 0x7374_6E69_6F70 }
    static var children: UInt64 { 0x6E65_7264_6C69_6863 }
    /// The first and the last eight bytes of `created_at_i`.
    static var postedHead: UInt64 { 0x5F64_6574_6165_7263 }
    static var postedTail: UInt64 { 0x695F_7461_5F64_6574 }
  }

  var id: Range<Int>?
  var author: Range<Int>?
  var text: Range<Int>?
  var title: Range<Int>?
  var address: Range<Int>?
  var posted: Int64?
  var points: Int64?
  var hasSeenAuthor = false
  var hasSeenText = false
  /// Whether nothing has been read.
  var isEmpty = true

  /// Reads members up to the list of replies or the end of the item.
  mutating func read(_ place: inout JSONScanner) -> Stop {
    // A local scanner stays in registers; one behind a pointer would be written back after every byte.
    var scanner = place
    defer { place = scanner }
    while true {
      scanner.skipSpace()
      var byte = scanner.current
      if byte == 0x2C {
        scanner.advance()
        scanner.skipSpace()
        byte = scanner.current
      }
      guard byte == 0x22 else {
        guard byte == 0x7D else { return .stray }
        scanner.advance()
        return .objectEnd
      }
      let key = scanner.key()
      guard scanner.colon() else { return .stray }
      isEmpty = false
      if scanner.current == 0x22 {
        keep(scanner.string(), for: key)
        if scanner.isTruncated { return .stray }
        continue
      }
      if key.head == Name.children, key.count == 8, scanner.current == 0x5B {
        scanner.advance()
        return .replies
      }
      let start = scanner.position
      switch key.count {
      case 2 where key.head == Name.id: id = scanner.scalar()
      case 4 where key.head == Name.text: hasSeenText = true
      case 6 where key.head == Name.author: hasSeenAuthor = true
      case 6 where key.head == Name.points: points = scanner.integer()
      case 12 where key.head == Name.postedHead && key.tail == Name.postedTail: posted = scanner.integer()
      default: break
      }
      if scanner.position == start {
        if scanner.current == 0x5B || scanner.current == 0x7B {
          scanner.skipValue()
        } else {
          _ = scanner.scalar()
        }
        if scanner.isTruncated || scanner.position == start { return .stray }
      }
    }
  }

  @inline(__always)
  private mutating func keep(_ range: Range<Int>, for key: JSONKey) {
    switch key.count {
    case 2 where key.head == Name.id: id = range
    case 3 where key.head == Name.url: address = range
    case 4 where key.head == Name.text:
      text = range
      hasSeenText = true
    case 5 where key.head == Name.title: title = range
    case 6 where key.head == Name.author:
      author = range
      hasSeenAuthor = true
    default: break
    }
  }
}
