/// Movable Type and TypePad: a flat list in which a reply links to what it answers.
enum MovableTypePage {
  static let system = MarkedUpComments(
    name: "movable-type",
    signs: [
      "meta[content^=Movable]", "meta[content*=movabletype]", "meta[content*=typepad.com]",
      "meta[content*=TypePad]",
      "[onclick*=mtReplyCommentOnClick]", "form[action*=mt-comments]", "form[name=comments_form]",
      "#comments-open",
    ],
    markup: CommentMarkup(
      comments: [
        "div.comment#comment-0", "div[id^=comment-].comment", "li.comment#comment-0", "div.comment[id^=c0]",
      ],
      parent: [
        ".byline a[href*=#comment-] @href", ".comment-header a[href*=#comment-] @href",
        ".comment-footer a[href*=#comment-] @href",
        "a[href^=#comment-] @href",
      ],
      author: [".vcard", ".comment-author", ".author", ".byline .fn", ".comment-footer-author", ".byline"],
      date: ["abbr.published", ".published", "abbr[title]", ".comment-footer", ".byline"],
      body: [".comment-content", ".comment-body", ".comment-text"],
      residue: [".comment-footer", ".comment-header", ".byline"], guesses: true))
}
