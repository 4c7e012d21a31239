import ArgumentParser
import ArticleAnalysis
import ArticleExport
import ArticleLibrary
import ArticleModel
import ArticleParsing
import ArticleSources
import Glibc
import Themes

/// What the commands that put something out have in common: sources in, one output for each.
struct ArticleOptions: ParsableArguments {
  @Argument(help: "Files, folders, addresses, library:NUMBER, or - for standard input.") var sources:
    [String] = []
  @OptionGroup var further: FurtherOptions
  @OptionGroup var fetching: FetchOptions
  @Flag(help: "The sample article that ships with the program.") var sample = false
  @Flag(
    help:
      "Read JSON lines {\"id\", \"text\" | \"html\" | \"path\"} from standard input, write one object a line."
  )
  var batch = false
  @Option(help: "Read the sources as this format: \(knownFormats).") var inputFormat = "auto"
  @Option(
    help: ArgumentHelp(
      "Read the discussion of pages as this system: auto, generic (by structure alone), or the name of one.",
      valueName: "name")) var commentSystem = "auto"
  @Option(
    help: ArgumentHelp(
      "Of a feed, an export, a mailbox or a folder, only this article, from 1.", valueName: "number"))
  var article: Int?
  @Option(help: "The width of text and tables in columns.") var width: Int = 80
  @Option(help: "Use colours: auto, always or never.") var color = ColorChoice.auto
  @Option(
    help: ArgumentHelp(
      "Colour text in a theme: a name that pullquote themes lists, or a file; else in your terminal's own colours.",
      valueName: "name")) var theme: String?

  func validate() throws {
    try Self.validate(format: inputFormat)
    try Self.validate(commentSystem: commentSystem)
    if let article, article < 1 { throw ValidationError("--article is a number from 1 on") }
    guard (20...1000).contains(width) else { throw ValidationError("--width is from 20 to 1000 columns") }
    if !further.thread.isEmpty, batch || sources.count > 1 {
      throw ValidationError("--thread belongs to one article: name one source")
    }
    try further.validate(besides: sample ? Sample.name : sources.first ?? "-")
    if sample, !sources.isEmpty {
      throw ValidationError("--sample is the sample article: name no other source")
    }
    if batch, sample || !sources.isEmpty {
      throw ValidationError("--batch reads its sources from standard input: name none")
    }
    if !batch, !sample, sources.isEmpty, isatty(0) != 0 {
      throw ValidationError("name a source, or pipe text in")
    }
  }

  /// What writes text and tables: in colours as asked, else on a terminal that is not told to be without.
  ///
  /// - Throws: What is wrong with the theme.
  func textExport() throws -> TextExport {
    let environment = TerminalEnvironment()
    let palette = try theme.map { name in
      do throws(ThemeProblem) {
        return TextPalette(try ThemeChoice.theme(named: name, depth: environment.colorDepth))
      } catch {
        throw ValidationError(error.message)
      }
    }
    let isColored = color.choice ?? (isatty(1) != 0 && environment.wantsColor)
    return TextExport(width: width, palette: isColored ? palette ?? .terminal : nil)
  }

  /// The names of formats, for the help.
  static var knownFormats: String {
    "auto, " + InputFormat.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// Checks the name of a format.
  static func validate(format: String) throws {
    guard format == "auto" || InputFormat(rawValue: format) != nil else {
      throw ValidationError("there is no format \"\(format)\"; known are \(knownFormats)")
    }
  }

  /// Checks the name of a comment system.
  static func validate(commentSystem name: String) throws {
    let known = ArticleParser.commentSystems
    guard name == "auto" || known.contains(name) else {
      throw ValidationError(
        "there is no comment system \"\(name)\"; known are auto, \(known.joined(separator: ", "))")
    }
  }

  /// The comment system of a name that was checked; `nil` to detect it.
  static func commentSystem(named name: String) -> String? { name == "auto" ? nil : name }

  /// The format of a name that was checked; `nil` to detect it.
  static func format(named name: String?) -> InputFormat? { name.flatMap { InputFormat(rawValue: $0) } }

  /// Reads and analyses every source, one after the other, and writes what `render` makes of each article.
  ///
  /// A source that cannot be read is one line on standard error; the others are done.
  ///
  /// - Parameters:
  ///   - hasReferences: Whether to find what the comments refer to.
  ///   - render: What is written of an article.
  /// - Throws: Exit status 1 when a source could not be read, 2 when an option cannot be followed.
  func forEachArticle(hasReferences: Bool = false, _ render: (Article) -> [UInt8]) throws {
    var isComplete = true
    let names = sample ? [Sample.name] : sources.isEmpty ? ["-"] : sources
    let log = try fetching.openLog()
    let fetchConfiguration = try fetching.configuration(
      isWebAsked: (names + further.thread).contains { ReadingSource($0).isOnWeb })
    let fail = { (message: String) in
      StandardError.write("pullquote: \(message)")
      log?.note("failed: \(message)")
      isComplete = false
    }
    for (name, article) in files(of: names, fail) {
      do {
        log?.note("pullquote \(PullquoteCommand.version) reads \(ReadingSource(name).shownName)")
        var articles = try articles(from: name, article, fetchConfiguration)
        if !further.thread.isEmpty {
          guard articles.count == 1 else {
            fail("\(ReadingSource(name).shownName): \(FurtherOptions.severalArticles)")
            continue
          }
          let discussions = FurtherDiscussions(names: further.thread, fetching: fetchConfiguration)
          discussions.join(&articles[0])
          for failure in discussions.failures { fail(failure) }
        }
        for var article in articles {
          AnalysisPipeline().analyze(&article)
          if hasReferences { AnalysisPipeline().addReferences(to: &article) }
          log?.note(article, isComplete: true)
          StandardOutput.write(Self.ended(render(article)))
        }
      } catch let failure as SourceFailure {
        fail(failure.message)
      } catch let failure as FetchFailure {
        fail("\(ReadingSource(name).shownName) \(failure.reason)")
      } catch let failure as LibraryFailure {
        fail(failure.message)
      } catch let error as ParseError {
        fail("\(ReadingSource(name).shownName): \(error.message)")
      }
    }
    if !isComplete { throw ExitCode(1) }
  }

  /// The sources, with those in folders for the folders; of a folder `--article` chooses one.
  private func files(of names: [String], _ fail: (String) -> Void) -> [(name: String, article: Int?)] {
    var files: [(name: String, article: Int?)] = []
    for name in names {
      guard case .file(let path) = ReadingSource(name), SourceFolder.isFolder(path) else {
        files.append((name, article))
        continue
      }
      do {
        let inside = try SourceFolder.files(of: path, article: article)
        if !further.thread.isEmpty, inside.count > 1 {
          fail("\(path): \(FurtherOptions.severalArticles)")
        } else {
          files += inside.map { ($0, nil) }
        }
      } catch let error as ParseError {
        fail("\(path): \(error.message)")
      } catch {
        fail((error as? SourceFailure)?.message ?? "\(path): \(error)")
      }
    }
    return files
  }

  /// Output that ends with a newline.
  private static func ended(_ bytes: [UInt8]) -> [UInt8] { bytes.last == 0x0A ? bytes : bytes + [0x0A] }

  private func articles(
    from name: String, _ article: Int?, _ configuration: FetchConfiguration
  ) throws -> [Article] {
    switch ReadingSource(name) {
    case .sample:
      var request = Sample.request
      request.article = article
      request.commentSystem = Self.commentSystem(named: commentSystem)
      request.format = Self.format(named: inputFormat) ?? request.format
      return [try ArticleParser().parse(request)]
    case .address(let address, _):
      // Who wants a page's discussion read in one way gets it from the page, and not from an interface.
      let source =
        Self.commentSystem(named: commentSystem) == nil
        ? configuration.source
        : WebSource(fetcher: configuration.fetcher, services: configuration.services, wantsThread: false)
      var fetched = try source.load(address)
      fetched.parts[0].article = article
      fetched.parts[0].format = Self.format(named: inputFormat)?.rawValue ?? fetched.parts[0].format
      return try ArticleAssembly.articles(
        from: fetched.parts, diagnostics: fetched.diagnostics,
        commentSystem: Self.commentSystem(named: commentSystem))
    case .entry(let entry): return [entry.article]
    case .kept(let id):
      guard let folder = ArticleLibrary.usualFolder() else { throw LibraryFailure.noArticle(id) }
      let parts = try ArticleLibrary(folder: folder).sources(of: id)
      return [
        try ArticleAssembly.article(
          from: try parts.chosen(article, as: Self.format(named: inputFormat)),
          commentSystem: Self.commentSystem(named: commentSystem))
      ]
    case .file:
      let reader = SourceReader()
      let location = reader.location(of: name)
      return try ArticleParser().parseAll(
        ParseRequest(
          bytes: try reader.read(location), location: location, format: Self.format(named: inputFormat),
          commentSystem: Self.commentSystem(named: commentSystem), article: article))
    }
  }
}
