import ArticleSources
import ReaderCore

/// How the web is asked: what the command line says, else the environment, else the configuration.
struct FetchConfiguration: Sendable {
  /// How requests name the program, from the command line.
  private let userAgent: String?
  private let wantsThread: Bool
  private let settings: Settings

  /// Keeps what it takes; everything is made of it when it is asked for, because most articles are files.
  init(userAgent: String?, wantsThread: Bool, _ settings: Settings) {
    self.userAgent = userAgent
    self.wantsThread = wantsThread
    self.settings = settings
  }

  /// Asks for single addresses.
  var fetcher: WebFetcher {
    var fetcher = WebFetcher(userAgent: userAgent ?? TerminalEnvironment.userAgent ?? settings.userAgent)
    if let seconds = settings.timeout {
      fetcher.limits.totalSeconds = seconds
      fetcher.limits.connectSeconds = min(fetcher.limits.connectSeconds, seconds)
      fetcher.limits.idleSeconds = min(fetcher.limits.idleSeconds, seconds)
    }
    if let megabytes = settings.downloadLimit { fetcher.limits.bytes = megabytes << 20 }
    return fetcher
  }

  /// Where discussions are looked for.
  var services: DiscussionServices {
    var services = DiscussionServices()
    services.forums = settings.forums.compactMap { WebAddress($0) }
    return services
  }

  /// Whether threads are completed from the interfaces of their systems.
  private var completesThreads: Bool { wantsThread && settings.completesThreads }
  /// Whether discussions elsewhere are looked for as soon as an address is opened.
  var findsDiscussions: Bool { settings.findsDiscussions }

  /// Fetches articles with their discussions.
  var source: WebSource { WebSource(fetcher: fetcher, services: services, wantsThread: completesThreads) }
  /// Finds discussions elsewhere.
  var search: DiscussionSearch { DiscussionSearch(fetcher: fetcher, services: services) }
}
