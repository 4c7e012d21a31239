import ArticleAnalysis
import ArticleLibrary
import ArticleModel
import ArticleSources
import CNcurses
import CursesBackend
import Glibc
import ReaderCore
import ReaderViews
import TerminalUI
import Themes

/// Reading one article interactively, from taking the terminal to giving it back.
///
/// The main thread waits for keys, signals and the mailbox, takes in everything that is waiting, and then draws one
/// frame. Nothing wakes it when nothing happens.
final class ReadingSession {
  /// An article beside this one in a list.
  enum Neighbour {
    case next, previous
  }

  var source: ReadingSource
  var cancellation = FetchCancellation()
  var keeper: ArticleKeeper?
  /// When the reader's place was last handed over, in seconds of the clock that nobody sets.
  private var lastRemembered = 0
  private let options: ReadingOptions
  private var terminal: CursesTerminal?
  var painter: FramePainter?
  private var signalDescriptor: Int32
  /// Whether the terminal belongs to somebody else, who goes on with it.
  let isGuest: Bool
  /// The article that the user left this one for, in the list that it was opened from.
  var neighbour: Neighbour?
  /// What went wrong on somebody else's terminal; they tell it.
  private(set) var failure: String?
  private var script: KeyScript?
  /// What went wrong while its keys were pressed.
  private var scriptComplaints: [String] = []
  var settings = Settings()
  private var keymaps = Keymaps(reader: .standard)
  private let folder: ConfigurationFolder
  private var watch: FolderWatch?
  private var isWatched = false
  private var log: SessionLog?

  /// Makes a session.
  ///
  /// - Parameters:
  ///   - source: What is read.
  ///   - options: What the command line asks for.
  ///   - terminal: A terminal that was taken already and is left as it is, or `nil` to take one.
  ///   - signalDescriptor: Where signals are told, when that is set up already.
  init(
    _ source: ReadingSource, options: ReadingOptions, terminal: CursesTerminal? = nil,
    signalDescriptor: Int32 = -1
  ) {
    self.terminal = terminal
    isGuest = terminal != nil
    self.signalDescriptor = signalDescriptor
    self.source = source
    self.options = options
    folder = ConfigurationFolder(file: options.config)
  }

  /// Reads until the user leaves; returns the exit status.
  func run() -> Int32 {
    do throws(SessionRefusal) {
      return try readUntilLeft()
    } catch {
      return fail(error.message, error.status)
    }
  }

  private func readUntilLeft() throws(SessionRefusal) -> Int32 {
    guard isatty(1) != 0 else {
      throw SessionRefusal(
        "standard output is not a terminal; for text without a terminal use: pullquote export \(sourceArgument)"
      )
    }
    pq_prepare_memory()
    if let path = options.script { script = try KeyScript(path: path) }
    log = try SessionLog.opened(options.log)
    log?.note("pullquote \(PullquoteCommand.version) opens \(source.shownName)")
    var complaint = try takeSettings()
    guard let mailbox = Mailbox() else {
      throw SessionRefusal("too many files are open; close some", status: 1)
    }
    startReading(mailbox, generation: 1)
    // From here on, two threads are at work until the first frame.
    pq_fill_memory()
    let keymapComplaint = try takeKeymaps()
    complaint = complaint ?? keymapComplaint
    let locale = pq_set_locale()
    if signalDescriptor < 0 { signalDescriptor = pq_watch_signals() }
    let terminal = try takeTerminal()
    defer { stop() }
    let theme = try ThemeChoice.beginning(
      asked: options.theme, settings, folder, depth: terminal.colorDepth)
    painter = FramePainter(theme: theme.theme)
    complaint = complaint ?? theme.complaint
    let configuration = ReaderConfiguration(
      glyphs: locale == 2 ? .unicode : .ascii, keymap: keymaps.reader, themeNames: folder.themeNames(),
      now: Int64(time(nil)),
      isLinear: options.isLinear,
      findFigures: { AnalysisPipeline().figures(in: $0) })
    var state = ReaderState(
      configuration: configuration, size: terminal.size, opening: source.shownName, themeName: theme.name,
      textWidth: options.textWidth, settings: settings)
    if locale != 2 {
      tell("the locale is not UTF-8: marks are drawn in ASCII; LANG=C.UTF-8 gives better ones", &state)
    }
    if let complaint { tell(complaint, &state) }
    let status = loop(&state, terminal, mailbox)
    cancellation.cancel()
    stop()
    keeper?.finish(state.visit())
    for complaint in scriptComplaints {
      StandardError.write("pullquote: \(options.script ?? ""): \(complaint)")
    }
    log?.note("leaves with status \(status)")
    return status == 0 && !scriptComplaints.isEmpty ? 1 : status
  }

  /// Reads the configuration; returns what is wrong with it.
  ///
  /// - Throws: The same when the command line names it: then it must be right, while the usual one must not keep anybody
  ///   from reading.
  private func takeSettings() throws(SessionRefusal) -> String? {
    let (settings, problems) = folder.readSettings()
    self.settings = settings
    guard let problem = problems.first else { return nil }
    if folder.isNamed { throw SessionRefusal(problem.text) }
    return ConfigurationFolder.complaint(problems)
  }

  /// Reads the keymap; returns what is wrong with it, or throws that as `takeSettings` does.
  private func takeKeymaps() throws(SessionRefusal) -> String? {
    do throws(SettingsProblem) {
      keymaps = try folder.keymaps(settings)
      return nil
    } catch {
      if folder.isNamed { throw SessionRefusal(error.text) }
      return error.shortText
    }
  }

  /// Takes the terminal, unless somebody else gave theirs.
  private func takeTerminal() throws(SessionRefusal) -> CursesTerminal {
    if let terminal { return terminal }
    let environment = TerminalEnvironment()
    do throws(CursesTerminal.Failure) {
      let terminal = try CursesTerminal(
        cacheFolder: environment.cacheFolder, usesColor: options.usesColor ?? environment.wantsColor)
      self.terminal = terminal
      return terminal
    } catch {
      throw SessionRefusal(error, source: sourceArgument)
    }
  }

  private var fetching: FetchConfiguration {
    FetchConfiguration(userAgent: options.userAgent, wantsThread: options.wantsThread, settings)
  }

  /// Looks for discussions of the article elsewhere.
  func finder(_ mailbox: Mailbox) -> DiscussionFinder {
    DiscussionFinder(mailbox: mailbox, fetching: fetching, cancellation: cancellation, keeper: keeper)
  }

  /// Starts to read the source in the background.
  private func startReading(_ mailbox: Mailbox, generation: Int) {
    if case .sample = source {
    } else if !options.isPrivate, !TerminalEnvironment.isPrivate {
      keeper = ArticleKeeper(mailbox: mailbox)
    }
    let fetching = fetching
    ArticleLoader(
      source: source, format: ArticleOptions.format(named: options.format), article: options.article,
      further: options.threads.isEmpty
        ? nil
        : FurtherDiscussions(names: options.threads, fetching: fetching, cancellation: cancellation),
      mailbox: mailbox, generation: generation, fetching: fetching, cancellation: cancellation, keeper: keeper
    ).start()
  }

  /// Reads the source again; what cannot be read again is told.
  func reload(_ state: inout ReaderState, _ mailbox: Mailbox, generation: Int) {
    if options.threads.contains("-") { return tell("standard input cannot be read again", &state) }
    switch source {
    case .file("-"): return tell("standard input cannot be read again", &state)
    case .entry(let entry):
      guard let address = entry.article.canonical.flatMap({ WebAddress($0) }) else {
        return tell("this entry has no address on the web", &state)
      }
      source = .address(address, trusted: entry.origin)
    case .kept(let id):
      // What the library has of an address is fetched anew; of a file it is what there is.
      if let address = keptAddress(id) { source = address }
    case .file, .sample, .address: break
    }
    cancellation.cancel()
    cancellation = FetchCancellation()
    // The place is written first, so that the new reading comes back to it and knows what is new.
    keeper?.finish(state.visit())
    startReading(mailbox, generation: generation)
  }

  /// The address that an article of the library was read from.
  private func keptAddress(_ id: Int64) -> ReadingSource? {
    guard let library = ArticleLibrary.usualFolder().flatMap({ try? ArticleLibrary(folder: $0) }),
      let entry = try? library.entry(id)
    else { return nil }
    return LibraryContents(library).page(of: entry)
  }

  /// Lists the articles of a source that holds several; returns when the user closes the list.
  private func list(
    _ collection: ArticleCollection, _ terminal: CursesTerminal, glyphs: Glyphs, theme name: String
  ) -> Int32 {
    guard let theme = try? ThemeChoice.theme(named: name, depth: terminal.colorDepth) else { return 2 }
    log?.note("lists \(collection.articles.count) articles")
    let isPrivate = options.isPrivate || TerminalEnvironment.isPrivate
    var options = options
    // What was asked for of the source is not asked for of what is opened from it.
    (options.format, options.article, options.script) = (nil, nil, nil)
    options.threads = []
    let session = ShelfSession(
      CollectionContents(collection, isPrivate: isPrivate), kind: collection.holdsFeeds ? .feeds : .feed,
      title: collection.title, options: options,
      configuration: Configuration(settings: settings, keymaps: keymaps), terminal: terminal, theme: theme,
      themeName: name, glyphs: glyphs, signalDescriptor: signalDescriptor)
    if let note = collection.note { session.say(note, isError: false) }
    return session.run()
  }

  /// The source as it is given to another command.
  private var sourceArgument: String {
    switch source {
    case .sample: "--sample"
    case .file(let name): name
    case .address(let address, _): "'\(address.text)'"
    case .kept(let id): ReadingSource.keptPrefix + "\(id)"
    case .entry(let entry): "'\(entry.source.address ?? "SOURCE")'"
    }
  }

  private func loop(_ state: inout ReaderState, _ terminal: CursesTerminal, _ mailbox: Mailbox) -> Int32 {
    var descriptors = [terminal.descriptor, signalDescriptor, mailbox.descriptor]
    // What can be read at once is waited for, so that the first frame shows words and not a notice.
    var isWaitingForFirst = true
    let start = Self.milliseconds
    while true {
      let ready = pq_wait(
        descriptors, Int32(descriptors.count),
        terminal.hasInput
          ? 0
          : isWaitingForFirst ? max(0, Self.firstFrameDelay - Int32(clamping: Self.milliseconds - start)) : -1
      )
      if ready & 1 << 30 != 0, ready & 1 == 0 { return 129 }
      var effects: [Effect] = []
      if ready & 2 != 0, let status = handleSignals(&state, terminal) { return status }
      if ready & 4 != 0 {
        for event in mailbox.take() {
          note(event)
          if case .failed(let message, _) = event, isWaitingForFirst { return fail(message, 1) }
          if case .collected(let collection) = event {
            return list(collection, terminal, glyphs: state.configuration.glyphs, theme: state.themeName)
          }
          effects += Reader.update(&state, event)
          // A line about the way to the article is not worth a first frame of its own.
          if case .progressed = event { continue }
          isWaitingForFirst = false
          if case .loaded(_, _, true) = event, let script {
            self.script = nil
            if let status = carryOut(effects, &state, terminal, mailbox) { return status }
            effects = []
            if let status = replay(script, &state, terminal, mailbox) { return status }
          }
        }
      }
      if ready & 8 != 0 { readSettings(&state, terminal, mailbox) }
      if ready == 0, !terminal.hasInput { isWaitingForFirst = false }
      if ready & 1 != 0 || terminal.hasInput {
        terminal.readInput()
        while let input = terminal.nextInput() {
          effects += Reader.update(&state, .input(input))
          if let status = carryOut(effects, &state, terminal, mailbox) { return status }
          effects = []
        }
      }
      if let status = carryOut(effects, &state, terminal, mailbox) { return status }
      if !isWaitingForFirst, let painter {
        Reader.settle(&state)
        terminal.present(painter.draw(state))
        mailbox.announceFirstFrame()
        remember(state)
        if descriptors.count == 3, case .complete = state.progress, let watch = watchSettings() {
          descriptors.append(watch.descriptor)
        }
      }
    }
  }

  /// Presses the keys of a script; returns the exit status when they end the session.
  ///
  /// What goes wrong on the way is kept until then, because nobody reads it in between.
  private func replay(
    _ script: KeyScript, _ state: inout ReaderState, _ terminal: CursesTerminal, _ mailbox: Mailbox
  ) -> Int32? {
    for key in script.keys {
      let effects = Reader.update(&state, .input(.key(key)))
      let status = carryOut(effects, &state, terminal, mailbox)
      if let message = state.message, message.isError { scriptComplaints.append(message.text) }
      if let status { return status }
    }
    return nil
  }

  /// Hands the reader's place over now and then, so that a killed program loses little; nothing wakes up for it.
  private func remember(_ state: ReaderState) {
    guard let keeper, state.fingerprints != nil else { return }
    let seconds = Self.milliseconds / 1000
    guard seconds - lastRemembered >= 15 else { return }
    let isFirst = lastRemembered == 0
    lastRemembered = seconds
    if !isFirst, let visit = state.visit() { keeper.remember(visit) }
  }

  /// The clock that nobody sets.
  private static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  /// How long the first frame waits for words, in milliseconds.
  private static let firstFrameDelay: Int32 = 150

  /// Watches the folders of the user's files once; `nil` when that was tried or there are none.
  private func watchSettings() -> FolderWatch? {
    guard !isWatched else { return nil }
    isWatched = true
    watch = folder.watch(themes: [options.theme, settings.theme])
    return watch
  }

  /// Reads the user's files again; what is wrong is told.
  private func readSettings(_ state: inout ReaderState, _ terminal: CursesTerminal, _ mailbox: Mailbox) {
    watch?.acknowledge()
    var now = Configuration(settings: settings, keymaps: keymaps)
    now.reread(folder)
    (settings, keymaps) = (now.settings, now.keymaps)
    let effects = Reader.update(
      &state, .configured(settings, keymaps.reader, themeNames: folder.themeNames()))
    _ = carryOut(effects, &state, terminal, mailbox)
    if let complaint = now.complaint { tell(complaint, &state) }
    log?.note("read the configuration again")
  }

  private func note(_ event: Event) {
    guard let log else { return }
    switch event {
    case .loaded(let article, _, let isComplete):
      log.note(article, isComplete: isComplete)
    case .failed(let message, _): log.note("failed: \(message)")
    case .notice(let text): log.note("tells: \(text)")
    default: break
    }
  }

  func tell(_ text: String, _ state: inout ReaderState) { _ = Reader.update(&state, .notice(text)) }

  func suspend(_ state: inout ReaderState, _ terminal: CursesTerminal) {
    terminal.suspend()
    _ = Reader.update(&state, .resized(terminal.size))
  }

  /// Takes in the signals that came; returns the exit status when one of them ends the program.
  private func handleSignals(_ state: inout ReaderState, _ terminal: CursesTerminal) -> Int32? {
    var byte: UInt8 = 0
    var isResized = false
    while read(signalDescriptor, &byte, 1) == 1 {
      switch Int32(byte) {
      case SIGWINCH: isResized = true
      case SIGTSTP: suspend(&state, terminal)
      case SIGCONT:
        terminal.invalidate()
        isResized = true
      default: return 128 + Int32(byte)
      }
    }
    if isResized {
      guard terminal.measure() else { return 129 }
      _ = Reader.update(&state, .resized(terminal.size))
    }
    return nil
  }

  /// Gives the terminal back, unless somebody else goes on with it.
  private func stop() { if !isGuest { terminal?.stop() } }

  private func fail(_ message: String, _ status: Int32) -> Int32 {
    stop()
    failure = message
    if !isGuest { StandardError.write("pullquote: \(message)") }
    return status
  }
}
