/// Drupal 6 to 10: replies stand in an `.indented` element that follows the comment.
enum DrupalPage {
  static let system = MarkedUpComments(
    name: "drupal",
    signs: [
      ".field-name-comment-body", ".field--name-comment-body", "[typeof*=sioct:Comment]",
      "article.js-comment",
      "[data-comment-user-id]", "[data-history-node-id]", "#comments .indented", "meta[content^=Drupal]",
      "[about*=/comment/]", "a[href*=/comment/reply/]",
    ],
    markup: CommentMarkup(
      comments: [
        "article.comment", "div.comment[about]", "div.comment[typeof]", "article.js-comment",
        "div.comment.clearfix",
        "div.comment.clear-block", "[data-comment-user-id]", "#comments div.comment", "li.comment[about]",
      ],
      sections: ["#comments", ".comment-wrapper", ".comments"],
      identifier: ["@about", "@id", "a.permalink @href", "a[href*=#comment-] @href"],
      levelElements: [".indented"],
      author: [
        ".username", ".comment__author", ".comment-author", ".submitted .author", ".author-name", ".author",
        "[rel=sioc:has_creator]",
      ],
      date: [
        "time", "[property*=dc:created]", "[property*=dateCreated]", ".comment__time", ".comment-time",
        ".submitted",
        ".comment__submitted", ".comment-date", ".date",
      ],
      body: [
        ".field-name-comment-body", ".field--name-comment-body", ".comment-body", ".comment__content",
        ".comment-content",
        ".comment__body", ".content",
      ],
      residue: [
        "ul.links", ".links", ".comment__links", ".user-picture", ".submitted", "a.permalink",
        ".expanding-formatter-trigger",
        ".expanding-formatter-ellipsis", ".comment__permalink", ".comment__meta", "mark",
      ],
      flags: [
        (".by-node-author", .originalPoster), (".comment-by-node-author", .originalPoster),
        (".comment-by-node-autor", .originalPoster), (".comment--by-node-author", .originalPoster),
        (".unpublished", .pending), (".comment-unpublished", .pending),
      ],
      gaps: [
        ("#comments .pager a", "Further comments are on other pages."),
        (".comment-wrapper .pager a", "Further comments are on other pages."),
      ],
      guesses: true))
}
