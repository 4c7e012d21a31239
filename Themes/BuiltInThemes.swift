/// The themes that ship in the program.
public enum BuiltInThemes {
  /// Their names in the order in which the theme key cycles through them.
  public static let names = [
    "default-dark", "default-light", "mono", "high-contrast", "colour-blind-safe", "solarized-dark",
    "solarized-light", "gruvbox-dark", "nord", "catppuccin-mocha", "dracula",
  ]

  /// The TOML text of a theme, or `nil` when there is none of that name.
  public static func source(named name: String) -> String? {
    bytes(named: name).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func bytes(named name: String) -> [UInt8]? {
    switch name {
    case "default-dark": PackageResources.default_dark_toml
    case "default-light": PackageResources.default_light_toml
    case "mono": PackageResources.mono_toml
    case "high-contrast": PackageResources.high_contrast_toml
    case "colour-blind-safe": PackageResources.colour_blind_safe_toml
    case "solarized-dark": PackageResources.solarized_dark_toml
    case "solarized-light": PackageResources.solarized_light_toml
    case "gruvbox-dark": PackageResources.gruvbox_dark_toml
    case "nord": PackageResources.nord_toml
    case "catppuccin-mocha": PackageResources.catppuccin_mocha_toml
    case "dracula": PackageResources.dracula_toml
    default: nil
    }
  }
}
