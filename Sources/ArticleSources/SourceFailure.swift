/// Why a source gave no bytes.
public struct SourceFailure: Error, Hashable, Sendable {
  /// The source, as the user named it.
  public let source: String
  /// What happened, why, and what to do; one line.
  public let reason: String

  /// Makes a failure.
  public init(source: String, reason: String) {
    self.source = source
    self.reason = reason
  }

  /// The failure in one line for standard error.
  public var message: String { "\(source): \(reason)" }
}
