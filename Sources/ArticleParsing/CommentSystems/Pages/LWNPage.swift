/// LWN: comments are `details` in one another.
enum LWNPage {
  static let system = MarkedUpComments(
    name: "lwn",
    markup: CommentMarkup(
      comments: ["details.CommentBox", "div.CommentBox"],
      identifier: [".CommentPoster a[href*=/Articles/] @href", "a[href*=/Articles/] @href"],
      author: [".CommentPoster b", ".CommentPoster a[href*=/user/]"], date: [".CommentPoster"],
      body: [".FormattedComment", ".CommentBody"],
      residue: [".CommentReplyButton"]))
}
