import TerminalUI
import Themes

/// A theme that gives every scope a colour of its own, so that a frame tells which scope lies on top of each cell.
enum LetterTheme {
  private static let file: ThemeFile = {
    let lines = Scope.allCases.map { scope in
      let digits = String(scope.rawValue, radix: 16)
      return "\"\(scope.name)\" = { fg = \"#0000\(digits.count == 1 ? "0" : "")\(digits)\" }"
    }
    let source = "name = \"Letters\"\n[styles]\n" + lines.joined(separator: "\n")
    do {
      return try ThemeFile(name: "letters", source: source)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// The theme, made anew: a theme settles its styles as they are asked for, and tests run side by side.
  static func make() -> Theme { Theme(file, depth: .direct) }

  /// `.` is running text; the other scopes take these in their order.
  private static let letters = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!$%&*+=?@~^<>[]{}();:,/-_|'")

  static func scope(of style: Style) -> Scope? {
    style.foreground.rgbValue.flatMap { Scope(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }

  static func letter(of scope: Scope) -> Character {
    scope == .text ? "." : letters[Int(scope.rawValue) - 2]
  }
}

extension Surface {
  /// The frame as text: its letters, then for each cell the letter of its scope, then what the letters mean.
  var dump: String {
    var used: Set<Scope> = []
    let styles = (0..<size.height).map { y in
      String(
        row(y).map { cell -> Character in
          guard let scope = LetterTheme.scope(of: cell.style) else { return " " }
          used.insert(scope)
          return LetterTheme.letter(of: scope)
        })
    }
    let legend = Scope.allCases.filter(used.contains).map { "\(LetterTheme.letter(of: $0)) \($0.name)" }
    let cursor = self.cursor.map { "\($0.x),\($0.y)" } ?? "none"
    return
      (["\(size.width)x\(size.height) cursor \(cursor)\(isCursorVisible ? " shown" : "")", "-- text"]
      + lines.map { "|" + $0 } + ["-- scopes"] + styles.map { "|" + $0 } + ["-- legend"] + legend)
      .joined(separator: "\n") + "\n"
  }

  /// The first thing wrong with the frame: a lone half of a wide cell, or something that no terminal may see.
  var fault: String? {
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = self[x, y]
        switch cell.width {
        case 0: if x == 0 || self[x - 1, y].width != 2 { return "a lone second half at \(x), \(y)" }
        case 2:
          if x + 1 >= size.width || self[x + 1, y].width != 0 { return "a lone first half at \(x), \(y)" }
        default: break
        }
        for index in 0..<4 where Self.isForbidden(cell.marks[index]) && cell.marks[index] != 0 {
          // Between joined pictographs.
          if cell.marks[index] == 0x200D, cell.width == 2, index < 3, cell.marks[index + 1] != 0 { continue }
          return "the mark U+\(String(cell.marks[index], radix: 16)) at \(x), \(y)"
        }
        if cell.width > 0, Self.isForbidden(cell.base) {
          return "U+\(String(cell.base, radix: 16)) at \(x), \(y)"
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
