/// Isso.
enum IssoPage {
  static let system = MarkedUpComments(
    name: "isso",
    markup: CommentMarkup(
      comments: [".isso-comment"],
      author: [".isso-author", ".author"], date: ["time", ".isso-permalink", ".permalink"],
      score: [".isso-votes", ".votes"], body: [".isso-text", ".text"],
      flags: [(".isso-is-pending", .pending)], stubs: [".isso-comment-loader"], containers: ["#isso-thread"]))
}
