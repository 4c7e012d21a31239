/// Boards of FluxBB and of PunBB, which it comes from.
enum FluxBBPage {
  static let system = MarkedUpComments(
    name: "fluxbb",
    signs: [".blockpost .postmsg"],
    isForum: true,
    markup: CommentMarkup(
      comments: ["div.blockpost#p0"],
      author: [".postleft dt strong", ".postleft dt"],
      date: ["h2 a", "h2"],
      body: [".postmsg"],
      residue: [".postsignature", ".postedit"],
      flags: [(".postedit", .edited)],
      gaps: [(".pagelink a", "Further posts are on other pages.")],
      guesses: true))
}
