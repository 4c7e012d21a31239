import ArticleModel

/// Who wrote a comment, and what it answers.
enum AuthorCommands {
  static let all: [Command] = [
    Command("highlight-author", "Highlight all comments by this author, and back", .thread) { state in
      guard let comments = state.comments, state.focus == .comments else {
        state.say("this key is for the discussion: Tab goes there")
        return []
      }
      guard let author = comments.thread.comments[comments.selected].author else {
        state.say("this comment has no author")
        return []
      }
      if state.highlightedAuthor == author {
        state.highlightedAuthor = nil
      } else {
        state.highlightedAuthor = author
        let count = comments.thread.comments(by: author).count
        state.say("\(count) by \(comments.thread.author(of: comments.selected) ?? "")")
      }
      return []
    },
    Command(
      "next-by-author", "Next comment by the highlighted author, or by this one", .thread,
      changing: { $0.goOnByAuthor(1) }
    ).repeating().jumping().reversed(by: "previous-by-author"),
    Command(
      "previous-by-author", "Previous comment by the highlighted author, or by this one", .thread,
      changing: { $0.goOnByAuthor(-1) }
    ).repeating().jumping().reversed(by: "next-by-author"),
    Command(
      "peek-at-parent",
      "Look at what this comment answers (again: one level up), or at the notes of these paragraphs", .thread
    ) { state in
      guard let comments = state.comments, state.focus == .comments else {
        if state.shownNotes().isEmpty {
          state.say("no note is marked here; in the discussion this key shows what a comment answers")
        } else {
          state.overlays.append(Overlay(.notes))
        }
        return []
      }
      guard let parent = comments.thread.parent(of: comments.selected) else {
        state.say("this comment answers the article")
        return []
      }
      state.overlays.append(Overlay(.peek(comment: parent)))
      return []
    },
  ]
}

extension ReaderState {
  fileprivate mutating func goOnByAuthor(_ step: Int) {
    guard let comments, focus == .comments else {
      say("this key is for the discussion: Tab goes there")
      return
    }
    guard let author = highlightedAuthor ?? comments.thread.comments[comments.selected].author else {
      say("this comment has no author")
      return
    }
    let theirs = comments.thread.comments(by: author)
    let next =
      step > 0
      ? theirs.partitioningIndex { $0 > comments.selected }
      : theirs.partitioningIndex { $0 >= comments.selected } - 1
    guard theirs.indices.contains(next) else {
      say("no more comments by this author \(step > 0 ? "below" : "above")")
      return
    }
    self.comments?.reveal(theirs[next])
  }
}
