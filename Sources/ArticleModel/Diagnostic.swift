/// Something the reader should know about how the source was read.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Nothing is missing.
    case note
    /// Something is missing or doubtful.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// What happened, in words for the user; one line.
  public var message: String
  /// Where it happened, in words ("line 40", "comment 12"), or `nil`.
  public var place: String?

  /// Makes a diagnostic.
  public init(severity: Severity, message: String, place: String? = nil) {
    self.severity = severity
    self.message = message
    self.place = place
  }
}
