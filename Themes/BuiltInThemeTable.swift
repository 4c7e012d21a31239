import TerminalUI

/// A theme that ships in the program as constant data, made from its TOML file.
///
/// A theme is needed before the first screen; reading its file would take as long as drawing that screen.
struct BuiltInThemeTable {
  let title: String
  let variant: ThemeFile.Variant
  /// A record for each scope that the theme says something about.
  ///
  /// 2 characters for the scope, 5 for each of the two colours, 1 each for the attributes that are added and removed.
  /// Numbers are written with six bits a character, from `0` (0) to `o` (63).
  let records: StaticString

  private static let recordLength = 14
  /// A colour that is left as it is.
  private static let nothing: UInt32 = 1 << 29

  /// What the theme says about each scope.
  var styles: ScopeStyles {
    var styles = ScopeStyles()
    records.withUTF8Buffer { bytes in
      var position = 0
      func number(_ count: Int) -> UInt32 {
        defer { position += count }
        return bytes[position..<position + count].reduce(0) { $0 << 6 | UInt32($1 &- 0x30) }
      }
      func color() -> Color? {
        let value = number(5)
        return value == Self.nothing ? nil : value == 0 ? .terminalDefault : .rgb(value)
      }
      while position + Self.recordLength <= bytes.count {
        let scope = Scope(rawValue: UInt8(truncatingIfNeeded: number(2)))
        var change = StyleChange()
        change.foreground = color()
        change.background = color()
        change.added = Style.Attributes(rawValue: UInt8(truncatingIfNeeded: number(1)))
        change.removed = Style.Attributes(rawValue: UInt8(truncatingIfNeeded: number(1)))
        if let scope { styles[scope] = change }
      }
    }
    return styles
  }
}

extension BuiltInThemes {
  /// A theme as its file says it, inheritance resolved, or `nil` when there is none of that name; nothing is parsed.
  public static func theme(named name: String) -> ThemeFile? {
    BuiltInThemeTable.table(named: name).map {
      ThemeFile(name: name, title: $0.title, variant: $0.variant, styles: $0.styles)
    }
  }
}
