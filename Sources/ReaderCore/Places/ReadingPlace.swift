import ArticleModel

/// Where the reader is: enough to come back to the same words.
///
/// Comments are told by their number in the source, so a place survives other orders and filters.
public struct ReadingPlace: Hashable, Sendable {
  /// The pane with the focus.
  var pane: Pane
  /// The words at the top of the article, as an offset in its body; -1 for the front matter.
  var articleOffset: Int
  /// What is selected in the article.
  var selection: ArticleSelection?
  /// The selected comment, by its number in the source.
  var comment: Int?
}
