import ArticleLayout
import ArticleModel

extension LinkHint {
  private static let letters = Array("asdfghjklqwertyuiopzxcvbnm")

  /// The links on the screen in the pane with the focus, from the top, each with its letters.
  static func hints(for state: ReaderState) -> [LinkHint] {
    var hints = state.focus == .comments ? inThread(state) : inArticle(state)
    // As few letters as do: one for up to 26 links, else two for all.
    hints = Array(hints.prefix(letters.count * letters.count))
    for index in hints.indices {
      hints[index].label =
        hints.count <= letters.count
        ? String(letters[index])
        : String([letters[index / letters.count], letters[index % letters.count]])
    }
    return hints
  }

  private static func inArticle(_ state: ReaderState) -> [LinkHint] {
    let pane = state.article
    let body = pane.article.body
    let first = pane.flow.offset(of: pane.top)
    let below = pane.flow.position(pane.top, movedBy: pane.rows)
    let last = below == pane.flow.end ? body.utf8.count : pane.flow.offset(of: below)
    let start = body.inlines.partitioningIndex { Int($0.range.lower) >= first }
    var hints: [LinkHint] = []
    for inline in body.inlines[start...] {
      guard Int(inline.range.lower) < max(last, first) else { break }
      if case .link(let target) = inline.kind {
        hints.append(
          LinkHint(
            label: "", comment: nil, offset: Int(inline.range.lower), target: body.linkTargets[target]))
      }
    }
    return hints
  }

  private static func inThread(_ state: ReaderState) -> [LinkHint] {
    guard let pane = state.comments else { return [] }
    var hints: [LinkHint] = []
    let bottom = pane.flow.position(pane.top, movedBy: pane.rows - 1)
    var item: Int? = pane.top.item
    while let comment = item, comment <= bottom.item {
      if !pane.flow.folding[comment] {
        let body = pane.flow.layout(of: comment).body
        for inline in body.inlines {
          if case .link(let target) = inline.kind {
            hints.append(
              LinkHint(
                label: "", comment: comment, offset: Int(inline.range.lower), target: body.linkTargets[target]
              ))
          }
        }
      }
      item = pane.flow.item(after: comment)
    }
    return hints
  }
}
