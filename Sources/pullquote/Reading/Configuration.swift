import ReaderCore
import Themes

/// What the user's files say, as far as they are right.
struct Configuration {
  var settings = Settings()
  var keymaps = Keymaps(reader: .standard)
  /// What is wrong with the files, for the screen.
  var complaint: String?

  /// Reads the files again, after they changed while the program runs.
  ///
  /// Their right lines hold. A file in which none is right changes nothing, nor does a wrong one that the command line
  /// names.
  mutating func reread(_ folder: ConfigurationFolder) {
    var (new, problems) = folder.readSettings()
    if new.isEmpty && !problems.isEmpty || folder.isNamed && !problems.isEmpty { new = settings }
    if let theme = new.theme {
      do throws(ThemeProblem) {
        _ = try ThemeChoice.file(named: theme)
      } catch {
        problems.append(folder.problem(error, of: new))
        new.theme = settings.theme
      }
    }
    settings = new
    do throws(SettingsProblem) {
      keymaps = try folder.keymaps(settings)
    } catch {
      problems.append(error)
    }
    complaint = ConfigurationFolder.complaint(problems)
  }
}
