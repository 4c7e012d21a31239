import TerminalUI

#if canImport(Glibc)
  import Glibc
#endif

/// Turns a theme's 24-bit colours into what a terminal can show.
///
/// With a palette of 256 the nearest of the entries 16 to 255 is taken (the first sixteen are the user's own), by
/// distance in OKLab (Björn Ottosson, 2020), which keeps dark backgrounds apart where RGB distance does not. With
/// eight or sixteen colours a table by role decides, because the nearest colour says nothing about meaning there.
struct ColorQuantizer {
  let depth: ColorDepth
  private var known: [Known] = []

  private struct Known {
    let value: UInt32
    let index: UInt8
  }

  init(depth: ColorDepth) { self.depth = depth }

  /// What a scope changes, in colours of the terminal; `text` is what the running text looks like.
  mutating func quantize(_ change: StyleChange, scope: Scope, over text: StyleChange) -> StyleChange {
    var result = change
    switch depth {
    case .direct: break
    case .palette256:
      if let value = change.background?.rgbValue { result.background = .palette(nearest(value)) }
      if let value = change.foreground?.rgbValue {
        let behind = change.background?.rgbValue ?? text.background?.rgbValue
        result.foreground = .palette(readable(value, on: behind))
      }
    case .ansi16, .ansi8, .none:
      result.foreground = nil
      result.background = nil
      // A theme that colours nothing there has its reasons.
      let isColored = change.foreground.map { $0 != .terminalDefault } ?? false
      if isColored, depth != .none, let color = Self.roleColor(scope) {
        result.foreground = .palette(depth == .ansi16 ? color : color % 8)
      }
      let isMarked = change.background.map { $0 != .terminalDefault } ?? false
      if isMarked, scope != .text { result.added.insert(.reverse) }
    }
    return result
  }

  private mutating func nearest(_ value: UInt32) -> UInt8 {
    if let match = known.first(where: { $0.value == value }) { return match.index }
    let wanted = OKLab(value)
    var best: (index: UInt8, distance: Float) = (16, .infinity)
    for index in Palette256.indices {
      let distance = wanted.squaredDistance(to: Palette256.color(index))
      if distance < best.distance { best = (index, distance) }
    }
    known.append(Known(value: value, index: best.index))
    return best.index
  }

  /// The nearest entry; when that loses the contrast the author's colours have, the nearest one that keeps it.
  private mutating func readable(_ value: UInt32, on background: UInt32?) -> UInt8 {
    let first = nearest(value)
    guard let background, Contrast.ratio(value, background) >= 4.5 else { return first }
    let behind = Palette256.value(of: nearest(background))
    guard Contrast.ratio(Palette256.value(of: first), behind) < 4.5 else { return first }
    let wanted = OKLab(value)
    var best: (index: UInt8, distance: Float) = (first, .infinity)
    for index in Palette256.indices where Contrast.ratio(Palette256.value(of: index), behind) >= 4.5 {
      let distance = wanted.squaredDistance(to: Palette256.color(index))
      if distance < best.distance { best = (index, distance) }
    }
    return best.index
  }

  /// The palette entry of a role on terminals with 8 or 16 colours; `nil` leaves the terminal's own.
  private static func roleColor(_ scope: Scope) -> UInt8? {
    switch scope {
    case .quote, .quoteSpeaker, .quoteSpeaker1: return 3
    case .quoteSpeaker2: return 6
    case .quoteSpeaker3: return 2
    case .quoteSpeaker4: return 5
    case .quoteSpeaker5: return 11
    case .quoteSpeaker6: return 14
    case .quoteSpeaker7: return 10
    case .quoteSpeaker8: return 13
    case .figure, .figurePercent, .figureMoney, .marginFigure: return 9
    case .link, .heading1: return 12
    case .threadDepth, .threadDepth1: return 4
    case .threadDepth2: return 6
    case .threadDepth3: return 2
    case .threadDepth4: return 3
    case .threadDepth5: return 5
    case .threadDepth6: return 1
    case .commentAuthorOP, .marginQuote: return 3
    case .commentAuthorModerator: return 2
    case .statusError: return 9
    case .paneBorderFocused: return 12
    default: return nil
    }
  }
}

/// A colour in the OKLab space.
struct OKLab: Sendable {
  let lightness: Float
  let a: Float
  let b: Float

  /// Converts `0xRRGGBB`.
  init(_ value: UInt32) {
    let red = Contrast.linear(value >> 16 & 0xFF)
    let green = Contrast.linear(value >> 8 & 0xFF)
    let blue = Contrast.linear(value & 0xFF)
    let l = cbrtf(0.412_221_47 * red + 0.536_332_54 * green + 0.051_445_99 * blue)
    let m = cbrtf(0.211_903_5 * red + 0.680_699_5 * green + 0.107_396_96 * blue)
    let s = cbrtf(0.088_302_46 * red + 0.281_718_84 * green + 0.629_978_7 * blue)
    lightness = 0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s
    a = 1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s
    b = 0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s
  }

  func squaredDistance(to other: OKLab) -> Float {
    let x = lightness - other.lightness
    let y = a - other.a
    let z = b - other.b
    return x * x + y * y + z * z
  }
}

/// Contrast between two colours, as WCAG 2 counts it: from 1 (equal) to 21 (black on white).
public enum Contrast {
  /// The contrast ratio of two colours `0xRRGGBB`.
  public static func ratio(_ first: UInt32, _ second: UInt32) -> Float {
    let one = luminance(first) + 0.05
    let other = luminance(second) + 0.05
    return max(one, other) / min(one, other)
  }

  /// How much light a channel's value, 0 to 255, stands for; a table, because a palette takes hundreds of powers.
  static func linear(_ channel: UInt32) -> Float { light[Int(channel)] }

  private static let light = (0...255).map { channel -> Float in
    let value = Float(channel) / 255
    return value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
  }

  private static func luminance(_ value: UInt32) -> Float {
    0.2126 * linear(value >> 16 & 0xFF) + 0.7152 * linear(value >> 8 & 0xFF) + 0.0722 * linear(value & 0xFF)
  }
}

/// The entries 16 to 255 of xterm's palette: a 6×6×6 cube and 24 greys.
enum Palette256 {
  static let indices = UInt8(16)...255

  static func color(_ index: UInt8) -> OKLab { colors[Int(index) - 16] }

  private static let colors = indices.map { OKLab(value(of: $0)) }

  static func value(of index: UInt8) -> UInt32 {
    if index >= 232 {
      let grey = 8 + UInt32(index - 232) * 10
      return grey << 16 | grey << 8 | grey
    }
    let cube = UInt32(index < 16 ? 0 : index - 16)
    return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
  }

  /// The value of a channel of the cube: 0, 95, 135, 175, 215, 255.
  private static func level(_ step: UInt32) -> UInt32 { step == 0 ? 0 : 55 + 40 * step }
}
