import ArticleModel

/// A comment system whose threads can be read out of a page.
///
/// To add one: a file in this folder, a line in `CommentSystemRegistry`, a folder of fixtures. Most systems are a table of
/// names (`MarkedUpComments`).
protocol CommentSystem: Sendable {
  /// The system's name in exports.
  var name: String { get }

  /// Whether the contributions are what its pages are there for, beginning with the first: a forum.
  var isForum: Bool { get }

  /// The page's discussion, or `nil` when the page has none of this system.
  func discussion(of page: CommentPage) -> FoundThread?
}
