import ArticleLayout
import ArticleModel

/// Searching the pane with the focus, or everything.
enum SearchCommands {
  static let all: [Command] = [
    Command("search", "Search this pane", .search, changing: { $0.askForSearch(everywhere: false) }),
    Command(
      "search-everywhere", "Search the article and the discussion", .search,
      changing: { $0.askForSearch(everywhere: true) }),
    Command("next-match", "Next match; in the discussion without a search: next thread", .search) { state in
      goOn(&state, backward: false)
      return []
    }.repeating(),
    Command("previous-match", "Previous match; in the discussion without a search: previous thread", .search)
    {
      state in
      goOn(&state, backward: true)
      return []
    }.repeating(),
    Command("clear", "End the search, then the filter, the highlighting of an author, the selection", .search)
    {
      state in
      if state.search != nil {
        state.search = nil
      } else if state.arrangementRequest.filter != nil {
        return ArrangementCommands.filter("", &state)
      } else if state.highlightedAuthor != nil {
        state.highlightedAuthor = nil
      } else {
        state.article.select(nil)
      }
      return []
    },
  ]

  /// Starts a search from where the pane is; an empty pattern goes on with the last one.
  static func start(_ pattern: String, in pane: Pane, everywhere: Bool = false, _ state: inout ReaderState) {
    if let search = TextSearch(pattern) {
      state.search = ActiveSearch(search, in: pane, everywhere: everywhere)
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
    } else if state.focus == .comments {
      goToThread(&state, backward: backward)
    } else {
      state.say("nothing is being searched; / starts a search")
    }
  }

  private static func goToThread(_ state: inout ReaderState, backward: Bool) {
    guard var pane = state.comments else { return }
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
  }

  private static func find(_ state: inout ReaderState, backward: Bool) {
    guard let active = state.search else { return }
    let edge = backward ? "end" : "beginning"
    let other: Pane = active.pane == .comments ? .article : .comments
    let goesOver = active.isEverywhere && state.comments != nil
    let isInThread = active.pane == .comments && state.comments != nil
    var isWrapped =
      isInThread ? findInThread(&state, backward: backward) : findInArticle(&state, backward: backward)
    if goesOver, isWrapped != false {
      // Past the end of this pane the search goes on in the other one.
      let before = state.search
      state.search?.pane = other
      state.search?.match = nil
      state.search?.comment = nil
      let edgeOfOther = backward ? Int.max : 0
      let found =
        other == .comments
        ? findInThread(&state, backward: backward, from: edgeOfOther)
        : findInArticle(&state, backward: backward, from: edgeOfOther)
      if found == nil {
        state.search = before
      } else {
        isWrapped = false
        state.focus(on: other)
      }
    }
    guard let isWrapped else {
      state.search?.match = nil
      let place = goesOver ? "anywhere" : isInThread ? "in the discussion" : "in the article"
      state.say("not found \(place): \(active.search.pattern)", isError: true)
      return
    }
    state.countMatches()
    if isWrapped { state.say("search went on from the \(edge)") }
  }

  /// Goes to a match in the article; returns whether it went past the end, `nil` when there is none.
  private static func findInArticle(
    _ state: inout ReaderState, backward: Bool, from edge: Int? = nil
  ) -> Bool? {
    guard let active = state.search else { return nil }
    let pane = state.article
    let length = pane.article.body.utf8.count
    let isCurrentShown = active.match.map { pane.isOnScreen($0) } ?? false
    var place = isCurrentShown ? Int(active.match?.lower ?? 0) : max(0, pane.flow.offset(of: pane.top))
    if let edge { place = min(edge, length) }
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
    guard let (match, isWrapped) = found else { return nil }
    state.search?.match = match
    state.search?.comment = nil
    state.article.show(match)
    return isWrapped
  }

  /// Goes to a match in the discussion; returns whether it went past the end, `nil` when there is none.
  private static func findInThread(
    _ state: inout ReaderState, backward: Bool, from edge: Int? = nil
  ) -> Bool? {
    guard let active = state.search, var pane = state.comments else { return nil }
    let isCurrent = active.comment == pane.selected && active.match != nil
    var place = ThreadSearch.Place(
      comment: pane.selected, offset: isCurrent ? Int(active.match?.lower ?? 0) : (backward ? .max : -1))
    if edge != nil {
      place = ThreadSearch.Place(comment: backward ? pane.thread.count - 1 : 0, offset: backward ? .max : -1)
    }
    guard let found = ThreadSearch(pane, active.search).next(after: place, backward: backward) else {
      return nil
    }
    pane.reveal(found.comment)
    if pane.flow.folding[found.comment] { pane.changeFolding { $0[found.comment] = false } }
    let row = 1 + pane.flow.layout(of: found.comment).row(of: Int(found.match.lower))
    pane.show(FlowPosition(item: found.comment, row: row), rows: 1)
    state.comments = pane
    state.search?.comment = found.comment
    state.search?.match = found.match
    return found.isWrapped
  }
}

extension ReaderState {
  fileprivate mutating func askForSearch(everywhere: Bool) {
    prompt = Prompt(
      .search(focus == .comments ? .comments : .article, everywhere: everywhere && comments != nil))
    let origin = place
    prompt?.origin = origin
    prompt?.searchBefore = search
  }

  /// Shows the first match of what was typed so far, from where the search began.
  mutating func searchWhileTyping() {
    guard let prompt, case .search(let pane, let everywhere) = prompt.purpose else { return }
    if let origin = prompt.origin, origin != place { go(to: origin) }
    guard !prompt.text.isEmpty else {
      search = prompt.searchBefore
      return
    }
    SearchCommands.start(prompt.text, in: pane, everywhere: everywhere, &self)
    message = nil
  }
}
