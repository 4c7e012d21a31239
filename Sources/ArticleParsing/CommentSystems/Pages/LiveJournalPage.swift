/// LiveJournal and Dreamwidth: depth is a class of the element around the comment.
enum LiveJournalPage {
  static let system = MarkedUpComments(
    name: "livejournal",
    signs: [".comment-thread[class*=comment-depth-]", ".ljuser", "[id^=cmt]"],
    markup: CommentMarkup(
      comments: [
        ".comment-wrapper#cmt0", "div.comment-wrapper[id^=cmt]", ".dwexpcomment#cmt0",
        "div.comment[id^=ljcmt]",
      ],
      parent: [".comment-info .parent a @href", ".commentparent a @href", "a[href*=thread=].parent @href"],
      levelClass: "comment-depth-",
      author: [
        ".poster .ljuser b", ".commenter .ljuser", ".poster-name", ".commenter", ".ljuser b", ".ljuser",
      ],
      date: [".datetime", ".comment-datetimelink", ".comment-poster-userpic-date"],
      body: [".comment-content", ".comment-text", ".comment-body"],
      residue: [".footer", ".comment-interaction-links"],
      flags: [(".comment-deleted", .deleted), (".screened", .pending), (".journal-owner", .originalPoster)],
      guesses: true))
}
