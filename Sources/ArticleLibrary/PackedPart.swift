import ArticleModel

/// A part of a source as it is kept: what is known of it, and its bytes, compressed where that helps.
public struct PackedPart: Sendable {
  /// What the part holds.
  public let role: SourcePart.Role
  /// Where it came from.
  public let address: String?
  let format: String?
  private(set) var article: Int?
  let contentType: String?
  let entityTag: String?
  let lastModified: String?
  /// The number of bytes before compression.
  let size: Int
  let isCompressed: Bool
  let data: [UInt8]

  /// The number of bytes that it takes in a library.
  public var keptSize: Int { data.count }

  /// The same bytes for one of the articles that they hold, from 1.
  public func of(article number: Int) -> PackedPart {
    var part = self
    part.article = number
    return part
  }

  /// Packs a part.
  ///
  /// - Complexity: O(bytes).
  public init(_ part: SourcePart) {
    self = part.bytes.withUnsafeBufferPointer { Self(part, bytes: $0) }
  }

  /// Packs foreign bytes, such as those of a memory map, without holding a second copy of them.
  ///
  /// - Parameters:
  ///   - part: What is known of the part; its own bytes are not looked at.
  ///   - bytes: The bytes.
  /// - Complexity: O(bytes).
  public init(_ part: SourcePart, bytes: UnsafeBufferPointer<UInt8>) {
    role = part.role
    address = part.address
    format = part.format
    article = part.article
    contentType = part.contentType
    entityTag = part.entityTag
    lastModified = part.lastModified
    size = bytes.count
    let compressed = Compression.compressed(bytes)
    isCompressed = compressed != nil
    data = compressed ?? Array(bytes)
  }
}
