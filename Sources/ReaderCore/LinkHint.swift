/// A letter on a link of the screen.
public struct LinkHint: Hashable, Sendable {
  /// The letters that choose it.
  public var label: String
  /// The comment whose body has the link; `nil` in the article.
  public var comment: Int?
  /// Where the link's words begin, in that body.
  public var offset: Int
  /// Where it leads.
  var target: String
}
