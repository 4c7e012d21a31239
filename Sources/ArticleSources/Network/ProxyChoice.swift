import Glibc

/// The proxy that the environment names, by the rules of curl: `http_proxy` in lower case only, because a server's
/// environment may hold a header of a request under the other name.
struct ProxyChoice: Sendable {
  private let http: String?
  private let https: String?
  private let exceptions: [String]

  init(environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }) {
    let all = environment("all_proxy") ?? environment("ALL_PROXY")
    http = environment("http_proxy") ?? all
    https = environment("https_proxy") ?? environment("HTTPS_PROXY") ?? all
    exceptions = (environment("no_proxy") ?? environment("NO_PROXY") ?? "").lowercased()
      .split { $0 == "," || $0 == " " }.map(String.init)
  }

  /// A proxy as the user is told of it: host and port, without credentials.
  static func shown(_ proxy: String) -> String {
    var name = proxy[...]
    if let mark = name.firstRange(of: "://") { name = name[mark.upperBound...] }
    name = name.prefix { $0 != "/" }
    if let at = name.lastIndex(of: "@") { name = name[name.index(after: at)...] }
    return String(String.UnicodeScalarView(name.unicodeScalars.filter { (0x21..<0x7F).contains($0.value) }))
  }

  /// The proxy for an address; empty for none.
  func proxy(for address: WebAddress) -> String {
    guard let proxy = address.scheme == .http ? http : https, !proxy.isEmpty else { return "" }
    for exception in exceptions {
      let name = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
      if name == "*" || address.host == name || address.host.hasSuffix("." + name) { return "" }
    }
    return proxy
  }
}
