import ArticleModel
import ArticleSources
import CursesBackend
import ReaderCore
import ReaderViews
import TerminalUI
import Themes

extension ReadingSession {
  /// Does the work outside of the reader that an event asked for; returns the exit status when it ends the session.
  func carryOut(
    _ effects: [Effect], _ state: inout ReaderState, _ terminal: CursesTerminal, _ mailbox: Mailbox
  ) -> Int32? {
    let outside = OutsideWork(terminal: terminal, mailbox: mailbox)
    for effect in effects {
      switch effect {
      case .quit:
        if case .failed = state.progress { return 1 }
        return 0
      case .interrupt: return 130
      case .suspend: suspend(&state, terminal)
      case .findDiscussions: finder(mailbox).find(discussionAddress(of: state), generation: state.generation)
      case .openDiscussion(let choice):
        finder(mailbox).open(choice, beside: state.article.article, generation: state.generation)
      case .keepHighlight(let highlight): keeper?.keep(highlight)
      case .deleteHighlight(let highlight): keeper?.delete(highlight)
      case .readNeighbour(let isForward):
        guard isGuest else {
          tell("this article was not opened from a list", &state)
          break
        }
        neighbour = isForward ? .next : .previous
        return 0
      case .reload(let generation): reload(&state, mailbox, generation: generation)
      case .stopLoading: cancellation.cancel()
      case .redraw: terminal.invalidate()
      case .copy(let text):
        if let complaint = outside.copy(text, command: settings.copyCommand) {
          _ = Reader.update(&state, .notice(complaint))
        }
      case .saveScreen(let path):
        guard let painter else { break }
        tell(outside.saveScreen(painter.picture(of: state).lines, to: path), &state)
      case .export(let request): tell(outside.export(request, of: state.article.article), &state)
      case .open(let address): outside.open(address, browser: settings.browser)
      case .pipe(let command, let words):
        tell(outside.pipe(words, to: command, of: state.article.article), &state)
        _ = Reader.update(&state, .resized(terminal.size))
      case .edit(let program):
        if let complaint = outside.show(
          state.article.article, in: program,
          configured: program == .editor ? settings.editor : settings.pager)
        {
          tell(complaint, &state)
        }
        _ = Reader.update(&state, .resized(terminal.size))
      case .loadHyphenation(let language):
        BackgroundWork.start {
          if let patterns = Hyphenation(language: language) {
            mailbox.post(.hyphenation { patterns.points(in: $0) })
          } else {
            mailbox.post(.notice("no hyphenation patterns for \(language ?? "this language") are installed"))
          }
        }
      case .draw(let block, let size):
        let article = state.article.article
        guard article.body.blocks.indices.contains(block),
          case .picture(let index) = article.body.blocks[block].kind
        else { break }
        let source = article.body.pictures[index].source
        let (depth, generation) = (terminal.colorDepth, state.generation)
        BackgroundWork.start {
          switch PictureProgram.draw(source, of: article.source, size: size, depth: depth) {
          case .success(let cells): mailbox.post(.drawn(cells, block: block, generation: generation))
          case .failure(let failure): mailbox.post(.notice("the picture cannot be drawn: \(failure.reason)"))
          }
        }
      case .arrange(let request):
        guard let thread = state.comments?.source else { break }
        let (facts, index, generation) = (state.facts, state.comments?.searchIndex, state.generation)
        BackgroundWork.start {
          let arrangement = ThreadArrangement(request, of: thread, facts: facts, index: index)
          mailbox.post(.arranged(arrangement, generation: generation))
        }
      case .useTheme(let name):
        do throws(ThemeProblem) {
          painter = FramePainter(theme: try ThemeChoice.theme(named: name, depth: terminal.colorDepth))
        } catch {
          tell(error.text, &state)
        }
      }
    }
    return nil
  }

  /// The address that discussions elsewhere are about.
  private func discussionAddress(of state: ReaderState) -> WebAddress? {
    let article = state.article.article
    if let canonical = article.canonical.flatMap({ WebAddress($0) }) { return canonical }
    if case .url(let address) = article.source.location { return WebAddress(address) }
    return nil
  }
}
