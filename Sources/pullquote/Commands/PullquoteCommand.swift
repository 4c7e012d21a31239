import ArgumentParser
import Glibc

/// The command line.
struct PullquoteCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "pullquote",
    abstract: "Read an article and the argument about it.",
    discussion: """
      Opens a saved page or a folder of them, a text or the dump of a page, an address on the web with its \
      discussion, a feed, a mailbox, an archive, the JSON of a discussion, or what a pipe delivers, and shows the \
      article with its quotations and figures beside its discussion. Without a source it shows the library of what \
      was read. The other commands put the same things out as text, tables, CSV, JSON or Markdown.
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
      try checkHelp(arguments)
      var command = try parseAsRoot(LibraryCommand.Search.words(in: arguments))
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

  /// Refuses `help` for what is no command; the parser would show the general help and call that a success.
  private static func checkHelp(_ arguments: [String]) throws {
    guard arguments.first == "help" else { return }
    var commands: [any ParsableCommand.Type] = configuration.subcommands
    var path = "pullquote"
    for word in arguments.dropFirst() where !word.hasPrefix("-") {
      guard let command = commands.first(where: { $0._commandName == word }) else {
        throw ValidationError("there is no command \"\(word)\"; \(path) --help lists them")
      }
      commands = command.configuration.subcommands
      path += " " + word
    }
  }
}
