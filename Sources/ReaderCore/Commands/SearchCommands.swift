import ArticleLayout
import ArticleModel

/// Searching the pane with the focus.
enum SearchCommands {
  static let all: [Command] = [
    Command("search", "Search this pane", .search) { state in
      state.prompt = Prompt(pane: state.focus == .comments ? .comments : .article)
      return []
    },
    Command("next-match", "Next match; in the discussion without a search: next thread", .search) { state in
      goOn(&state, backward: false)
      return []
    },
    Command("previous-match", "Previous match; in the discussion without a search: previous thread", .search)
    {
      state in
      goOn(&state, backward: true)
      return []
    },
    Command("clear", "End the search, clear the selection", .search) { state in
      state.search = nil
      state.article.select(nil)
      return []
    },
  ]

  /// Starts a search from where the pane is; an empty pattern goes on with the last one.
  static func start(_ pattern: String, in pane: Pane, _ state: inout ReaderState) {
    if let search = TextSearch(pattern) {
      state.search = ReaderState.ActiveSearch(search: search, pane: pane)
    } else if state.search == nil {
      return
    }
    state.search?.pane = pane
    find(&state, backward: false)
  }

  private static func goOn(_ state: inout ReaderState, backward: Bool) {
    if let search = state.search {
      if search.pane != state.focus, state.focus != .index {
        state.search?.pane = state.focus
        state.search?.match = nil
        state.search?.comment = nil
      }
      find(&state, backward: backward)
    } else if state.focus == .comments, var pane = state.comments {
      let root = pane.thread.root(of: pane.selected)
      let next =
        backward && pane.selected != root
        ? root
        : backward ? pane.thread.previousSibling(of: root) : pane.thread.nextSibling(of: root)
      if let next {
        pane.select(next)
        state.comments = pane
      } else {
        state.say(backward ? "this is the first thread" : "this is the last thread")
      }
    } else {
      state.say("nothing is being searched; / starts a search")
    }
  }

  private static func find(_ state: inout ReaderState, backward: Bool) {
    guard let active = state.search else { return }
    if active.pane == .comments, state.comments != nil {
      findInThread(active, &state, backward: backward)
    } else {
      findInArticle(active, &state, backward: backward)
    }
  }

  private static func findInArticle(
    _ active: ReaderState.ActiveSearch, _ state: inout ReaderState, backward: Bool
  ) {
    let pane = state.article
    let length = pane.article.body.utf8.count
    let isCurrentShown = active.match.map { pane.isOnScreen($0) } ?? false
    let place = isCurrentShown ? Int(active.match?.lower ?? 0) : max(0, pane.flow.offset(of: pane.top))
    let found = pane.article.body.utf8.withUnsafeBufferPointer { utf8 -> (TextRange, Bool)? in
      if backward {
        if let match = active.search.last(in: utf8, from: 0, before: place) { return (match, false) }
        return active.search.last(in: utf8, from: place, before: length).map { ($0, true) }
      }
      let start = isCurrentShown ? place + 1 : place
      if let match = active.search.first(in: utf8, from: start, to: length) { return (match, false) }
      let end = min(length, start + active.search.pattern.utf8.count)
      return active.search.first(in: utf8, from: 0, to: end).map { ($0, true) }
    }
    guard let (match, isWrapped) = found else {
      state.search?.match = nil
      state.say("not found in the article: \(active.search.pattern)", isError: true)
      return
    }
    state.search?.match = match
    state.search?.comment = nil
    state.article.show(match)
    if isWrapped { state.say("search went on from the \(backward ? "end" : "beginning")") }
  }

  private static func findInThread(
    _ active: ReaderState.ActiveSearch, _ state: inout ReaderState, backward: Bool
  ) {
    guard var pane = state.comments else { return }
    let isCurrent = active.comment == pane.selected && active.match != nil
    let place = ThreadSearch.Place(
      comment: pane.selected, offset: isCurrent ? Int(active.match?.lower ?? 0) : (backward ? .max : -1))
    guard
      let found = ThreadSearch(thread: pane.thread, index: pane.searchIndex, search: active.search).next(
        after: place, backward: backward)
    else {
      state.search?.match = nil
      state.say("not found in the discussion: \(active.search.pattern)", isError: true)
      return
    }
    pane.reveal(found.comment)
    if pane.flow.folding[found.comment] { pane.changeFolding { $0[found.comment] = false } }
    let row = 1 + pane.flow.layout(of: found.comment).row(of: Int(found.match.lower))
    pane.show(FlowPosition(item: found.comment, row: row), rows: 1)
    state.comments = pane
    state.search?.comment = found.comment
    state.search?.match = found.match
    if found.isWrapped { state.say("search went on from the \(backward ? "end" : "beginning")") }
  }
}
