/// How many colours a terminal can show.
public enum ColorDepth: Hashable, Sendable {
  /// None: attributes only.
  case none
  /// The eight colours of the palette's start.
  case ansi8
  /// The sixteen colours of the palette's start.
  case ansi16
  /// A palette of 256.
  case palette256
  /// 24 bits.
  case direct

  /// The depth for a number of colours.
  public init(colors: some BinaryInteger) {
    switch Int(colors) {
    case ..<8: self = .none
    case ..<16: self = .ansi8
    case ..<256: self = .ansi16
    case ..<(1 << 24): self = .palette256
    default: self = .direct
    }
  }
}
