import ArticleModel
import ArticleSources
import ReaderCore
import TerminalUI
import Themes

/// Themes by the name of a built-in one or the path of a file.
enum ThemeChoice {
  /// Finds and settles a theme.
  static func theme(named name: String, depth: ColorDepth) throws(ThemeProblem) -> Theme {
    Theme(try file(named: name), depth: depth)
  }

  /// The theme to begin with: the one that the command line asks for, else that of the configuration, else the usual one.
  ///
  /// - Parameters:
  ///   - asked: The theme of the command line.
  ///   - settings: The configuration.
  ///   - folder: Where that is.
  ///   - depth: The colours of the terminal.
  /// - Returns: The theme with its name, and what is wrong with the one of the configuration, which must not keep anybody
  ///   from reading.
  /// - Throws: What is wrong with a theme that the command line names, itself or by its configuration.
  static func beginning(
    asked: String?, _ settings: Settings, _ folder: ConfigurationFolder, depth: ColorDepth
  ) throws(SessionRefusal) -> (name: String, theme: Theme, complaint: String?) {
    let usual = TerminalEnvironment().themeName(depth: depth)
    let name = asked ?? settings.theme ?? usual
    do throws(ThemeProblem) {
      return (name, try theme(named: name, depth: depth), nil)
    } catch {
      guard asked == nil, !folder.isNamed, let theme = try? theme(named: usual, depth: depth) else {
        throw SessionRefusal(asked == nil ? folder.problem(error, of: settings).text : error.text)
      }
      return (usual, theme, folder.problem(error, of: settings).shortText)
    }
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
