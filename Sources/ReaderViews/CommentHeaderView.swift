import ArticleModel
import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// The line above a comment: fold mark, author, age, score, replies; for a folded one, what it hides.
struct CommentHeaderView {
  let theme: Theme

  func draw(
    _ item: Int, _ pane: ThreadPane, _ state: ReaderState, x: Int, y: Int, limit: Int,
    on surface: inout Surface
  ) {
    let thread = pane.thread
    let comment = thread.comments[item]
    let glyphs = state.configuration.glyphs
    if thread.isSectionHeading(item), let section = thread.section(of: item) {
      SectionHeadingView(theme: theme).draw(
        section, isSelected: item == pane.selected && state.focus == .comments, glyphs,
        x: x, y: y, limit: limit, on: &surface)
      return
    }
    let isFolded = pane.flow.folding[item]
    let isParent = thread.descendantCount(of: item) > 0
    let isSelected = item == pane.selected && state.focus == .comments
    let isContext = pane.isContext(item)
    let look: (Scope) -> Style = { scope in
      var stack = ScopeStack(scope)
      if isContext { stack.push(.commentContext) }
      if isSelected { stack.push(.commentSelected) }
      return theme.style(stack)
    }
    let sign = isFolded ? glyphs.folded : isParent ? glyphs.unfolded : glyphs.leaf
    var column = surface.write(sign, x: x, y: y, limit: limit, style: look(.commentFold)) + 1
    if thread.depth(of: item) > pane.flow.indent(of: item) {
      column = surface.write(
        "\(thread.depth(of: item)) ", x: column, y: y, limit: limit, style: look(.threadDepthNumber))
    }
    let author = name(of: item, pane, state, x: x, column: column, limit: limit)
    column = surface.write(author, x: column, y: y, limit: limit, style: look(authorScope(comment, state)))
    let separator = " \(glyphs.separator) "
    let hiddenNews = isFolded ? pane.newCount(below: item) : 0
    if pane.isNew(item) {
      column = surface.write(separator, x: column, y: y, limit: limit, style: look(.commentMeta))
      column = surface.write("new", x: column, y: y, limit: limit, style: look(.commentFold))
    }
    let references = state.references.references(of: pane.sourceIndex(of: item)).count
    let mark = references > 0 ? "\(glyphs.reference)\(references)" : ""
    let gap = ColumnWidth.of(separator)
    // On a narrow screen a fact is left out whole, and what leads into the article is the last to go.
    var room = limit - (mark.isEmpty ? 0 : gap + ColumnWidth.of(mark))
    func tell(_ text: String, _ scope: Scope) {
      guard column + gap + ColumnWidth.of(text) <= room else { return }
      column = surface.write(separator, x: column, y: y, limit: limit, style: look(.commentMeta))
      column = surface.write(text, x: column, y: y, limit: limit, style: look(scope))
    }
    forEachFact(of: comment, below: thread.commentCount(below: item), isFolded: isFolded, state, tell)
    room = limit
    if references > 0 { tell(mark, .marginReference) }
    if hiddenNews > 0 { tell("\(hiddenNews) new", .commentFold) }
    if isFolded, !thread.isStub(item), limit - column > 12 {
      let body = pane.flow.layout(of: item).body
      let start = body.utf8.prefix(4 * limit).map { $0 == 0x0A ? 0x20 : $0 }
      let words = Truncation.fit(
        String(decoding: start, as: UTF8.self), columns: limit - column - ColumnWidth.of(glyphs.dash) - 2,
        ellipsis: glyphs.ellipsis)
      surface.write(" \(glyphs.dash) \(words)", x: column, y: y, limit: limit, style: look(.commentFolded))
    }
  }

  /// The author's name; cut to about half of the header when that leaves no room for the facts.
  private func name(
    of item: Int, _ pane: ThreadPane, _ state: ReaderState, x: Int, column: Int, limit: Int
  ) -> String {
    let name = pane.thread.heading(of: item)
    let half = max((limit - x) / 2, Self.shortestName)
    // Most names are short, and need not be weighed against the facts.
    guard column + name.utf8.count > x + half else { return name }
    let glyphs = state.configuration.glyphs
    let gap = ColumnWidth.of(glyphs.separator) + 2
    let isFolded = pane.flow.folding[item]
    var facts = pane.isNew(item) ? gap + 3 : 0
    forEachFact(
      of: pane.thread.comments[item], below: pane.thread.commentCount(below: item), isFolded: isFolded, state
    ) { text, _ in facts += gap + ColumnWidth.of(text) }
    let references = state.references.references(of: pane.sourceIndex(of: item)).count
    if references > 0 { facts += gap + ColumnWidth.of("\(glyphs.reference)\(references)") }
    let news = isFolded ? pane.newCount(below: item) : 0
    if news > 0 { facts += gap + ColumnWidth.of("\(news) new") }
    // The last column may be the scrollbar's.
    let room = max(limit - 1 - column - facts, x + half - column)
    return Truncation.fit(name, columns: max(room, 1), ellipsis: glyphs.ellipsis)
  }

  /// A name is not cut to fewer columns for the sake of facts.
  private static let shortestName = 24

  private func authorScope(_ comment: Comment, _ state: ReaderState) -> Scope {
    guard let author = comment.author else { return .commentAuthorAnonymous }
    if author == state.highlightedAuthor { return .commentAuthorHighlighted }
    if comment.flags.contains(.originalPoster) { return .commentAuthorOP }
    return comment.flags.contains(.moderator) ? .commentAuthorModerator : .commentAuthor
  }

  /// Calls `body` with what is told about a comment after its author, in order.
  private func forEachFact(
    of comment: Comment, below: Int, isFolded: Bool, _ state: ReaderState,
    _ body: (String, Scope) -> Void
  ) {
    if comment.flags.contains(.originalPoster) { body("OP", .commentAuthorOP) }
    if comment.flags.contains(.moderator) { body("moderator", .commentAuthorModerator) }
    if let name = comment.replyTo { body("to \(name)", .commentMeta) }
    if let age = Age.text(of: comment, now: state.configuration.now) { body(age, .commentMeta) }
    if let score = comment.score { body("\(state.configuration.glyphs.score)\(score)", .commentScore) }
    for (flag, word) in Self.words where comment.flags.contains(flag) { body(word, .commentMeta) }
    if below > 0 {
      let replies = "\(below) \(below == 1 ? "reply" : "replies")"
      body(isFolded ? replies + " hidden" : replies, .commentMeta)
    }
  }

  private static let words: [(Comment.Flags, String)] = [
    (.deleted, "deleted"), (.removed, "removed"), (.edited, "edited"), (.highlighted, "recommended"),
    (.pending, "not yet approved"), (.truncated, "cut short by the source"), (.unplaced, "place unknown"),
    (.pingback, "link from another page"), (.flagged, "flagged"), (.downvoted, "voted down"),
    (.pinned, "pinned"), (.spoiler, "spoiler"), (.stub, "not in this source"),
  ]
}
