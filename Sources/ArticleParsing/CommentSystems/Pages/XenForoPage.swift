/// XenForo 1 and 2.
enum XenForoPage {
  static let system = MarkedUpComments(
    name: "xenforo",
    signs: [
      "html#XF", "html#XenForo", "[data-template]", "[data-xf-init]", "article.message--post",
      "li.message.staff", "#messageList",
    ],
    isForum: true,
    markup: CommentMarkup(
      comments: ["article.message--post", "article.message[data-author]", "li.message[id^=post-]"],
      identifier: ["@data-content", "@id"],
      author: ["@data-author", ".message-name", "a.username"],
      date: [
        ".message-attribution time", "time.u-dt", "time", ".datePermalink .DateTime", ".DateTime",
        ".datePermalink",
      ],
      body: [
        ".message-body .bbWrapper", ".bbWrapper", ".message-body", "blockquote.messageText", ".messageText",
        ".messageContent",
      ],
      residue: [
        ".bbCodeBlock-expandLink", ".message-signature", ".quoteExpand", ".message-lastEdit",
        ".messageTextEndMarker",
        ".js-unfurl-figure",
      ],
      flags: [
        (".message-lastEdit", .edited), (".editDate", .edited), (".message--deleted", .deleted),
        (".is-threadStarter", .originalPoster),
        (".message-threadStarterPost", .originalPoster),
      ],
      gaps: [
        (".pageNav-main a", "Further posts are on other pages."),
        (".PageNav nav a", "Further posts are on other pages."),
      ]))
}
