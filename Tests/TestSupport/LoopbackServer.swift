import Glibc
import Synchronization

/// A web server on the loopback interface that plays good and bad answers for tests.
///
/// Every connection has a thread of its own, every answer is bounded in time, and nothing listens anywhere but on
/// 127.0.0.1.
public final class LoopbackServer: Sendable {
  /// A request as it came.
  public struct Request: Sendable {
    /// The method and target of the request line.
    public let method: String, target: String
    /// The header fields, names in lower case.
    public let headers: [String: String]
  }

  /// What the server does.
  public enum Reply: Sendable {
    /// A whole answer.
    case answer(status: Int, headers: [String: String], body: [UInt8])
    /// Bytes as they are, then the connection is closed.
    case raw([UInt8])
    /// Bytes, then silence for as long as the client waits.
    case silence(after: [UInt8])
    /// Bytes, then more bytes again and again, with pauses in milliseconds, for as long as the client listens.
    case drip([UInt8], repeating: [UInt8], pause: Int)

    /// A page.
    public static func page(_ html: String, headers: [String: String] = [:]) -> Reply {
      .answer(
        status: 200, headers: ["Content-Type": "text/html; charset=utf-8"].merging(headers) { $1 },
        body: Array(html.utf8))
    }

    /// A JSON answer.
    public static func json(_ text: String) -> Reply {
      .answer(status: 200, headers: ["Content-Type": "application/json"], body: Array(text.utf8))
    }

    /// A redirect.
    public static func redirect(_ location: String, status: Int = 302) -> Reply {
      .answer(status: status, headers: ["Location": location], body: [])
    }

    /// An answer without words.
    public static func status(_ status: Int, headers: [String: String] = [:]) -> Reply {
      .answer(status: status, headers: headers, body: [])
    }
  }

  /// The port that the server listens on.
  public let port: Int
  private let descriptor: Int32
  private let respond: @Sendable (Request) -> Reply
  private let log = Mutex<[Request]>([])
  private let isStopped = Atomic(false)

  /// The requests so far.
  public var requests: [Request] { log.withLock { $0 } }
  /// The address of the server, without a slash at its end.
  public var root: String { "http://127.0.0.1:\(port)" }

  /// Starts a server.
  ///
  /// - Throws: The error number when no port could be had.
  public init(_ respond: @escaping @Sendable (Request) -> Reply) throws {
    signal(SIGPIPE, SIG_IGN)
    self.respond = respond
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) | listen(descriptor, 64) | getsockname(descriptor, $0, &size)
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard status == 0 else { throw ServerFailure(code: errno) }
    Self.onThread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0, let server = self, !server.isStopped.load(ordering: .relaxed) else {
          if connection >= 0 { close(connection) }
          close(descriptor)
          return
        }
        Self.onThread {
          server.serve(connection)
          // A connection that is closed while bytes are on their way is reset, and the client loses what it had.
          shutdown(connection, Int32(SHUT_WR))
          server.hold(connection, seconds: 1)
          close(connection)
        }
      }
    }
  }

  deinit { stop() }

  /// Ends the server and what it is still sending.
  public func stop() {
    guard !isStopped.exchange(true, ordering: .relaxed) else { return }
    // The thread that waits for connections closes it: else its number could be another server's by then.
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  private func serve(_ connection: Int32) {
    guard let request = Self.readRequest(connection) else { return }
    log.withLock { $0.append(request) }
    switch respond(request) {
    case .answer(let status, let headers, let body):
      var head = "HTTP/1.1 \(status) X\r\nConnection: close\r\n"
      for (name, value) in headers { head += "\(name): \(value)\r\n" }
      if headers["Content-Length"] == nil { head += "Content-Length: \(body.count)\r\n" }
      _ = send(Array((head + "\r\n").utf8) + (request.method == "HEAD" ? [] : body), connection)
    case .raw(let bytes): _ = send(bytes, connection)
    case .silence(let bytes):
      guard send(bytes, connection) else { return }
      hold(connection, seconds: 20)
    case .drip(let start, let piece, let pause):
      guard send(start, connection) else { return }
      // A minute at most, so that a client without limits fails its test and does not hang it.
      var time = 0
      while time < 60_000, !isStopped.load(ordering: .relaxed), send(piece, connection) {
        usleep(UInt32(pause) * 1000)
        time += max(1, pause)
      }
    }
  }

  /// Waits until the client hangs up.
  private func hold(_ connection: Int32, seconds: Int) {
    var poller = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
    for _ in 0..<seconds * 10 where !isStopped.load(ordering: .relaxed) {
      if poll(&poller, 1, 100) > 0 { return }
    }
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          connection, buffer.baseAddress.map { $0 + offset }, bytes.count - offset,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }

  private static func readRequest(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8), bytes.count < 65_536 {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    guard let parts = lines.first?.split(separator: " "), parts.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    return Request(method: String(parts[0]), target: String(parts[1]), headers: headers)
  }

  private static func onThread(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if status == 0 { pthread_detach(thread) } else { box.release() }
  }
}

/// Why a server could not be started.
public struct ServerFailure: Error, Sendable {
  /// The error number.
  public let code: Int32
}

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
