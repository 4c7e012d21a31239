import ArticleParsing
import Synchronization

/// What a fetch may take; whatever is exceeded ends it, and what came until then is kept.
public struct FetchLimits: Hashable, Sendable {
  /// Seconds until a connection stands.
  public var connectSeconds = 10
  /// Seconds without a byte.
  public var idleSeconds = 10
  /// Seconds in all, redirects included, waits that the server asks for excluded.
  public var totalSeconds = 30
  /// Bytes of the answer after decompression.
  public var bytes = 20 << 20
  /// Redirects.
  public var redirects = 10
  /// How many seconds a server may ask to wait before a second try; longer waits are left to the user.
  public var retrySeconds = 20
  /// How often a request is tried again.
  public var retries = 2

  /// The usual limits.
  public init() {}
}

/// What is to be fetched.
public struct FetchRequest: Sendable {
  /// The address.
  public var address: WebAddress
  /// The server that the user typed, which may then be a private one.
  public var typed: WebAddress?
  /// What is wanted, as an `Accept` header.
  public var accept = "text/html,application/xhtml+xml,application/json;q=0.9,application/xml;q=0.8,*/*;q=0.5"
  /// The entity tag of the answer that is there already.
  public var entityTag: String?
  /// When the answer that is there already was last modified, as its server wrote it.
  public var lastModified: String?

  /// A request for an address that came from a page, an API or a feed.
  public init(_ address: WebAddress, typed: WebAddress? = nil) {
    self.address = address
    self.typed = typed
  }

  /// A request for an address that the user typed.
  public init(typed address: WebAddress) {
    self.init(address, typed: address)
  }
}

/// What came.
public struct FetchAnswer: Sendable {
  /// The status, or 304 when the answer that is there already is still good.
  public var status: Int
  /// The address that answered, after all redirects.
  public var address: WebAddress
  /// The content type with its parameters.
  public var contentType: String?
  /// For the next conditional request.
  public var entityTag: String?
  /// For the next conditional request.
  public var lastModified: String?
  /// The bytes, decompressed.
  public var bytes: SourceBytes
  /// Why the bytes are not all, when they are not.
  public var incomplete: FetchFailure?
  /// What the reader should know: that a redirect left encryption, for instance.
  public var notes: [String]
}

/// How far a fetch has come.
public enum FetchProgress: Hashable, Sendable {
  /// Looking the host up and connecting.
  case connecting(host: String)
  /// Bytes of the answer so far.
  case receiving(bytes: Int)
  /// The server asked to wait.
  case waiting(seconds: Int)
}

/// Ends fetches from another thread.
public final class FetchCancellation: Sendable {
  private let flag = Atomic(false)

  /// Makes one that was not used yet.
  public init() {}

  /// Whether the fetch is to end.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Ends the fetch.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
