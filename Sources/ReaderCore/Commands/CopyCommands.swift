import ArticleModel

/// Taking words out through the clipboard.
enum CopyCommands {
  static let all: [Command] = [
    copy("copy-quote", "Copy the selected quote with its speaker", "select a quote first: )") { state in
      guard case .quote(let index) = state.article.selection else { return nil }
      let article = state.article.article
      let quote = article.quotes[index]
      let speaker = quote.speaker.map { article.speakers[$0].name } ?? "unattributed"
      return "“\(article.text(of: quote))” — \(speaker)"
    },
    copy("copy-comment", "Copy the selected comment with its author", "no comment is selected") { state in
      guard let comments = state.comments, comments.thread.comments[comments.selected].isComment else {
        return nil
      }
      return state.text(ofComment: comments.selected, in: comments.thread)
    },
    copy("copy-link", "Copy the selected link, or the article's address", "there is no link here") { state in
      state.linkHere
    },
    copy(
      "copy-paragraph", "Copy the paragraph of the selection, or the one at the top",
      "there is no paragraph here"
    ) {
      state in
      let body = state.article.article.body
      let number = state.article.blockNumber - 1
      return body.blocks.indices.contains(number) ? body.string(body.blocks[number].range) : nil
    },
  ]

  private static func copy(
    _ name: String, _ summary: String, _ complaint: String,
    _ words: @escaping @Sendable (ReaderState) -> String?
  ) -> Command {
    Command(name, summary, .outside) { state in
      guard let text = words(state), !text.isEmpty else {
        state.say(complaint)
        return []
      }
      state.say("copied: \(text.prefix(60).map { $0.isNewline ? " " : String($0) }.joined())")
      return [.copy(text)]
    }
  }
}

extension ReaderState {
  /// A comment's words below its author.
  func text(ofComment index: Int, in thread: CommentThread) -> String {
    let author = thread.author(of: index) ?? "anonymous"
    return author + ":\n" + thread.body(of: index).string
  }

  /// The address of what is selected: a link, a link in the comment, else the article's own.
  var linkHere: String? {
    let article = self.article.article
    if focus == .comments, let comments {
      let body = comments.thread.body(of: comments.selected)
      for inline in body.inlines {
        if case .link(let target) = inline.kind { return body.linkTargets[target] }
      }
    } else if let selection = self.article.selection {
      switch selection {
      case .link(let index):
        if case .link(let target) = article.body.inlines[index].kind {
          return article.body.linkTargets[target]
        }
      case .picture(let block):
        if case .picture(let index) = article.body.blocks[block].kind {
          return article.body.pictures[index].source
        }
      default: break
      }
    }
    if case .url(let address) = article.source.location { return address }
    return nil
  }
}
