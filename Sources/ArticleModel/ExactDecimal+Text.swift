extension ExactDecimal {
  /// Reads a number as programs write it: `-12.5`, `.5`, `3e8`, `1.6e-19`; `nil` for anything else.
  ///
  /// Digits beyond the eighteenth are dropped, as everywhere.
  public init?(_ text: some StringProtocol) {
    var significand: Int64 = 0
    var exponent = 0
    var kept = 0
    var digits = 0
    var power = 0
    var place = Place.whole
    var isNegative = false
    var isPowerNegative = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39 where place == .power:
        power = min(power * 10 + Int(byte - 0x30), 1_000_000)
      case 0x30...0x39:
        digits += 1
        if kept < 18 {
          significand = significand * 10 + Int64(byte - 0x30)
          if significand > 0 { kept += 1 }
          if place == .fraction { exponent -= 1 }
        } else if place == .whole {
          exponent += 1
        }
      case 0x2E where place == .whole: place = .fraction
      case 0x65 where place != .power && digits > 0, 0x45 where place != .power && digits > 0: place = .power
      case 0x2D where previous == 0: isNegative = true
      case 0x2D where place == .power && (previous == 0x65 || previous == 0x45): isPowerNegative = true
      case 0x2B where previous == 0 || place == .power && (previous == 0x65 || previous == 0x45): break
      default: return nil
      }
      previous = byte
    }
    guard digits > 0, previous >= 0x30 && previous <= 0x39 || previous == 0x2E else { return nil }
    self.init(
      significand: isNegative ? -significand : significand,
      exponent: exponent + (isPowerNegative ? -power : power))
  }

  /// The part of a number that a digit belongs to.
  private enum Place {
    case whole, fraction, power
  }
}
