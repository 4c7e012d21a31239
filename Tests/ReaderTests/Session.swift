import ArticleAnalysis
import ArticleModel
import TerminalUI
import Testing
import Themes

@testable import ReaderCore
@testable import ReaderViews

/// A reader without a terminal.
struct Session {
  private(set) var state: ReaderState
  /// What the reader asked for so far.
  private(set) var effects: [Effect] = []
  /// The commands that keys ran so far.
  private(set) var commands: Set<String> = []
  private let theme: Theme
  private let painter: FramePainter

  init(
    _ article: Article?, width: Int, height: Int, glyphs: Glyphs = .unicode, findsFigures: Bool = true,
    isLinear: Bool = false
  ) {
    theme = LetterTheme.make()
    painter = FramePainter(theme: theme)
    let configuration = ReaderConfiguration(
      glyphs: glyphs, keymap: Self.keymap(), themeNames: ["default-dark", "mono"], now: 1_747_050_000,
      isLinear: isLinear,
      findFigures: { findsFigures ? AnalysisPipeline().figures(in: $0) : [] })
    state = ReaderState(
      configuration: configuration, size: Size(width: width, height: height), opening: "the gate",
      themeName: "default-dark")
    if let article {
      send(.loaded(article, generation: 1, isComplete: true))
      let references = ReferenceIndex(article.references, unmatched: article.unmatchedQuotations, of: article)
      if !references.isEmpty { send(.referenced(references, generation: 1)) }
    }
    state.refit()
  }

  /// The standard keys; a keymap of its own for each session, for tests run side by side and a keymap keeps an index.
  static func keymap() -> Keymap { Keymap(Keymap.standard.bindings.map { ($0.command, [$0.keyText]) }) }

  /// Takes in an event; `isSettled` when a frame would be drawn before the next one.
  mutating func send(_ event: Event, isSettled: Bool = true) {
    if case .input(.key(let key)) = event, state.prompt == nil, state.overlays.isEmpty,
      case .command(let name) = state.configuration.keymap.match(state.pendingKeys + [key])
    {
      commands.insert(name)
    }
    effects += Reader.update(&state, event)
    if isSettled { Reader.settle(&state) }
  }

  /// Presses keys, written as in a keymap.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      if let key = Key(String(name)) { send(.input(.key(key))) }
    }
  }

  mutating func type(_ words: String) {
    for character in words { send(.input(.key(Key(.character(character))))) }
  }

  mutating func resize(_ width: Int, _ height: Int) { send(.resized(Size(width: width, height: height))) }

  /// The frame drawn over the one before, as the program does it.
  var painted: Surface { painter.draw(state) }
  /// The frame drawn whole.
  var whole: Surface { ScreenView(theme: theme).draw(state) }

  /// The frame, with a theme in which every scope has a colour of its own.
  ///
  /// Drawn whole, and over the frame that was asked for before, which must give the same.
  var frame: Surface {
    let whole = ScreenView(theme: theme).draw(state)
    let painted = painter.draw(state)
    #expect(
      painted.cells == whole.cells && painted.cursor == whole.cursor
        && painted.isCursorVisible == whole.isCursorVisible,
      """
      the painted frame of \(state.size), focus \(state.focus), cursor \(String(describing: painted.cursor)) \
      for \(String(describing: whole.cursor)), differs:
      \(painted.lines.joined(separator: "\n"))
      """)
    return whole
  }
}
