import ArgumentParser
import Glibc

/// `pullquote [SOURCE]`: reads interactively.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read interactively (what happens without a command).")

  @Argument(help: "A file, a folder, an address, library:NUMBER, or - for standard input.") var source:
    String?
  @OptionGroup var further: FurtherOptions
  @Flag(help: "Open the sample article that ships with the program.") var sample = false
  @Option(help: "Read the source as this format: \(ArticleOptions.knownFormats).") var inputFormat = "auto"
  @Option(
    help: ArgumentHelp(
      "Of a feed, an export, a mailbox or a folder, this article, from 1.", valueName: "number"))
  var article: Int?
  @Option(help: "The widest line of article text, in columns.") var width: Int?
  @Option(help: "Use colours: auto, always or never.") var color = ColorChoice.auto
  @Flag(name: .customLong("private"), help: "Keep nothing of what is read.") var isPrivate = false
  @Option(help: "A theme: a name that pullquote themes lists, or a file.") var theme: String?
  @Flag(help: "Show one paragraph or comment at a time, without boxes, with the cursor on it.") var linear =
    false
  @Option(help: ArgumentHelp("Press the keys in a file once the article is read.", valueName: "file"))
  var script: String?
  @OptionGroup var fetching: FetchOptions

  func validate() throws {
    try ArticleOptions.validate(format: inputFormat)
    if let article, article < 1 { throw ValidationError("--article is a number from 1 on") }
    if let width, !(24...400).contains(width) { throw ValidationError("--width is from 24 to 400 columns") }
    if !sample, source == nil, !further.thread.isEmpty, isatty(0) != 0 {
      throw ValidationError("--thread belongs to an article: name its source")
    }
    try further.validate(besides: sample ? Sample.name : source ?? "-")
    if !sample, source == nil, isatty(0) != 0, article != nil || inputFormat != "auto" {
      throw ValidationError("--article and --input-format belong to a source: name it")
    }
    if sample, source != nil { throw ValidationError("--sample opens the sample: name no other source") }
  }

  func run() throws {
    var options = ReadingOptions()
    options.format = inputFormat
    options.article = article
    options.threads = further.thread
    options.textWidth = width
    options.usesColor = color.choice
    options.theme = theme
    options.script = script
    options.isLinear = linear
    options.config = fetching.config
    options.log = fetching.log
    options.isPrivate = isPrivate
    options.userAgent = fetching.userAgent
    options.wantsThread = !fetching.noThread
    if !sample, source == nil, isatty(0) != 0 {
      let status = ShelfSession.runLibrary(options: options)
      if status != 0 { throw ExitCode(status) }
      return
    }
    let session = ReadingSession(ReadingSource(sample ? Sample.name : source ?? "-"), options: options)
    let status = session.run()
    if status != 0 { throw ExitCode(status) }
  }
}
