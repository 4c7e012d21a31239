/// Short texts, such as the names of a thread's authors, as one text.
///
/// 100,000 of them are two arrays instead of 100,000 strings: soon made, soon let go of, and searched in one go.
public struct TextList: RandomAccessCollection, Hashable, Sendable {
  /// The bytes of all texts, one after the other.
  public private(set) var utf8: [UInt8] = []
  /// Where each text begins in `utf8`, and where the last one ends.
  public private(set) var bounds: [Int32] = [0]

  /// Makes an empty list.
  public init() {}

  /// Makes a list of some texts.
  public init(_ texts: some Sequence<String>) {
    for var text in texts { text.withUTF8 { append($0) } }
  }

  /// The first index.
  public var startIndex: Int { 0 }

  /// The number of texts.
  public var endIndex: Int { bounds.count - 1 }

  /// A text, as a string of its own.
  public subscript(index: Int) -> String { String(decoding: utf8[range(of: index)], as: UTF8.self) }

  /// Where a text stands in `utf8`.
  public func range(of index: Int) -> Range<Int> { Int(bounds[index])..<Int(bounds[index + 1]) }

  /// The texts that have other characters than those of ASCII, ascending.
  ///
  /// - Complexity: O(length of all texts), at eight bytes a step where there are none.
  public var indicesBeyondASCII: [Int] {
    var result: [Int] = []
    utf8.withUnsafeBytes { bytes in
      var index = 0
      var position = 0
      while position < bytes.count {
        if position + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          if word & 0x8080_8080_8080_8080 == 0 {
            position += 8
            continue
          }
        }
        guard bytes[position] >= 0x80 else {
          position += 1
          continue
        }
        while Int(bounds[index + 1]) <= position { index += 1 }
        result.append(index)
        position = Int(bounds[index + 1])
      }
    }
    return result
  }

  /// Appends a text given as valid UTF-8; what would not fit into two gigabytes is left out.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    utf8.append(contentsOf: text.prefix(Int(Int32.max) - utf8.count))
    bounds.append(Int32(utf8.count))
  }
}
