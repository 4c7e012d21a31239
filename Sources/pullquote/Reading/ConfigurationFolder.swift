import ArticleSources
import Glibc
import ReaderCore
import Themes

/// The user's files: `config.toml`, `keymap.toml` and `themes/`, in `$XDG_CONFIG_HOME/pullquote`.
///
/// Nothing is read before it is known to be there, because most users have none of it and the first screen waits.
struct ConfigurationFolder {
  /// The folder; `nil` without a home.
  let path: String?
  /// The configuration that the command line names instead.
  let file: String?

  /// A file of more bytes is no configuration.
  private static let limit = 1 << 20

  init(file: String? = nil) {
    self.file = file
    if let folder = getenv("XDG_CONFIG_HOME").map({ String(cString: $0) }), folder.hasPrefix("/") {
      path = folder + "/pullquote"
    } else {
      let home = getenv("HOME").map { String(cString: $0) }
      path = home.flatMap { $0.hasPrefix("/") ? $0 + "/.config/pullquote" : nil }
    }
  }

  /// Whether a theme is told by the path of its file and not by its name.
  static func isPath(ofTheme name: String) -> Bool { name.hasSuffix(".toml") || name.contains("/") }

  /// Where the configuration is looked for.
  var configurationPath: String? { file ?? path.map { $0 + "/config.toml" } }
  /// Where the keymap is looked for: beside the configuration.
  var keymapPath: String? {
    guard let file else { return path.map { $0 + "/keymap.toml" } }
    guard let slash = file.lastIndex(of: "/") else { return "keymap.toml" }
    return file[...slash] + "keymap.toml"
  }
  /// Where the user's themes are.
  var themesPath: String? { path.map { $0 + "/themes" } }

  /// Whether the command line names the configuration: then it must be there, and be right.
  var isNamed: Bool { file != nil }

  /// The configuration as far as it is right, and everything that is wrong with it; nothing when there is none.
  ///
  /// A theme in a file is named from the folder of the configuration.
  func readSettings() -> (settings: Settings, problems: [SettingsProblem]) {
    guard let place = configurationPath else { return (Settings(), []) }
    do throws(SettingsProblem) {
      guard let text = try Self.read(place) else {
        guard isNamed else { return (Settings(), []) }
        throw SettingsProblem(
          file: place, line: nil, message: "no such file; name a configuration that is there")
      }
      var (settings, problems) = Settings.read(text, file: place)
      if let theme = settings.theme, Self.isPath(ofTheme: theme), !theme.hasPrefix("/"),
        let slash = place.lastIndex(of: "/")
      {
        settings.theme = place[...slash] + theme
      }
      for forum in settings.forums where WebAddress(forum) == nil {
        problems.append(
          SettingsProblem(
            file: place, line: settings.line(of: "forums"), message: "`forums`: \(forum) is no address"))
      }
      return (settings, problems)
    } catch {
      return (Settings(), [error])
    }
  }

  /// The configuration, all of which must be right; nothing when there is none.
  func settings() throws(SettingsProblem) -> Settings {
    let (settings, problems) = readSettings()
    if let problem = problems.first { throw problem }
    return settings
  }

  /// What is told on a screen of several problems: the first, and how many more there are.
  static func complaint(_ problems: [SettingsProblem]) -> String? {
    guard let first = problems.first else { return nil }
    let more = problems.count - 1
    return first.shortText + (more > 0 ? "; pullquote config check tells \(more) more" : "")
  }

  /// The keys, as configured.
  func keymaps(_ settings: Settings) throws(SettingsProblem) -> Keymaps {
    let standard = settings.digitsCount ? Keymap.standard.withoutDigits : Keymap.standard
    guard let place = keymapPath, let text = try Self.read(place) else { return Keymaps(reader: standard) }
    return try KeymapFile(text, file: place).keymaps(over: standard)
  }

  /// What is wrong with the theme that the configuration chooses, told at the line that chooses it.
  func problem(_ problem: ThemeProblem, of settings: Settings) -> SettingsProblem {
    SettingsProblem(
      file: configurationPath ?? "config.toml", line: settings.line(of: "theme"), message: problem.text)
  }

  /// Watches the folders of the user's files, and of the themes in use that are files; `nil` when none is there.
  func watch(themes: [String?]) -> FolderWatch? {
    var folders = [path, themesPath].compactMap(\.self)
    for file in [file].compactMap(\.self) + themes.compactMap(\.self).filter({ Self.isPath(ofTheme: $0) }) {
      folders.append(file.lastIndex(of: "/").map { String(file[...$0]) } ?? ".")
    }
    return FolderWatch(folders)
  }

  /// The themes that can be chosen by name: the built-in ones and the user's.
  func themeNames() -> [String] {
    BuiltInThemes.names + ownThemeNames().filter { !BuiltInThemes.names.contains($0) }
  }

  /// The names of the user's themes, sorted.
  func ownThemeNames() -> [String] {
    guard let themesPath, let folder = opendir(themesPath) else { return [] }
    defer { closedir(folder) }
    var own: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".toml"), !name.hasPrefix(".") { own.append(String(name.dropLast(5))) }
    }
    return own.sorted()
  }

  /// The file of one of the user's themes, when there is one.
  func themeFile(named name: String) -> String? {
    guard let themesPath, !name.contains("/"), !name.hasSuffix(".toml") else { return nil }
    let place = "\(themesPath)/\(name).toml"
    return access(place, R_OK) == 0 ? place : nil
  }

  /// The text of a small file, or `nil` when there is none.
  ///
  /// - Throws: Why a file that is there gives no text.
  static func read(_ path: String) throws(SettingsProblem) -> String? {
    let failure = { (reason: String) in SettingsProblem(file: path, line: nil, message: reason) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count <= limit {
      let count = Glibc.read(file, &chunk, chunk.count)
      guard count >= 0 else { throw failure("cannot be read: \(String(cString: strerror(errno)))") }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
    throw failure("has more than \(limit >> 20) MB; that is no configuration")
  }
}
