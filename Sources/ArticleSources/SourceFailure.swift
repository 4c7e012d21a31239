import Glibc

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

  /// Makes a failure of a number that the system gave for it (`errno`).
  public init(source: String, error: Int32) {
    self.init(source: source, reason: Self.reason(for: error))
  }

  private static func reason(for error: Int32) -> String {
    switch error {
    case ENOENT: "no such file; check the name"
    case EACCES, EPERM: "no permission to read it; check its mode and owner"
    case EISDIR: "is a directory; name a file in it"
    case EMFILE, ENFILE: "too many files are open; close some"
    case ENXIO: "is a socket or device that cannot be read; name a file"
    case ELOOP: "its symbolic links lead in a circle"
    case ENAMETOOLONG: "the name is too long"
    default: "cannot be read: \(String(cString: strerror(error)))"
    }
  }

  /// The failure in one line for standard error.
  public var message: String { "\(source): \(reason)" }
}
