import ArticleModel

/// Comments of a Substack post, nested; their words are plain text.
struct SubstackComments: JSONSystem {
  let name = "substack"

  func matches(_ document: JSONDocument) -> Bool {
    guard let first = document.root["comments"].elements.first else { return false }
    return first.has("body", "children", "date") || first.has("body", "ancestor_path")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let root = document.root
    let post = root["post"]
    discussion.title = post["title"].line
    discussion.byline = post["publishedBylines"].elements.first?["name"].line
    discussion.published = post["post_date"].time
    discussion.address = post["canonical_url"].line
    discussion.body = JSONMarkup.html.text(ofEscaped: post["body_html"].escaped)
    discussion.statedCount = post["comment_count"].integer.map { Int(clamping: $0) }
    discussion.appendNested(root["comments"], replies: { $0["children"] }) { value, _, discussion in
      discussion.expectReplies(value["children_count"].integer, to: discussion.contributions.count)
      var comment = JSONDiscussion.Contribution(
        id: value["id"].identifier, author: value.firstLine(["name", "handle"]),
        posted: value["date"].time, body: JSONBody(value["body"], .plain))
      let reactions = value["reaction_count"].score
      comment.facts.score = reactions ?? value["reactions"].elements.first?.score
      var flags = Comment.Flags()
      if value["deleted"].isTrue || value["status"].equals("deleted") { flags.insert(.deleted) }
      if value["user_banned"].isTrue || value["status"].equals("moderator_removed") { flags.insert(.removed) }
      if value["edited_at"].exists { flags.insert(.edited) }
      if value["pinned_by_user_id"].exists || value["pinned"].isTrue { flags.insert(.pinned) }
      if value["metadata"]["is_author"].isTrue { flags.insert(.originalPoster) }
      comment.facts.flags = flags
      return comment
    }
  }
}
