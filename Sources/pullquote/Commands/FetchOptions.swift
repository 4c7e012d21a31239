import ArgumentParser
import ReaderCore

/// How the web is asked, which configuration says more about that, and what is noted of it.
struct FetchOptions: ParsableArguments {
  @Flag(help: "Take the discussion as the page has it; ask nobody for the rest.") var noThread = false
  @Option(help: ArgumentHelp("The name of the program in requests.", valueName: "name")) var userAgent:
    String?
  @Option(help: ArgumentHelp("A configuration instead of the usual one.", valueName: "file"))
  var config: String?
  @Option(
    help: ArgumentHelp("Append what happens to a file, for finding out what went wrong.", valueName: "file"))
  var log: String?

  /// How the web is asked.
  ///
  /// The usual configuration is read only when the web is asked; what is wrong with it is told, and what is right holds,
  /// as in reading. One that is named must be right.
  ///
  /// - Parameter isWebAsked: Whether anything is fetched.
  /// - Returns: What the options say, else the configuration.
  /// - Throws: Exit status 2 when the configuration that is named cannot be used.
  func configuration(isWebAsked: Bool) throws -> FetchConfiguration {
    var settings = Settings()
    if isWebAsked || config != nil {
      let folder = ConfigurationFolder(file: config)
      let (read, problems) = folder.readSettings()
      for problem in problems { StandardError.write("pullquote: \(problem.text)") }
      if folder.isNamed, !problems.isEmpty { throw ExitCode(2) }
      settings = read
    }
    return FetchConfiguration(userAgent: userAgent, wantsThread: !noThread, settings)
  }

  /// The log that is asked for.
  ///
  /// - Throws: Exit status 2 when it cannot be written.
  func openLog() throws -> SessionLog? {
    do throws(SessionRefusal) {
      return try SessionLog.opened(log)
    } catch {
      StandardError.write("pullquote: \(error.message)")
      throw ExitCode(error.status)
    }
  }
}
