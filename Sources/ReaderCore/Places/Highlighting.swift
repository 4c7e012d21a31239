import ArticleModel

/// Passages that the user highlighted, with their notes.
extension ReaderState {
  /// The highlights whose words or notes contain the words of a filter.
  public func highlights(filter: String) -> [Highlight] {
    let wanted = filter.lowercased()
    if wanted.isEmpty { return highlights }
    return highlights.filter { "\($0.text) \($0.note)".lowercased().contains(wanted) }
  }

  /// Where a highlight stands in the body; `nil` for one in a comment, or whose block is gone or was not read yet.
  public func range(of highlight: Highlight) -> TextRange? {
    guard let fingerprints, let place = highlight.place,
      fingerprints.blocks.prefix(article.article.body.blocks.count).contains(place.fingerprint),
      let start = place.offset(in: article.article.body, fingerprints: fingerprints.blocks)
    else { return nil }
    let end = min(article.article.body.utf8.count, start + highlight.text.utf8.count)
    return start < end ? TextRange(start, end) : nil
  }

  /// What would be highlighted now: the selected comment, what is selected in the article, or the paragraph at the top.
  func highlight(note: String) -> Highlight? {
    guard let fingerprints else { return nil }
    if focus == .comments, let comments {
      let index = comments.sourceIndex(of: comments.selected)
      let words = comments.thread.body(of: comments.selected).string
      guard fingerprints.comments.indices.contains(index), !words.isEmpty else { return nil }
      return Highlight(
        text: words, note: note, comment: fingerprints.comments[index], made: configuration.now)
    }
    let body = article.article.body
    let ranges = article.selection?.ranges(in: article.article) ?? []
    let offset = max(0, article.flow.offset(of: article.top))
    guard let block = body.blockIndex(at: Int(ranges.first?.lower ?? Int32(offset))),
      fingerprints.blocks.indices.contains(block)
    else { return nil }
    let blockRange = body.blocks[block].range
    // A quote of several parts is highlighted from its first word to its last.
    let start = Int(ranges.first?.lower ?? blockRange.lower)
    let end = Int(ranges.last?.upper ?? blockRange.upper)
    guard start < end, end <= body.utf8.count else { return nil }
    let place = Visit.ArticlePlace(
      block: block, fingerprint: fingerprints.blocks[block], offset: max(0, start - Int(blockRange.lower)))
    return Highlight(
      text: body.string(TextRange(start, end)), note: note, place: place, made: configuration.now)
  }

  /// Goes to a highlight.
  mutating func go(to highlight: Highlight) {
    if let comment = highlight.comment {
      guard let index = fingerprints?.comments.firstIndex(of: comment),
        let shown = comments?.shownIndex(ofSource: index)
      else {
        say("the comment is not in the discussion any more", isError: true)
        return
      }
      focus(on: .comments)
      comments?.reveal(shown)
    } else if let range = range(of: highlight) {
      focus(on: .article)
      article.show(range)
    } else {
      say("the passage is not in the article any more", isError: true)
    }
  }
}
