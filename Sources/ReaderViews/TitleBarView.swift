import ArticleModel
import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// The line above the panes: what is read, and how large its discussion is.
struct TitleBarView {
  let theme: Theme

  func draw(_ state: ReaderState, on surface: inout Surface) {
    let bar = state.layout.titleBar
    let glyphs = state.configuration.glyphs
    if !bar.isEmpty {
      surface.fill(bar, style: theme.style(.title))
      switch state.layout.arrangement {
      case .single:
        let text = state.focus == .comments ? thread(state) : article(state)
        put(
          state.focus == .comments && !state.trail.isEmpty ? state.trail : text, in: bar, .title, state,
          &surface)
      case .stacked, .automatic: put(article(state), in: bar, .title, state, &surface)
      case .sideBySide, .threeColumns:
        drawColumns(state, bar, on: &surface)
      }
    }
    if let divider = state.layout.rowDivider {
      let scope: Scope = state.focus == .comments ? .paneBorderFocused : .paneBorder
      surface.write(
        String(repeating: glyphs.horizontal, count: divider.width), x: 0, y: divider.y,
        style: theme.style(scope))
      let text = Truncation.fit(
        state.trail.isEmpty ? thread(state) : state.trail, columns: max(0, divider.width - 6),
        ellipsis: glyphs.ellipsis)
      surface.write(
        " \(text) ", x: 2, y: divider.y, limit: divider.maxX,
        style: theme.style(state.trail.isEmpty ? ScopeStack(scope) : ScopeStack(.trail)))
    }
  }

  private func drawColumns(_ state: ReaderState, _ bar: Rect, on surface: inout Surface) {
    if let rect = state.layout.article {
      put(
        article(state), in: Rect(x: rect.x, y: bar.y, width: rect.width, height: 1), .title, state, &surface)
    }
    if let rect = state.layout.comments {
      let part = Rect(x: rect.x, y: bar.y, width: rect.width, height: 1)
      let trail = state.trail
      put(trail.isEmpty ? thread(state) : trail, in: part, trail.isEmpty ? .title : .trail, state, &surface)
    }
    if let rect = state.layout.index {
      let part = Rect(x: rect.x, y: bar.y, width: rect.width, height: 1)
      put(state.index.kind.title, in: part, .title, state, &surface)
    }
    for divider in state.layout.columnDividers {
      surface.write(
        state.configuration.glyphs.vertical, x: divider.x, y: bar.y,
        style: theme.style(ScopeStack(.title, .paneBorder)))
    }
  }

  private func put(
    _ text: String, in rect: Rect, _ scope: Scope, _ state: ReaderState, _ surface: inout Surface
  ) {
    let fitted = Truncation.fit(
      text, columns: max(0, rect.width - 2), ellipsis: state.configuration.glyphs.ellipsis)
    let stack = scope == .title ? ScopeStack(.title) : ScopeStack(.title, scope)
    surface.write(fitted, x: rect.x + 1, y: rect.y, limit: rect.maxX, style: theme.style(stack))
  }

  private func article(_ state: ReaderState) -> String {
    let article = state.article.article
    let separator = " \(state.configuration.glyphs.separator) "
    var parts = [article.title ?? article.source.location.name]
    if let site = article.site { parts.append(site) }
    if let date = article.dateText { parts.append(date) }
    if state.progress == .partial { parts.append("reading on \(state.configuration.glyphs.ellipsis)") }
    return parts.separated(by: separator)
  }

  private func thread(_ state: ReaderState) -> String {
    guard let comments = state.comments else { return "no discussion" }
    let thread = comments.source
    let count = thread.commentCount
    var parts = ["\(count) comment\(count == 1 ? "" : "s")"]
    if let arrangement = comments.arrangement, let filter = arrangement.request.filter {
      parts = ["\(arrangement.foundCount) of \(count) comments: \(filter.text)"]
    }
    if thread.sections.count > 1 { parts.append("\(thread.sections.count) sources") }
    parts.append((comments.arrangement?.request.order ?? .source).title)
    if let news = comments.news, news.count > 0 { parts.insert("\(news.count) new", at: 1) }
    if let note = thread.note {
      parts.append(note.missing.map { "\($0) missing: \(note.reason)" } ?? "incomplete: \(note.reason)")
    }
    return parts.separated(by: " \(state.configuration.glyphs.separator) ")
  }
}

extension ReaderState {
  /// The chain above the selected comment when its parent has left the screen; else empty.
  var trail: String {
    guard let comments, layout.comments != nil else { return "" }
    let chain = comments.hiddenAncestors
    guard !chain.isEmpty else { return "" }
    let glyphs = configuration.glyphs
    // A long chain keeps its beginning and its end.
    let names = chain.map { comments.thread.heading(of: $0) }
    let shown = names.count > 5 ? [names[0], glyphs.ellipsis] + names.suffix(3) : names
    return shown.separated(by: " \(glyphs.arrow) ") + " \(glyphs.arrow)"
  }
}
