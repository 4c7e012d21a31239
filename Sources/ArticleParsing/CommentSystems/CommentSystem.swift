import ArticleModel

/// A comment system whose threads can be read out of a page.
///
/// To add one: a type in a file of this folder, a line in `CommentSystemRegistry`, a folder of fixtures.
protocol CommentSystem: Sendable {
  /// The system's name in exports.
  var name: String { get }

  /// Whether the page carries comments of this system.
  func matches(_ document: HTMLDocument) -> Bool

  /// The page's comments, and the elements that hold nothing else and must not become part of the article.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - base: The page's address, for links.
  /// - Returns: The thread in the page's order, and the containers to cut out.
  func thread(from document: HTMLDocument, base: String?) -> (thread: CommentThread, containers: [Int])
}
