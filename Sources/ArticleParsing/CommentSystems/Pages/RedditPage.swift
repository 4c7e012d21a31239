/// Reddit's page of today, made of custom elements.
enum RedditPage {
  static let system = MarkedUpComments(
    name: "reddit",
    markup: CommentMarkup(
      comments: ["shreddit-comment"],
      identifier: ["@thingid", "@thing-id", "@id"], parent: ["@parentid", "@parent-id"], level: ["@depth"],
      author: ["@author", "[slot=commentMeta] a[href*=/user/]"],
      date: ["time", "faceplate-timeago @ts", "@created"], score: ["@score"],
      body: ["[slot=comment]", "[id*=-comment-rtjson-content]", ".md"],
      flags: [
        ("[is-comment-deleted]", .deleted), ("[is-author-deleted]", .deleted),
        ("shreddit-comment[is-op]", .originalPoster),
        ("[is-stickied]", .pinned), ("[is-removed]", .removed), ("[noun=op]", .originalPoster),
      ],
      stubs: ["faceplate-partial[src*=more-comments]", "[slot^=children-] a[href*=/comment/]"],
      containers: ["shreddit-comment-tree"]))
}
