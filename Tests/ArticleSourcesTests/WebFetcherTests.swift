import Synchronization
import TestSupport
import Testing

@testable import ArticleSources

/// The fetcher against a server on loopback that does everything wrong that servers do.
struct WebFetcherTests {
  private func fetch(
    _ server: LoopbackServer, _ path: String = "/", limits: (inout FetchLimits) -> Void = { _ in },
    request change: (inout FetchRequest) -> Void = { _ in }
  ) throws -> Result<FetchAnswer, FetchFailure> {
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { _ in nil }
    fetcher.wait = { _, _ in }
    limits(&fetcher.limits)
    var request = FetchRequest(typed: try #require(WebAddress(server.root + path)))
    change(&request)
    return Result { () throws(FetchFailure) in try fetcher.fetch(request) }
  }

  private func text(_ result: Result<FetchAnswer, FetchFailure>) throws -> String {
    try result.get().bytes.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  private func failure(_ result: Result<FetchAnswer, FetchFailure>) -> FetchFailure? {
    if case .failure(let failure) = result { failure } else { nil }
  }

  @Test("A page comes with its type, its tag and the name of the program asked with")
  func page() throws {
    let server = try LoopbackServer { _ in .page("<p>Words", headers: ["ETag": "\"7\""]) }
    let answer = try fetch(server).get()
    #expect(answer.contentType == "text/html; charset=utf-8")
    #expect(answer.entityTag == "\"7\"")
    #expect(answer.incomplete == nil)
    #expect(try text(.success(answer)) == "<p>Words")
    let request = try #require(server.requests.first)
    #expect(request.headers["user-agent"]?.hasPrefix("Pullquote/") == true)
    #expect(request.headers["cookie"] == nil)
    #expect(request.headers["referer"] == nil)
  }

  @Test("Nothing is kept between requests, cookies least of all")
  func cookies() throws {
    let server = try LoopbackServer { request in
      request.target == "/"
        ? .answer(status: 302, headers: ["Location": "/b", "Set-Cookie": "a=b"], body: []) : .page("x")
    }
    _ = try fetch(server).get()
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { $0.headers["cookie"] == nil })
  }

  @Test("Redirects are followed, and the last address is told")
  func redirects() throws {
    let server = try LoopbackServer {
      $0.target == "/c" ? .page("here") : .redirect($0.target == "/" ? "/b" : "c")
    }
    let answer = try fetch(server).get()
    #expect(answer.address.path == "/c")
    #expect(server.requests.map(\.target) == ["/", "/b", "/c"])
  }

  @Test("A circle of redirects ends")
  func circle() throws {
    let server = try LoopbackServer { _ in .redirect("/again") }
    #expect(failure(try fetch(server)) == .tooManyRedirects(10))
    #expect(server.requests.count == 11)
  }

  @Test(
    "Redirects lead nowhere but to http and https",
    arguments: [
      "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:70/", "javascript:0", "data:text/html,x",
    ])
  func schemes(target: String) throws {
    let server = try LoopbackServer { _ in .redirect(target) }
    #expect(failure(try fetch(server)) == .badRedirect(target))
    #expect(server.requests.count == 1)
  }

  @Test("A redirect to another server of the private network is refused, whatever it is called")
  func privateRedirects() throws {
    let other = try LoopbackServer { _ in .page("secret") }
    for host in ["127.0.0.1", "localhost", "127.1", "0x7f000001", "[::ffff:127.0.0.1]", "[::1]"] {
      let server = try LoopbackServer { _ in .redirect("http://\(host):\(other.port)/") }
      let failure = failure(try fetch(server))
      guard case .privateAddress = failure else {
        Issue.record("\(host): \(String(describing: failure))")
        continue
      }
    }
    #expect(other.requests.isEmpty)
  }

  @Test("A public name that points into the private network is refused where the connection is made")
  func rebinding() throws {
    let server = try LoopbackServer { _ in .page("secret") }
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { _ in nil }
    fetcher.resolutions = ["public.example": "127.0.0.1"]
    let address = try #require(WebAddress("http://public.example:\(server.port)/"))
    #expect(throws: FetchFailure.privateAddress("public.example")) {
      try fetcher.fetch(FetchRequest(address))
    }
    #expect(server.requests.isEmpty)
    // The user may: it is their network.
    #expect(try fetcher.fetch(FetchRequest(typed: address)).status == 200)
  }

  @Test("An address of a page's links is never fetched from the private network")
  func untyped() throws {
    let server = try LoopbackServer { _ in .page("secret") }
    let address = try #require(WebAddress(server.root))
    let fetcher = WebFetcher()
    #expect(throws: FetchFailure.privateAddress("127.0.0.1")) { try fetcher.fetch(FetchRequest(address)) }
    #expect(server.requests.isEmpty)
  }

  @Test("An endless page is cut at the limit and says so")
  func endless() throws {
    let server = try LoopbackServer { _ in
      .drip(
        Array("HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n<p>".utf8),
        repeating: [UInt8](repeating: 0x61, count: 65_536), pause: 0)
    }
    let answer = try fetch(server, limits: { $0.bytes = 1 << 20 }).get()
    #expect(answer.bytes.count == 1 << 20)
    #expect(answer.incomplete == .tooLarge(1 << 20))
  }

  @Test("A page that drips ends at the limit of time, and what came is kept")
  func drip() throws {
    let server = try LoopbackServer { _ in
      .drip(Array("HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n<p>".utf8), repeating: [0x61], pause: 100)
    }
    let answer = try fetch(server, limits: { $0.totalSeconds = 1 }).get()
    #expect(answer.incomplete == .timeout(1))
    #expect(answer.bytes.count > 3)
  }

  @Test("Silence ends", arguments: ["", "HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n"])
  func silence(start: String) throws {
    let server = try LoopbackServer { _ in .silence(after: Array(start.utf8)) }
    #expect(
      failure(
        try fetch(
          server,
          limits: {
            $0.idleSeconds = 1; $0.totalSeconds = 5
          })) == .timeout(5))
  }

  @Test("A page that ends early is shown as far as it came")
  func cutShort() throws {
    let server = try LoopbackServer { _ in
      .raw(Array("HTTP/1.1 200 X\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>Half".utf8))
    }
    let answer = try fetch(server).get()
    #expect(try text(.success(answer)) == "<p>Half")
    guard case .broken = answer.incomplete else { Issue.record("it seemed whole"); return }
  }

  @Test(
    "What is no answer is told as broken",
    arguments: [
      "", "SSH-2.0-OpenSSH_9\r\n", "HTTP/1.1 200 X\r\nContent-Encoding: gzip, gzip, gzip, gzip\r\n\r\nx",
    ])
  func broken(bytes: String) throws {
    let server = try LoopbackServer { _ in .raw(Array(bytes.utf8)) }
    guard case .broken = failure(try fetch(server)) else { Issue.record("it seemed good"); return }
  }

  @Test("Headers without end are cut off")
  func endlessHeaders() throws {
    let server = try LoopbackServer { _ in
      .drip(
        Array("HTTP/1.1 200 X\r\n".utf8),
        repeating: Array("X-Y: \(String(repeating: "z", count: 4000))\r\n".utf8), pause: 0)
    }
    guard case .broken = failure(try fetch(server)) else { Issue.record("it seemed good"); return }
  }

  @Test("A compressed page is decompressed")
  func compressed() throws {
    let server = try LoopbackServer { _ in
      .answer(
        status: 200, headers: ["Content-Type": "text/html", "Content-Encoding": "gzip"],
        body: GzipSamples.words)
    }
    #expect(try text(fetch(server)) == "<p>Words that were squeezed")
  }

  @Test("A bomb is cut at the size that it unpacks to")
  func bomb() throws {
    let server = try LoopbackServer { _ in
      .answer(
        status: 200, headers: ["Content-Type": "text/html", "Content-Encoding": "gzip"],
        body: GzipSamples.bomb)
    }
    let answer = try fetch(server, limits: { $0.bytes = 1 << 20 }).get()
    #expect(answer.bytes.count == 1 << 20)
    #expect(answer.incomplete == .tooLarge(1 << 20))
  }

  @Test("Damaged compression is told")
  func damaged() throws {
    let server = try LoopbackServer { _ in
      .answer(
        status: 200, headers: ["Content-Type": "text/html", "Content-Encoding": "gzip"],
        body: Array("no gzip".utf8))
    }
    #expect(failure(try fetch(server)) == .broken("its compression is damaged"))
  }

  @Test(
    "What is no text is not read",
    arguments: ["image/png", "video/mp4", "application/pdf", "application/zip", "image/svg+xml"])
  func wrongType(type: String) throws {
    let server = try LoopbackServer { _ in
      .answer(status: 200, headers: ["Content-Type": type], body: [1, 2, 3])
    }
    #expect(failure(try fetch(server)) == .wrongType(type))
  }

  @Test("An API's own type of JSON is read")
  func vendorType() throws {
    let server = try LoopbackServer { _ in
      .answer(status: 200, headers: ["Content-Type": "application/vnd.forum+json"], body: Array("{}".utf8))
    }
    #expect(try text(fetch(server)) == "{}")
  }

  @Test("A refusal is told with what to do", arguments: [401, 403, 404, 410, 451, 500])
  func refusals(status: Int) throws {
    let server = try LoopbackServer { _ in .status(status) }
    let failure = failure(try fetch(server))
    #expect(failure == .status(status))
    #expect(failure?.reason.contains("\(status)") == true)
  }

  @Test("A busy server is asked again when it says when, and not too often")
  func busy() throws {
    let server = try LoopbackServer { _ in .status(429, headers: ["Retry-After": "2"]) }
    #expect(failure(try fetch(server)) == .busy(status: 429, seconds: 2))
    #expect(server.requests.count == 3)
  }

  @Test("A server that recovers is read")
  func recovery() throws {
    let count = Atomic(0)
    let server = try LoopbackServer { _ in
      count.add(1, ordering: .relaxed).newValue == 1
        ? .status(503, headers: ["Retry-After": "1"]) : .page("back")
    }
    #expect(try text(fetch(server)) == "back")
  }

  @Test("A long wait is left to the user", arguments: ["3600", "Fri, 01 Jan 2100 00:00:00 GMT"])
  func longWait(value: String) throws {
    let server = try LoopbackServer { _ in .status(503, headers: ["Retry-After": value]) }
    guard case .busy(503, let seconds?) = failure(try fetch(server)) else { Issue.record("no wait"); return }
    #expect(seconds >= 3600)
    #expect(server.requests.count == 1)
  }

  @Test("What has not changed is not sent again")
  func conditional() throws {
    let server = try LoopbackServer { $0.headers["if-none-match"] == "\"7\"" ? .status(304) : .page("new") }
    #expect(try fetch(server, request: { $0.entityTag = "\"7\"" }).get().status == 304)
    #expect(try fetch(server, request: { $0.entityTag = "\"6\"" }).get().status == 200)
    // What an answer said cannot become another header of the next request.
    _ = try fetch(server, request: { $0.entityTag = "\"6\"\r\nX-Evil: 1" }).get()
    #expect(server.requests.allSatisfy { $0.headers["x-evil"] == nil })
  }

  @Test("A fetch can be stopped from another thread")
  func cancelling() throws {
    let server = try LoopbackServer { _ in .silence(after: []) }
    let cancellation = FetchCancellation()
    cancellation.cancel()
    let address = try #require(WebAddress(server.root))
    #expect(throws: FetchFailure.cancelled) {
      try WebFetcher().fetch(FetchRequest(typed: address), cancellation: cancellation)
    }
    let later = FetchCancellation()
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { _ in nil }
    // The callback runs while the server is silent; it is the other thread's doing that the flag is set.
    #expect(throws: FetchFailure.cancelled) {
      try fetcher.fetch(FetchRequest(typed: address), cancellation: later) {
        if case .connecting = $0 { later.cancel() }
      }
    }
  }

  @Test("What came before a fetch was stopped is kept, and is a part")
  func stopped() throws {
    let server = try LoopbackServer { _ in
      .drip(
        Array("HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n<p>".utf8), repeating: [0x61], pause: 20)
    }
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { _ in nil }
    let cancellation = FetchCancellation()
    let answer = try fetcher.fetch(
      FetchRequest(typed: try #require(WebAddress(server.root))), cancellation: cancellation
    ) {
      if case .receiving(let bytes) = $0, bytes > 10 { cancellation.cancel() }
    }
    #expect(answer.incomplete == .cancelled)
    #expect(answer.bytes.count > 10)
  }

  @Test("A machine without network is told at once, but reaches itself")
  func offline() throws {
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { _ in nil }
    fetcher.isOnline = { false }
    let address = try #require(WebAddress("https://example.org/"))
    #expect(throws: FetchFailure.offline) { try fetcher.fetch(FetchRequest(typed: address)) }
    let server = try LoopbackServer { _ in .page("self") }
    #expect(try fetcher.fetch(FetchRequest(typed: try #require(WebAddress(server.root)))).status == 200)
  }

  @Test("A closed port is told")
  func closedPort() throws {
    let server = try LoopbackServer { _ in .page("x") }
    server.stop()
    #expect(failure(try fetch(server)) == .noConnection("127.0.0.1"))
  }

  @Test("Progress tells the bytes that came")
  func progress() throws {
    let most = Atomic(0)
    let server = try LoopbackServer { _ in
      .drip(
        Array("HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n".utf8),
        repeating: [UInt8](repeating: 0x61, count: 4096), pause: 5)
    }
    var fetcher = WebFetcher()
    fetcher.limits.bytes = 200_000
    _ = try fetcher.fetch(FetchRequest(typed: try #require(WebAddress(server.root)))) {
      if case .receiving(let bytes) = $0 { most.store(bytes, ordering: .relaxed) }
    }
    #expect(most.load(ordering: .relaxed) > 4096)
  }

  @Test("Credentials that were typed are sent, and never shown")
  func credentials() throws {
    let server = try LoopbackServer {
      $0.headers["authorization"] == nil
        ? .status(401, headers: ["WWW-Authenticate": "Basic realm=x"]) : .page("in")
    }
    let address = try #require(WebAddress("http://ana:secret@127.0.0.1:\(server.port)/"))
    let answer = try WebFetcher().fetch(FetchRequest(typed: address))
    #expect(answer.status == 200)
    #expect(!answer.address.text.contains("secret"))
  }

  @Test("A name for the program without controls is sent as it is")
  func userAgent() throws {
    let server = try LoopbackServer { _ in .page("x") }
    let fetcher = WebFetcher(userAgent: "Mine/1\r\nX-Evil: 1")
    _ = try fetcher.fetch(FetchRequest(typed: try #require(WebAddress(server.root))))
    #expect(server.requests.first?.headers["user-agent"] == "Mine/1X-Evil: 1")
  }
}
