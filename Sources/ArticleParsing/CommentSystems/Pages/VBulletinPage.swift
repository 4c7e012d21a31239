/// VBulletin 3 to 5.
enum VBulletinPage {
  static let system = MarkedUpComments(
    name: "vbulletin",
    signs: ["[id^=post_message_]", "li.postcontainer", "li.b-post", "meta[content^=vBulletin]"],
    isForum: true,
    markup: CommentMarkup(
      comments: [
        "li.postcontainer", "li.postbit[id^=post_]", "li.postbitlegacy", "table#post0",
        "li.b-post[data-node-id]",
      ],
      identifier: ["@id", "@data-node-id"],
      author: [
        "a.username", ".username", "a.bigusername", ".bigusername", ".b-userinfo__username a",
        "[itemprop=name]",
        ".author a",
      ],
      date: [".postdate", "span.date", "time", ".b-post__timestamp", "td.thead"],
      body: [
        "blockquote.postcontent", "[id^=post_message_]", ".js-post__content-text", ".b-post__content-text",
        ".postcontent",
        ".content",
      ],
      residue: [
        ".signature", ".after_content", ".tapatalkSignatur", ".postfoot", ".b-post__signature", ".lastedited",
      ],
      flags: [
        (".lastedited", .edited), (".postbitdeleted", .deleted), (".postbitignored", .removed),
        (".b-post--deleted", .deleted),
        (".starter", .originalPoster),
      ],
      gaps: [
        (".pagination a[rel=next]", "Further posts are on other pages."),
        (".pagenav a", "Further posts are on other pages."),
      ],
      guesses: true))
}
