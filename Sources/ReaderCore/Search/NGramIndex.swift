/// Says which parts of a long text can hold a pattern, so that a search passes the others without reading them.
///
/// The text is taken as chunks of 8 KiB. Each run of three bytes (a trigram, letters A to Z as a to z) is one of 8192
/// rows by its hash, each pair of bytes one of 4096 by what the two are, and a row has a bit for each chunk in which
/// such a run begins. A chunk in which a pattern begins has the bit of the pattern's first trigram, and it or the next
/// chunk has those of the others; about one chunk in fifty has them by chance. Patterns of two bytes go by the pairs.
/// This is the trigram index of Russ Cox's code search (2012), with hashes for the trigrams and chunks for the files.
/// It takes a fifth of the text's size.
public struct NGramIndex: Sendable {
  private static let chunkBits = 13
  private static let trigramBits = 13
  private static let pairBits = 12
  private static let rowCount = 1 << trigramBits + 1 << pairBits

  /// The bytes of the text that was indexed.
  public let length: Int
  /// The words of 64 bits in a row.
  private let stride: Int
  /// The rows one after the other, each `stride` words; those of the trigrams before those of the pairs.
  private let bits: [UInt64]

  /// Indexes a text.
  ///
  /// - Complexity: O(length), about 6 ms a megabyte.
  public init(_ utf8: UnsafeBufferPointer<UInt8>) {
    length = utf8.count
    let chunks = (utf8.count >> Self.chunkBits) + 1
    let stride = (chunks + 63) / 64
    self.stride = stride
    let rowWords = Self.rowCount / 64
    bits = Array(unsafeUninitializedCapacity: stride * Self.rowCount) { bits, count in
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

  /// The chunks in which a pattern can begin, in order; `nil` when nothing is known, as of patterns of one byte.
  ///
  /// - Complexity: O(chunks · length of the pattern / 64).
  func chunks(for pattern: [UInt8]) -> [Range<Int>]? {
    guard pattern.count >= 2, pattern.count <= 1 << Self.chunkBits else { return nil }
    guard pattern.count > 2 else { return chunks(row(Self.pairRow(pattern[0], pattern[1]))) }
    var found = row(Self.trigramRow(pattern[0], pattern[1], pattern[2]))
    for index in 1..<max(1, pattern.count - 2) {
      let next = row(Self.trigramRow(pattern[index], pattern[index + 1], pattern[index + 2]))
      for word in 0..<stride {
        let following = next[word] >> 1 | (word + 1 < stride ? next[word + 1] << 63 : 0)
        found[word] &= next[word] | following
      }
    }
    return chunks(found)
  }

  /// The chunks whose bits are set.
  private func chunks(_ row: [UInt64]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for word in 0..<stride {
      var rest = row[word]
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
    // The last pair of the text begins no trigram.
    let end = min(start + 1 << chunkBits, utf8.count - 1)
    guard start < end else { return }
    var first = folded(utf8[start])
    var second = folded(utf8[start + 1])
    for position in start..<end {
      let pair = pairRow(first, second)
      seen[pair >> 6] |= 1 << UInt64(pair & 63)
      guard position + 2 < utf8.count else { break }
      let third = folded(utf8[position + 2])
      let trigram = hash(UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16)
      seen[trigram >> 6] |= 1 << UInt64(trigram & 63)
      first = second
      second = third
    }
  }

  private static func trigramRow(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    hash(UInt32(folded(first)) | UInt32(folded(second)) << 8 | UInt32(folded(third)) << 16)
  }

  /// The row of a pair: letters and digits have rows of their own, other bytes share them.
  private static func pairRow(_ first: UInt8, _ second: UInt8) -> Int {
    1 << trigramBits + sort(first) << 6 + sort(second)
  }

  /// One of 64 sorts of bytes: a letter, a digit, or one of 28 for all others.
  private static func sort(_ byte: UInt8) -> Int {
    let letter = folded(byte) &- 0x61
    if letter < 26 { return Int(letter) }
    let digit = byte &- 0x30
    return digit < 10 ? 26 + Int(digit) : 36 + Int(byte % 28)
  }

  /// Fibonacci hashing: the upper bits of a product with 2³² over the golden ratio.
  private static func hash(_ trigram: UInt32) -> Int {
    Int((trigram &* 2_654_435_769) >> (32 - UInt32(trigramBits)))
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
