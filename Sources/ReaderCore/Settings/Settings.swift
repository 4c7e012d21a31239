import SettingsText

/// What a configuration file says; everything may be left out.
///
/// The file is ours, so reading it is strict: an unknown key or a value that does not fit is an error with its line.
public struct Settings: Hashable, Sendable {
  /// The theme to start with.
  public var theme: String?
  /// The widest article text, in columns.
  public var width: Int?
  /// How the panes share the screen.
  public var layout: Arrangement?
  /// The order of the discussion.
  public var order: ThreadOrder?
  /// Whether lines of running text are stretched to the full width.
  public var justifies = false
  /// Whether words may be divided at the ends of lines.
  public var hyphenates = false
  /// Whether digits begin counts, and open no panes.
  public var digitsCount = false
  /// The command that takes copied words on its standard input.
  public var copyCommand: [String]?
  /// The program that opens addresses.
  public var browser: [String]?
  /// The program that opens the text for changing.
  public var editor: [String]?
  /// The program that shows the text.
  public var pager: [String]?

  /// How requests name the program.
  public var userAgent: String?
  /// How many seconds a fetch may take.
  public var timeout: Int?
  /// The largest answer in megabytes.
  public var downloadLimit: Int?
  /// Whether the discussion that a page shows a part of is fetched whole.
  public var completesThreads = true
  /// Whether discussions elsewhere are looked for as soon as an address is opened; it tells others what is read.
  public var findsDiscussions = false
  /// Forums of the Discourse kind in which discussions are looked for too.
  public var forums: [String] = []

  /// A key with the line that it stands on.
  private struct Place: Hashable {
    let key: String
    let line: Int
  }

  private var places: [Place] = []

  /// Nothing is said.
  public init() {}

  private static let keys = [
    "theme", "width", "layout", "order", "justify", "hyphenate", "digits", "copy-command", "browser",
    "editor", "pager", "user-agent", "timeout", "download-limit", "complete-threads", "find-discussions",
    "forums",
  ]

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - source: The TOML text.
  ///   - file: The file's name, for messages.
  /// - Throws: `SettingsProblem` for the first thing that is wrong.
  public init(_ source: String, file: String) throws(SettingsProblem) {
    let (settings, problems) = Self.read(source, file: file)
    if let problem = problems.first { throw problem }
    self = settings
  }

  /// Reads as much of a configuration as is right.
  ///
  /// - Parameters:
  ///   - source: The TOML text.
  ///   - file: The file's name, for messages.
  /// - Returns: What its right lines say, and what is wrong, in the order of the file. Of a text that is no TOML
  ///   nothing holds.
  public static func read(
    _ source: String, file: String
  ) -> (settings: Settings, problems: [SettingsProblem]) {
    var settings = Settings()
    var problems: [SettingsProblem] = []
    do throws(SettingsProblem) {
      for entry in try SettingsProblem.parse(source, file: file).entries {
        do throws(SettingsProblem) {
          try settings.take(entry, file: file)
          settings.places.append(Place(key: entry.key, line: entry.line))
        } catch {
          problems.append(error)
        }
      }
    } catch {
      problems.append(error)
    }
    return (settings, problems)
  }

  /// Whether no line says anything.
  public var isEmpty: Bool { places.isEmpty }

  /// The line of a key, from 1; `nil` when the file does not have it.
  public func line(of key: String) -> Int? { places.first { $0.key == key }?.line }

  private mutating func take(_ entry: TOMLTable.Entry, file: String) throws(SettingsProblem) {
    let problem = { (message: String) in
      SettingsProblem(file: file, line: entry.line, message: "`\(entry.key)` \(message)")
    }
    switch entry.key {
    case "theme":
      guard let name = entry.value.string, !name.isEmpty else { throw problem("is the name of a theme") }
      theme = name
    case "width":
      width = try Self.number(entry.value, in: 24...400, of: "columns", problem)
    case "layout":
      let names = Arrangement.allCases.map(\.name).joined(separator: ", ")
      guard let arrangement = Arrangement.allCases.first(where: { $0.name == entry.value.string }) else {
        throw problem("is one of \(names)")
      }
      layout = arrangement
    case "order":
      let names = ThreadOrder.allCases.map(\.name).joined(separator: ", ")
      guard let order = ThreadOrder.allCases.first(where: { $0.name == entry.value.string }) else {
        throw problem("is one of \(names)")
      }
      self.order = order
    case "justify": justifies = try Self.flag(entry.value, problem)
    case "hyphenate": hyphenates = try Self.flag(entry.value, problem)
    case "digits":
      guard let word = entry.value.string, word == "panes" || word == "counts" else {
        throw problem("is \"panes\" or \"counts\"")
      }
      digitsCount = word == "counts"
    case "copy-command": copyCommand = try Self.command(entry.value, problem)
    case "browser": browser = try Self.command(entry.value, problem)
    case "editor": editor = try Self.command(entry.value, problem)
    case "pager": pager = try Self.command(entry.value, problem)
    case "user-agent":
      guard let name = entry.value.string, !name.isEmpty,
        name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
      else { throw problem("is a name in ASCII, as \"Reader/1.0\"") }
      userAgent = name
    case "timeout":
      timeout = try Self.number(entry.value, in: 1...3600, of: "seconds", problem)
    case "download-limit":
      downloadLimit = try Self.number(entry.value, in: 1...1024, of: "megabytes", problem)
    case "complete-threads": completesThreads = try Self.flag(entry.value, problem)
    case "find-discussions": findsDiscussions = try Self.flag(entry.value, problem)
    case "forums":
      guard case .array(let values) = entry.value,
        values.allSatisfy({ $0.string.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false }
        )
      else { throw problem("is a list of addresses, as [\"https://forum.example.org\"]") }
      forums = values.compactMap(\.string)
    default: throw problem("is unknown; known are \(Self.keys.joined(separator: ", "))")
    }
  }

  private static func flag(
    _ value: TOMLValue, _ problem: (String) -> SettingsProblem
  ) throws(SettingsProblem) -> Bool {
    guard let isOn = value.boolean else { throw problem("is true or false") }
    return isOn
  }

  private static func number(
    _ value: TOMLValue, in range: ClosedRange<Int>, of unit: String, _ problem: (String) -> SettingsProblem
  ) throws(SettingsProblem) -> Int {
    guard case .integer(let number) = value, range.contains(number) else {
      throw problem("is a number of \(unit) from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func command(
    _ value: TOMLValue, _ problem: (String) -> SettingsProblem
  ) throws(SettingsProblem) -> [String] {
    var words: [String] = []
    switch value {
    case .string(let line): words = line.split(separator: " ").map(String.init)
    case .array(let values):
      words = values.compactMap(\.string)
      guard words.count == values.count else {
        throw problem("is a list of words, as [\"xclip\", \"-selection\", \"clipboard\"]")
      }
    default: break
    }
    guard let program = words.first, !program.isEmpty else {
      throw problem("is a program with its arguments, as \"xclip -selection clipboard\"")
    }
    return words
  }
}
