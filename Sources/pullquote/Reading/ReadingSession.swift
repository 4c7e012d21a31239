import ArticleAnalysis
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
  /// What the command line asks for.
  struct Options {
    var format: String?
    var textWidth: Int?
    var usesColor: Bool?
    var theme: String?
  }

  private let source: String
  private let options: Options
  private var terminal: CursesTerminal?
  private var painter: FramePainter?
  private var signalDescriptor: Int32 = -1

  init(source: String, options: Options) {
    self.source = source
    self.options = options
  }

  /// Reads until the user leaves; returns the exit status.
  func run() -> Int32 {
    guard isatty(1) != 0 else {
      return fail(
        "standard output is not a terminal; for text without a terminal use: pullquote export \(sourceArgument)",
        2)
    }
    pq_prepare_memory()
    guard let mailbox = Mailbox() else { return fail("too many files are open; close some", 1) }
    let format = ArticleOptions.format(named: options.format)
    let loader = ArticleLoader(source: source, format: format, mailbox: mailbox, generation: 1)
    loader.start()
    let locale = pq_set_locale()
    signalDescriptor = pq_watch_signals()
    let environment = TerminalEnvironment()
    do throws(CursesTerminal.Failure) {
      terminal = try CursesTerminal(
        cacheFolder: environment.cacheFolder, usesColor: options.usesColor ?? environment.wantsColor)
    } catch {
      return fail(Self.message(for: error, source: sourceArgument), 2)
    }
    guard let terminal else { return 2 }
    defer { terminal.stop() }
    let themeName = options.theme ?? environment.themeName(depth: terminal.colorDepth)
    do throws(ThemeProblem) {
      painter = FramePainter(theme: try ThemeChoice.theme(named: themeName, depth: terminal.colorDepth))
    } catch {
      terminal.stop()
      return fail(error.text, 2)
    }
    let configuration = ReaderConfiguration(
      glyphs: locale == 2 ? .unicode : .ascii, themeNames: BuiltInThemes.names, now: Int64(time(nil)),
      findFigures: { AnalysisPipeline().figures(in: $0) })
    var state = ReaderState(
      configuration: configuration, size: terminal.size, opening: shownSource, themeName: themeName,
      textWidth: options.textWidth)
    if locale != 2 {
      _ = Reader.update(
        &state, .notice("the locale is not UTF-8: marks are drawn in ASCII; LANG=C.UTF-8 gives better ones"))
    }
    return loop(&state, terminal, mailbox)
  }

  /// The source as it would be typed after `pullquote export`.
  private var typedSource: String { source == Sample.name ? "--sample" : source }

  private var shownSource: String {
    source == "-" ? "standard input" : source == Sample.name ? "the sample" : source
  }

  /// The source as it is given to another command.
  private var sourceArgument: String { source == Sample.name ? "--sample" : source }

  private func loop(_ state: inout ReaderState, _ terminal: CursesTerminal, _ mailbox: Mailbox) -> Int32 {
    let descriptors = [terminal.descriptor, signalDescriptor, mailbox.descriptor]
    // What can be read at once is waited for, so that the first frame shows words and not a notice.
    var isWaitingForFirst = true
    while true {
      let ready = pq_wait(descriptors, 3, isWaitingForFirst ? Self.firstFrameDelay : -1)
      if ready & 1 << 30 != 0, ready & 1 == 0 { return 129 }
      var effects: [Effect] = []
      if ready & 2 != 0, let status = handleSignals(&state, terminal) { return status }
      if ready & 4 != 0 {
        for event in mailbox.take() {
          if case .failed(let message, _) = event, isWaitingForFirst {
            terminal.stop()
            return fail(message, 1)
          }
          effects += Reader.update(&state, event)
          isWaitingForFirst = false
        }
      }
      if ready == 0 { isWaitingForFirst = false }
      if ready & 1 != 0 {
        for input in terminal.pendingInput() {
          effects += Reader.update(&state, .input(input))
          if let status = carryOut(effects, &state, terminal, mailbox) { return status }
          effects = []
        }
      }
      if let status = carryOut(effects, &state, terminal, mailbox) { return status }
      if !isWaitingForFirst, let painter {
        terminal.present(painter.draw(state))
        mailbox.announceFirstFrame()
      }
    }
  }

  /// How long the first frame waits for words, in milliseconds.
  private static let firstFrameDelay: Int32 = 150

  private func carryOut(
    _ effects: [Effect], _ state: inout ReaderState, _ terminal: CursesTerminal, _ mailbox: Mailbox
  ) -> Int32? {
    for effect in effects {
      switch effect {
      case .quit:
        if case .failed = state.progress { return 1 }
        return 0
      case .interrupt: return 130
      case .suspend: suspend(&state, terminal)
      case .redraw: terminal.invalidate()
      case .arrange(let request):
        guard let thread = state.comments?.source else { break }
        let (facts, generation) = (state.facts, state.generation)
        BackgroundWork.start {
          let arrangement = ThreadArrangement(request, of: thread, facts: facts)
          mailbox.post(.arranged(arrangement, generation: generation))
        }
      case .useTheme(let name):
        if let theme = try? ThemeChoice.theme(named: name, depth: terminal.colorDepth) {
          painter = FramePainter(theme: theme)
        }
      }
    }
    return nil
  }

  private func suspend(_ state: inout ReaderState, _ terminal: CursesTerminal) {
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

  private func fail(_ message: String, _ status: Int32) -> Int32 {
    StandardError.write("pullquote: \(message)")
    return status
  }

  private static func message(for failure: CursesTerminal.Failure, source: String) -> String {
    switch failure {
    case .noTerminal:
      "there is no terminal to read keys from; for text without a terminal use: pullquote export \(source)"
    case .cannotPlaceCursor(let name):
      "the terminal \"\(name)\" cannot place text on the screen (TERM=\(name)); "
        + "set TERM to your terminal's name, or use: pullquote export \(source)"
    case .notStarted(let name):
      "curses cannot drive the terminal \"\(name)\"; set TERM to your terminal's name"
    }
  }
}
