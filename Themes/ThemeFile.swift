import SettingsText
import TerminalUI

/// A theme as its author wrote it: 24-bit colours by dotted scope, inheritance resolved.
///
/// Theme files are ours, so reading them is strict: an unknown key, scope or colour is an error with its place.
public struct ThemeFile: Hashable, Sendable {
  /// Whether a theme is made for a dark or a light terminal.
  public enum Variant: String, Sendable {
    case dark, light, any
  }

  /// The name that users choose it by.
  public let name: String
  /// The name for people.
  public let title: String
  /// What kind of terminal it is made for.
  public let variant: Variant
  /// What the theme says about each scope.
  public let styles: ScopeStyles

  /// Makes a theme of what its file says.
  init(name: String, title: String, variant: Variant, styles: ScopeStyles) {
    self.name = name
    self.title = title
    self.variant = variant
    self.styles = styles
  }

  /// Reads a theme.
  ///
  /// - Parameters:
  ///   - name: The name that users choose it by.
  ///   - source: The TOML text.
  ///   - parent: Finds the text of the theme that is inherited from.
  /// - Throws: `ThemeProblem` for the first thing that is wrong.
  public init(
    name: String, source: String, parent: (String) -> String? = BuiltInThemes.source(named:)
  ) throws(ThemeProblem) {
    var chain: [ThemeSource] = []
    var next: (name: String, source: String)? = (name, source)
    while let (current, text) = next {
      guard !chain.contains(where: { $0.name == current }) else {
        throw ThemeProblem(theme: name, line: nil, message: "inherits from itself through \"\(current)\"")
      }
      let file = try ThemeSource(name: current, text: text)
      chain.append(file)
      next = nil
      if let parentName = file.inherits {
        guard let parentText = parent(parentName) else {
          throw ThemeProblem(
            theme: current, line: file.line(of: "inherits"),
            message: "there is no theme \"\(parentName)\" to inherit")
        }
        next = (parentName, parentText)
      }
    }
    // A child's palette recolours what it inherits, so names are looked up in the merged palette.
    var palette = Palette()
    for file in chain { try file.readPalette(into: &palette) }
    var styles = ScopeStyles()
    for file in chain.reversed() { try file.readStyles(into: &styles, palette: palette) }
    self.name = name
    title = chain[0].title
    variant = chain[0].variant
    self.styles = styles
  }
}

/// Something wrong with a theme file.
public struct ThemeProblem: Error, Equatable, Sendable {
  /// The theme's name or path; `nil` when there is no file at all.
  public let theme: String?
  /// The line, from 1, when it is known.
  public let line: Int?
  /// What is wrong.
  public let message: String

  /// Makes a problem.
  public init(theme: String?, line: Int?, message: String) {
    self.theme = theme
    self.line = line
    self.message = message
  }

  /// The problem in one line: `name.toml:12: unknown scope "quot"`.
  public var text: String {
    guard let theme else { return message }
    return "\(theme).toml:\(line.map { "\($0): " } ?? " ")\(message)"
  }
}

/// One theme file, parsed and checked key by key.
private struct ThemeSource {
  let name: String
  let title: String
  let variant: ThemeFile.Variant
  let inherits: String?
  private let table: TOMLTable

  private static let keys = ["name", "variant", "inherits", "palette", "styles"]
  private static let attributes: [(name: String, attribute: Style.Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ("strike", .strike),
  ]

  init(name: String, text: String) throws(ThemeProblem) {
    self.name = name
    do {
      table = try TOMLParser.parse(text)
    } catch {
      throw ThemeProblem(theme: name, line: error.line, message: error.message)
    }
    for entry in table.entries where !Self.keys.contains(entry.key) {
      throw ThemeProblem(
        theme: name, line: entry.line,
        message: "unknown key \"\(entry.key)\"; known are \(Self.keys.joined(separator: ", "))")
    }
    guard let title = table["name"]?.value.string else {
      throw ThemeProblem(theme: name, line: 1, message: "needs a `name`")
    }
    self.title = title
    let variantEntry = table["variant"]
    let variantName = variantEntry.map { $0.value.string ?? "" } ?? ThemeFile.Variant.any.rawValue
    guard let variant = ThemeFile.Variant(rawValue: variantName) else {
      throw ThemeProblem(theme: name, line: variantEntry?.line, message: "`variant` is dark, light or any")
    }
    self.variant = variant
    if let entry = table["inherits"], entry.value.string == nil {
      throw ThemeProblem(theme: name, line: entry.line, message: "`inherits` is the name of a theme")
    }
    inherits = table["inherits"]?.value.string
  }

  func line(of key: String) -> Int? { table[key]?.line }

  /// Adds this file's colours; names that are there already stay.
  func readPalette(into palette: inout Palette) throws(ThemeProblem) {
    for entry in try entries(of: "palette") {
      guard let color = entry.value.string.flatMap(Palette.color) else {
        throw problem(entry.line, "\"\(entry.key)\" is not a colour like \"#e5c07b\"")
      }
      palette.add(entry.key, color)
    }
  }

  /// Sets what this file says about scopes.
  func readStyles(into styles: inout ScopeStyles, palette: Palette) throws(ThemeProblem) {
    for entry in try entries(of: "styles") {
      guard let scope = Scope(name: entry.key) else {
        throw problem(entry.line, "unknown scope \"\(entry.key)\"")
      }
      guard let fields = entry.value.table else {
        throw problem(entry.line, "\"\(entry.key)\" needs a table like { fg = \"#e5c07b\", bold = true }")
      }
      styles[scope] = try change(fields, of: entry, palette: palette)
    }
  }

  private func entries(of key: String) throws(ThemeProblem) -> [TOMLTable.Entry] {
    guard let entry = table[key] else { return [] }
    guard let inner = entry.value.table else { throw problem(entry.line, "`\(key)` is a table: [\(key)]") }
    return inner.entries
  }

  private func change(
    _ fields: TOMLTable, of scope: TOMLTable.Entry, palette: Palette
  ) throws(ThemeProblem) -> StyleChange {
    var change = StyleChange()
    for field in fields.entries {
      if field.key == "fg" || field.key == "bg" {
        guard let value = field.value.string, let color = palette[value] ?? Palette.color(value) else {
          throw problem(
            field.line,
            "\(field.key) of \"\(scope.key)\" is no palette entry, no \"#rrggbb\" and not \"default\"")
        }
        if field.key == "fg" { change.foreground = color } else { change.background = color }
      } else if let (_, attribute) = Self.attributes.first(where: { $0.name == field.key }),
        let isOn = field.value.boolean
      {
        if isOn { change.added.insert(attribute) } else { change.removed.insert(attribute) }
      } else {
        let known = (["fg", "bg"] + Self.attributes.map(\.name)).joined(separator: ", ")
        throw problem(
          field.line, "\"\(field.key)\" of \"\(scope.key)\" is not one of \(known), or has no fit value")
      }
    }
    return change
  }

  private func problem(_ line: Int, _ message: String) -> ThemeProblem {
    ThemeProblem(theme: name, line: line, message: message)
  }
}

/// Colours by the names that a theme gives them.
private struct Palette {
  private var colors: [(name: String, color: Color)] = []

  subscript(name: String) -> Color? { colors.first { $0.name == name }?.color }

  mutating func add(_ name: String, _ color: Color) {
    if self[name] == nil { colors.append((name, color)) }
  }

  static func color(_ text: String) -> Color? {
    if text == "default" { return .terminalDefault }
    guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#") else { return nil }
    var value: UInt32 = 0
    for byte in text.utf8.dropFirst() {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return .rgb(value)
  }
}
