import ArticleModel
import TerminalUI

/// The lists of what is in an article and its discussion, each made when it is first asked for.
///
/// A reference type because it is a cache; what it answers depends only on the article. Owned by the main thread.
public final class ArticleIndex {
  private let article: Article
  private var made: [(kind: IndexKind, list: IndexList)] = []
  private let references: ReferenceIndex
  private var byAuthor: (author: Int32, list: IndexList)?
  private var madeComments: (of: CommentList, list: IndexList)?

  init(_ article: Article, references: ReferenceIndex = .none) {
    self.article = article
    self.references = references
  }

  /// The list of a kind.
  ///
  /// - Complexity: O(number of what is in it), for the first time; comments by author O(comments).
  public func list(_ kind: IndexKind) -> IndexList {
    if let known = made.first(where: { $0.kind == kind }) { return known.list }
    let list =
      switch kind {
      case .quotes: QuoteLists.quotes(of: article)
      case .speakers: QuoteLists.speakers(of: article)
      case .quotedWords: QuoteLists.quotedWords(of: article)
      case .figures: FigureList.figures(of: article, references)
      case .outline: BlockLists.outline(of: article)
      case .links: BlockLists.links(of: article)
      case .pictures: BlockLists.pictures(of: article)
      case .authors: CommentLists.authors(of: article)
      case .diagnostics: BlockLists.diagnostics(of: article)
      }
    made.append((kind, list))
    return list
  }

  /// The comments of an author, by the thread's number of the name.
  ///
  /// - Complexity: O(comments) for the first time.
  public func comments(by author: Int32) -> IndexList {
    if let byAuthor, byAuthor.author == author { return byAuthor.list }
    let list = CommentLists.comments(by: author, of: article)
    byAuthor = (author, list)
    return list
  }

  /// The comments about something, or quotations that are not in the article.
  public func comments(_ comments: CommentList, glyphs: Glyphs) -> IndexList {
    if let madeComments, madeComments.of == comments { return madeComments.list }
    let list = comments.list(of: article, references, glyphs)
    madeComments = (comments, list)
    return list
  }
}

extension Figure.Kind {
  /// The name on screen.
  public var label: String { self == .percentagePoint ? "points" : rawValue }
}
