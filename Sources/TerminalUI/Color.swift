/// A colour of a cell: the terminal's own, an entry of its palette, or a 24-bit value.
///
/// Themes hold 24-bit colours; they are turned into palette entries for terminals that need it when a theme is
/// resolved, so a screen never asks a terminal for more than it can show.
public struct Color: Hashable, Sendable {
  /// The packed form: 0 is the default, `0x01RRGGBB` a 24-bit colour, `0x02000000 | index` a palette entry.
  public let packed: UInt32

  private init(packed: UInt32) { self.packed = packed }

  /// The terminal's own foreground or background.
  public static let terminalDefault = Color(packed: 0)

  /// A 24-bit colour, `0xRRGGBB`.
  public static func rgb(_ value: UInt32) -> Color { Color(packed: 0x0100_0000 | (value & 0xFF_FFFF)) }

  /// An entry of the terminal's palette, 0 to 255.
  public static func palette(_ index: UInt8) -> Color { Color(packed: 0x0200_0000 | UInt32(index)) }

  /// The 24-bit value, when it is one.
  public var rgbValue: UInt32? { packed >> 24 == 1 ? packed & 0xFF_FFFF : nil }

  /// The palette index, when it is one.
  public var paletteIndex: UInt8? { packed >> 24 == 2 ? UInt8(truncatingIfNeeded: packed) : nil }
}
