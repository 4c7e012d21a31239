/// How a cell looks.
public struct Style: Hashable, Sendable {
  /// The attributes that terminals have besides colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes attributes from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier or brighter letters.
    public static let bold = Attributes(rawValue: 1 << 0)
    /// Fainter letters.
    public static let dim = Attributes(rawValue: 1 << 1)
    /// Slanted letters.
    public static let italic = Attributes(rawValue: 1 << 2)
    /// A line below the letters.
    public static let underline = Attributes(rawValue: 1 << 3)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 1 << 4)
    /// A line through the letters.
    public static let strike = Attributes(rawValue: 1 << 5)
  }

  /// The colour of the letters.
  public var foreground: Color
  /// The colour behind the letters.
  public var background: Color
  /// The other attributes.
  public var attributes: Attributes

  /// Makes a style; the terminal's own look by default.
  public init(
    foreground: Color = .terminalDefault, background: Color = .terminalDefault, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
