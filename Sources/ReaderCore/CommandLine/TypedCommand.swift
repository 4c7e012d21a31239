import ArticleModel

/// A command that is typed with words after it, as `:theme nord`.
///
/// Every command with a key can be typed by its name as well; these are the ones that need an argument.
struct TypedCommand: Sendable {
  /// The word that it is typed with.
  let name: String
  /// What comes after it, in capitals, for the help.
  let argument: String
  /// What it does, in a few words without a full stop.
  let summary: String
  /// What may be typed as the argument; empty where that cannot be told.
  let arguments: @Sendable (ReaderState) -> [String]
  /// Does it.
  let run: @Sendable (String, inout ReaderState) -> [Effect]

  init(
    _ name: String, _ argument: String, _ summary: String,
    arguments: @escaping @Sendable (ReaderState) -> [String] = { _ in [] },
    _ run: @escaping @Sendable (String, inout ReaderState) -> [Effect]
  ) {
    self.name = name
    self.argument = argument
    self.summary = summary
    self.arguments = arguments
    self.run = run
  }

  /// All of them.
  static let all: [TypedCommand] = [
    TypedCommand("quit", "", "Quit") { _, _ in [.quit] },
    TypedCommand("q", "", "Quit") { _, _ in [.quit] },
    TypedCommand("theme", "NAME", "Use a theme", arguments: { $0.configuration.themeNames }) { name, state in
      guard state.configuration.themeNames.contains(name) || name.contains("/") || name.hasSuffix(".toml")
      else {
        state.say("there is no theme \(name); Tab lists them", isError: true)
        return []
      }
      state.themeName = name
      return [.useTheme(name)]
    },
    TypedCommand("width", "COLUMNS", "The widest article text") { text, state in
      guard let width = Int(text), (24...400).contains(width) else {
        state.say("a width is from 24 to 400 columns", isError: true)
        return []
      }
      state.textWidth = width
      state.refit()
      return []
    },
    TypedCommand(
      "layout", "NAME", "How the panes share the screen", arguments: { _ in Arrangement.allCases.map(\.name) }
    ) { name, state in
      guard let arrangement = Arrangement.allCases.first(where: { $0.name == name }) else {
        state.say("there is no layout \(name); Tab lists them", isError: true)
        return []
      }
      state.arrangement = arrangement
      state.isMaximized = false
      state.refit()
      return []
    },
    TypedCommand(
      "order", "NAME", "The order of the discussion", arguments: { _ in ThreadOrder.allCases.map(\.name) }
    ) { name, state in
      guard let order = ThreadOrder.allCases.first(where: { $0.name == name }) else {
        state.say("there is no order \(name); Tab lists them", isError: true)
        return []
      }
      var request = state.arrangementRequest
      request.order = order
      return ArrangementCommands.arrange(request, &state)
    },
    TypedCommand("filter", "TERMS", "Show some comments: words, @author, has:ref, is:op, score:>5") {
      ArrangementCommands.filter($0, &$1)
    },
    TypedCommand("search", "WORDS", "Search this pane") { words, state in
      let before = state.place
      SearchCommands.start(words, in: state.focus == .comments ? .comments : .article, &state)
      if state.place != before { state.jumps.leave(before) }
      return []
    },
    TypedCommand("mark", "LETTER", "Mark this place") { text, state in
      if let letter = text.first { PlaceCommands.setMark(letter, &state) }
      return []
    },
    TypedCommand("save-screen", "FILE", "Write what the screen shows into a file") { path, state in
      guard !path.isEmpty else {
        state.say("name a file: save-screen FILE", isError: true)
        return []
      }
      return [.saveScreen(path)]
    },
    TypedCommand(
      "export", "WHAT FILE", "Write the article or its marks into a file",
      arguments: { _ in
        ExportRequest.Content.allCases.map(\.name)
      }
    ) { text, state in
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2,
        let content = ExportRequest.Content.allCases.first(where: { $0.name == parts[0] })
      else {
        state.say("name what and a file, as in: export quotes.csv quotes.csv", isError: true)
        return []
      }
      return [.export(ExportRequest(content: content, path: parts[1]))]
    },
    TypedCommand("pipe", "COMMAND", "Hand the words of this pane to a command") { command, state in
      OutsideCommands.pipe(to: command, &state)
    },
    TypedCommand("open", "ADDRESS", "Open an address in the browser") { OutsideCommands.open($0, &$1) },
  ]
}

extension Arrangement {
  /// The name in commands and settings.
  public var name: String {
    switch self {
    case .automatic: "automatic"
    case .single: "one-pane"
    case .stacked: "stacked"
    case .sideBySide: "side-by-side"
    case .threeColumns: "three-columns"
    }
  }
}
