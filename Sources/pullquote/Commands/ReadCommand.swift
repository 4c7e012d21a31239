import ArgumentParser
import Glibc

/// `pullquote [SOURCE]`: reads interactively.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read interactively (what happens without a command).")

  @Argument(help: "A file, or - for standard input.") var source: String?
  @Flag(help: "Open the sample article that ships with the program.") var sample = false
  @Option(help: "Read the source as this format: auto, html, text, hn or json.") var inputFormat = "auto"
  @Option(help: "The widest line of article text, in columns.") var width: Int?
  @Option(help: "Use colours: auto, always or never.") var color = ColorChoice.auto
  @Option(help: "A theme: the name of a built-in one, or a file.") var theme: String?

  func validate() throws {
    try ArticleOptions.validate(format: inputFormat)
    if let width, !(24...400).contains(width) { throw ValidationError("--width is from 24 to 400 columns") }
    if sample, source != nil { throw ValidationError("--sample opens the sample: name no other source") }
    if !sample, source == nil, isatty(0) != 0 {
      throw ValidationError("name a file, pipe text in, or try: pullquote --sample")
    }
  }

  func run() throws {
    var options = ReadingSession.Options()
    options.format = inputFormat
    options.textWidth = width
    options.usesColor = color.choice
    options.theme = theme
    let session = ReadingSession(source: sample ? Sample.name : source ?? "-", options: options)
    let status = session.run()
    if status != 0 { throw ExitCode(status) }
  }
}
