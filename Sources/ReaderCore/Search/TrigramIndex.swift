/// Says which parts of a long text can hold a pattern, so that a search passes the others without reading them.
///
/// The text is taken as chunks of 8 KiB. Each run of three bytes (a trigram, letters A to Z as a to z) is one of 8192
/// rows by its hash, and a row has a bit for each chunk in which such a run begins. A chunk in which a pattern begins
/// has the bit of the pattern's first trigram, and it or the next chunk has those of the others; about one chunk in
/// fifty has them by chance. This is the trigram index of Russ Cox's code search (2012), with hashes for the trigrams
/// and chunks for the files. It takes an eighth of the text's size.
public struct TrigramIndex: Sendable {
  private static let chunkBits = 13
  private static let rowBits = 13

  /// The bytes of the text that was indexed.
  public let length: Int
  /// The words of 64 bits in a row.
  private let stride: Int
  /// The rows one after the other, each `stride` words.
  private let bits: [UInt64]

  /// Indexes a text.
  ///
  /// - Complexity: O(length), about 5 ms a megabyte.
  public init(_ utf8: UnsafeBufferPointer<UInt8>) {
    length = utf8.count
    let chunks = (utf8.count >> Self.chunkBits) + 1
    let stride = (chunks + 63) / 64
    self.stride = stride
    let rowWords = (1 << Self.rowBits) / 64
    bits = Array(unsafeUninitializedCapacity: stride << Self.rowBits) { bits, count in
      bits.initialize(repeating: 0)
      count = bits.count
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: rowWords) { seen in
        for chunk in 0..<chunks {
          // The rows of one chunk first, in a block that stays in the nearest cache; few are new in the end.
          seen.update(repeating: 0)
          Self.collect(utf8, chunk, into: seen)
          for word in 0..<rowWords {
            var rest = seen[word]
            while rest != 0 {
              let row = word * 64 + rest.trailingZeroBitCount
              bits[row * stride + chunk >> 6] |= 1 << UInt64(chunk & 63)
              rest &= rest - 1
            }
          }
        }
      }
    }
  }

  /// The chunks in which a pattern can begin, in order; `nil` when nothing is known, as of patterns of two bytes.
  ///
  /// - Complexity: O(chunks · length of the pattern / 64).
  func chunks(for pattern: [UInt8]) -> [Range<Int>]? {
    guard pattern.count >= 3, pattern.count <= 1 << Self.chunkBits else { return nil }
    var found = row(Self.row(pattern[0], pattern[1], pattern[2]))
    for index in 1..<max(1, pattern.count - 2) {
      let next = row(Self.row(pattern[index], pattern[index + 1], pattern[index + 2]))
      for word in 0..<stride {
        let following = next[word] >> 1 | (word + 1 < stride ? next[word + 1] << 63 : 0)
        found[word] &= next[word] | following
      }
    }
    var result: [Range<Int>] = []
    for word in 0..<stride {
      var rest = found[word]
      while rest != 0 {
        let chunk = word * 64 + rest.trailingZeroBitCount
        result.append(chunk << Self.chunkBits..<min(length, (chunk + 1) << Self.chunkBits))
        rest &= rest - 1
      }
    }
    return result
  }

  private func row(_ row: Int) -> [UInt64] { Array(bits[row * stride..<(row + 1) * stride]) }

  private static func collect(
    _ utf8: UnsafeBufferPointer<UInt8>, _ chunk: Int, into seen: UnsafeMutableBufferPointer<UInt64>
  ) {
    let start = chunk << chunkBits
    let end = min(start + 1 << chunkBits, utf8.count - 2)
    guard start < end else { return }
    var first = folded(utf8[start])
    var second = folded(utf8[start + 1])
    for position in start..<end {
      let third = folded(utf8[position + 2])
      let row = hash(UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16)
      seen[row >> 6] |= 1 << UInt64(row & 63)
      first = second
      second = third
    }
  }

  private static func row(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    hash(UInt32(folded(first)) | UInt32(folded(second)) << 8 | UInt32(folded(third)) << 16)
  }

  /// Fibonacci hashing: the upper bits of a product with 2³² over the golden ratio.
  private static func hash(_ trigram: UInt32) -> Int {
    Int((trigram &* 2_654_435_769) >> (32 - UInt32(rowBits)))
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
