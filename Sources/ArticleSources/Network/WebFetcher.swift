import ArticleParsing
import CCurl
import Glibc

/// Fetches addresses: one request at a time, with limits on everything, and by the rules of SECURITY.md.
///
/// No cookies, no referrer, no scripts; the only requests are those that are asked for. Redirects are judged here, hop by
/// hop, and the address of every connection is judged again where it is made. Blocks: call it on a thread of its own.
public struct WebFetcher: Sendable {
  /// How this program names itself.
  public static let usualUserAgent = "Pullquote/0.1 (terminal reader)"

  /// How requests name the program.
  public var userAgent: String
  /// What a fetch may take.
  public var limits = FetchLimits()
  var proxies = ProxyChoice()
  /// Answers of the resolver that tests make up, by host.
  var resolutions: [String: String] = [:]
  var isOnline: @Sendable () -> Bool = { Connectivity.isOnline }
  /// Waits that many seconds; ends early when the fetch is cancelled.
  var wait: @Sendable (Int, FetchCancellation) -> Void = { seconds, cancellation in
    for _ in 0..<seconds * 20 where !cancellation.isCancelled { usleep(50_000) }
  }

  /// Makes a fetcher that names itself as users want.
  public init(userAgent: String? = nil) {
    let clean = userAgent.map { String($0.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) }) }
    self.userAgent = clean.flatMap { $0.isEmpty ? nil : $0 } ?? Self.usualUserAgent
  }

  /// Fetches an address.
  ///
  /// - Parameters:
  ///   - request: What is wanted.
  ///   - cancellation: Ends the fetch from another thread, within a second.
  ///   - progress: Called on this thread.
  /// - Returns: The answer of a server that said yes, or 304. It may be incomplete and then says why.
  /// - Throws: Why there is nothing to read.
  public func fetch(
    _ request: FetchRequest, cancellation: FetchCancellation = FetchCancellation(),
    progress: @escaping @Sendable (FetchProgress) -> Void = { _ in }
  ) throws(FetchFailure) -> FetchAnswer {
    var tries = 0
    while true {
      do throws(FetchFailure) {
        return try follow(request, cancellation, progress)
      } catch {
        guard case .busy(_, let seconds?) = error, seconds <= limits.retrySeconds, tries < limits.retries
        else {
          throw error
        }
        tries += 1
        progress(.waiting(seconds: seconds))
        wait(seconds, cancellation)
        if cancellation.isCancelled { throw .cancelled }
      }
    }
  }

  /// Follows redirects to an answer.
  private func follow(
    _ request: FetchRequest, _ cancellation: FetchCancellation,
    _ progress: @escaping @Sendable (FetchProgress) -> Void
  ) throws(FetchFailure) -> FetchAnswer {
    var address = request.address
    var notes: [String] = []
    let deadline = Self.now + limits.totalSeconds * 1000
    for _ in 0...limits.redirects {
      if cancellation.isCancelled { throw .cancelled }
      let answer = try perform(address, request, deadline, cancellation, progress)
      switch answer.status {
      case 301, 302, 303, 307, 308:
        guard let location = answer.headers["location"] else { throw .status(answer.status) }
        guard let next = address.resolve(location) else { throw .badRedirect(Self.shown(location)) }
        if address.scheme == .https, next.scheme == .http {
          notes.append("the server led from https to http: what follows was not encrypted")
        }
        address = next
      case 200...299:
        return FetchAnswer(
          status: answer.status, address: address, contentType: answer.headers["content-type"],
          entityTag: answer.headers["etag"], lastModified: answer.headers["last-modified"],
          bytes: answer.bytes,
          incomplete: failure(of: answer, at: address, through: proxies.proxy(for: address)), notes: notes)
      case 304:
        return FetchAnswer(
          status: 304, address: address, entityTag: request.entityTag, lastModified: request.lastModified,
          bytes: SourceBytes([]), notes: notes)
      case 429, 503:
        throw .busy(
          status: answer.status, seconds: answer.headers.retrySeconds(now: Int64(time(nil))))
      default: throw .status(answer.status)
      }
    }
    throw .tooManyRedirects(limits.redirects)
  }

  private func perform(
    _ address: WebAddress, _ request: FetchRequest, _ deadline: Int, _ cancellation: FetchCancellation,
    _ progress: @escaping @Sendable (FetchProgress) -> Void
  ) throws(FetchFailure) -> Transfer.Answer {
    let isTyped = request.typed.map { $0.isSameServer(as: address) } ?? false
    if !isTyped, Self.isPrivateName(address.host) { throw .privateAddress(address.host) }
    let proxy = proxies.proxy(for: address)
    if proxy.isEmpty, !Self.isPrivateName(address.host), resolutions[address.host] == nil, !isOnline() {
      throw .offline
    }
    let milliseconds = deadline - Self.now
    guard milliseconds > 0 else { throw .timeout(limits.totalSeconds) }
    progress(.connecting(host: address.host))
    let answer = Transfer(
      address: address, request: request, userAgent: userAgent, proxy: proxy,
      resolve: resolutions[address.host].map { "\(address.host):\(address.effectivePort):\($0)" },
      limits: limits,
      milliseconds: milliseconds, allowsPrivate: isTyped, cancellation: cancellation, progress: progress
    ).perform()
    if let failure = failure(of: answer, at: address, through: proxy) {
      // The beginning of a page is worth reading; a redirect needs no body.
      let isUsable = answer.status >= 200 && answer.status < 400
      let hasWords = answer.bytes.count > 0 || answer.status >= 300
      guard isUsable, hasWords, answer.result != PQ_FETCH_WRONG_TYPE else { throw failure }
    }
    return answer
  }

  /// Why a transfer did not end well; `nil` when it did.
  private func failure(
    of answer: Transfer.Answer, at address: WebAddress, through proxy: String
  ) -> FetchFailure? {
    switch answer.result {
    case PQ_FETCH_DONE: nil
    case PQ_FETCH_NO_LIBRARY: .noLibrary(answer.detail)
    case PQ_FETCH_CANCELLED: .cancelled
    case PQ_FETCH_TOO_LARGE: .tooLarge(limits.bytes)
    case PQ_FETCH_WRONG_TYPE: .wrongType(Self.shown(answer.headers["content-type"] ?? "binary data"))
    case PQ_FETCH_TOO_MANY_CODINGS: .broken("too many compressions around each other")
    case PQ_FETCH_REFUSED_ADDRESS: .privateAddress(address.host)
    case PQ_FETCH_NO_HOST: .unknownHost(address.host)
    case PQ_FETCH_NO_PROXY: .proxy(ProxyChoice.shown(proxy))
    // Whoever asks a proxy connects to nobody else.
    case PQ_FETCH_NO_CONNECTION:
      proxy.isEmpty ? .noConnection(address.host) : .proxy(ProxyChoice.shown(proxy))
    case PQ_FETCH_TIMEOUT: .timeout(limits.totalSeconds)
    case PQ_FETCH_BAD_CODING: .broken("its compression is damaged")
    case PQ_FETCH_CERTIFICATE, PQ_FETCH_TLS: .certificate(Self.shown(answer.detail))
    case PQ_FETCH_MEMORY: .tooLarge(limits.bytes)
    default: .broken(Self.shown(answer.detail.isEmpty ? "it ended early" : answer.detail))
    }
  }

  /// Milliseconds of the clock that nobody sets.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Words of a server, cut short, without anything that acts on a terminal and without credentials.
  private static func shown(_ text: String) -> String {
    let plain = text.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) }
    var result = String(String.UnicodeScalarView(plain.prefix(120)))
    if let mark = result.firstRange(of: "://"), let at = result.lastIndex(of: "@"), at > mark.upperBound {
      result.removeSubrange(mark.upperBound...at)
    }
    return result
  }

  /// Whether a name means this machine or one beside it, whatever a resolver says.
  private static func isPrivateName(_ host: String) -> Bool {
    if host == "localhost" || host.hasSuffix(".localhost") || host.hasSuffix(".local")
      || host.hasSuffix(".internal")
    {
      return true
    }
    return NetworkAddress(host: host).map { !$0.isPublic } ?? false
  }
}
