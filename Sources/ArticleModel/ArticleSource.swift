/// Where an article came from and how it was read.
public struct ArticleSource: Hashable, Sendable {
  /// The place of the bytes.
  public enum Location: Hashable, Sendable {
    /// A file, by the path the user gave.
    case path(String)
    /// An address on the web.
    case url(String)
    /// Standard input, or bytes handed over by a program.
    case stream
    /// The sample that ships with the program.
    case sample

    /// A name for it: the last part of a path, an address, or a word.
    public var name: String {
      switch self {
      case .path(let path): path.split(separator: "/").last.map(String.init) ?? path
      case .url(let url): url
      case .stream: "standard input"
      case .sample: "sample"
      }
    }
  }

  /// The place of the bytes.
  public var location: Location
  /// The format the bytes were read as.
  public var format: InputFormat
  /// The comment system that the thread was read with (`wordpress`, `hacker-news`), or `nil`.
  public var commentSystem: String?

  /// Makes a source.
  public init(location: Location, format: InputFormat, commentSystem: String? = nil) {
    self.location = location
    self.format = format
    self.commentSystem = commentSystem
  }
}
