import ArticleParsing

/// A discussion of an article somewhere else.
public struct FoundDiscussion: Hashable, Sendable {
  /// The system, as it is called.
  public var system: String
  /// Its title there.
  public var title: String
  /// The number of comments.
  public var comments: Int
  /// Where the thread is to be had.
  public var thread: WebAddress

  /// Makes one.
  public init(system: String, title: String, comments: Int, thread: WebAddress) {
    self.system = system
    self.title = title
    self.comments = comments
    self.thread = thread
  }
}

/// Finds the discussions of an article's address, on request only: it tells the services what is being read.
public struct DiscussionSearch: Sendable {
  private let fetcher: WebFetcher
  private let services: DiscussionServices

  /// Makes a search.
  public init(fetcher: WebFetcher, services: DiscussionServices = DiscussionServices()) {
    self.fetcher = fetcher
    self.services = services
  }

  /// Asks the services, all at once.
  ///
  /// - Returns: What was found, most comments first, and which services failed, in words.
  public func find(
    _ article: WebAddress, cancellation: FetchCancellation
  ) -> (found: [FoundDiscussion], failures: [String]) {
    let places: [Place] = [.hackerNews, .lobsters, .reddit] + services.forums.map { .forum($0) }
    let results = Concurrently.map(places) { place in search(place, article, cancellation) }
    var found: [FoundDiscussion] = []
    var failures: [String] = []
    for (place, result) in zip(places, results) {
      switch result {
      case .success(let discussions): found += discussions
      case .failure(let failure): failures.append("\(place.name) \(failure.reason)")
      }
    }
    return (found.sorted { ($0.comments, $1.title) > ($1.comments, $0.title) }, failures)
  }

  /// Where to look.
  private enum Place: Sendable {
    case hackerNews, lobsters, reddit
    case forum(WebAddress)

    var name: String {
      switch self {
      case .hackerNews: "Hacker News"
      case .lobsters: "Lobsters"
      case .reddit: "Reddit"
      case .forum(let address): address.host
      }
    }
  }

  private func search(
    _ place: Place, _ article: WebAddress, _ cancellation: FetchCancellation
  ) -> Result<[FoundDiscussion], FetchFailure> {
    do throws(FetchFailure) {
      switch place {
      case .hackerNews: return .success(try hackerNews(article, cancellation))
      case .lobsters: return .success(try lobsters(article, cancellation))
      case .reddit: return .success(try reddit(article, cancellation))
      case .forum(let forum): return .success(try discourse(forum, article, cancellation))
      }
    } catch {
      return .failure(error)
    }
  }

  private func ask(
    _ root: WebAddress, _ path: String, _ cancellation: FetchCancellation
  ) throws(FetchFailure) -> JSONAnswer? {
    guard let address = root.resolve(path) else { return nil }
    let answer = try fetcher.fetch(services.request(address), cancellation: cancellation)
    if let why = answer.incomplete { throw why }
    return answer.bytes.withBytes { JSONAnswer(Array($0)) }
  }

  private func isSame(_ text: String?, _ article: WebAddress) -> Bool {
    text.flatMap { WebAddress($0) }?.comparisonKey == article.comparisonKey
  }

  /// The search is fuzzy: hits are compared here.
  private func hackerNews(
    _ article: WebAddress, _ cancellation: FetchCancellation
  ) throws(FetchFailure) -> [FoundDiscussion] {
    let query = WebAddress.encodedForQuery(article.comparisonKey)
    let answer = try ask(
      services.hackerNews,
      "/api/v1/search?query=\(query)&restrictSearchableAttributes=url&tags=story&hitsPerPage=30", cancellation
    )
    return (answer?["hits"]?.elements ?? []).compactMap { hit in
      guard isSame(hit["url"]?.text, article), let id = hit["objectID"]?.text,
        id.utf8.allSatisfy({ $0 & 0xF0 == 0x30 }),
        let thread = services.hackerNews.resolve("/api/v1/items/\(id)")
      else { return nil }
      return FoundDiscussion(
        system: "Hacker News", title: hit["title"]?.text ?? "untitled",
        comments: Int(clamping: hit["num_comments"]?.number ?? 0), thread: thread)
    }
  }

  private func lobsters(
    _ article: WebAddress, _ cancellation: FetchCancellation
  ) throws(FetchFailure) -> [FoundDiscussion] {
    let answer = try ask(
      services.lobsters,
      "/stories/url/all.json?url=\(WebAddress.encodedForQuery(article.textWithoutFragment))",
      cancellation)
    return (answer?.elements ?? []).compactMap { story in
      guard let id = story["short_id"]?.text, id.utf8.allSatisfy({ ($0 | 0x20).isLetterOrDigit }),
        let thread = services.lobsters.resolve("/s/\(id).json")
      else { return nil }
      return FoundDiscussion(
        system: "Lobsters", title: story["title"]?.text ?? "untitled",
        comments: Int(clamping: story["comment_count"]?.number ?? 0), thread: thread)
    }
  }

  private func reddit(
    _ article: WebAddress, _ cancellation: FetchCancellation
  ) throws(FetchFailure) -> [FoundDiscussion] {
    let answer = try ask(
      services.reddit,
      "/api/info.json?raw_json=1&url=\(WebAddress.encodedForQuery(article.textWithoutFragment))",
      cancellation)
    return (answer?["data"]?["children"]?.elements ?? []).compactMap { child in
      guard let post = child["data"], let id = post["id"]?.text,
        id.utf8.allSatisfy({ ($0 | 0x20).isLetterOrDigit }),
        let thread = services.reddit.resolve("/comments/\(id).json?raw_json=1&limit=500")
      else { return nil }
      let place = post["subreddit"]?.text.map { "Reddit r/\($0)" } ?? "Reddit"
      return FoundDiscussion(
        system: place, title: post["title"]?.text ?? "untitled",
        comments: Int(clamping: post["num_comments"]?.number ?? 0), thread: thread)
    }
  }

  private func discourse(
    _ forum: WebAddress, _ article: WebAddress, _ cancellation: FetchCancellation
  ) throws(FetchFailure) -> [FoundDiscussion] {
    let answer = try ask(
      forum, "/search.json?q=\(WebAddress.encodedForQuery(article.textWithoutFragment))", cancellation)
    return (answer?["topics"]?.elements ?? []).prefix(5).compactMap { topic in
      guard let id = topic["id"]?.number, id > 0, let thread = forum.resolve("/t/\(id).json") else {
        return nil
      }
      return FoundDiscussion(
        system: forum.host, title: topic["title"]?.text ?? "untitled",
        comments: max(0, Int(clamping: topic["posts_count"]?.number ?? 1) - 1), thread: thread)
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) }
}
