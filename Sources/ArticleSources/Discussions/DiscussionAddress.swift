/// An address that is a discussion, and where its complete thread is to be had.
///
/// Addresses of interfaces: documented by the services, or read in their public source.
public struct DiscussionAddress: Hashable, Sendable {
  /// The systems whose addresses are known.
  public enum System: String, Hashable, Sendable, CaseIterable {
    case hackerNews = "Hacker News"
    case lobsters = "Lobsters"
    case reddit = "Reddit"
    case discourse = "Discourse"
    case mastodon = "Mastodon"
    case lemmy = "Lemmy"
  }

  /// The system.
  public var system: System
  /// Where the thread is to be had.
  public var thread: WebAddress
  /// Where the post that began the discussion is to be had, when the thread does not carry it.
  public var post: WebAddress?

  /// Tells a discussion by its address; `nil` for any other address.
  public init?(_ address: WebAddress, services: DiscussionServices = DiscussionServices()) {
    let parts = address.pathParts.map(String.init)
    let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    if host == services.hackerNewsPages.host, parts == ["item"],
      let id = address.parameter("id").flatMap(Self.number),
      let thread = services.hackerNews.resolve("/api/v1/items/\(id)")
    {
      self.init(system: .hackerNews, thread: thread)
    } else if address.isSameServer(as: services.lobsters), parts.count >= 2, parts[0] == "s",
      let thread = services.lobsters.resolve("/s/\(parts[1]).json")
    {
      self.init(system: .lobsters, thread: thread)
    } else if host == services.reddit.host || host.hasSuffix(".reddit.com"),
      let place = parts.firstIndex(of: "comments"), place + 1 < parts.count,
      let thread = services.reddit.resolve("/comments/\(parts[place + 1]).json?raw_json=1&limit=500")
    {
      self.init(system: .reddit, thread: thread)
    } else if let first = parts.first, first == "t",
      let id = parts.dropFirst().prefix(2).lazy.compactMap(Self.number).first,
      let thread = address.resolve("/t/\(id).json")
    {
      self.init(system: .discourse, thread: thread)
    } else if let status = Self.mastodonStatus(parts),
      let thread = address.resolve("/api/v1/statuses/\(status)/context"),
      let post = address.resolve("/api/v1/statuses/\(status)")
    {
      self.init(system: .mastodon, thread: thread, post: post)
    } else if parts.count == 2, parts[0] == "post", let id = Self.number(parts[1]),
      let thread = address.resolve("/api/v3/comment/list?post_id=\(id)&max_depth=50&type_=All&sort=Hot"),
      let post = address.resolve("/api/v3/post?id=\(id)")
    {
      self.init(system: .lemmy, thread: thread, post: post)
    } else {
      return nil
    }
  }

  private init(system: System, thread: WebAddress, post: WebAddress? = nil) {
    self.system = system
    self.thread = thread
    self.post = post
  }

  /// Whether only the answer can tell that the system is the one that the address looks like: anybody may have a page
  /// `/post/12`.
  var isGuess: Bool { system == .discourse || system == .mastodon || system == .lemmy }

  private static func number(_ text: String) -> String? {
    !text.isEmpty && text.utf8.count < 20 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
  }

  /// The status in `/@name/1` or `/users/name/statuses/1`.
  private static func mastodonStatus(_ parts: [String]) -> String? {
    if parts.count == 2, parts[0].hasPrefix("@") { return number(parts[1]) }
    if parts.count == 4, parts[0] == "users", parts[2] == "statuses" { return number(parts[3]) }
    return nil
  }
}

/// Where the services that everybody shares are asked.
public struct DiscussionServices: Hashable, Sendable {
  /// The pages of Hacker News.
  public var hackerNewsPages: WebAddress
  /// The search and items of Hacker News, by Algolia.
  public var hackerNews: WebAddress
  /// Lobsters.
  public var lobsters: WebAddress
  /// Reddit.
  public var reddit: WebAddress
  /// Forums of the Discourse kind that are asked too.
  public var forums: [WebAddress] = []

  /// The public services.
  public init() {
    hackerNewsPages = WebAddress(host: "news.ycombinator.com")
    hackerNews = WebAddress(host: "hn.algolia.com")
    lobsters = WebAddress(host: "lobste.rs")
    reddit = WebAddress(host: "www.reddit.com")
  }

  /// A request to a service; one that was set up in the private network may be asked there.
  func request(_ address: WebAddress) -> FetchRequest {
    let isOurs = ([hackerNews, lobsters, reddit] + forums).contains {
      $0.isSameServer(as: address) && $0.port != nil
    }
    var request = FetchRequest(address, typed: isOurs ? address : nil)
    request.accept = "application/json,*/*;q=0.5"
    return request
  }
}

extension WebAddress {
  /// The root of a host that is known to be reached by https.
  init(host: String) {
    scheme = .https
    self.host = host
    path = "/"
  }
}
