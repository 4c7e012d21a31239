import TerminalUI
import TestSupport

/// Drawing that meets wide cells, marks, controls and every edge.
enum RandomDrawing {
  private static let pieces: [String] = [
    "a", "word ", "日本", "本", "한", "é", "e\u{301}", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}",
    "👩\u{200D}🔬",
    "👍🏽", "🇩🇪", "🇩", "👨\u{200D}👩\u{200D}👧\u{200D}👦", "👩🏽\u{200D}", "☝🏽", "क्ष", "☂\u{FE0F}", "\u{200B}", "\u{200D}",
    "\u{202E}", "\u{2066}", "\u{1B}[2J", "\t", "\n", "\r\n",
    "\u{85}", "\u{9B}", "\u{0}", "\u{7F}", "\u{2028}", "\u{FEFF}", "\u{AD}", "ｗ", "का", "\u{0600}1", "\u{301}",
  ]

  /// Up to twelve pieces, and sometimes bytes that are no text.
  static func bytes(using generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      if Int.random(in: 0..<6, using: &generator) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &generator))
      } else {
        bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      }
    }
    return bytes
  }

  static func style(using generator: inout SeededGenerator) -> Style {
    Style(foreground: .palette(UInt8.random(in: 0...3, using: &generator)))
  }

  /// Writes, fills and puts something somewhere, often across an edge.
  static func draw(on surface: inout Surface, using generator: inout SeededGenerator) {
    let x = Int.random(in: -3...surface.size.width + 2, using: &generator)
    let y = Int.random(in: -1...surface.size.height, using: &generator)
    let style = style(using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0:
      let width = Int.random(in: 0...5, using: &generator)
      surface.fill(Rect(x: x, y: y, width: width, height: 2), style: style)
    case 1: surface.put(Cell(base: 0x672C, style: style, width: 2), x: x, y: y)
    case 2: surface.put(Cell(base: 0x78, style: style), x: x, y: y)
    default:
      let limit = Bool.random(using: &generator) ? Int.max : x + Int.random(in: 0...6, using: &generator)
      bytes(using: &generator).withUnsafeBufferPointer {
        _ = surface.write($0, x: x, y: y, limit: limit, style: style)
      }
    }
  }

  static func surface(_ size: Size, steps: Int, using generator: inout SeededGenerator) -> Surface {
    var surface = Surface(size: size)
    for _ in 0..<steps { draw(on: &surface, using: &generator) }
    return surface
  }
}

extension Surface {
  /// The first thing wrong with the cells: a lone half of a wide cell, or something that no terminal may see.
  var fault: String? {
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = self[x, y]
        switch cell.width {
        case 0 where x == 0 || self[x - 1, y].width != 2: return "a lone second half at \(x), \(y)"
        case 2 where x + 1 >= size.width || self[x + 1, y].width != 0:
          return "a lone first half at \(x), \(y)"
        case 0...2: break
        default: return "a cell \(cell.width) columns wide at \(x), \(y)"
        }
        let isJoined = cell.width == 2 && cell.marks[1] != 0
        for scalar in cell.text.unicodeScalars where Self.isForbidden(scalar.value) {
          if scalar.value == 0x200D, isJoined, cell.text.unicodeScalars.last != scalar { continue }
          return "U+\(String(scalar.value, radix: 16)) at \(x), \(y)"
        }
      }
    }
    return nil
  }

  private static func isForbidden(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (0x7F...0x9F).contains(scalar) || (0x200B...0x200F).contains(scalar)
      || (0x2028...0x202E).contains(scalar) || (0x2060...0x206F).contains(scalar) || scalar == 0xFEFF
  }
}
