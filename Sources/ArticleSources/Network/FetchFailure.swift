/// Why an address gave nothing; the message is one line: what, why, what to do.
public enum FetchFailure: Error, Hashable, Sendable {
  /// It is no http or https address.
  case notAnAddress
  /// libcurl is not installed; carries the loader's words.
  case noLibrary(String)
  /// The machine has no network.
  case offline
  /// The user stopped it.
  case cancelled
  /// Nobody knows the host.
  case unknownHost(String)
  /// The proxy that the environment names does not answer; carries its host and port.
  case proxy(String)
  /// The host refuses connections, or cannot be reached.
  case noConnection(String)
  /// The host is on this machine or in the network beside it, and the user did not type it.
  case privateAddress(String)
  /// Redirects lead to something that is not fetched; carries what it is.
  case badRedirect(String)
  /// More redirects than anybody needs, or in a circle.
  case tooManyRedirects(Int)
  /// Nothing came in time; carries the seconds.
  case timeout(Int)
  /// It is larger than the limit; carries the limit in bytes.
  case tooLarge(Int)
  /// It is something that is not read; carries the content type.
  case wrongType(String)
  /// The answer is broken; carries why.
  case broken(String)
  /// The certificate is not good for this host; carries why.
  case certificate(String)
  /// The server says no; carries the status.
  case status(Int)
  /// The server asks to come back later; carries the seconds when it says how many.
  case busy(status: Int, seconds: Int?)

  /// What happened, why, and what to do.
  public var reason: String {
    switch self {
    case .notAnAddress: "is no http or https address; check it"
    case .noLibrary(let why):
      "cannot be fetched: libcurl is not installed (\(why)); install the package libcurl4, or save the page"
    case .offline: "cannot be fetched: this machine is offline; connect it, or open a saved page"
    case .cancelled: "stopped"
    case .unknownHost(let host): "cannot be fetched: nobody knows the host \(host); check its name"
    case .proxy(let proxy):
      "cannot be fetched: the proxy \(proxy) does not answer; check http_proxy and https_proxy"
    case .noConnection(let host): "cannot be fetched: \(host) refuses the connection; try again later"
    case .privateAddress(let host):
      "was not fetched: \(host) is in your own network, and only you may ask for that; open its address yourself"
    case .badRedirect(let target):
      "leads to \(target), which is not fetched; open that yourself if you trust it"
    case .tooManyRedirects(let count): "leads in circles: \(count) redirects; check the address"
    case .timeout(let seconds): "gave no whole answer within \(seconds) s; try again later"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MB; save it and open the file"
    case .wrongType(let type): "is no text but \(type); open it in another program"
    case .broken(let why): "gave a broken answer (\(why)); try again later"
    case .certificate(let why):
      "cannot be trusted: its certificate is not good (\(why)); check the address and your clock"
    case .status(let status): Self.reason(of: status)
    case .busy(let status, let seconds):
      "asks to come back \(seconds.map { "in \(Self.duration($0))" } ?? "later") (status \(status)); try again then"
    }
  }

  private static func reason(of status: Int) -> String {
    switch status {
    case 401, 407: "asks for a login (status \(status)); open it in a browser and save the page"
    case 402: "asks for payment (status 402); open it in a browser"
    case 403: "does not let this program in (status 403); open it in a browser and save the page"
    case 404: "is not there (status 404); check the address"
    case 410: "is gone for good (status 410); look for it in an archive"
    case 451: "is withheld for legal reasons (status 451)"
    case 500...599: "has trouble of its own (status \(status)); try again later"
    default: "gave no page (status \(status)); open it in a browser"
    }
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 120 ? "\(seconds) s" : seconds < 7200 ? "\(seconds / 60) minutes" : "\(seconds / 3600) hours"
  }
}
