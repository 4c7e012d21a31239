extension NamedReferences {
  /// The longest name that is a reference at `start`, and its length without semicolon.
  ///
  /// The names that begin with the bytes read so far are a range of the sorted table, which each byte narrows.
  static func longestName(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (name: Int, length: Int)? {
    guard start < bytes.count, (0x41...0x7A).contains(bytes[start]) else { return nil }
    let letter = Int(bytes[start]) - 0x41
    var low = number(letters, at: letter * 2, digits: 2)
    var high = number(letters, at: letter * 2 + 2, digits: 2)
    var length = 1
    var found: (name: Int, length: Int)?
    while low < high {
      let end = start + length
      if nameStart(low + 1) - nameStart(low) == length {
        // The shortest of the names left; it counts when it is complete.
        if end < bytes.count && bytes[end] == UInt8(ascii: ";") || isForgiven(low) { found = (low, length) }
      }
      guard end < bytes.count, isLetterOrDigit(bytes[end]) else { break }
      low = firstName(in: low..<high, whoseByteAt: length, isAtLeast: Int(bytes[end]))
      high = firstName(in: low..<high, whoseByteAt: length, isAtLeast: Int(bytes[end]) + 1)
      length += 1
    }
    return found
  }

  /// The scalars that a name stands for.
  static func value(of name: Int) -> (first: Unicode.Scalar, second: Unicode.Scalar?) {
    let first = number(records, at: name * recordLength + 3, digits: 4) & ~forgivenBit
    let second = number(records, at: name * recordLength + 7, digits: 3)
    return (
      Unicode.Scalar(UInt32(first)) ?? "\u{FFFD}", second == 0 ? nil : Unicode.Scalar(UInt32(second))
    )
  }

  @inline(__always)
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  @inline(__always)
  private static func number(_ table: UnsafePointer<UInt8>, at start: Int, digits: Int) -> Int {
    var value = 0
    for place in start..<start + digits { value = value << 6 | (Int(table[place]) - 0x30) }
    return value
  }

  @inline(__always)
  private static func nameStart(_ name: Int) -> Int { number(records, at: name * recordLength, digits: 3) }

  private static func isForgiven(_ name: Int) -> Bool {
    number(records, at: name * recordLength + 3, digits: 4) & forgivenBit != 0
  }

  /// The first name of a range whose byte at `place` is at least `byte`; names that end there come first.
  @inline(__always)
  private static func firstName(in range: Range<Int>, whoseByteAt place: Int, isAtLeast byte: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      let start = nameStart(middle)
      let value = start + place < nameStart(middle + 1) ? Int(names[start + place]) : -1
      if value < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
