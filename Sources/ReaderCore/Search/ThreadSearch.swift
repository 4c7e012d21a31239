import ArticleModel

/// Finds words in the bodies of a thread.
///
/// Comments are looked at one by one from the place where the search begins, in the order in which they are shown. An
/// index of the words, once there is one, leaves out those that cannot have them.
struct ThreadSearch {
  /// A place in a thread: an offset in a comment's body.
  struct Place {
    var comment: Int
    var offset: Int
  }

  /// A match.
  struct Found {
    var comment: Int
    /// The words, in that comment's body.
    var match: TextRange
    /// Whether the search went past the end (or the beginning) of the thread.
    var isWrapped: Bool
  }

  /// All comments as the source has them.
  let source: CommentThread
  /// The comments that are shown in another order, or through a filter, by their numbers in the source.
  let order: [Int32]?
  let index: WordIndex?
  let search: TextSearch

  private var count: Int { order?.count ?? source.count }

  /// How many comments are read before the index is asked: frequent words are nearer than it takes to list their comments.
  private static let near = 256

  /// The comments of the source that can have the words; `nil` for all.
  private func candidates() -> CommentSet? {
    guard let index, index.count == source.count, let found = index.candidates(for: search) else {
      return nil
    }
    var result = found.certain
    result.insert(found.possible)
    return result
  }

  private func sourceIndex(_ shown: Int) -> Int {
    guard let order else { return shown }
    return Int(order[shown])
  }

  /// The first match after a place, or the last one before it; goes on at the other end of the thread.
  func next(after place: Place, backward: Bool) -> Found? {
    let count = count
    guard count > 0 else { return nil }
    var candidates: CommentSet?
    var comment = place.comment
    for step in 0..<count + 1 {
      if step == Self.near { candidates = self.candidates() }
      defer {
        comment = backward ? (comment > 0 ? comment : count) - 1 : comment + 1 < count ? comment + 1 : 0
      }
      let index = sourceIndex(comment)
      guard candidates?[index] != false else { continue }
      let match = source.withBody(of: index) { utf8 -> TextRange? in
        let isFirst = step == 0
        if backward {
          return search.last(in: utf8, from: 0, before: isFirst ? min(place.offset, utf8.count) : utf8.count)
        }
        return search.first(in: utf8, from: isFirst ? place.offset + 1 : 0, to: utf8.count)
      }
      if let match {
        let isWrapped = backward ? comment > place.comment : comment < place.comment || step == count
        return Found(comment: comment, match: match, isWrapped: isWrapped)
      }
    }
    return nil
  }

  /// Where matches begin, up to a number: one number each, ascending in the order of the comments.
  ///
  /// `nil` when that would take too long to find out: bodies that are not decoded yet.
  func matches(limit: Int) -> [Int64]? {
    guard case .decoded = source.bodies else { return nil }
    var result: [Int64] = []
    var candidates: CommentSet?
    for shown in 0..<count where result.count < limit {
      if shown == Self.near { candidates = self.candidates() }
      let index = sourceIndex(shown)
      guard candidates?[index] != false else { continue }
      source.withBody(of: index) { utf8 in
        var position = 0
        while result.count < limit, let match = search.first(in: utf8, from: position, to: utf8.count) {
          result.append(Self.number(comment: shown, offset: Int(match.lower)))
          position = Int(match.upper)
        }
      }
    }
    return result
  }

  /// One number for a place in the thread.
  static func number(comment: Int, offset: Int) -> Int64 { Int64(comment) << 32 | Int64(offset) }
}

extension ThreadSearch {
  /// A search in what a pane shows.
  init(_ pane: ThreadPane, _ search: TextSearch) {
    self.init(
      source: pane.source, order: pane.thread.order?.comments, index: pane.searchIndex, search: search)
  }
}
