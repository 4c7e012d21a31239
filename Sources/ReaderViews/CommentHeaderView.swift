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
    if Int(thread.depths[item]) > pane.flow.indent(of: item) {
      column = surface.write(
        "\(thread.depths[item]) ", x: column, y: y, limit: limit, style: look(.threadDepthNumber))
    }
    let author = thread.heading(of: item)
    column = surface.write(author, x: column, y: y, limit: limit, style: look(authorScope(comment, state)))
    let separator = " \(glyphs.separator) "
    let hiddenNews = isFolded ? pane.newCount(below: item) : 0
    if pane.isNew(item) {
      column = surface.write(separator, x: column, y: y, limit: limit, style: look(.commentMeta))
      column = surface.write("new", x: column, y: y, limit: limit, style: look(.commentFold))
    }
    let references = state.references.references(of: pane.sourceIndex(of: item)).count
    let replies = thread.commentCount(below: item)
    forEachFact(of: comment, below: replies, isFolded: isFolded, references, state) { text, scope in
      column = surface.write(separator, x: column, y: y, limit: limit, style: look(.commentMeta))
      column = surface.write(text, x: column, y: y, limit: limit, style: look(scope))
    }
    if hiddenNews > 0 {
      column = surface.write(separator, x: column, y: y, limit: limit, style: look(.commentMeta))
      column = surface.write("\(hiddenNews) new", x: column, y: y, limit: limit, style: look(.commentFold))
    }
    if isFolded, !thread.isStub(item), limit - column > 12 {
      let body = pane.flow.layout(of: item).body
      let start = body.utf8.prefix(4 * limit).map { $0 == 0x0A ? 0x20 : $0 }
      let words = Truncation.fit(
        String(decoding: start, as: UTF8.self), columns: limit - column - ColumnWidth.of(glyphs.dash) - 2,
        ellipsis: glyphs.ellipsis)
      surface.write(" \(glyphs.dash) \(words)", x: column, y: y, limit: limit, style: look(.commentFolded))
    }
  }

  private func authorScope(_ comment: Comment, _ state: ReaderState) -> Scope {
    guard let author = comment.author else { return .commentAuthorAnonymous }
    if author == state.highlightedAuthor { return .commentAuthorHighlighted }
    if comment.flags.contains(.originalPoster) { return .commentAuthorOP }
    return comment.flags.contains(.moderator) ? .commentAuthorModerator : .commentAuthor
  }

  /// Calls `body` with what is told about a comment after its author, in order.
  private func forEachFact(
    of comment: Comment, below: Int, isFolded: Bool, _ references: Int, _ state: ReaderState,
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
    if references > 0 { body("\(state.configuration.glyphs.reference)\(references)", .marginReference) }
  }

  private static let words: [(Comment.Flags, String)] = [
    (.deleted, "deleted"), (.removed, "removed"), (.edited, "edited"), (.highlighted, "recommended"),
    (.pending, "not yet approved"), (.truncated, "cut short by the source"), (.unplaced, "place unknown"),
    (.pingback, "link from another page"), (.flagged, "flagged"), (.downvoted, "voted down"),
    (.pinned, "pinned"), (.spoiler, "spoiler"), (.stub, "not in this source"),
  ]
}
