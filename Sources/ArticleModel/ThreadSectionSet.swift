/// Which sections an entry belongs to; one past the 64th counts as the 64th.
struct ThreadSectionSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  init(_ section: Int) { insert(section) }

  mutating func insert(_ section: Int) { bits |= 1 << UInt64(max(0, min(63, section))) }

  mutating func formUnion(_ other: ThreadSectionSet) { bits |= other.bits }

  var first: Int { bits.trailingZeroBitCount }

  var all: [Int] { (0..<64).filter { bits >> UInt64($0) & 1 == 1 } }
}
