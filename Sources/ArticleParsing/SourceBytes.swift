/// Immutable bytes that several tasks may share: an owned array, or foreign memory with a deallocator.
///
/// A reader that leaves words in their file format keeps a reference to this object; the memory is given back when
/// the last one is gone.
public final class SourceBytes: Sendable {
  /// The most bytes that are read at once.
  ///
  /// Ranges are 32-bit, and cleaning can make a byte three (a control character becomes U+FFFD).
  public static let sizeLimit = 600 << 20

  private let storage: Storage

  /// Takes over an array, without copying it.
  public convenience init(_ array: [UInt8]) {
    self.init(storage: .array(array))
  }

  /// Takes over foreign memory, such as a memory map.
  ///
  /// - Parameters:
  ///   - pointer: The bytes; they must not change until `deallocator` is called.
  ///   - deallocator: Gives the memory back; called once, on any thread.
  public convenience init(
    unowned pointer: UnsafeRawBufferPointer, deallocator: @escaping @Sendable () -> Void
  ) {
    self.init(storage: .foreign(ForeignMemory(pointer: pointer, deallocator: deallocator)))
  }

  private init(storage: Storage) { self.storage = storage }

  /// The number of bytes.
  public var count: Int {
    switch storage {
    case .array(let array): array.count
    case .foreign(let memory): memory.pointer.count
    }
  }

  /// Calls `body` with the bytes; the pointer is valid during the call only.
  ///
  /// - Parameter body: What to do with the bytes.
  /// - Returns: What `body` returns.
  public func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    switch storage {
    case .array(let array): try array.withUnsafeBufferPointer(body)
    case .foreign(let memory): try body(memory.pointer.bindMemory(to: UInt8.self))
    }
  }

  private enum Storage: Sendable {
    case array([UInt8])
    case foreign(ForeignMemory)
  }
}

/// Memory that somebody else allocated.
///
/// Unchecked: the pointer is only read, its owner promises that the bytes never change, and the deallocator is
/// sendable and runs once, from `deinit`.
private final class ForeignMemory: @unchecked Sendable {
  let pointer: UnsafeRawBufferPointer
  private let deallocator: @Sendable () -> Void

  init(pointer: UnsafeRawBufferPointer, deallocator: @escaping @Sendable () -> Void) {
    self.pointer = pointer
    self.deallocator = deallocator
  }

  deinit { deallocator() }
}
