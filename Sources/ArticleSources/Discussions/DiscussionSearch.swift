import ArticleModel
import ArticleParsing

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
    let results = Concurrently.map(SearchedService.all(of: services)) { service in
      (service.name, ask(service, article, cancellation))
    }
    var found: [FoundDiscussion] = []
    var failures: [String] = []
    for (name, result) in results {
      switch result {
      case .success(let discussions): found += discussions
      case .failure(let failure): failures.append("\(name) \(failure.reason)")
      }
    }
    return (found.sorted { ($0.comments, $1.title) > ($1.comments, $0.title) }, failures)
  }

  private func ask(
    _ service: SearchedService, _ article: WebAddress, _ cancellation: FetchCancellation
  ) -> Result<[FoundDiscussion], FetchFailure> {
    guard let address = service.root.resolve(service.query(article)) else { return .success([]) }
    do throws(FetchFailure) {
      let answer = try fetcher.fetch(services.request(address), cancellation: cancellation)
      if let why = answer.incomplete { throw why }
      guard let json = answer.bytes.withBytes({ JSONAnswer(Array($0)) }) else { return .success([]) }
      return .success(service.read(json, article).compactMap { service.discussion($0) })
    } catch {
      return .failure(error)
    }
  }
}
