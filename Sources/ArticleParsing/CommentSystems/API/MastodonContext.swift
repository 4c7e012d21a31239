import ArticleModel

/// A status of Mastodon, or of a server that speaks as it does, and its context: what it answers, and the answers.
///
/// The context does not hold the status itself; a file may hold both, one a line. What the status answers is the article.
struct MastodonContext: JSONSystem {
  let name = "mastodon"

  func matches(_ document: JSONDocument) -> Bool {
    document.root["ancestors"].isArray && document.root["descendants"].isArray || Self.isStatus(document.root)
      || document.root.elements.first.map(Self.isStatus) ?? false && document.root.isArray
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    var opening: [JSONValue] = []
    var answers: [JSONValue] = []
    for root in document.roots {
      if Self.isStatus(root) {
        opening.append(root)
      } else if root.isArray {
        answers += root.elements.filter(Self.isStatus)
      } else {
        opening += root["ancestors"].elements
        answers += root["descendants"].elements
        discussion.hasThread = true
      }
    }
    let status = opening.last
    for value in opening {
      if !discussion.body.blocks.isEmpty { discussion.body.append(Self.divider) }
      discussion.body.append(Self.text(value))
    }
    discussion.byline = status.flatMap { Self.author($0) }
    discussion.published = status?["created_at"].time
    discussion.address = status?.firstLine(["url", "uri"])
    discussion.language = status?["language"].line
    discussion.title = discussion.byline.map { "Post by \($0)" }
    if let stated = status?["replies_count"].integer,
      document.roots.first(where: { !Self.isStatus($0) }) == nil
    {
      discussion.hasThread = true
      discussion.statedCount = Int(clamping: stated)
    }
    let poster = status.flatMap { $0["account"]["acct"].line }
    var above = Set(opening.compactMap { $0["id"].identifier })
    // The first of the answers answers the status, which may be in no file.
    if let first = answers.first?["in_reply_to_id"].identifier { above.insert(first) }
    for value in answers { Self.append(value, poster: poster, above: above, into: &discussion) }
  }

  private static func append(
    _ value: JSONValue, poster: String?, above: Set<String>, into discussion: inout JSONDiscussion
  ) {
    let media = value["media_attachments"]
    var comment = JSONDiscussion.Contribution(
      id: value["id"].identifier, author: author(value), posted: value["created_at"].time,
      body: media.isFilledArray || warning(value) != nil
        ? .composed(text(value)) : JSONBody(value["content"], .html))
    comment.facts.score = value["favourites_count"].score
    if value["edited_at"].exists { comment.facts.flags.insert(.edited) }
    if value["pinned"].isTrue { comment.facts.flags.insert(.pinned) }
    if warning(value) != nil || value["sensitive"].isTrue { comment.facts.flags.insert(.spoiler) }
    if let poster, value["account"]["acct"].line == poster { comment.facts.flags.insert(.originalPoster) }
    if let parent = value["in_reply_to_id"].identifier, !above.contains(parent) {
      comment.parent = .id(parent)
    }
    let place = discussion.append(comment)
    discussion.expectReplies(value["replies_count"].integer, to: place)
  }

  /// What the writer says that the words are about, for those who do not want to read them.
  private static func warning(_ value: JSONValue) -> String? { value["spoiler_text"].line }

  /// The words of a status after their warning, and its pictures with what their descriptions say.
  private static func text(_ value: JSONValue) -> RichText {
    var text = RichText()
    if let warning = warning(value) {
      var builder = RichTextBuilder()
      builder.begin(.paragraph)
      builder.open(.strong)
      builder.append(warning)
      builder.closeInline()
      text = builder.finish()
    }
    text.append(JSONMarkup.html.text(ofEscaped: value["content"].escaped))
    for item in value["media_attachments"].elements {
      guard let source = item.firstLine(["remote_url", "url", "preview_url"]),
        HTMLLink.isSafe(Array(source.utf8))
      else { continue }
      var builder = RichTextBuilder()
      builder.beginPicture(source: source, alternativeText: item["description"].line ?? "")
      text.append(builder.finish())
    }
    return text
  }

  private static var divider: RichText {
    var builder = RichTextBuilder()
    builder.appendDivider()
    return builder.finish()
  }

  private static func author(_ value: JSONValue) -> String? {
    value["account"].firstLine(["acct", "username"])
  }

  private static func isStatus(_ value: JSONValue) -> Bool {
    value.has("content", "account", "in_reply_to_id") && value["account"].has("username")
  }
}
