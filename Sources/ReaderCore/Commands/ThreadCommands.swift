import ArticleLayout
import ArticleModel

/// Walking and folding the thread.
enum ThreadCommands {
  static let all: [Command] =
    [
      Command("toggle-fold", "Fold or unfold the replies; in a list: go there", .thread) { state in
        if state.focus == .index {
          let entries = state.entries.list(state.index.kind)
          let list = state.index.list
          guard list.selected < entries.count(list),
            let destination = entries.entry(list.selected, list).destination
          else { return [] }
          let before = state.place
          state.go(to: destination)
          if state.place != before { state.jumps.leave(before) }
        } else {
          onThread(&state) { pane in
            let selected = pane.selected
            guard pane.thread.descendantCount(of: selected) > 0 else { return "this comment has no replies" }
            pane.changeFolding { $0[selected].toggle() }
            return nil
          }
        }
        return []
      },
      command("fold-or-parent", "Fold the replies; again: go to the parent") { pane in
        let selected = pane.selected
        if pane.thread.descendantCount(of: selected) > 0, !pane.flow.folding[selected] {
          pane.changeFolding { $0[selected] = true }
        } else if let parent = pane.thread.parent(of: selected) {
          pane.select(parent)
        } else {
          return "this comment answers the article"
        }
        return nil
      },
      command("unfold", "Unfold the replies") { pane in
        let selected = pane.selected
        guard pane.flow.folding[selected] else { return nil }
        pane.changeFolding { $0[selected] = false }
        pane.select(selected)
        return nil
      },
      command("fold-thread", "Fold the replies") { pane in
        let selected = pane.selected
        guard pane.thread.descendantCount(of: selected) > 0 else { return "this comment has no replies" }
        pane.changeFolding { $0[selected] = true }
        return nil
      },
      command("unfold-thread", "Unfold everything below") { pane in
        let subtree = pane.selected..<pane.selected + pane.thread.subtreeCount(of: pane.selected)
        pane.changeFolding { for index in subtree { $0[index] = false } }
        return nil
      },
      command("fold-all", "Fold all threads") { pane in
        let thread = pane.thread
        pane.changeFolding { $0.fold(thread, from: 0) }
        return nil
      },
      command("unfold-all", "Unfold all threads") { pane in
        pane.changeFolding { $0.unfoldAll() }
        return nil
      },
      command("fold-level-more", "One level less everywhere") { foldLevel(&$0, by: -1) },
      command("fold-level-less", "One level more everywhere") { foldLevel(&$0, by: 1) },
      command("fold-chain", "Fold the whole chain to its root and go on") { pane in
        let root = pane.thread.root(of: pane.selected)
        if pane.thread.descendantCount(of: root) > 0 { pane.changeFolding { $0[root] = true } }
        guard let next = pane.thread.nextSibling(of: root) else { return "that was the last thread" }
        pane.select(next)
        return nil
      },
      command("next-sibling", "Next reply to the same comment") { pane in
        guard let next = pane.thread.nextSibling(of: pane.selected) else {
          return "no more replies to this parent"
        }
        pane.select(next)
        return nil
      },
      command("previous-sibling", "Previous reply to the same comment") { pane in
        guard let previous = pane.thread.previousSibling(of: pane.selected) else {
          return "this is the first reply to its parent"
        }
        pane.select(previous)
        return nil
      },
      command("go-to-parent", "The comment that is answered") { pane in
        guard let parent = pane.thread.parent(of: pane.selected) else {
          return "this comment answers the article"
        }
        pane.select(parent)
        return nil
      },
      command("go-to-root", "The beginning of this thread") { pane in
        pane.select(pane.thread.root(of: pane.selected))
        return nil
      },
    ]
    + (1...9).map { level in
      command("fold-to-level-\(level)", "Show \(level) level\(level == 1 ? "" : "s") of replies") { pane in
        let thread = pane.thread
        pane.changeFolding { $0.fold(thread, from: level - 1) }
        return nil
      }
    }

  /// A command on the comments pane; what it returns is told to the user.
  private static func command(
    _ name: String, _ summary: String, _ run: @escaping @Sendable (inout ThreadPane) -> String?
  ) -> Command {
    Command(name, summary, .thread) { state in
      onThread(&state, run)
      return []
    }
  }

  private static func onThread(_ state: inout ReaderState, _ run: (inout ThreadPane) -> String?) {
    guard var pane = state.comments else {
      state.say("this article has no discussion")
      return
    }
    guard state.focus == .comments else {
      state.say("this key is for the discussion: Tab goes there")
      return
    }
    let note = run(&pane)
    state.comments = pane
    if let note { state.say(note) }
  }

  /// Shows one level more or less than the deepest that is unfolded now.
  private static func foldLevel(_ pane: inout ThreadPane, by step: Int) -> String? {
    let thread = pane.thread
    let deepest = max(1, thread.levels)
    let level = max(1, min(deepest, pane.flow.folding.shownLevels(of: thread) + step))
    pane.changeFolding { $0.fold(thread, from: level - 1) }
    return "\(level) of \(deepest) levels"
  }
}
