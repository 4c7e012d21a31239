import TerminalUI

/// How every scope looks, for one colour depth.
///
/// Made from a theme file. Fallbacks between scopes and the terminal's limits are settled once a scope, when it is
/// first asked for; after that looking a style up is an array access a scope. A reference type because of that
/// cache. Owned by the main thread.
public final class Theme {
  /// The name that users choose it by (the file's name without `.toml`).
  public let name: String
  /// The name for people.
  public let title: String
  private let written: ScopeStyles
  private var settled = ScopeStyles()
  private var quantizer: ColorQuantizer
  /// Stacks that were asked for lately, each in the slot that its bits choose.
  private var recent = Array(repeating: Known(stack: ScopeStack(), style: Style()), count: 64)

  /// A stack that was asked for; one without scopes stands for none.
  private struct Known {
    let stack: ScopeStack
    let style: Style
  }

  /// Makes the theme of a file for a colour depth.
  public init(_ file: ThemeFile, depth: ColorDepth) {
    name = file.name
    title = file.title
    written = file.styles
    quantizer = ColorQuantizer(depth: depth)
  }

  /// The style of a stack of scopes: the text style with every scope's changes applied, bottom first.
  public func style(_ stack: ScopeStack) -> Style {
    let bits = stack.packed &* 0x9E37_79B9_7F4A_7C15
    let slot = Int(truncatingIfNeeded: bits >> 58)
    if recent[slot].stack == stack, stack.packed != 0 { return recent[slot].style }
    let style = settle(stack)
    recent[slot] = Known(stack: stack, style: style)
    return style
  }

  private func settle(_ stack: ScopeStack) -> Style {
    var style = Style()
    change(.text).apply(to: &style)
    var packed = stack.packed.byteSwapped
    while packed != 0 {
      if let scope = Scope(rawValue: UInt8(truncatingIfNeeded: packed)) { change(scope).apply(to: &style) }
      packed >>= 8
    }
    return style
  }

  /// The style of one scope.
  public func style(_ scope: Scope) -> Style { style(ScopeStack(scope)) }

  private func change(_ scope: Scope) -> StyleChange {
    if let change = settled[scope] { return change }
    var current: Scope? = scope
    while let candidate = current, written[candidate] == nil { current = candidate.fallback }
    let text = written[.text] ?? StyleChange()
    let found = current.flatMap { written[$0] } ?? StyleChange()
    let change = quantizer.quantize(found, scope: scope, over: text)
    settled[scope] = change
    return change
  }
}
