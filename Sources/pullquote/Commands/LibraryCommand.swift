import ArgumentParser
import ArticleLibrary
import ArticleModel
import ArticleSources
import Glibc

/// `pullquote library`: the articles that are kept.
struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library", abstract: "List, search, fill and export the library.",
    subcommands: [
      List.self, Search.self, Add.self, Remove.self, Restore.self, Tag.self, Star.self, Archive.self,
      Export.self,
      Import.self, Highlights.self, Limits.self, Check.self,
    ], defaultSubcommand: List.self)

  /// The library of the user, or a failure in one line and status 1.
  static func open() throws -> ArticleLibrary {
    try failing { () throws(LibraryFailure) in
      guard let folder = ArticleLibrary.usualFolder() else {
        throw .noFolder("the library's folder", "HOME is not set")
      }
      let library = try ArticleLibrary(folder: folder)
      if let aside = library.movedAside {
        StandardError.write("pullquote: the library was damaged and is now \(aside); a new one was begun")
      }
      return library
    }
  }

  /// Does something with a library; a failure is a line on standard error, and status 1.
  static func failing<T>(_ body: () throws(LibraryFailure) -> T) throws -> T {
    do throws(LibraryFailure) {
      return try body()
    } catch {
      StandardError.write("pullquote: \(error.message)")
      throw ExitCode(1)
    }
  }

  /// How entries are put out.
  enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  /// Checks a number of entries; SQLite would take a negative one for no limit.
  static func validate(limit: Int) throws {
    guard limit >= 0 else { throw ValidationError("--limit is a number from 0") }
  }

  static func put(_ entries: [LibraryEntry], as format: ListFormat) {
    let list = LibraryListing(entries: entries)
    StandardOutput.write(format == .json ? list.json : list.table)
  }
}

extension LibraryQuery.Shelf: ExpressibleByArgument {}
extension LibraryQuery.Order: ExpressibleByArgument {}

extension LibraryCommand {
  /// `pullquote library list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the articles.")

    @Option(help: "reading, unread, starred, new, archived or all.") var shelf = LibraryQuery.Shelf.reading
    @Option(help: "opened, added, published, title, site, comments or length.") var sort = LibraryQuery.Order
      .opened
    @Option(help: "Only articles with this tag.") var tag: String?
    @Option(help: "The most entries.") var limit = 1_000_000
    @Option(help: "table or json.") var format = ListFormat.table

    func validate() throws { try LibraryCommand.validate(limit: limit) }

    func run() throws {
      let library = try open()
      let query = LibraryQuery(
        shelf: shelf, order: sort, tag: tag.flatMap { ArticleLibrary.tagNames(in: $0).first })
      let limit = limit
      put(try failing { () throws(LibraryFailure) in try library.entries(query, limit: limit) }, as: format)
    }
  }

  /// `pullquote library search`.
  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find articles by words of the article, its comments, quotes or speakers.")

    @Argument(
      help:
        "Words that must all occur; \"a phrase\", -without, title:, by:, in:, speaker:, quote: and comment: narrow it."
    )
    var words: [String]
    @Option(help: "The most entries.") var limit = 100
    @Option(help: "table or json.") var format = ListFormat.table

    func validate() throws { try LibraryCommand.validate(limit: limit) }

    /// Arguments of the command line in which words to be left out (`-bridge`) cannot be taken for options.
    ///
    /// They are given a space in front, which no option has and the search does not see. The parser would take the
    /// first letter of `-harbour` for `-h`.
    static func words(in arguments: [String]) -> [String] {
      guard arguments.starts(with: ["library", "search"]) else { return arguments }
      return arguments.map { word in
        let isWord = word.hasPrefix("-") && !word.hasPrefix("--") && word.utf8.count > 1 && word != "-h"
        return isWord ? " " + word : word
      }
    }

    func run() throws {
      let library = try open()
      let query = LibraryQuery(shelf: .all, text: words.joined(separator: " "))
      let limit = limit
      put(try failing { () throws(LibraryFailure) in try library.entries(query, limit: limit) }, as: format)
    }
  }

  /// `pullquote library add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Add saved pages, all pages of folders, or addresses; of feeds, mailboxes and archives all articles.")

    @Argument(help: "Files, folders, addresses, or - for standard input.") var sources: [String] = []
    @Option(help: "Tags for what is added, separated by commas.") var tags: String?
    @OptionGroup var fetching: FetchOptions

    func validate() throws {
      if sources.isEmpty, isatty(0) != 0 { throw ValidationError("name a source, or pipe text in") }
      guard sources.count(where: { $0 == "-" }) < 2 else {
        throw ValidationError("standard input is read once: give - once")
      }
    }

    func run() throws {
      let sources = sources.isEmpty ? ["-"] : sources
      guard let folder = ArticleLibrary.usualFolder() else {
        StandardError.write("pullquote: there is no folder for a library: HOME is not set")
        throw ExitCode(1)
      }
      let addresses = sources.compactMap { WebAddress($0) }
      let log = try fetching.openLog()
      let source = try fetching.configuration(isWebAsked: !addresses.isEmpty).source
      let files = SourceFolder.files(in: sources.filter { WebAddress($0) == nil })
      let intake = LibraryIntake(folder: folder, showsProgress: true)
      let names = tags.map { ArticleLibrary.tagNames(in: $0) } ?? []
      let adopt: @Sendable (ArticleLibrary, Int64) throws(LibraryFailure) -> Void = {
        library, id throws(LibraryFailure) in
        if !names.isEmpty { try library.setTags(names + (try library.entry(id)).tags, id) }
      }
      var outcome = try failing { () throws(LibraryFailure) in
        try intake.take(
          files, { SavedPages.read($0) },
          adopt: { library, _, id throws(LibraryFailure) in
            try adopt(library, id)
          })
      }
      let fetched = try failing { () throws(LibraryFailure) in
        try intake.take(
          addresses, { SavedPages.fetch($0, from: source) },
          adopt: {
            library, _, id throws(LibraryFailure) in
            try adopt(library, id)
          })
      }
      outcome.added += fetched.added
      outcome.failures += fetched.failures
      log?.note("pullquote \(PullquoteCommand.version) adds \(sources.joined(separator: ", "))")
      for failure in outcome.failures { log?.note("failed: \(failure)") }
      log?.note("\(outcome.added) added")
      try report(outcome)
    }
  }

  /// Tells how many were added and which were not.
  static func report(_ outcome: LibraryIntake.Outcome) throws {
    for failure in outcome.failures { StandardError.write("pullquote: \(failure)") }
    StandardOutput.write("\(outcome.added) added\n")
    if !outcome.failures.isEmpty { throw ExitCode(1) }
  }

  /// `pullquote library remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Delete articles; restore brings them back for thirty days.")

    @Argument(help: "The numbers that list shows.") var numbers: [Int64]

    func run() throws {
      let library = try open()
      for number in numbers {
        try failing { () throws(LibraryFailure) in try library.delete(number, now: Int64(time(nil))) }
      }
    }
  }

  /// `pullquote library restore`.
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring deleted articles back.")

    @Argument(help: "The numbers that they had.") var numbers: [Int64]

    func run() throws {
      let library = try open()
      for number in numbers { try failing { () throws(LibraryFailure) in try library.restore(number) } }
    }
  }

  /// `pullquote library tag`.
  struct Tag: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List all tags, or give an article the tags that follow its number, and no others.")

    @Argument(help: "The number of an article.") var number: Int64?
    @Argument(help: "Tags.") var tags: [String] = []

    func run() throws {
      let library = try open()
      guard let number else {
        for (name, count) in try failing({ () throws(LibraryFailure) in try library.tags() }) {
          StandardOutput.write("\(name)\t\(count)\n")
        }
        return
      }
      try failing { () throws(LibraryFailure) in
        _ = try library.entry(number)
        try library.setTags(tags, number)
      }
    }
  }

  /// `pullquote library star`.
  struct Star: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Give articles a star.")

    @Argument(help: "The numbers that list shows.") var numbers: [Int64]
    @Flag(help: "Take the star away.") var remove = false

    func run() throws {
      let library = try open()
      for number in numbers {
        try failing { () throws(LibraryFailure) in try library.setStarred(!remove, number) }
      }
    }
  }

  /// `pullquote library archive`.
  struct Archive: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put articles into the archive.")

    @Argument(help: "The numbers that list shows.") var numbers: [Int64]
    @Flag(help: "Take them out again.") var remove = false

    func run() throws {
      let library = try open()
      for number in numbers {
        try failing { () throws(LibraryFailure) in try library.setArchived(!remove, number) }
      }
    }
  }

  /// `pullquote library check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Look at everything in the library for damage.")

    func run() throws {
      let library = try open()
      let (problems, size) = try failing { () throws(LibraryFailure) in
        (try library.problems(), try library.size())
      }
      for problem in problems { StandardError.write("pullquote: \(problem)") }
      StandardOutput.write("\(library.path): \(size.articles) articles, \(size.bytes >> 10) KB of sources\n")
      if !problems.isEmpty { throw ExitCode(1) }
    }
  }
}
