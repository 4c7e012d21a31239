import ArticleSources
import ReaderCore

/// How the web is asked: what the command line says, else the environment, else the configuration.
struct FetchConfiguration: Sendable {
  /// Asks for single addresses.
  let fetcher: WebFetcher
  /// Where discussions are looked for.
  let services: DiscussionServices
  /// Whether threads are completed from the interfaces of their systems.
  let completesThreads: Bool
  /// Whether discussions elsewhere are looked for as soon as an address is opened.
  let findsDiscussions: Bool

  init(userAgent: String?, wantsThread: Bool, _ settings: Settings) {
    var fetcher = WebFetcher(userAgent: userAgent ?? TerminalEnvironment.userAgent ?? settings.userAgent)
    if let seconds = settings.timeout {
      fetcher.limits.totalSeconds = seconds
      fetcher.limits.connectSeconds = min(fetcher.limits.connectSeconds, seconds)
      fetcher.limits.idleSeconds = min(fetcher.limits.idleSeconds, seconds)
    }
    if let megabytes = settings.downloadLimit { fetcher.limits.bytes = megabytes << 20 }
    self.fetcher = fetcher
    var services = DiscussionServices()
    services.forums = settings.forums.compactMap { WebAddress($0) }
    self.services = services
    completesThreads = wantsThread && settings.completesThreads
    findsDiscussions = settings.findsDiscussions
  }

  /// What the configuration file says, for commands that read no other part of it; nothing where it is wrong.
  static func usual() -> FetchConfiguration {
    FetchConfiguration(
      userAgent: nil, wantsThread: true, (try? ConfigurationFolder().settings()) ?? Settings())
  }

  /// Fetches articles with their discussions.
  var source: WebSource { WebSource(fetcher: fetcher, services: services, wantsThread: completesThreads) }
  /// Finds discussions elsewhere.
  var search: DiscussionSearch { DiscussionSearch(fetcher: fetcher, services: services) }
}
