/// Bytes that an article, or a part of its discussion, was read from, with what is known about them.
///
/// A file is one part. A page from the web may have more: the answers of the interfaces that its thread came from. A
/// library keeps the parts; the article is made from them anew.
public struct SourcePart: Hashable, Sendable {
  /// What a part holds.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// The article, and whatever discussion its page carries.
    case article
    /// A discussion of the article that stands in for the page's own.
    case thread
    /// A discussion of the article somewhere else, which stands below the page's own.
    case discussion
  }

  /// What it holds.
  public var role: Role
  /// Where it came from: an address or a path; `nil` for a pipe.
  public var address: String?
  /// The name of the format it was read as; `nil` to detect it.
  public var format: String?
  /// Which article of it is meant, from 1, when it holds several; `nil` for the first.
  public var article: Int?
  /// The content type that came with it.
  public var contentType: String?
  /// For asking again whether it has changed.
  public var entityTag: String?
  /// For asking again whether it has changed.
  public var lastModified: String?
  /// The bytes.
  public var bytes: [UInt8]

  /// Makes a part.
  public init(
    role: Role = .article, address: String? = nil, format: String? = nil, article: Int? = nil,
    contentType: String? = nil, entityTag: String? = nil, lastModified: String? = nil, bytes: [UInt8] = []
  ) {
    self.role = role
    self.address = address
    self.format = format
    self.article = article
    self.contentType = contentType
    self.entityTag = entityTag
    self.lastModified = lastModified
    self.bytes = bytes
  }
}
