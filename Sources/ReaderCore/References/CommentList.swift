import ArticleModel
import TerminalUI

/// A list of comments to choose from: those about a passage with their ancestors, or quotations from nowhere.
public enum CommentList: Hashable, Sendable {
  /// The comments that refer to something in the article.
  case about(ArticleSelection)
  /// What comments quote that is not in the article.
  case unmatched

  /// Makes the list; an arrow leads from ancestor to ancestor.
  ///
  /// - Complexity: O(rows and the ancestors of their comments); O(1) for quotations from nowhere.
  func list(of article: Article, _ references: ReferenceIndex, _ glyphs: Glyphs) -> IndexList {
    guard let thread = article.thread else {
      return IndexList(IndexList.Source(count: 0) { _ in .init(text: "") })
    }
    switch self {
    case .about(let selection):
      let found = references.references(to: selection.ranges(in: article))
      return IndexList(Self.comments(of: thread, with: found, glyphs))
    case .unmatched:
      return IndexList(Self.quotations(references.unmatched, of: thread))
    }
  }

  /// The title of the list.
  public func title(in article: Article) -> String {
    switch self {
    case .about(let selection):
      "About " + selection.ranges(in: article).map(article.body.string).joined(separator: " ")
    case .unmatched: "Not found in this article"
    }
  }

  private static func author(of comment: Int, in thread: CommentThread) -> String {
    thread.author(of: comment) ?? "anonymous"
  }

  /// How far the row of a comment is indented: replies are.
  private static func indent(of comment: Int, in thread: CommentThread) -> Int {
    thread.depth(of: comment) > 0 ? 2 : 0
  }
}

/// Quotations from nowhere.
extension CommentList {
  private static func quotations(_ unmatched: UnmatchedQuotations, of thread: CommentThread)
    -> IndexList.Source
  {
    IndexList.Source(
      count: unmatched.all.count,
      entry: { row in
        let quotation = unmatched.all[row]
        let words = thread.body(of: quotation.comment).string(quotation.range)
        return IndexList.Entry(
          text: "\(author(of: quotation.comment, in: thread)): \(words)",
          destination: .comment(quotation.comment), indent: indent(of: quotation.comment, in: thread))
      },
      matcher: { search in
        let isFound = unmatched.isFound(search, authors: thread.authors)
        return { isFound[$0] }
      })
  }
}

/// Comments about a passage.
extension CommentList {
  /// What the rows of such a list are made of.
  private struct Row {
    var comment: Int
    /// What it refers with; none in a heading, which names the comment's ancestors.
    var range: TextRange?
    var kind: ArticleReference.Kind?
  }

  private static func comments(
    of thread: CommentThread, with references: [ArticleReference], _ glyphs: Glyphs
  ) -> IndexList.Source {
    let rows = rows(of: thread, references)
    return IndexList.Source(
      count: rows.count,
      entry: { index in
        let row = rows[index]
        guard let range = row.range else {
          let names = thread.ancestors(of: row.comment).map { author(of: $0, in: thread) }
          return IndexList.Entry(text: names.joined(separator: " \(glyphs.arrow) "))
        }
        let words = words(thread.body(of: row.comment), range, glyphs)
        return IndexList.Entry(
          text: "\(author(of: row.comment, in: thread)): \(words)",
          detail: row.kind?.rawValue ?? "",
          destination: .comment(row.comment), indent: indent(of: row.comment, in: thread))
      },
      matcher: { search in
        let named = CommentSet(
          thread, by: search.isFound(inEach: thread.authors), anonymous: search.isFound(in: "anonymous"))
        var listed = CommentSet(count: thread.count)
        for row in rows { listed[row.comment] = true }
        let found = BodySearch(search, in: thread).comments(of: listed)
        return { index in found[rows[index].comment] || named[rows[index].comment] }
      }, isHeading: { rows[$0].range == nil })
  }

  /// What a row says: the sentence of what a comment refers with, of which as much is left out in front that the latter
  /// stands on the row.
  private static func words(_ body: RichText, _ range: TextRange, _ glyphs: Glyphs) -> String {
    let sentence = body.sentenceRange(around: range)
    var start = Int(sentence.lower)
    if Int(range.lower) - start > mostBefore {
      start = Int(range.lower) - mostBefore
      while start < Int(range.lower), body.utf8[start] != 0x20 { start += 1 }
      while start < Int(range.lower), body.utf8[start] == 0x20 { start += 1 }
    }
    let words = body.string(TextRange(start, Int(sentence.upper)))
    return start > Int(sentence.lower) ? glyphs.ellipsis + " " + words : words
  }

  /// The bytes of a sentence that are shown before the passage.
  private static let mostBefore = 32

  private static func rows(of thread: CommentThread, _ references: [ArticleReference]) -> [Row] {
    var rows: [Row] = []
    var lastParent: Int?
    for reference in references {
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
