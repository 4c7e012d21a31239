import ArticleModel
import Glibc

/// A log, for finding out what went wrong (`--log FILE`): a line for each thing that happened.
final class SessionLog: Sendable {
  private let file: Int32
  private let start: Int64

  /// Appends to a file; `nil` when it cannot be written.
  init?(_ path: String) {
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    start = Self.microseconds
    guard file >= 0 else { return nil }
  }

  deinit { close(file) }

  /// The log at a path, none without one; refuses when it cannot be written.
  static func opened(_ path: String?) throws(SessionRefusal) -> SessionLog? {
    guard let path else { return nil }
    guard let log = SessionLog(path) else {
      throw SessionRefusal("\(path) cannot be written; name another log")
    }
    return log
  }

  /// Writes what is known of an article, or of its beginning.
  func note(_ article: Article, isComplete: Bool) {
    let part = isComplete ? "all of" : "the beginning of"
    note(
      "has \(part) \(article.body.utf8.count) bytes as \(article.source.format.rawValue), "
        + "\(article.quotes.count) quotes, \(article.figures.count) figures, "
        + "\(article.thread?.commentCount ?? 0) comments")
    guard isComplete else { return }
    for problem in article.diagnostics { note("\(problem.severity.rawValue): \(problem.message)") }
  }

  /// Writes a line with the milliseconds since the start; controls in it are left out.
  func note(_ text: String) {
    let passed = Self.microseconds - start
    let fraction = "\(passed % 1000 + 1000)".dropFirst()
    let words = String(text.map { $0.isASCII && ($0.asciiValue ?? 0) < 0x20 ? " " : $0 })
    let line = Array("\(passed / 1000).\(fraction) \(words)\n".utf8)
    _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  private static var microseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
  }
}
