import ArticleModel
import TerminalUI

/// What stays the same while the reader runs.
public struct ReaderConfiguration: Sendable {
  /// The signs to draw with.
  public var glyphs: Glyphs
  /// The keys.
  public var keymap: Keymap
  /// The themes that the theme key cycles through.
  public var themeNames: [String]
  /// Finds the figures of a comment's body.
  public var findFigures: @Sendable (RichText) -> [Figure]
  /// Whether one item at a time is shown, without boxes.
  public var isLinear: Bool
  /// The time that ages are counted from, in seconds since 1970.
  public var now: Int64

  /// Makes a configuration.
  public init(
    glyphs: Glyphs = .unicode, keymap: Keymap = .standard, themeNames: [String] = [], now: Int64 = 0,
    isLinear: Bool = false,
    findFigures: @escaping @Sendable (RichText) -> [Figure] = { _ in [] }
  ) {
    self.glyphs = glyphs
    self.keymap = keymap
    self.themeNames = themeNames
    self.now = now
    self.isLinear = isLinear
    self.findFigures = findFigures
  }
}
