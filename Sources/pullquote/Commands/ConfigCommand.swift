import ArgumentParser
import ReaderCore
import Themes

/// `pullquote config`: where the settings are, and whether they are right.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check the configuration, the keymap and your themes.",
    subcommands: [Check.self, Path.self], defaultSubcommand: Check.self)

  /// `pullquote config check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the configuration, the keymap beside it and your themes.")

    @Option(help: ArgumentHelp("A configuration instead of the usual one.", valueName: "file"))
    var config: String?

    func run() throws {
      let folder = ConfigurationFolder(file: config)
      var problems = 0
      var found = 0
      var settings = Settings()
      do throws(SettingsProblem) {
        settings = try folder.settings()
        if let place = folder.configurationPath, ConfigurationFolder.read(place) != nil {
          StandardOutput.write("\(place): good\n")
          found += 1
        }
      } catch {
        StandardError.write("pullquote: \(error.text)")
        problems += 1
      }
      do throws(SettingsProblem) {
        _ = try folder.keymap(settings)
        if let place = folder.keymapPath, ConfigurationFolder.read(place) != nil {
          StandardOutput.write("\(place): good\n")
          found += 1
        }
      } catch {
        StandardError.write("pullquote: \(error.text)")
        problems += 1
      }
      for name in folder.themeNames() {
        guard let place = folder.themeFile(named: name) else { continue }
        found += 1
        do throws(ThemeProblem) {
          let notes = ThemeCheck.notes(on: try ThemeChoice.file(named: place))
          for note in notes { StandardOutput.write("\(place): \(note)\n") }
          if notes.isEmpty { StandardOutput.write("\(place): good\n") }
        } catch {
          StandardError.write("pullquote: \(error.text)")
          problems += 1
        }
      }
      if let theme = settings.theme, !theme.contains("/"), !theme.hasSuffix(".toml"),
        !folder.themeNames().contains(theme)
      {
        StandardError.write("pullquote: \(folder.configurationPath ?? ""): there is no theme \"\(theme)\"")
        problems += 1
      }
      if problems > 0 { throw ExitCode(1) }
      if found == 0 {
        StandardOutput.write(
          "nothing is configured; settings go into \(folder.configurationPath ?? "config.toml")\n")
      }
    }
  }

  /// `pullquote config path`.
  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tell where the settings are looked for.")

    func run() {
      let folder = ConfigurationFolder()
      for place in [folder.configurationPath, folder.keymapPath, folder.themesPath] {
        if let place { StandardOutput.write(place + "\n") }
      }
    }
  }
}
