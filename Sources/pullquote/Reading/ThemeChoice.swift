import ArticleModel
import ArticleSources
import TerminalUI
import Themes

/// Themes by the name of a built-in one or the path of a file.
enum ThemeChoice {
  /// Finds and settles a theme.
  static func theme(named name: String, depth: ColorDepth) throws(ThemeProblem) -> Theme {
    Theme(try file(named: name), depth: depth)
  }

  /// The text of a theme that another one inherits from: a built-in one, or one of the user's.
  private static func parent(_ name: String) -> String? {
    BuiltInThemes.source(named: name)
      ?? ConfigurationFolder().themeFile(named: name).flatMap { try? ConfigurationFolder.read($0) }
  }

  /// Finds a theme's file.
  static func file(named name: String) throws(ThemeProblem) -> ThemeFile {
    if let theme = BuiltInThemes.theme(named: name) { return theme }
    let folder = ConfigurationFolder()
    if let own = folder.themeFile(named: name) { return try file(at: own) }
    guard ConfigurationFolder.isPath(ofTheme: name) else {
      throw ThemeProblem(
        theme: nil, line: nil,
        message: "there is no theme \"\(name)\"; known are \(folder.themeNames().joined(separator: ", ")), "
          + "or name a file ending in .toml")
    }
    return try file(at: name)
  }

  private static func file(at path: String) throws(ThemeProblem) -> ThemeFile {
    let bareName = path.hasSuffix(".toml") ? String(path.dropLast(5)) : path
    do {
      let bytes = try SourceReader().read(.path(path))
      return try ThemeFile(
        name: bareName, source: bytes.withBytes { String(decoding: $0, as: UTF8.self) }, parent: parent)
    } catch let problem as ThemeProblem {
      throw problem
    } catch let failure as SourceFailure {
      throw ThemeProblem(theme: nil, line: nil, message: "\(path): \(failure.reason)")
    } catch {
      throw ThemeProblem(theme: nil, line: nil, message: "\(path): \(error)")
    }
  }
}
