/// Which pane has the focus, and how the panes share the screen.
enum PaneCommands {
  static let all: [Command] = [
    Command("focus-next-pane", "Next pane", .panes, changing: { $0.focusPane(steps: 1) }),
    Command("focus-previous-pane", "Previous pane", .panes, changing: { $0.focusPane(steps: -1) }),
    Command("focus-article", "The article", .panes, changing: { $0.focus(on: .article) }),
    Command("focus-comments", "The discussion", .panes, changing: { $0.focus(on: .comments) }),
    Command("show-quotes", "Quotes by speaker", .panes, changing: { $0.showIndex(.quotes) }),
    Command("show-figures", "Figures", .panes, changing: { $0.showIndex(.figures) }),
    Command("show-outline", "Outline", .panes, changing: { $0.showIndex(.outline) }),
    Command(
      "show-quoted-words", "Titles and terms in quotation marks", .panes,
      changing: { $0.showIndex(.quotedWords) }),
    Command("cycle-layout", "Next layout: automatic, one pane, stacked, side by side, three columns", .panes)
    {
      state in
      let all = Arrangement.allCases
      let next = ((all.firstIndex(of: state.arrangement) ?? 0) + 1) % all.count
      state.arrangement = all[next]
      state.isMaximized = false
      state.refit()
      let shown = state.layout.arrangement
      let note = state.arrangement != .automatic && shown != state.arrangement ? " (does not fit here)" : ""
      state.say("layout: \(state.arrangement.title)\(note)")
      return []
    },
    Command("maximize-pane", "This pane alone, and back", .panes) { state in
      state.isMaximized.toggle()
      state.refit()
      return []
    },
    Command("move-divider-left", "Divider left or up", .panes, changing: { $0.moveDivider(by: -1) }),
    Command("move-divider-right", "Divider right or down", .panes, changing: { $0.moveDivider(by: 1) }),
  ]
}

extension ReaderState {
  /// Gives a pane the focus; says so when there is no such pane.
  mutating func focus(on pane: Pane) {
    if pane == .comments, comments == nil {
      say("this article has no discussion")
      return
    }
    focus = pane
    refit()
  }

  fileprivate mutating func focusPane(steps: Int) {
    var panes = layout.arrangement == .single ? [Pane.article] : layout.panes
    if layout.arrangement == .single, comments != nil { panes.append(.comments) }
    guard panes.count > 1 else {
      say(comments == nil ? "this article has no discussion" : "there is no other pane")
      return
    }
    let current = panes.firstIndex(of: focus) ?? 0
    focus(on: panes[(current + steps + panes.count) % panes.count])
  }

  fileprivate mutating func showIndex(_ kind: IndexKind) {
    var list = ListState()
    let all = entries.entries(kind)
    if let current = article.selection, let entry = all.firstIndex(where: { $0.selection == current }) {
      list.selected = entry
    } else {
      list.selected = all.firstIndex { $0.selection != nil } ?? 0
    }
    guard !all.isEmpty else {
      say("this article has no \(kind.plural)")
      return
    }
    if layout.index != nil {
      list.select(list.selected, count: all.count, rows: index.rows)
      index.kind = kind
      index.list = list
      focus(on: .index)
    } else {
      list.select(list.selected, count: all.count, rows: overlayRows)
      overlays.append(Overlay(.index(kind), list))
    }
  }

  fileprivate mutating func moveDivider(by direction: Int) {
    switch layout.arrangement {
    case .stacked:
      let before = layout.article
      rowShift += direction
      refit()
      if layout.article == before { rowShift -= direction }
    case .sideBySide, .threeColumns:
      let before = layout.article
      columnShift += 2 * direction
      refit()
      if layout.article == before { columnShift -= 2 * direction }
    default: say("there is no divider in this layout")
    }
  }
}
