import ArticleLibrary
import ArticleModel
import CNcurses
import CursesBackend
import Glibc
import ReaderCore
import ReaderViews
import TerminalUI
import Themes

/// A list of articles on the screen, and what is opened from it, on one terminal: the library, a feed, or feeds.
///
/// Queries take milliseconds and are made on the main thread, after the frame before them is on the screen.
final class ShelfSession {
  private let options: ReadingOptions
  private let contents: any ShelfContents
  private let terminal: CursesTerminal
  private let folder: ConfigurationFolder
  private let watch: FolderWatch?
  private var configuration: Configuration
  private var painter: ShelfView
  private var themeName: String
  private let signalDescriptor: Int32
  private var state: ShelfState

  /// Shows a list on a terminal that was taken already.
  init(
    _ contents: any ShelfContents, kind: ShelfKind, title: String, options: ReadingOptions,
    configuration: Configuration, terminal: CursesTerminal, theme: Theme, themeName: String, glyphs: Glyphs,
    signalDescriptor: Int32
  ) {
    self.contents = contents
    self.options = options
    self.terminal = terminal
    painter = ShelfView(theme: theme)
    self.themeName = themeName
    self.signalDescriptor = signalDescriptor
    self.configuration = configuration
    folder = ConfigurationFolder(file: options.config)
    watch = folder.watch(themes: [options.theme, themeName])
    state = ShelfState(
      kind, title: title, size: terminal.size, glyphs: glyphs, keymap: configuration.keymaps.shelf[kind],
      now: Int64(time(nil)))
  }

  /// Shows the library until the user leaves; returns the exit status.
  static func runLibrary(options: ReadingOptions) -> Int32 {
    do throws(SessionRefusal) {
      return try showLibrary(options)
    } catch {
      StandardError.write("pullquote: \(error.message)")
      return error.status
    }
  }

  private static func showLibrary(_ options: ReadingOptions) throws(SessionRefusal) -> Int32 {
    guard isatty(1) != 0 else {
      throw SessionRefusal(
        "standard output is not a terminal; for a list without a terminal use: pullquote library list")
    }
    let library = try usualLibrary()
    let log = try SessionLog.opened(options.log)
    log?.note("pullquote \(PullquoteCommand.version) lists the library")
    let files = ConfigurationFolder(file: options.config)
    var configuration = Configuration()
    var problems: [SettingsProblem] = []
    (configuration.settings, problems) = files.readSettings()
    do throws(SettingsProblem) {
      configuration.keymaps = try files.keymaps(configuration.settings)
    } catch {
      problems.append(error)
    }
    if files.isNamed, let problem = problems.first { throw SessionRefusal(problem.text) }
    let environment = TerminalEnvironment()
    let locale = pq_set_locale()
    let signalDescriptor = pq_watch_signals()
    let terminal: CursesTerminal
    do throws(CursesTerminal.Failure) {
      terminal = try CursesTerminal(
        cacheFolder: environment.cacheFolder, usesColor: options.usesColor ?? environment.wantsColor)
    } catch {
      throw SessionRefusal(error, source: "FILE")
    }
    defer { terminal.stop() }
    let theme = try ThemeChoice.beginning(
      asked: options.theme, configuration.settings, files, depth: terminal.colorDepth)
    let session = ShelfSession(
      LibraryContents(library), kind: .library, title: "Library", options: options,
      configuration: configuration, terminal: terminal, theme: theme.theme, themeName: theme.name,
      glyphs: locale == 2 ? .unicode : .ascii, signalDescriptor: signalDescriptor)
    if let complaint = ConfigurationFolder.complaint(problems) ?? theme.complaint {
      session.say(complaint, isError: true)
    }
    if let aside = library.movedAside {
      session.say("the library was damaged and is now \(aside)", isError: true)
    }
    return session.run()
  }

  /// The library that is always used.
  private static func usualLibrary() throws(SessionRefusal) -> ArticleLibrary {
    guard let folder = ArticleLibrary.usualFolder() else {
      throw SessionRefusal("there is no folder for a library: HOME is not set", status: 1)
    }
    do throws(LibraryFailure) {
      return try ArticleLibrary(folder: folder)
    } catch {
      throw SessionRefusal(error.message, status: 1)
    }
  }

  /// Shows the list until the user leaves it; returns 0, or the exit status when they leave the program.
  func run() -> Int32 {
    let message = state.message
    load(state.query, 0)
    if let message { say(message.text, isError: message.isError) }
    let descriptors = [terminal.descriptor, signalDescriptor] + [watch?.descriptor].compactMap(\.self)
    while true {
      terminal.present(painter.draw(state))
      let ready = pq_wait(descriptors, Int32(descriptors.count), terminal.hasInput ? 0 : -1)
      if ready & 1 << 30 != 0, ready & 1 == 0 { return 129 }
      if ready & 2 != 0, let status = handleSignals() { return status }
      if ready & 4 != 0 { readSettings() }
      guard ready & 1 != 0 || terminal.hasInput else { continue }
      terminal.readInput()
      while let input = terminal.nextInput() {
        for effect in Shelf.update(&state, .input(input)) {
          if let status = carryOut(effect) { return status }
        }
      }
    }
  }

  /// Reads the user's files again; what is wrong is told.
  private func readSettings() {
    watch?.acknowledge()
    configuration.reread(folder)
    if let name = options.theme ?? configuration.settings.theme,
      let theme = try? ThemeChoice.theme(named: name, depth: terminal.colorDepth)
    {
      themeName = name
      painter = ShelfView(theme: theme)
    }
    update(.configured(configuration.keymaps.shelf))
    if let complaint = configuration.complaint { say(complaint, isError: true) }
  }

  private func carryOut(_ effect: ShelfEffect) -> Int32? {
    switch effect {
    case .quit: return 0
    case .interrupt: return 130
    case .redraw: terminal.invalidate()
    case .suspend:
      terminal.suspend()
      update(.resized(terminal.size))
    case .load(let query, let offset): load(query, offset)
    case .open(let id):
      guard let source = contents.source(of: id) else { return refuse(state.selectedEntry) }
      return readOn(from: source, id)
    case .refresh(let entry):
      guard let source = contents.page(of: entry) else { return refuse(entry) }
      return readOn(from: source, entry.id)
    case .openSource(let name): return read(ReadingSource(name)).status
    case .setRead, .setStarred, .setArchived, .setTags, .delete, .restore:
      do throws(LibraryFailure) {
        try contents.change(effect, now: Int64(time(nil)))
        load(state.query, state.firstHeld)
      } catch {
        say(error.message, isError: true)
      }
    }
    return nil
  }

  /// Tells that an entry leads nowhere.
  private func refuse(_ entry: LibraryEntry?) -> Int32? {
    say("\(entry?.address ?? "") is no address on the web", isError: true)
    return nil
  }

  /// Tells the user something, until the next key.
  func say(_ text: String, isError: Bool) {
    _ = Shelf.update(&state, .notice(text, isError: isError))
  }

  private func update(_ event: ShelfEvent) {
    for effect in Shelf.update(&state, event) {
      if case .load(let query, let offset) = effect { load(query, offset) }
    }
  }

  private func load(_ query: LibraryQuery, _ offset: Int) {
    do throws(LibraryFailure) {
      let (entries, first, count) = try contents.window(of: query, at: offset)
      _ = Shelf.update(&state, .loaded(entries, first: first, count: count))
    } catch {
      say(error.message, isError: true)
    }
  }

  /// Reads an article of the list, and those that the user goes on to from it; returns the exit status when they leave
  /// the program.
  private func readOn(from first: ReadingSource, _ id: Int64) -> Int32? {
    var next: (source: ReadingSource, id: Int64)? = (first, id)
    while let (source, id) = next {
      let (status, neighbour) = read(source)
      let place = state.selected
      // Chosen before this one is read, which may take it out of the list.
      if status == nil, let neighbour { update(.advanced(forward: neighbour == .next)) }
      let entry = state.selected == place ? nil : state.selectedEntry
      if status == nil { contents.wasRead(id, now: Int64(time(nil))) }
      load(state.query, state.firstHeld)
      if let status { return status }
      guard let entry else {
        // The only unread one leads to itself.
        if neighbour != nil, state.message == nil { say("everything here has been read", isError: false) }
        return nil
      }
      update(.sought(entry.id))
      next = contents.source(of: entry.id).map { ($0, entry.id) }
      if next == nil { return refuse(entry) }
    }
    return nil
  }

  /// Reads an article on the same terminal; comes back to the list when the user closes it, or asks for another one.
  private func read(_ source: ReadingSource) -> (status: Int32?, neighbour: ReadingSession.Neighbour?) {
    let session = ReadingSession(
      source, options: options, terminal: terminal, signalDescriptor: signalDescriptor)
    let status = session.run()
    // Interrupted, or ended by a signal: the user wants to leave the program.
    if status >= 128 { return (status, nil) }
    terminal.invalidate()
    update(.resized(terminal.size))
    load(state.query, state.firstHeld)
    if let failure = session.failure { say(failure, isError: true) }
    return (nil, session.neighbour)
  }

  /// Takes in the signals that came; returns the exit status when one of them ends the program.
  private func handleSignals() -> Int32? {
    var byte: UInt8 = 0
    while Glibc.read(signalDescriptor, &byte, 1) == 1 {
      switch Int32(byte) {
      case SIGWINCH, SIGCONT:
        guard terminal.measure() else { return 129 }
        if Int32(byte) == SIGCONT { terminal.invalidate() }
        update(.resized(terminal.size))
      case SIGTSTP:
        terminal.suspend()
        update(.resized(terminal.size))
      default: return 128 + Int32(byte)
      }
    }
    return nil
  }
}
