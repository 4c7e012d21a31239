import ArticleParsing
import CCurl
import Glibc

/// One request and its answer, without redirects.
struct Transfer {
  var address: WebAddress
  var request: FetchRequest
  var userAgent: String
  var proxy: String
  /// `HOST:PORT:ADDRESS` instead of asking the resolver; tests use it.
  var resolve: String?
  var limits: FetchLimits
  var milliseconds: Int
  var allowsPrivate: Bool
  var cancellation: FetchCancellation
  var progress: @Sendable (FetchProgress) -> Void

  /// What came.
  struct Answer {
    var result: Int
    var status: Int
    var headers: HTTPHeaders
    var bytes: SourceBytes
    var detail: String
  }

  /// Performs the request; blocks.
  func perform() -> Answer {
    let state = CallbackState(
      allowsPrivate: allowsPrivate || !proxy.isEmpty, cancellation: cancellation, progress: progress)
    return withExtendedLifetime(state) {
      address.textWithoutFragment.withCString { address in
        userAgent.withCString { agent in
          request.accept.withCString { accept in
            proxy.withCString { proxy in
              withOptionalCString(request.entityTag) { tag in
                withOptionalCString(request.lastModified) { modified in
                  withOptionalCString(self.address.credentials) { credentials in
                    withOptionalCString(resolve) { resolve in
                      var native = pq_fetch_request()
                      native.address = address
                      native.user_agent = agent
                      native.accept = accept
                      native.entity_tag = tag
                      native.modified = modified
                      native.credentials = credentials
                      native.proxy = proxy
                      native.resolve = resolve
                      native.connect_milliseconds = min(limits.connectSeconds * 1000, milliseconds)
                      native.total_milliseconds = milliseconds
                      native.idle_seconds = limits.idleSeconds
                      native.byte_limit = limits.bytes
                      native.context = Unmanaged.passUnretained(state).toOpaque()
                      native.allows = { CallbackState.of($0)?.allows($1, $2) ?? 0 }
                      native.progress = { CallbackState.of($0)?.report($1) ?? 1 }
                      return Self.perform(&native)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func perform(_ request: inout pq_fetch_request) -> Answer {
    var answer = pq_fetch_answer()
    pq_fetch(&request, &answer)
    let headers = UnsafeRawBufferPointer(start: answer.headers, count: answer.header_count)
    let parsed = HTTPHeaders(headers.bindMemory(to: UInt8.self))
    free(answer.headers)
    let body = FreedMemory(answer.body)
    let bytes = SourceBytes(unowned: UnsafeRawBufferPointer(start: answer.body, count: answer.body_count)) {
      free(body.pointer)
    }
    let detail = withUnsafeBytes(of: &answer.detail) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    return Answer(
      result: Int(answer.result), status: answer.status, headers: parsed, bytes: bytes, detail: detail)
  }
}

/// Memory that is handed over to the one who frees it.
private struct FreedMemory: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<UInt8>?

  init(_ pointer: UnsafeMutablePointer<UInt8>?) { self.pointer = pointer }
}

/// What the callbacks of a transfer need.
private final class CallbackState: Sendable {
  let allowsPrivate: Bool
  let cancellation: FetchCancellation
  let progress: @Sendable (FetchProgress) -> Void

  init(
    allowsPrivate: Bool, cancellation: FetchCancellation,
    progress: @escaping @Sendable (FetchProgress) -> Void
  ) {
    self.allowsPrivate = allowsPrivate
    self.cancellation = cancellation
    self.progress = progress
  }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> CallbackState? {
    pointer.map { Unmanaged<CallbackState>.fromOpaque($0).takeUnretainedValue() }
  }

  func allows(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    if allowsPrivate { return 1 }
    let address = NetworkAddress(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return address?.isPublic == true ? 1 : 0
  }

  func report(_ received: UInt64) -> Int32 {
    if cancellation.isCancelled { return 1 }
    if received > 0 { progress(.receiving(bytes: Int(clamping: received))) }
    return 0
  }
}

/// Calls `body` with a C string, or with a null pointer for `nil`.
private func withOptionalCString<R>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> R) -> R {
  guard let text else { return body(nil) }
  return text.withCString { body($0) }
}
