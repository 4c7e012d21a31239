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
    /// The identifier of the quote, figure or block of the article.
    var target: String?
    /// The words of the article.
    var targetText: String
  }

  private let article: Article
  private var position = 0
  private var currentComment = -1
  private var body = RichText()

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
      }
      let (target, words) = end(of: reference.target)
      return Row(
        reference: reference, comment: ArticleLocator.comment(currentComment, of: thread),
        author: thread.author(of: currentComment), passage: body.string(reference.range), target: target,
        targetText: words)
    }
    return nil
  }

  private func end(of target: ArticleReference.Target) -> (id: String?, words: String) {
    switch target {
    case .quote(let index):
      guard article.quotes.indices.contains(index) else { return (nil, "") }
      return (ArticleLocator.quote(index), article.text(of: article.quotes[index]))
    case .figure(let index):
      guard article.figures.indices.contains(index) else { return (nil, "") }
      return (ArticleLocator.figure(index), article.body.string(article.figures[index].range))
    case .passage(let range):
      let block = article.body.blockIndex(at: Int(range.lower))
      return (block.map(ArticleLocator.block), article.body.string(range))
    }
  }
}
