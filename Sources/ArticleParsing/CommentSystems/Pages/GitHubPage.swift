/// Issues, pull requests and discussions of GitHub; class names end in hashes that change with every build.
enum GitHubPage {
  static let system = MarkedUpComments(
    name: "github",
    signs: [".react-issue-comment", "[id^=issuecomment-]", "[id^=discussioncomment-]"],
    markup: CommentMarkup(
      comments: [
        ".react-issue-comment", ".timeline-comment#issuecomment-0",
        ".timeline-comment[id^=discussioncomment-]",
        ".js-comment[id^=discussioncomment-]", ".js-comment#issuecomment-0",
      ],
      identifier: ["@id", "#issuecomment-0 @id"],
      author: ["[data-testid=avatar-link]", ".ActivityHeader-module__AuthorLink*", "a.author", ".author"],
      date: ["relative-time", "time", "time-ago"],
      body: [".markdown-body", ".js-comment-body", ".comment-body"],
      residue: ["[role=toolbar]"],
      flags: [
        ("[data-testid=comment-subject-author]", .originalPoster), (".minimized-comment", .removed),
        (".timeline-comment-label-author", .originalPoster), (".js-comment-edit-history", .edited),
      ],
      stubs: [".ajax-pagination-btn"],
      gaps: [("[data-testid=issue-timeline-load-more-button]", "The page loads more comments on demand.")]))
}
