import ArticleModel

/// How a comment system marks up its comments: which elements they are, and where each fact stands.
///
/// Lists name the best place first. What a page does not have is left out of the comment, unless `guesses` says that
/// themes rename it: then it is looked for by structure.
struct CommentMarkup: Sendable {
  /// The elements that are comments.
  ///
  /// One inside another with the same identifier is the same comment.
  var comments: [ElementPattern]
  /// Where the comments stand: when such an element holds some, those elsewhere are of other pages.
  var sections: [ElementPattern] = []
  /// What holds comments of other pages, such as a list of the latest.
  var elsewhere: [ElementPattern] = []
  /// How far a comment reaches in the document.
  var extent = Extent.element

  /// The comment's identifier.
  var identifier: [MarkupValue] = ["@id"]
  /// Whether the element's identifier ends with the comment's number and its parent's: `comm-123_45`.
  var identifierNamesParent = false
  /// The identifier of the comment that it answers, or a link to that.
  var parent: [MarkupValue] = []
  /// How deep it stands, as a number that grows with the depth.
  var level: [MarkupValue] = []
  /// The class that a level is written behind, such as `depth-` of `depth-3`, on the comment or the elements right around it.
  var levelClass: String?
  /// Elements around the comment, each of which makes it one level deeper.
  var levelElements: [ElementPattern] = []
  /// The name of whom it answers, for pages that do not say more.
  var replyTo: [MarkupValue] = []

  var author: [MarkupValue]
  var date: [MarkupValue]
  var score: [MarkupValue] = []
  /// The element that holds the words; without one they are what remains of the comment.
  var body: [ElementPattern]
  /// What stands among the words and is not the author's.
  var residue: [ElementPattern] = []
  /// Elements, the comment's own or inside it, that say something of it.
  var flags: [(sign: ElementPattern, flags: Comment.Flags)] = []
  /// Who started the discussion: comments by the same name are the original poster's.
  var submitter: [ElementPattern] = []
  /// Elements that stand for replies which the page does not show.
  var stubs: [ElementPattern] = []
  /// Elements which say that there are more comments than the page shows, and what to tell the user.
  var gaps: [(sign: ElementPattern, reason: String)] = []
  /// Elements that hold nothing but the discussion, besides the comments themselves.
  var containers: [ElementPattern] = []
  /// Whether name, date and words are looked for by structure where no pattern fits.
  var guesses = false

  /// How far a comment reaches.
  enum Extent: Sendable {
    /// The element.
    case element
    /// The element around it.
    case parent
    /// The element and those that follow it up to the next comment.
    case untilNext
  }
}
