import ArticleModel

/// Crossing between comments and the passages that they refer to.
enum ReferenceCommands {
  static let all: [Command] = [
    Command(
      "go-to-reference", "From a comment to what it refers to; again: the next one", .references
    ) { state in
      state.goToReference()
      return []
    },
    Command("go-to-comments", "From a passage to the comments about it", .references) { state in
      state.goToComments()
      return []
    },
    Command("next-referring-comment", "Next comment that refers to anything", .references) { state in
      state.goToReferringComment(backward: false)
      return []
    },
    Command("previous-referring-comment", "Previous comment that refers to anything", .references) { state in
      state.goToReferringComment(backward: true)
      return []
    },
    Command("follow-references", "Each pane follows the other through references, or not", .references) {
      state in
      state.isFollowing.toggle()
      state.follow()
      state.say(state.isFollowing ? "the panes follow one another" : "the panes do not follow one another")
      return []
    },
    Command("show-unmatched", "Quotations in comments that are not in the article", .references) { state in
      if state.references.unmatched.all.isEmpty {
        state.say("every quotation in the comments is from here, or there is none")
      } else {
        state.overlays.append(Overlay(.comments(.unmatched)))
      }
      return []
    },
  ]
}

extension ReaderState {
  /// The selected comment's references, when the discussion has the focus.
  private var selectedReferences: ArraySlice<ArticleReference> {
    comments.map { references.references(of: $0.sourceIndex(of: $0.selected)) } ?? []
  }

  /// The first thing in the article that the selected comment refers to.
  private var selectedTarget: ArticleSelection? {
    for reference in selectedReferences {
      if let target = selection(of: reference.target) { return target }
    }
    return nil
  }

  fileprivate mutating func goToReference() {
    guard comments != nil else { return say("this article has no discussion") }
    let own = selectedReferences
    guard !own.isEmpty else { return say("this comment refers to nothing that is known") }
    // What shows already was gone to before: the next one, and after the last one the first.
    var next = own.startIndex
    if let shown = article.selection,
      let current = own.firstIndex(where: { selection(of: $0.target) == shown })
    {
      next = focus == .article || isFollowing ? current + 1 : current
      if next >= own.endIndex { next = own.startIndex }
    }
    let reference = own[next]
    if case .comment(let other, _) = reference.target {
      go(to: .comment(other))
    } else if let selection = selection(of: reference.target) {
      go(to: selection)
    }
    let count = own.count > 1 ? "\(next - own.startIndex + 1) of \(own.count): " : ""
    say(count + describe(reference))
  }

  fileprivate mutating func goToComments() {
    guard comments != nil else { return say("this article has no discussion") }
    if focus == .comments, let selected = comments.map({ $0.sourceIndex(of: $0.selected) }) {
      // From a comment: the comments that quote it, or those about what it refers to.
      let citing = references.references(toComment: selected)
      if let first = citing.first { return go(to: .comment(first.comment)) }
      guard let target = selectedTarget else {
        return say("this comment refers to nothing that is known")
      }
      return showComments(about: target)
    }
    guard let selection = article.selection ?? firstPassageOnScreen else {
      return say("no comment refers to anything here")
    }
    showComments(about: selection)
  }

  /// Goes to the only comment about something, or lists them.
  private mutating func showComments(about selection: ArticleSelection) {
    let found = references.references(to: selection.ranges(in: article.article))
    let comments = Set(found.map(\.comment))
    switch comments.count {
    case 0: say("no comment refers to this")
    case 1:
      if let only = found.first {
        go(to: .comment(only.comment))
        say(describe(only))
      }
    default:
      overlays.append(Overlay(.comments(.about(selection))))
    }
  }

  /// The first thing on screen that comments refer to.
  private var firstPassageOnScreen: ArticleSelection? {
    let top = max(0, article.flow.offset(of: article.top))
    let end = article.flow.offset(of: article.flow.position(article.top, movedBy: article.rows))
    guard end > top else { return nil }
    let found = references.references(to: [TextRange(top, max(top + 1, end))])
    return found.lazy.compactMap { selection(of: $0.target) }
      .min { (first(of: $0) ?? 0) < (first(of: $1) ?? 0) }
  }

  private func first(of selection: ArticleSelection) -> Int32? {
    selection.ranges(in: article.article).first?.lower
  }

  fileprivate mutating func goToReferringComment(backward: Bool) {
    guard let pane = comments else { return say("this article has no discussion") }
    let selected = pane.sourceIndex(of: pane.selected)
    let origin = focus == .comments || backward ? selected : selected - 1
    guard let next = references.nextComment(after: origin, backward: backward) else {
      return say(
        references.references.isEmpty
          ? "no comment refers to the article" : "no more references \(backward ? "above" : "below")")
    }
    go(to: .comment(next))
    follow()
  }

  /// The selection in the article that a target is, or `nil` for another comment.
  public func selection(of target: ArticleReference.Target) -> ArticleSelection? {
    switch target {
    case .quote(let index): .quote(index)
    case .figure(let index): .figure(index)
    case .passage(let range): .passage(range)
    case .comment: nil
    }
  }

  /// What a reference does, why it is believed in: for the status line.
  public func describe(_ reference: ArticleReference) -> String {
    let words: String
    switch reference.target {
    case .comment(let other, let range):
      let author = comments?.source.author(of: other) ?? "anonymous"
      words = "\(author): \(comments?.source.body(of: other).string(range) ?? "")"
    default:
      words =
        selection(of: reference.target)?.ranges(in: article.article).map(article.article.body.string)
        .joined(separator: " ") ?? ""
    }
    let rule = reference.evidence.rule.split(separator: ".").last.map(String.init) ?? ""
    let percent = Int((reference.evidence.confidence * 100).rounded())
    return "\(reference.kind.rawValue) \(words) \(configuration.glyphs.separator) \(rule) \(percent)%"
  }

  /// Lets the pane without the focus show what the selection of the other one refers to, in follow mode.
  mutating func follow() {
    guard isFollowing, overlays.isEmpty else { return }
    switch focus {
    case .comments:
      guard let target = selectedTarget else { return }
      if article.selection != target { article.select(target) }
    case .article:
      guard let selection = article.selection, let pane = comments else { return }
      let about = references.references(to: selection.ranges(in: article.article))
      let selected = pane.sourceIndex(of: pane.selected)
      if !about.contains(where: { $0.comment == selected }),
        let first = about.lazy.compactMap({ pane.shownIndex(ofSource: $0.comment) }).first
      {
        comments?.reveal(first)
      }
    case .index: break
    }
  }
}
