import ArgumentParser
import Glibc

/// The command line.
struct PullquoteCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "pullquote",
    abstract: "Read an article and the argument about it.",
    discussion: """
      Opens a saved page, a text or the dump of a page, a Hacker News item, or what a pipe delivers, and shows the
      article with its quotations and figures beside its discussion. The other commands put the same things out
      as text, tables, CSV, JSON or Markdown.
      """,
    version: version,
    subcommands: [
      ReadCommand.self, ExportCommand.self, QuotesCommand.self, FiguresCommand.self, CommentsCommand.self,
      ReferencesCommand.self, ThemesCommand.self, KeysCommand.self, LibraryCommand.self, ConfigCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// Reads the command line and does what it says; returns the exit status.
  ///
  /// Wrong usage is status 2, as the man page promises, and not the parser's own.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status.isSuccess {
        StandardOutput.write(message + "\n")
        return 0
      }
      if !message.isEmpty { StandardError.writeLines(message) }
      return status == .validationFailure ? 2 : status.rawValue
    }
  }
}
