/// Questions of Stack Overflow and the other sites of Stack Exchange, of today and of the years before 2015.
///
/// Answers, and comments on the question, are top level; comments on an answer are inside it. Who edited a post stands
/// before who wrote it.
enum StackExchangePage {
  static let system = MarkedUpComments(
    name: "stack-exchange",
    signs: ["[data-answerid]", "[data-questionid]", "#question.question", ".comment-copy"],
    markup: CommentMarkup(
      comments: [
        "div.answer[data-answerid]", "div.answer#answer-0", "li.comment#comment-0", "tr.comment#comment-0",
      ],
      identifier: ["@data-answerid", "@data-comment-id", "@id"],
      author: [
        ".comment-user", ".user-details[itemprop=author] a:last", ".user-details[itemprop=author]:last",
        ".user-info .user-details a[href*=/users/]:last", ".user-details:last", ".community-wiki:last",
      ],
      date: [
        ".comment-date [title]", ".comment-date", ".user-action-time [title]:last", ".relativetime:last",
        ".user-action-time:last",
      ],
      score: [".js-vote-count", ".vote-count-post", ".comment-score"],
      body: [".js-post-body", ".post-text", ".comment-copy", ".s-prose"],
      residue: [".comment-score", ".post-menu"],
      flags: [
        (".comment-user.owner", .originalPoster), (".accepted-answer", .highlighted),
        (".deleted-answer", .deleted),
        (".js-accepted-answer-indicator.d-block", .highlighted),
      ],
      submitter: ["#question .post-signature.owner .user-details a"],
      stubs: ["a.js-show-link.comments-link"], containers: ["#answers"]))
}
