/// What a source says about the completeness of the thread it delivered.
public struct ThreadNote: Hashable, Sendable {
  /// How many comments are missing, when that is known.
  public var missing: Int?
  /// Why they are missing, in words for the user.
  public var reason: String

  /// Makes a note about an incomplete thread.
  public init(missing: Int?, reason: String) {
    self.missing = missing
    self.reason = reason
  }
}
