/// Boards of phpBB 3, its styles, and of Forumotion.
enum PHPBBPage {
  static let system = MarkedUpComments(
    name: "phpbb",
    signs: ["#phpbb", ".postprofile", "[id^=profile]", "meta[content*=phpBB]"],
    isForum: true,
    markup: CommentMarkup(
      comments: ["div.post#p0", "article.post#p0", "div.post.bg1[id^=p]", "div.post.bg2[id^=p]"],
      author: [
        ".author .username", ".author .username-coloured", ".postprofile .username",
        ".postprofile .username-coloured",
        ".postprofile dt a", ".postprofile dt strong", ".author strong", ".author a", ".username",
      ],
      date: [".author time", "time", ".author", ".topic-date", ".post-date"],
      body: [
        ".postbody .content", ".content", ".postbody .entry-content", ".entry-content", ".post-entry",
        ".postbody",
      ],
      residue: [
        ".signature", ".sig", ".notice", ".post-buttons", ".profile-icons", ".author", ".attachbox",
        ".back2top",
      ],
      flags: [(".notice", .edited), (".reported", .flagged), (".unapproved", .pending)],
      gaps: [
        (".pagination a.button", "Further posts are on other pages."),
        (".pagination ul a", "Further posts are on other pages."),
      ],
      guesses: true))
}
