import ArticleModel
import TerminalUI

/// A list of comments to choose from: those about a passage with their ancestors, or quotations from nowhere.
public enum CommentList: Hashable, Sendable {
  /// The comments that refer to something in the article.
  case about(ArticleSelection)
  /// What comments quote that is not in the article.
  case unmatched

  /// What its rows are made of.
  private struct Row {
    var comment: Int
    /// What it refers with; none in a heading, which names the comment's ancestors.
    var range: TextRange?
    var kind: ArticleReference.Kind?
  }

  /// Makes the list; an arrow leads from ancestor to ancestor.
  ///
  /// - Complexity: O(rows and the ancestors of their comments).
  func list(of article: Article, _ references: ReferenceIndex, _ glyphs: Glyphs) -> IndexList {
    guard let thread = article.thread else {
      return IndexList(IndexList.Source(count: 0) { _ in .init(text: "") })
    }
    let rows = rows(of: article, thread, references)
    let author = { (comment: Int) in thread.author(of: comment) ?? "anonymous" }
    return IndexList(
      IndexList.Source(
        count: rows.count,
        entry: { index in
          let row = rows[index]
          guard let range = row.range else {
            let names = thread.ancestors(of: row.comment).map(author)
            return IndexList.Entry(text: names.joined(separator: " \(glyphs.arrow) "))
          }
          return IndexList.Entry(
            text: "\(author(row.comment)): \(words(thread.body(of: row.comment), range, glyphs))",
            detail: row.kind?.rawValue ?? "",
            destination: .comment(row.comment), indent: thread.depths[row.comment] > 0 ? 2 : 0)
        },
        matcher: { search in
          let isNamed = thread.authors.map { search.isFound(in: $0) }
          let isAnonymousFound = search.isFound(in: "anonymous")
          var named = CommentSet(count: thread.count)
          thread.comments.visit { index, comment in
            let isFound =
              comment.author.map { isNamed.indices.contains(Int($0)) && isNamed[Int($0)] } ?? isAnonymousFound
            if isFound { named[index] = true }
            return true
          }
          let isFound = self.isFound(search, rows, thread)
          return { [named] index in isFound[index] || named[rows[index].comment] }
        }, isHeading: { rows[$0].range == nil }))
  }

  /// For each row whether the words are in what it stands for: a quotation from nowhere, or else the whole comment.
  private func isFound(_ search: TextSearch, _ rows: [Row], _ thread: CommentThread) -> [Bool] {
    let bodies = BodySearch(search, in: thread)
    if self == .unmatched {
      return bodies.isFound(in: rows.map { ($0.comment, $0.range ?? TextRange(0, 0)) })
    }
    var listed = CommentSet(count: thread.count)
    for row in rows { listed[row.comment] = true }
    let found = bodies.comments(of: listed)
    return rows.map { found[$0.comment] }
  }

  /// What a row says: a quotation from nowhere as it is, other passages in their sentence, of which as much is left
  /// out in front that the passage stands on the row.
  private func words(_ body: RichText, _ range: TextRange, _ glyphs: Glyphs) -> String {
    if self == .unmatched { return body.string(range) }
    let sentence = body.sentenceRange(around: range)
    var start = Int(sentence.lower)
    if Int(range.lower) - start > Self.mostBefore {
      start = Int(range.lower) - Self.mostBefore
      while start < Int(range.lower), body.utf8[start] != 0x20 { start += 1 }
      while start < Int(range.lower), body.utf8[start] == 0x20 { start += 1 }
    }
    let words = body.string(TextRange(start, Int(sentence.upper)))
    return start > Int(sentence.lower) ? glyphs.ellipsis + " " + words : words
  }

  /// The bytes of a sentence that are shown before the passage.
  private static let mostBefore = 32

  private func rows(of article: Article, _ thread: CommentThread, _ references: ReferenceIndex) -> [Row] {
    switch self {
    case .unmatched:
      return references.unmatched.map { Row(comment: $0.comment, range: $0.range) }
    case .about(let selection):
      var rows: [Row] = []
      var lastParent: Int?
      for reference in references.references(to: selection.ranges(in: article)) {
        let parent = thread.parent(of: reference.comment)
        if let last = rows.last, last.comment == reference.comment, last.range != nil {
          // A comment is listed once, for the strongest of what it does.
          if reference.kind.strength > last.kind?.strength ?? 0 {
            rows[rows.count - 1].range = reference.range
            rows[rows.count - 1].kind = reference.kind
          }
          continue
        }
        if parent != nil, parent != lastParent { rows.append(Row(comment: reference.comment)) }
        lastParent = parent
        rows.append(
          Row(comment: reference.comment, range: reference.range, kind: reference.kind))
      }
      return rows
    }
  }
}

extension ArticleReference.Kind {
  /// How much a kind says about what is referred to.
  fileprivate var strength: Int {
    switch self {
    case .discusses: 1
    case .repeats: 2
    case .quotes: 3
    case .questions: 4
    case .disputes: 5
    }
  }
}

extension ReaderState {
  /// The title of a list of comments.
  public func title(of list: CommentList) -> String {
    switch list {
    case .about(let selection):
      let words = selection.ranges(in: article.article).map(article.article.body.string).joined(
        separator: " ")
      return "About " + words
    case .unmatched: return "Not found in this article"
    }
  }
}
