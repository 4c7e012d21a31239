import ArticleModel
import CZlib
import Glibc

/// Unpacks what gzip and HTTP's `gzip` and `deflate` have packed.
enum Unpacking {
  /// The most bytes that a source may become.
  static let limit = 256 << 20

  /// What became of packed bytes.
  enum Result {
    /// The bytes; `isWhole` is false when the packed ones end too early or are damaged.
    case bytes(SourceBytes, isWhole: Bool)
    /// There are more than the limit allows.
    case tooLarge
    /// Nothing could be unpacked.
    case damaged
  }

  /// Whether bytes begin as gzip files do.
  static func isGzip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count > 10 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// Unpacks all members of a file, or the body of an answer.
  ///
  /// - Complexity: O(number of bytes in and out); never more memory than the limit.
  static func unpacked(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = Unpacking.limit) -> Result {
    var output: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = pq_unpack(bytes.baseAddress, bytes.count, limit, &output, &count)
    switch Int(status) {
    case Int(PQ_UNPACK_COMPLETE), Int(PQ_UNPACK_CUT):
      guard let output else { return .damaged }
      let memory = UnpackedMemory(pointer: output)
      let source = SourceBytes(unowned: UnsafeRawBufferPointer(start: output, count: count)) {
        free(memory.pointer)
      }
      return .bytes(source, isWhole: Int(status) == Int(PQ_UNPACK_COMPLETE))
    case Int(PQ_UNPACK_TOO_LARGE): return .tooLarge
    default: return .damaged
    }
  }
}

/// Memory that is handed from the one who filled it to the one who frees it; nobody else touches it.
private struct UnpackedMemory: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<UInt8>
}
