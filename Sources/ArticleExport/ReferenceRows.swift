import ArticleModel

/// The references of an article one by one, each with the words at both of its ends.
///
/// A comment's body is decoded once for all references that follow one another in it.
struct ReferenceRows: Sequence, IteratorProtocol {
  /// A reference with its words.
  struct Row {
    var reference: ArticleReference
    /// The comment's identifier.
    var comment: String
    var author: String?
    /// The words of the comment.
    var passage: String
    /// Where they stand, in scalars of the comment's text.
    var place: Range<Int>
    /// The identifier of the quote, figure or block of the article, or of the other comment.
    var target: String?
    /// The words of the article or of the other comment.
    var targetText: String
    /// Where the words of the other comment stand, in scalars of its text.
    var targetPlace: Range<Int>?
  }

  private let article: Article
  private var position = 0
  private var currentComment = -1
  private var body = RichText()
  private var scalars = ScalarIndex([])

  init(_ article: Article) { self.article = article }

  mutating func next() -> Row? {
    guard let thread = article.thread else { return nil }
    while position < article.references.count {
      let reference = article.references[position]
      position += 1
      guard thread.comments.indices.contains(reference.comment) else { continue }
      if reference.comment != currentComment {
        currentComment = reference.comment
        body = thread.body(of: currentComment)
        scalars = ScalarIndex(body.utf8)
      }
      let end = end(of: reference.target, thread)
      return Row(
        reference: reference, comment: ArticleLocator.comment(currentComment, of: thread),
        author: thread.author(of: currentComment), passage: body.string(reference.range),
        place: Self.place(of: reference.range, scalars), target: end.id, targetText: end.words,
        targetPlace: end.place)
    }
    return nil
  }

  private static func place(of range: TextRange, _ scalars: ScalarIndex) -> Range<Int> {
    scalars.scalars(before: Int(range.lower))..<scalars.scalars(before: Int(range.upper))
  }

  private func end(
    of target: ArticleReference.Target, _ thread: CommentThread
  ) -> (id: String?, words: String, place: Range<Int>?) {
    switch target {
    case .quote(let index):
      guard article.quotes.indices.contains(index) else { return (nil, "", nil) }
      return (ArticleLocator.quote(index), article.text(of: article.quotes[index]), nil)
    case .figure(let index):
      guard article.figures.indices.contains(index) else { return (nil, "", nil) }
      return (ArticleLocator.figure(index), article.body.string(article.figures[index].range), nil)
    case .passage(let range):
      let block = article.body.blockIndex(at: Int(range.lower))
      return (block.map(ArticleLocator.block), article.body.string(range), nil)
    case .comment(let index, let range):
      guard thread.comments.indices.contains(index) else { return (nil, "", nil) }
      let other = thread.body(of: index)
      return (
        ArticleLocator.comment(index, of: thread), other.string(range),
        Self.place(of: range, ScalarIndex(other.utf8))
      )
    }
  }
}
