import ArticleModel

/// A discussion of Reddit: the pair of listings that an address with `.json` answers, or one of them.
///
/// Replies are listings in comments. A `more` stands for replies that were left out: so many, or (with no number and the
/// identifier `_`) the rest of a branch on a page of its own.
struct RedditListing: JSONSystem {
  let name = "reddit"

  func matches(_ document: JSONDocument) -> Bool {
    let first = document.root.items.first ?? document.root
    return first["kind"].equals("Listing") && first["data"].has("children")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    for listing in document.root.items {
      let children = listing["data"]["children"]
      if let post = children.elements.first(where: { $0["kind"].equals("t3") }) {
        readPost(post["data"], into: &discussion)
      }
      guard children.elements.first?["kind"].equals("t3") != true else { continue }
      discussion.appendNested(children, replies: { $0["data"]["replies"]["data"]["children"] }) {
        value, parent, discussion in
        if value["kind"].equals("more") {
          Self.readStub(value["data"], below: parent, into: &discussion)
          return nil
        }
        guard value["kind"].equals("t1") else { return nil }
        return Self.comment(value["data"])
      }
    }
  }

  private func readPost(_ post: JSONValue, into discussion: inout JSONDiscussion) {
    discussion.hasThread = true
    discussion.title = post["title"].markupLine
    discussion.byline = Self.name(post["author"])
    discussion.site = post["subreddit_name_prefixed"].line ?? post["subreddit"].line.map { "r/\($0)" }
    discussion.published = post["created_utc"].time
    discussion.statedCount = post["num_comments"].integer.map { Int(clamping: $0) }
    if !post["is_self"].isTrue { discussion.address = post["url"].line }
    discussion.body = Self.text(post["selftext_html"], post["selftext"]).map(Self.read) ?? RichText()
  }

  private static func comment(_ data: JSONValue) -> JSONDiscussion.Contribution {
    var comment = JSONDiscussion.Contribution(
      id: data["id"].identifier, author: name(data["author"]), posted: data["created_utc"].time)
    if let (value, markup) = text(data["body_html"], data["body"]) { comment.body = JSONBody(value, markup) }
    if !data["score_hidden"].isTrue { comment.facts.score = data.first(["score", "ups"]).score }
    var flags = Comment.Flags()
    if data["is_submitter"].isTrue { flags.insert(.originalPoster) }
    if data["distinguished"].exists { flags.insert(.moderator) }
    if data["stickied"].isTrue { flags.insert(.pinned) }
    if data["collapsed_reason_code"].line == "LOW_SCORE"
      || data["collapsed_reason"].line?.contains("score") ?? false
    {
      flags.insert(.downvoted)
    }
    if data["edited"].isTrue || data["edited"].kind == .number { flags.insert(.edited) }
    switch data["body"].line {
    case "[deleted]": flags.insert(.deleted)
    case "[removed]", "[ Removed by Reddit ]": flags.insert(.removed)
    default: break
    }
    comment.facts.flags = flags
    return comment
  }

  private static func readStub(
    _ data: JSONValue, below parent: Int?, into discussion: inout JSONDiscussion
  ) {
    // "Continue this thread" counts nothing.
    let count = data["count"].integer.map { Int(clamping: $0) } ?? 0
    discussion.appendStub(missing: count > 0 ? count : nil, below: parent.map { .entry($0) } ?? .none)
  }

  /// The writer, or `nil` when the account is gone.
  private static func name(_ value: JSONValue) -> String? {
    value.line.flatMap { $0 == "[deleted]" ? nil : $0 }
  }

  /// The words as HTML when the answer carries that, else as Markdown.
  private static func text(_ html: JSONValue, _ markdown: JSONValue) -> (JSONValue, JSONMarkup)? {
    if html.text != nil {
      return (html, html.escaped.first == UInt8(ascii: "&") ? .escapedHTML : .html)
    }
    return markdown.text == nil ? nil : (markdown, .markdown)
  }

  private static func read(_ value: JSONValue, _ markup: JSONMarkup) -> RichText {
    markup.text(ofEscaped: value.escaped)
  }
}
