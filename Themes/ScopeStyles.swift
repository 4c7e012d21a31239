import TerminalUI

/// What a theme says about each scope.
///
/// An array by raw value and not a dictionary: the first dictionary with keys of our own costs half a millisecond,
/// and a theme is read before the first screen.
public struct ScopeStyles: Hashable, Sendable {
  private var changes: [StyleChange?] = Array(repeating: nil, count: Int(Scope.last.rawValue) + 1)

  /// Says nothing about any scope.
  public init() {}

  /// What is said about a scope; `nil` where the theme is silent.
  public subscript(scope: Scope) -> StyleChange? {
    get { changes[Int(scope.rawValue)] }
    set { changes[Int(scope.rawValue)] = newValue }
  }
}
