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
    Command(
      "show-speakers", "Speakers, with their share of the quoted words", .panes,
      changing: { $0.showIndex(.speakers) }),
    Command("show-links", "Links", .panes, changing: { $0.showIndex(.links) }),
    Command("show-pictures", "Pictures", .panes, changing: { $0.showIndex(.pictures) }),
    Command(
      "show-authors", "Authors of comments, and what each wrote", .panes, changing: { $0.showIndex(.authors) }
    ),
    Command(
      "show-diagnostics", "What went wrong while reading", .panes, changing: { $0.showIndex(.diagnostics) }),
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

  /// Shows a list in the third column, or over the panes where there is none.
  mutating func showIndex(_ kind: IndexKind) {
    let rows = entries.list(kind)
    guard !rows.isEmpty else {
      say("this article has no \(kind.plural)")
      return
    }
    var list = ListState()
    let current = article.selection.flatMap { rows.row(of: $0, list) }
    list.selected = current ?? rows.firstRow
    if layout.index != nil {
      list.select(list.selected, count: rows.count(list), rows: index.rows)
      index.kind = kind
      index.list = list
      focus(on: .index)
    } else {
      overlays.append(Overlay(.index(kind), list))
      list.select(list.selected, count: rows.count(list), rows: overlayRows)
      overlays[overlays.count - 1].list = list
    }
  }

  /// The row of a list that stands for where the article is being read: the selected thing, else the last one above the
  /// bottom of the pane's first row; `nil` when there is none.
  ///
  /// - Complexity: O(rows) for the quotes, which are not in reading order, else O(log rows).
  public func rowInStep(with rows: IndexList) -> Int? {
    let list = index.list
    if let selection = article.selection {
      if let row = rows.row(of: selection, list) { return row }
    }
    let place = max(0, article.flow.offset(of: article.top))
    var best: (row: Int, offset: Int)?
    let count = rows.count(list)
    guard index.kind != .quotes, index.kind != .speakers else {
      let content = article.article
      let next = content.quotes.partitioningIndex { Int($0.parts[0].markedRange.lower) > place }
      guard next > 0 else { return rows.firstRow }
      return rows.row(of: .quote(next - 1), list)
    }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      guard case .article(let selection)? = rows.entry(middle, list).destination,
        let range = selection.ranges(in: article.article).first
      else { return nil }
      if Int(range.lower) <= place { best = (middle, Int(range.lower)) }
      if Int(range.lower) <= place { low = middle + 1 } else { high = middle }
    }
    return best?.row
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
