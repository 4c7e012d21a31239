/// Turns byte offsets of a UTF-8 text into counts of Unicode scalars.
///
/// Keeps the count at every 256th byte, so that a million offsets into one long paragraph stay cheap.
struct ScalarIndex {
  private static let stride = 256

  private let utf8: [UInt8]
  private var counts: [Int32] = []

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    counts.reserveCapacity(utf8.count / Self.stride + 1)
    var count: Int32 = 0
    for position in utf8.indices {
      if position % Self.stride == 0 { counts.append(count) }
      if utf8[position] & 0xC0 != 0x80 { count &+= 1 }
    }
    if utf8.count % Self.stride == 0 { counts.append(count) }
  }

  /// The number of scalars that begin before the byte `offset`.
  func scalars(before offset: Int) -> Int {
    let end = max(0, min(offset, utf8.count))
    var count = Int(counts[end / Self.stride])
    for byte in utf8[(end / Self.stride * Self.stride)..<end] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The number of scalars that begin in `lower..<upper`.
  func scalars(from lower: Int, to upper: Int) -> Int { scalars(before: upper) - scalars(before: lower) }
}
