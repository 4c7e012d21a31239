import Glibc

/// Walks over the bytes of a JSON text without building a tree.
///
/// The caller drives: it looks at `current`, takes the key or value that stands there, and goes on. Nothing recurses
/// and nothing is limited by nesting depth; strings are skipped with `memchr` at the speed of memory. The scanner is
/// lenient: it finds its way through any bytes and reports only whether it ran off the end (`isTruncated`).
struct JSONScanner {
  /// The offset of the next byte.
  private(set) var position: Int
  /// Whether the text ended inside a string or container.
  private(set) var isTruncated = false
  /// The number of bytes.
  let count: Int
  private let base: UnsafePointer<UInt8>

  /// Makes a scanner at the start of `bytes`, after a byte order mark; the bytes must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let empty: StaticString = ""
    base = bytes.baseAddress ?? empty.utf8Start
    count = bytes.baseAddress == nil ? 0 : bytes.count
    position = count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF ? 3 : 0
  }

  /// Whether a text may be JSON, perhaps behind a few signs that keep scripts from running it.
  static func isPlausible(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }), bytes[start] != UInt8(ascii: "<") else {
      return false
    }
    return bytes[start] == 0x22 || bytes[start...].prefix(256).contains { $0 == 0x7B || $0 == 0x5B }
  }

  /// Whether all bytes were taken.
  @inline(__always) var isAtEnd: Bool { position >= count }

  /// The next byte, or 0 at the end.
  @inline(__always) var current: UInt8 { position < count ? base[position] : 0 }

  /// Steps over the next byte.
  @inline(__always)
  mutating func advance() { if position < count { position &+= 1 } }

  /// Steps over white space.
  @inline(__always)
  mutating func skipSpace() {
    while position < count, base[position] <= 0x20 { position &+= 1 }
  }

  /// The bytes of a range that the scanner returned.
  @inline(__always)
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// Takes the string whose opening mark is the next byte; returns what stands between the marks, still escaped.
  ///
  /// A string that never ends reaches to the end of the text and sets `isTruncated`.
  @inline(__always)
  mutating func string() -> Range<Int> {
    let start = min(position &+ 1, count)
    if start &+ 8 <= count {
      let word = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
      let marks = JSONKey.flags(of: 0x22, in: word)
      if marks != 0, JSONKey.flags(of: 0x5C, in: word) == 0 {
        let end = start &+ (marks.trailingZeroBitCount >> 3)
        position = end &+ 1
        return start..<end
      }
    }
    let mark = closingMark(from: start)
    isTruncated = isTruncated || mark == count
    position = min(mark &+ 1, count)
    return start..<mark
  }

  /// Takes the member name whose opening mark is the next byte.
  @inline(__always)
  mutating func key() -> JSONKey {
    let start = position &+ 1
    if start &+ 16 <= count {
      let name = UnsafeRawPointer(base + start)
      let word = name.loadUnaligned(as: UInt64.self)
      let marks = JSONKey.flags(of: 0x22, in: word)
      let slashes = JSONKey.flags(of: 0x5C, in: word)
      if marks != 0, slashes == 0 {
        let length = marks.trailingZeroBitCount >> 3
        position = start &+ length &+ 1
        return JSONKey(head: word & ~(UInt64.max << UInt64(length &* 8)), tail: 0, count: length)
      }
      let next = (name + 8).loadUnaligned(as: UInt64.self)
      let nextMarks = JSONKey.flags(of: 0x22, in: next)
      let length = nextMarks.trailingZeroBitCount >> 3
      if marks | slashes == 0, nextMarks != 0, JSONKey.flags(of: 0x5C, in: next) == 0 {
        position = start &+ length &+ 9
        let tail = length > 0 ? (name + length).loadUnaligned(as: UInt64.self) : 0
        return JSONKey(head: word, tail: tail, count: length &+ 8)
      }
    }
    let name = string()
    return longKey(name)
  }

  /// Takes the colon after a key, with white space around it; returns whether there was one.
  @inline(__always)
  mutating func colon() -> Bool {
    skipSpace()
    guard current == 0x3A else { return false }
    position &+= 1
    skipSpace()
    return true
  }

  /// Takes a number and returns it cut to an integer; `nil` when no number stands here or it is too large.
  ///
  /// When no number stands here, nothing is taken.
  @inline(__always)
  mutating func integer() -> Int64? {
    let (value, end) = integer(from: position)
    position = end
    return value
  }

  /// Steps over one value of any kind; always makes progress when not at the end.
  @inline(__always)
  mutating func skipValue() {
    switch current {
    case 0x22: _ = string()
    case 0x5B, 0x7B:
      let end = containerEnd(from: position)
      isTruncated = isTruncated || end > count
      position = min(end, count)
    default: position = max(scalarEnd(from: position), min(position &+ 1, count))
    }
  }

  /// Takes a number or literal and returns its bytes.
  @inline(__always)
  mutating func scalar() -> Range<Int> {
    let start = position
    position = scalarEnd(from: start)
    return start..<position
  }

  // What follows looks ahead without moving: a scanner in a local variable then stays in registers.

  /// The offset of the mark that ends a string, or `count` when there is none.
  ///
  /// A mark ends the string when an even number of backslashes precedes it.
  @inline(never)
  private func closingMark(from start: Int) -> Int {
    var from = start
    while let found = memchr(base + from, 0x22, count &- from) {
      let mark = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      var slashes = mark
      while slashes > start, base[slashes &- 1] == 0x5C { slashes &-= 1 }
      if (mark &- slashes) & 1 == 0 { return mark }
      from = mark &+ 1
    }
    return count
  }

  /// The key of a name of sixteen bytes or more, with escapes, or at the very end of the text.
  @inline(never)
  private func longKey(_ name: Range<Int>) -> JSONKey {
    let raw = bytes(name)
    guard raw.contains(0x5C) else { return JSONKey(raw) }
    var unescaped: [UInt8] = []
    JSONString.append(raw, to: &unescaped)
    return unescaped.withUnsafeBufferPointer { JSONKey($0) }
  }

  @inline(never)
  private func integer(from start: Int) -> (value: Int64?, end: Int) {
    var cursor = start
    let isNegative = cursor < count && base[cursor] == 0x2D
    if isNegative { cursor &+= 1 }
    let firstDigit = cursor
    var value: Int64 = 0
    var isTooLarge = false
    if let word = eightDigits(at: cursor) {
      // Neighbours are joined to two, four and eight digits.
      var digits = word & 0x0F0F_0F0F_0F0F_0F0F
      digits = (digits &* 10 &+ (digits >> 8)) & 0x00FF_00FF_00FF_00FF
      digits = (digits &* 100 &+ (digits >> 16)) & 0x0000_FFFF_0000_FFFF
      digits = (digits &* 10_000 &+ (digits >> 32)) & 0xFFFF_FFFF
      value = Int64(digits)
      cursor &+= 8
    }
    while cursor < count, base[cursor] &- 0x30 < 10 {
      // Eighteen digits always fit.
      isTooLarge = isTooLarge || cursor &- firstDigit == 18
      value = value &* 10 &+ Int64(base[cursor] &- 0x30)
      cursor &+= 1
    }
    guard cursor > firstDigit else { return (nil, start) }
    if cursor < count, base[cursor] == 0x2E || base[cursor] | 0x20 == 0x65 {
      isTooLarge = isTooLarge || base[cursor] | 0x20 == 0x65
      cursor = scalarEnd(from: cursor)
    }
    return (isTooLarge ? nil : (isNegative ? 0 &- value : value), cursor)
  }

  @inline(__always)
  private func scalarEnd(from start: Int) -> Int {
    var cursor = start
    if eightDigits(at: cursor) != nil {
      cursor &+= 8
    } else if cursor &+ 4 <= count,
      UnsafeRawPointer(base + cursor).loadUnaligned(as: UInt32.self) == JSONKey.null
    {
      cursor &+= 4
    }
    while cursor < count {
      switch base[cursor] {
      case 0...0x20, 0x2C, 0x5D, 0x7D, 0x22, 0x5B, 0x7B, 0x3A: return cursor
      default: cursor &+= 1
      }
    }
    return cursor
  }

  /// The eight bytes at `start` when all of them are digits.
  @inline(__always)
  private func eightDigits(at start: Int) -> UInt64? {
    guard start &+ 8 <= count else { return nil }
    let word = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
    // The high half of every byte is 3, also after adding 6: so the low half is at most 9.
    let isDigits =
      word & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
      && (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
    return isDigits ? word : nil
  }

  /// The end of an array or object, found by counting brackets; `count + 1` when it does not end.
  ///
  /// Which kind closes which is not checked.
  @inline(never)
  private func containerEnd(from start: Int) -> Int {
    var depth = 0
    var cursor = start
    while cursor < count {
      switch base[cursor] {
      case 0x22: cursor = closingMark(from: cursor &+ 1) &+ 1
      case 0x5B, 0x7B:
        depth &+= 1
        cursor &+= 1
      case 0x5D, 0x7D:
        depth &-= 1
        cursor &+= 1
        if depth == 0 { return cursor }
      default: cursor &+= 1
      }
    }
    return count &+ 1
  }
}
