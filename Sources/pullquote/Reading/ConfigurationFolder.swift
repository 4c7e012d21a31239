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

  /// The configuration; nothing when there is none.
  func settings() throws(SettingsProblem) -> Settings {
    guard let place = configurationPath else { return Settings() }
    guard let text = Self.read(place) else {
      guard file == nil else {
        throw SettingsProblem(file: place, line: nil, message: "cannot be read; name a file that is there")
      }
      return Settings()
    }
    return try Settings(text, file: place)
  }

  /// The keys, as configured.
  func keymap(_ settings: Settings) throws(SettingsProblem) -> Keymap {
    let standard = settings.digitsCount ? Keymap.standard.withoutDigits : Keymap.standard
    guard let place = keymapPath, let text = Self.read(place) else { return standard }
    return try KeymapFile(text, file: place).keymap(over: standard)
  }

  /// The themes that can be chosen by name: the built-in ones and the user's.
  func themeNames() -> [String] {
    guard let themesPath, let folder = opendir(themesPath) else { return BuiltInThemes.names }
    defer { closedir(folder) }
    var own: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".toml"), !name.hasPrefix(".") { own.append(String(name.dropLast(5))) }
    }
    return BuiltInThemes.names + own.sorted().filter { !BuiltInThemes.names.contains($0) }
  }

  /// The file of one of the user's themes, when there is one.
  func themeFile(named name: String) -> String? {
    guard let themesPath, !name.contains("/"), !name.hasSuffix(".toml") else { return nil }
    let place = "\(themesPath)/\(name).toml"
    return access(place, R_OK) == 0 ? place : nil
  }

  /// The text of a small file, or `nil` when there is none.
  static func read(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count <= limit {
      let count = Glibc.read(file, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
