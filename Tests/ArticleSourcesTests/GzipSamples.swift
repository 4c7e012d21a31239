/// Compressed answers, made by hand because the program itself compresses nothing.
enum GzipSamples {
  /// `<p>Words that were squeezed`.
  static let words: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xB3, 0x29, 0xB0, 0x0B, 0xCF, 0x2F, 0x4A,
    0x29, 0x56,
    0x28, 0xC9, 0x48, 0x2C, 0x51, 0x28, 0x4F, 0x2D, 0x4A, 0x55, 0x28, 0x2E, 0x2C, 0x4D, 0x4D, 0xAD, 0x4A,
    0x4D, 0x01,
    0x00, 0xAD, 0xF4, 0x30, 0x7E, 0x1B, 0x00, 0x00, 0x00,
  ]

  /// About 50 MB of one letter in 300 KB: one literal, then nothing but the longest repetitions (RFC 1951, 3.2.6).
  static let bomb: [UInt8] = {
    var bytes: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 2, 0xFF]
    var bits: UInt64 = 0
    var count = 0
    func put(_ value: UInt64, _ length: Int) {
      bits |= value << UInt64(count)
      count += length
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        count -= 8
      }
    }
    put(0b011, 3)  // the last block, with fixed codes
    put(0b1000_1001, 8)  // the letter a; codes stand highest bit first
    for _ in 0..<200_000 { put(0b00000_1010_0011, 13) }  // 258 bytes from one byte before
    put(0, 7)
    put(0, 7)
    return bytes + [UInt8](repeating: 0, count: 8)
  }()
}
