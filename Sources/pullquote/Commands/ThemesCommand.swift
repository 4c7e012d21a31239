import ArgumentParser
import TerminalUI
import Themes

/// `pullquote themes`: lists and checks themes.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes, or check theme files.",
    subcommands: [List.self, Check.self], defaultSubcommand: List.self)

  /// `pullquote themes list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the themes: the built-in ones and yours.")

    func run() {
      let folder = ConfigurationFolder()
      for name in folder.themeNames() {
        let gap = String(repeating: " ", count: max(1, 20 - name.count))
        let own = BuiltInThemes.names.contains(name) ? "" : ", yours"
        do throws(ThemeProblem) {
          let file = try ThemeChoice.file(named: name)
          StandardOutput.write("\(name)\(gap)\(file.title) (\(file.variant.rawValue)\(own))\n")
        } catch {
          StandardOutput.write("\(name)\(gap)cannot be used (yours): \(error.text)\n")
        }
      }
    }
  }

  /// `pullquote themes check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check theme files; without one, the built-in themes.")

    @Argument(help: "Theme files.") var files: [String] = []

    func run() throws {
      var problems = 0
      for name in files.isEmpty ? BuiltInThemes.names : files {
        do throws(ThemeProblem) {
          let file = try ThemeChoice.file(named: name)
          let notes = ThemeCheck.notes(on: file)
          for note in notes { StandardOutput.write("\(name): \(note)\n") }
          problems += notes.count
          if notes.isEmpty { StandardOutput.write("\(name): good\n") }
        } catch {
          StandardError.write("pullquote: \(error.text)")
          problems += 1
        }
      }
      if problems > 0 { throw ExitCode(1) }
    }
  }
}
