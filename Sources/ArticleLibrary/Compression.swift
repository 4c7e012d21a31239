import CZlib

/// Blocks of bytes as they are kept: compressed where that helps.
enum Compression {
  /// The most bytes of one source: as many as can be read at once.
  private static let sizeLimit = 600 << 20

  /// Compresses; `nil` when it would not get smaller.
  static func compressed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count > 64 else { return nil }
    var count = pq_deflate_bound(bytes.count)
    var isGood = false
    let result = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      isGood = pq_deflate(bytes.baseAddress, bytes.count, buffer.baseAddress, &count) != 0
      used = isGood ? count : 0
    }
    return isGood && result.count < bytes.count ? result : nil
  }

  /// Decompresses to exactly `size` bytes; `nil` when the block is damaged.
  static func decompressed(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    guard size >= 0, size <= sizeLimit else { return nil }
    var isGood = false
    let result = [UInt8](unsafeUninitializedCapacity: max(1, size)) { buffer, used in
      isGood = bytes.withUnsafeBufferPointer {
        pq_inflate($0.baseAddress, $0.count, buffer.baseAddress, size) != 0
      }
      used = isGood ? size : 0
    }
    return isGood ? result : nil
  }
}
