import TOMLKit
import TerminalUI

/// A theme as its author wrote it: 24-bit colours by dotted scope, inheritance resolved.
///
/// Theme files are ours, so reading them is strict: an unknown key, scope or colour is an error with its place.
public struct ThemeFile: Sendable {
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
  /// What the theme says about each scope it mentions.
  public let styles: [Scope: StyleChange]

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
    var palette: [String: Color] = [:]
    var styles: [Scope: StyleChange] = [:]
    for file in chain.reversed() {
      for (key, color) in try file.palette() { palette[key] = color }
      for (scope, change) in try file.styles(palette: palette) { styles[scope] = change }
    }
    self.name = name
    title = chain[0].title
    variant = chain[0].variant
    self.styles = styles
  }
}

/// Something wrong with a theme file.
public struct ThemeProblem: Error, Equatable, Sendable {
  /// The theme's name or path.
  public let theme: String
  /// The line, from 1, when it is known.
  public let line: Int?
  /// What is wrong.
  public let message: String

  /// Makes a problem.
  public init(theme: String, line: Int?, message: String) {
    self.theme = theme
    self.line = line
    self.message = message
  }

  /// The problem in one line: `name.toml:12: unknown scope "quot"`.
  public var text: String { "\(theme).toml:\(line.map { "\($0): " } ?? " ")\(message)" }
}

/// One theme file, parsed and checked key by key.
private struct ThemeSource {
  let name: String
  let text: String
  let title: String
  let variant: ThemeFile.Variant
  let inherits: String?
  private let table: TOMLTable

  init(name: String, text: String) throws(ThemeProblem) {
    self.name = name
    self.text = text
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ThemeProblem(theme: name, line: error.source.begin.line, message: error.description)
    } catch {
      throw ThemeProblem(theme: name, line: nil, message: "is not TOML")
    }
    let known = ["name", "variant", "inherits", "palette", "styles"]
    for key in table.keys where !known.contains(key) {
      throw ThemeProblem(
        theme: name, line: Self.line(of: key, in: text),
        message: "unknown key \"\(key)\"; known are \(known.joined(separator: ", "))")
    }
    guard let title = table["name"]?.string else {
      throw ThemeProblem(theme: name, line: 1, message: "needs a `name`")
    }
    self.title = title
    let variantName = table["variant"]?.string ?? "any"
    guard let variant = ThemeFile.Variant(rawValue: variantName) else {
      throw ThemeProblem(
        theme: name, line: Self.line(of: "variant", in: text), message: "`variant` is dark, light or any")
    }
    self.variant = variant
    inherits = table["inherits"]?.string
  }

  func line(of key: String) -> Int? { Self.line(of: key, in: text) }

  func palette() throws(ThemeProblem) -> [String: Color] {
    guard let entries = table["palette"]?.table else { return [:] }
    var result: [String: Color] = [:]
    for key in entries.keys {
      guard let value = entries[key]?.string, let color = Self.color(value) else {
        throw ThemeProblem(
          theme: name, line: line(of: key), message: "\"\(key)\" is not a colour like \"#e5c07b\"")
      }
      result[key] = color
    }
    return result
  }

  func styles(palette: [String: Color]) throws(ThemeProblem) -> [Scope: StyleChange] {
    guard let entries = table["styles"]?.table else { return [:] }
    var result: [Scope: StyleChange] = [:]
    for key in entries.keys {
      guard let scope = Scope(name: key) else {
        throw ThemeProblem(theme: name, line: line(of: key), message: "unknown scope \"\(key)\"")
      }
      guard let fields = entries[key]?.table else {
        throw ThemeProblem(
          theme: name, line: line(of: key),
          message: "\"\(key)\" needs a table like { fg = \"#e5c07b\", bold = true }")
      }
      result[scope] = try change(fields, scope: key, palette: palette)
    }
    return result
  }

  private func change(
    _ fields: TOMLTable, scope: String, palette: [String: Color]
  ) throws(ThemeProblem) -> StyleChange {
    let attributes: [String: Style.Attributes] = [
      "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
      "strike": .strike,
    ]
    var change = StyleChange()
    for field in fields.keys {
      if field == "fg" || field == "bg" {
        guard let value = fields[field]?.string, let color = palette[value] ?? Self.color(value) else {
          throw ThemeProblem(
            theme: name, line: line(of: scope),
            message: "\(field) of \"\(scope)\" is no palette entry, no \"#rrggbb\" and not \"default\"")
        }
        if field == "fg" { change.foreground = color } else { change.background = color }
      } else if let attribute = attributes[field], let isOn = fields[field]?.bool {
        if isOn { change.added.insert(attribute) } else { change.removed.insert(attribute) }
      } else {
        throw ThemeProblem(
          theme: name, line: line(of: scope),
          message:
            "\"\(field)\" of \"\(scope)\" is not fg, bg, bold, dim, italic, underline, reverse or strike")
      }
    }
    return change
  }

  private static func color(_ text: String) -> Color? {
    if text == "default" { return .terminalDefault }
    guard text.utf8.count == 7, text.first == "#", let value = UInt32(text.dropFirst(), radix: 16) else {
      return nil
    }
    return .rgb(value)
  }

  /// The line that sets `key`; TOML libraries tell the place of syntax errors only.
  private static func line(of key: String, in text: String) -> Int? {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let start = line.drop { $0 == " " || $0 == "\t" }
      for form in [key, "\"\(key)\"", "[\(key)]"] where start.hasPrefix(form) {
        let rest = start.dropFirst(form.count).drop { $0 == " " || $0 == "\t" }
        if rest.isEmpty || rest.first == "=" || form.first == "[" { return index + 1 }
      }
    }
    return nil
  }
}
