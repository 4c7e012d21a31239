import ArgumentParser
import Glibc
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
      if let config, access(config, F_OK) != 0 {
        StandardError.write("pullquote: \(config): no such file; name a configuration that is there")
        throw ExitCode(2)
      }
      let (settings, problems) = folder.readSettings()
      var report = Report()
      report.add(folder.configurationPath, problems.map(\.text) + themeProblems(settings, folder))
      do throws(SettingsProblem) {
        _ = try folder.keymaps(settings)
        report.add(folder.keymapPath, [])
      } catch {
        report.add(folder.keymapPath, [error.text])
      }
      for name in folder.ownThemeNames() {
        guard let place = folder.themeFile(named: name) else { continue }
        do throws(ThemeProblem) {
          let notes = ThemeCheck.notes(on: try ThemeChoice.file(named: place))
          let isHidden = BuiltInThemes.names.contains(name)
          report.add(
            place, isHidden ? ["\(place): a built-in theme has this name; give yours another"] : [],
            notes: notes)
        } catch {
          report.add(place, [error.text])
        }
      }
      if report.problems > 0 { throw ExitCode(1) }
      if report.files == 0 {
        StandardOutput.write(
          "nothing is configured; settings go into \(folder.configurationPath ?? "config.toml")\n")
      }
    }

    /// What keeps the theme of the configuration from being used; a mistake in a file that is checked anyway is told
    /// there.
    private func themeProblems(_ settings: Settings, _ folder: ConfigurationFolder) -> [String] {
      guard let name = settings.theme, folder.themeFile(named: name) == nil else { return [] }
      do throws(ThemeProblem) {
        _ = try ThemeChoice.file(named: name)
        return []
      } catch {
        return [folder.problem(error, of: settings).text]
      }
    }
  }

  /// What was found out about files.
  private struct Report {
    var problems = 0
    var files = 0

    /// Tells what is wrong with a file, what is worth a note, or that it is good; nothing of one that is not there.
    mutating func add(_ place: String?, _ found: [String], notes: [String] = []) {
      guard let place, access(place, F_OK) == 0 else { return }
      files += 1
      problems += found.count
      for problem in found { StandardError.write("pullquote: \(problem)") }
      for note in notes { StandardOutput.write("\(place): \(note)\n") }
      if found.isEmpty, notes.isEmpty { StandardOutput.write("\(place): good\n") }
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
