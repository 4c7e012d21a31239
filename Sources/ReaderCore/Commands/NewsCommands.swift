import ArticleModel

/// What came since the last visit.
enum NewsCommands {
  static let all: [Command] = [
    Command("next-new-comment", "Next comment that is new since the last visit", .thread) { state in
      go(&state) { $0.newComment(after: $1) }
      return []
    },
    Command("previous-new-comment", "Previous comment that is new since the last visit", .thread) { state in
      go(&state) { $0.newComment(before: $1) }
      return []
    },
  ]

  private static func go(_ state: inout ReaderState, _ find: (ThreadPane, Int) -> Int?) {
    guard let pane = state.comments else {
      state.say("this article has no discussion")
      return
    }
    guard let news = pane.news, news.count > 0 else {
      state.say("no comment is new since your last visit")
      return
    }
    // From another pane, the first jump may stay at the selected comment when that one is new.
    if state.focus != .comments, pane.isNew(pane.selected) {
      state.focus = .comments
      state.refit()
      return
    }
    guard let next = find(pane, pane.selected) else {
      state.say("no more new comments on that side; there are \(news.count)")
      return
    }
    state.focus = .comments
    state.refit()
    state.comments?.reveal(next)
  }
}
