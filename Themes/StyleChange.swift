import TerminalUI

/// What a scope changes about the style below it.
public struct StyleChange: Hashable, Sendable {
  /// The colour of the letters, or `nil` to leave it.
  public var foreground: Color?
  /// The colour behind the letters, or `nil` to leave it.
  public var background: Color?
  /// The attributes to add.
  public var added: Style.Attributes = []
  /// The attributes to take away.
  public var removed: Style.Attributes = []

  /// Makes a change that changes nothing.
  public init() {}

  /// Changes `style`.
  public func apply(to style: inout Style) {
    if let foreground { style.foreground = foreground }
    if let background { style.background = background }
    style.attributes = style.attributes.subtracting(removed).union(added)
  }
}
