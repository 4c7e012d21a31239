import ArticleLayout
import ArticleModel

/// Leaving an article and coming back to it: the place, the folds, what is new.
extension ReaderState {
  /// Where the reader is now, and what there is to be known again at the next visit; `nil` for an article that is not
  /// kept.
  ///
  /// - Complexity: O(number of blocks + n log n in the number of comments).
  public func visit() -> Visit? {
    guard let fingerprints else { return nil }
    var visit = Visit()
    visit.blocks = fingerprints.blocks
    visit.percent = article.percent
    visit.isInThread = focus == .comments
    visit.article = articlePlace(at: max(0, article.flow.offset(of: article.top)), fingerprints)
    visit.marks = marks.compactMap { mark(under: $0.letter, at: $0.place, fingerprints) }
    if let comments {
      let keys = fingerprints.comments
      let selected = comments.sourceIndex(of: comments.selected)
      if keys.indices.contains(selected) {
        visit.thread = Visit.ThreadPlace(comment: keys[selected], index: selected)
      }
      visit.folded = (0..<comments.thread.count).filter { comments.flow.folding[$0] }
        .map { comments.sourceIndex(of: $0) }.filter { keys.indices.contains($0) }.map { keys[$0] }
      visit.seen = keys.sorted()
    }
    return visit
  }

  private func articlePlace(at offset: Int, _ fingerprints: ArticleFingerprints) -> Visit.ArticlePlace? {
    let body = article.article.body
    guard let block = body.blockIndex(at: offset), fingerprints.blocks.indices.contains(block) else {
      return nil
    }
    return Visit.ArticlePlace(
      block: block, fingerprint: fingerprints.blocks[block],
      offset: max(0, offset - Int(body.blocks[block].range.lower)))
  }

  private func mark(
    under letter: Character, at place: ReadingPlace, _ fingerprints: ArticleFingerprints
  ) -> Visit.Mark? {
    guard letter.unicodeScalars.count == 1 else { return nil }
    if place.pane == .comments, let comment = place.comment, fingerprints.comments.indices.contains(comment) {
      return Visit.Mark(
        letter: String(letter),
        thread: Visit.ThreadPlace(comment: fingerprints.comments[comment], index: comment))
    }
    return articlePlace(at: max(0, place.articleOffset), fingerprints).map {
      Visit.Mark(letter: String(letter), article: $0)
    }
  }

  /// The place of a mark that was set at an earlier visit; `nil` when its comment is gone.
  private func place(of mark: Visit.Mark, _ fingerprints: ArticleFingerprints) -> ReadingPlace? {
    var place = self.place
    place.selection = nil
    if let wanted = mark.thread {
      guard let index = fingerprints.comments.firstIndex(of: wanted.comment) else { return nil }
      place.pane = .comments
      place.comment = index
      return place
    }
    place.pane = .article
    let offset = mark.article?.offset(in: article.article.body, fingerprints: fingerprints.blocks)
    guard let offset else { return nil }
    place.articleOffset = offset
    return place
  }

  /// Goes back to where the reader was, marks what is new, and says so.
  ///
  /// A reader who has begun to move keeps their place.
  mutating func revisit(_ visit: Visit, _ fingerprints: ArticleFingerprints) {
    revisits += 1
    lastVisit = visit
    let body = article.article.body
    let blocks = fingerprints.blocks
    let changed = visit.changedBlocks(among: blocks)
    changedBlocks = Set(changed)
    let news = markNews()
    if var pane = comments, pane.source.count == fingerprints.comments.count {
      let keys = fingerprints.comments
      if !hasMoved, pane.arrangement == nil {
        let folded = Set(visit.folded)
        let thread = pane.thread
        pane.changeFolding { folding in
          for index in keys.indices where folded.contains(keys[index]) && thread.subtreeCount(of: index) > 1 {
            folding[index] = true
          }
        }
        if let place = visit.thread {
          let index = keys.firstIndex(of: place.comment) ?? min(place.index, keys.count - 1)
          pane.select(pane.flow.folding.visible(index, in: pane.thread))
        }
      }
      comments = pane
    }
    if !hasMoved {
      if let offset = visit.article?.offset(in: body, fingerprints: blocks) {
        article.scroll(to: article.flow.position(of: offset))
      }
      if visit.isInThread, comments != nil { focus = .comments }
      refit()
    }
    if marks.isEmpty {
      marks = visit.marks.compactMap { mark in
        guard let letter = mark.letter.first, let place = place(of: mark, fingerprints) else { return nil }
        return (letter, place)
      }
    }
    say(changed: changed.count, new: news)
  }

  /// Marks the comments that were not there at the last visit; returns how many there are.
  ///
  /// Nothing is new before the library has told of a visit.
  @discardableResult
  mutating func markNews() -> Int {
    guard let lastVisit, let keys = fingerprints?.comments, comments?.source.count == keys.count else {
      return 0
    }
    var new = CommentSet(count: keys.count)
    for index in lastVisit.newComments(among: keys) { new[index] = true }
    let news = RankedCommentSet(new)
    comments?.news = news
    facts.new = news.set
    return news.count
  }

  private mutating func say(changed: Int, new: Int) {
    var parts: [String] = []
    if new > 0 { parts.append("\(new) new comment\(new == 1 ? "" : "s"): ]n goes there") }
    if changed > 0 { parts.append("\(changed) paragraph\(changed == 1 ? "" : "s") changed") }
    if !parts.isEmpty { say(parts.joined(separator: "; ")) }
  }
}
