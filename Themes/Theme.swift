import TerminalUI

/// How every scope looks, for one colour depth.
///
/// Made from a theme file; fallbacks between scopes and the terminal's limits are settled here, once, so that
/// looking a style up is an array access a scope.
public struct Theme: Sendable {
  /// The name that users choose it by (the file's name without `.toml`).
  public let name: String
  /// The name for people.
  public let title: String
  private let changes: [StyleChange]

  /// Settles a theme file for a colour depth.
  public init(_ file: ThemeFile, depth: ColorDepth) {
    name = file.name
    title = file.title
    var changes = Array(repeating: StyleChange(), count: Scope.allCases.count + 1)
    var quantizer = ColorQuantizer(depth: depth)
    let text = file.styles[.text] ?? StyleChange()
    for scope in Scope.allCases {
      var current: Scope? = scope
      while let name = current, file.styles[name] == nil { current = name.fallback }
      guard let found = current, let change = file.styles[found] else { continue }
      changes[Int(scope.rawValue)] = quantizer.quantize(change, scope: scope, over: text)
    }
    self.changes = changes
  }

  /// The style of a stack of scopes: the text style with every scope's changes applied, bottom first.
  ///
  /// - Complexity: O(1).
  public func style(_ stack: ScopeStack) -> Style {
    var style = Style()
    changes[Int(Scope.text.rawValue)].apply(to: &style)
    var packed = stack.packed.byteSwapped
    while packed != 0 {
      let scope = Int(packed & 0xFF)
      if scope != 0, scope < changes.count { changes[scope].apply(to: &style) }
      packed >>= 8
    }
    return style
  }

  /// The style of one scope.
  public func style(_ scope: Scope) -> Style { style(ScopeStack(scope)) }
}

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
