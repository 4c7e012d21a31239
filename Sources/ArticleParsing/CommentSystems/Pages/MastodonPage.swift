/// The pages that Mastodon's server once made itself, for those without scripts.
enum MastodonPage {
  static let system = MarkedUpComments(
    name: "mastodon",
    markup: CommentMarkup(
      comments: ["div.entry.entry-successor", "div.entry.entry-reply"],
      identifier: ["a.u-url @href", "a.u-uid @href", "[data-id] @data-id"],
      author: [".display-name__html", ".p-name", ".display-name strong", ".p-author"],
      date: ["time", ".dt-published @value"],
      body: [".e-content", ".status__content"],
      flags: [(".p-summary", .spoiler), (".status__content__spoiler-link", .spoiler)],
      stubs: [".entry .load-more"]))
}
