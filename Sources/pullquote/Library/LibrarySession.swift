import ArticleLibrary
import ArticleModel
import ArticleSources
import CNcurses
import CursesBackend
import Glibc
import ReaderCore
import ReaderViews
import TerminalUI

/// The library on the screen: the list, and the articles that are opened from it, on one terminal.
///
/// Queries take milliseconds and are made on the main thread, after the frame before them is on the screen.
final class LibrarySession {
  private let options: ReadingSession.Options
  private let library: ArticleLibrary
  private let terminal: CursesTerminal
  private let painter: ShelfView
  private let signalDescriptor: Int32

  private init(
    options: ReadingSession.Options, library: ArticleLibrary, terminal: CursesTerminal, painter: ShelfView,
    signalDescriptor: Int32
  ) {
    self.options = options
    self.library = library
    self.terminal = terminal
    self.painter = painter
    self.signalDescriptor = signalDescriptor
  }

  /// Shows the library until the user leaves; returns the exit status.
  static func run(options: ReadingSession.Options) -> Int32 {
    guard isatty(1) != 0 else {
      StandardError.write(
        "pullquote: standard output is not a terminal; for a list without a terminal use: pullquote library list"
      )
      return 2
    }
    guard let folder = ArticleLibrary.usualFolder() else {
      StandardError.write("pullquote: there is no folder for a library: HOME is not set")
      return 1
    }
    let library: ArticleLibrary
    do throws(LibraryFailure) {
      library = try ArticleLibrary(folder: folder)
    } catch {
      StandardError.write("pullquote: \(error.message)")
      return 1
    }
    let environment = TerminalEnvironment()
    let locale = pq_set_locale()
    let signalDescriptor = pq_watch_signals()
    do {
      let terminal = try CursesTerminal(
        cacheFolder: environment.cacheFolder, usesColor: options.usesColor ?? environment.wantsColor)
      defer { terminal.stop() }
      let name = options.theme ?? environment.themeName(depth: terminal.colorDepth)
      let view = ShelfView(theme: try ThemeChoice.theme(named: name, depth: terminal.colorDepth))
      let session = LibrarySession(
        options: options, library: library, terminal: terminal, painter: view,
        signalDescriptor: signalDescriptor)
      return session.loop(glyphs: locale == 2 ? .unicode : .ascii)
    } catch let failure as CursesTerminal.Failure {
      StandardError.write("pullquote: \(ReadingSession.message(for: failure, source: "FILE"))")
      return 2
    } catch {
      StandardError.write("pullquote: \(error)")
      return 2
    }
  }

  private func loop(glyphs: Glyphs) -> Int32 {
    var state = ShelfState(size: terminal.size, glyphs: glyphs, now: Int64(time(nil)))
    load(state.query, 0, &state)
    if let aside = library.movedAside {
      _ = Shelf.update(&state, .notice("the library was damaged and is now \(aside)", isError: true))
    }
    while true {
      terminal.present(painter.draw(state))
      let ready = pq_wait([terminal.descriptor, signalDescriptor], 2, -1)
      if ready & 1 << 30 != 0, ready & 1 == 0 { return 129 }
      if ready & 2 != 0, let status = handleSignals(&state) { return status }
      guard ready & 1 != 0 else { continue }
      for input in terminal.pendingInput() {
        for effect in Shelf.update(&state, .input(input)) {
          if let status = carryOut(effect, &state) { return status }
        }
      }
    }
  }

  private func carryOut(_ effect: ShelfEffect, _ state: inout ShelfState) -> Int32? {
    switch effect {
    case .quit: return 0
    case .interrupt: return 130
    case .redraw: terminal.invalidate()
    case .suspend:
      terminal.suspend()
      update(&state, .resized(terminal.size))
    case .load(let query, let offset): load(query, offset, &state)
    case .open(let id): return read(ReadingSource.keptPrefix + "\(id)", &state)
    case .refresh(let address): return read(address, &state)
    case .openSource(let name): return read(name, &state)
    case .setStarred(let flag, let id):
      change(&state) { library throws(LibraryFailure) in try library.setStarred(flag, id) }
    case .setArchived(let flag, let id):
      change(&state) { library throws(LibraryFailure) in try library.setArchived(flag, id) }
    case .setTags(let tags, let id):
      change(&state) { library throws(LibraryFailure) in try library.setTags(tags, id) }
    case .delete(let id):
      change(&state) { library throws(LibraryFailure) in try library.delete(id, now: Int64(time(nil))) }
    case .restore(let id):
      change(&state) { library throws(LibraryFailure) in try library.restore(id) }
    }
    return nil
  }

  private func update(_ state: inout ShelfState, _ event: ShelfEvent) {
    for effect in Shelf.update(&state, event) {
      if case .load(let query, let offset) = effect { load(query, offset, &state) }
    }
  }

  private func load(_ query: LibraryQuery, _ offset: Int, _ state: inout ShelfState) {
    do throws(LibraryFailure) {
      let count = try library.count(query)
      let first = max(0, min(offset, count - ShelfState.windowSize))
      let entries = try library.entries(query, offset: first, limit: ShelfState.windowSize)
      _ = Shelf.update(&state, .loaded(entries, first: first, count: count))
    } catch {
      _ = Shelf.update(&state, .notice(error.message, isError: true))
    }
  }

  /// Changes something and shows the list as it is then.
  private func change(
    _ state: inout ShelfState, _ body: (ArticleLibrary) throws(LibraryFailure) -> Void
  ) {
    do throws(LibraryFailure) {
      try body(library)
      load(state.query, state.firstHeld, &state)
    } catch {
      _ = Shelf.update(&state, .notice(error.message, isError: true))
    }
  }

  /// Reads an article on the same terminal; comes back to the list when the user closes it.
  private func read(_ source: String, _ state: inout ShelfState) -> Int32? {
    let session = ReadingSession(
      source: source, options: options, terminal: terminal, signalDescriptor: signalDescriptor)
    let status = session.run()
    // Interrupted, or ended by a signal: the user wants to leave the program.
    if status >= 128 { return status }
    terminal.invalidate()
    update(&state, .resized(terminal.size))
    load(state.query, state.firstHeld, &state)
    if let failure = session.failure { _ = Shelf.update(&state, .notice(failure, isError: true)) }
    return nil
  }

  /// Takes in the signals that came; returns the exit status when one of them ends the program.
  private func handleSignals(_ state: inout ShelfState) -> Int32? {
    var byte: UInt8 = 0
    while Glibc.read(signalDescriptor, &byte, 1) == 1 {
      switch Int32(byte) {
      case SIGWINCH, SIGCONT:
        guard terminal.measure() else { return 129 }
        if Int32(byte) == SIGCONT { terminal.invalidate() }
        update(&state, .resized(terminal.size))
      case SIGTSTP:
        terminal.suspend()
        update(&state, .resized(terminal.size))
      default: return 128 + Int32(byte)
      }
    }
    return nil
  }
}
