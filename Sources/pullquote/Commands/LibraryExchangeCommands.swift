import ArgumentParser
import ArticleLibrary
import ArticleModel
import ArticleSources
import Glibc

extension LibraryCommand {
  /// `pullquote library export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put out articles with all that belongs to them, one JSON object a line.")

    @Argument(help: "The numbers that list shows; without one, the whole library.") var numbers: [Int64] = []

    func run() throws {
      let library = try open()
      let numbers = numbers
      let wanted = try failing { () throws(LibraryFailure) in
        numbers.isEmpty ? try library.identifiers() : numbers
      }
      for number in wanted {
        StandardOutput.write(try failing { () throws(LibraryFailure) in try library.line(of: number) } + "\n")
      }
    }
  }

  /// `pullquote library import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in what export put out; what is here already stays.")

    @Argument(help: "A file, or - for standard input.") var file = "-"

    func run() throws {
      guard let folder = ArticleLibrary.usualFolder() else {
        StandardError.write("pullquote: there is no folder for a library: HOME is not set")
        throw ExitCode(1)
      }
      guard let stream = file == "-" ? fdopen(dup(0), "r") : fopen(file, "r") else {
        StandardError.write("pullquote: \(SourceFailure(source: file, error: errno).message)")
        throw ExitCode(1)
      }
      defer { fclose(stream) }
      let name = file == "-" ? "standard input" : file
      var outcome = LibraryIntake.Outcome()
      var number = 0
      // A window of lines at a time, so that memory does not grow with the file.
      while true {
        var lines: [LibraryLine] = []
        while lines.count < 256, let text = Self.line(of: stream) {
          number += 1
          if text.allSatisfy(\.isWhitespace) { continue }
          do throws(LibraryFailure) {
            lines.append(try LibraryLine(text))
          } catch {
            outcome.failures.append("\(name), line \(number): \(error.message)")
          }
        }
        if lines.isEmpty { break }
        let window = lines
        let part = try failing { () throws(LibraryFailure) in
          try LibraryIntake(folder: folder, showsProgress: true).take(
            window, { SavedPages.read($0) },
            adopt: { library, line, id throws(LibraryFailure) in try library.adopt(line, as: id) })
        }
        outcome.added += part.added
        outcome.failures += part.failures
      }
      if ferror(stream) != 0 {
        outcome.failures.append(SourceFailure(source: name, error: errno).message)
      }
      try report(outcome)
    }

    private static func line(of stream: UnsafeMutablePointer<FILE>) -> String? {
      var buffer: UnsafeMutablePointer<CChar>?
      var capacity = 0
      defer { free(buffer) }
      let count = getline(&buffer, &capacity, stream)
      guard count > 0, let buffer else { return nil }
      return String(decoding: UnsafeRawBufferPointer(start: buffer, count: count), as: UTF8.self)
    }
  }

  /// `pullquote library highlights`.
  struct Highlights: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put out the highlighted passages and the notes about them.")

    /// How highlights are put out.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case markdown, json
    }

    @Argument(help: "The number of an article; without one, those of all articles.") var number: Int64?
    @Option(help: "markdown or json.") var format = Format.markdown

    func run() throws {
      let library = try open()
      let number = number
      let (found, entries) = try failing { () throws(LibraryFailure) in
        if let number { _ = try library.entry(number) }
        let found = try library.highlights(of: number)
        var entries: [Int64: LibraryEntry] = [:]
        for id in Set(found.map(\.article)) { entries[id] = try library.entry(id) }
        return (found, entries)
      }
      let listing = HighlightListing(highlights: found, entries: entries)
      StandardOutput.write(format == .json ? listing.json : listing.markdown)
    }
  }

  /// `pullquote library settings`.
  struct Limits: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "settings",
      abstract: "Show or change how much is kept, and for how long.",
      discussion: """
        Articles with a star, a tag or a highlight are kept whatever the settings say.
        """)

    @Option(help: ArgumentHelp("The most megabytes of sources; 0 for no limit.", valueName: "MB"))
    var maxSize: Int64?
    @Option(
      help: ArgumentHelp("Days that an article is kept after it was read; 0 for ever.", valueName: "days"))
    var keep: Int?

    func validate() throws {
      guard (maxSize ?? 0) >= 0, (maxSize ?? 0) < 1 << 40, (keep ?? 0) >= 0, (keep ?? 0) < 1 << 20 else {
        throw ValidationError("--max-size and --keep are numbers from 0")
      }
    }

    func run() throws {
      let library = try open()
      let settings = try failing { () throws(LibraryFailure) in
        var settings = try library.settings()
        if let maxSize { settings.maximumBytes = maxSize == 0 ? nil : maxSize << 20 }
        if let keep { settings.keepDays = keep == 0 ? nil : keep }
        if maxSize != nil || keep != nil {
          try library.set(settings)
          try library.tidy(now: Int64(time(nil)))
        }
        return settings
      }
      let size = settings.maximumBytes.map { "\($0 >> 20) MB" } ?? "no limit"
      let days = settings.keepDays.map { "\($0) days" } ?? "for ever"
      StandardOutput.write("max-size\t\(size)\nkeep\t\(days)\n")
    }
  }
}
