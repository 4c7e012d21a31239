import ArticleModel

/// Comments of Lemmy: a flat list in which each comment's `path` names all those above it (`0.12.34`).
struct LemmyComments: JSONSystem {
  let name = "lemmy"

  func matches(_ document: JSONDocument) -> Bool {
    if document.root["post_view"]["post"].has("name") { return true }
    guard let first = document.root["comments"].elements.first else { return false }
    return first["comment"].has("path", "content")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    for root in document.roots { read(root, into: &discussion) }
  }

  private func read(_ root: JSONValue, into discussion: inout JSONDiscussion) {
    let view = root["post_view"]
    let list = root["comments"]
    if view.isObject || discussion.title == nil {
      readPost(view.isObject ? view : list.elements.first ?? view, isWhole: view.isObject, into: &discussion)
    }
    if let stated = view["counts"]["comments"].integer { discussion.statedCount = Int(clamping: stated) }
    guard list.isArray else { return }
    discussion.hasThread = true
    for value in list.elements {
      let facts = value["comment"]
      var comment = JSONDiscussion.Contribution(
        id: facts["id"].identifier, author: value["creator"].firstLine(["name", "display_name"]),
        posted: facts.first(["published", "published_at"]).time, body: JSONBody(facts["content"], .markdown))
      comment.facts.score = value["counts"].first(["score"]).score ?? facts["score"].score
      var flags = Comment.Flags()
      if facts["deleted"].isTrue { flags.insert(.deleted) }
      if facts["removed"].isTrue { flags.insert(.removed) }
      if facts["distinguished"].isTrue { flags.insert(.moderator) }
      if facts["updated"].exists || facts["updated_at"].exists { flags.insert(.edited) }
      let creator = value["creator"]["id"].identifier
      if creator != nil, creator == value["post"]["creator_id"].identifier { flags.insert(.originalPoster) }
      comment.facts.flags = flags
      let path = facts["path"].line?.split(separator: ".") ?? []
      if path.count > 2 { comment.parent = .id(String(path[path.count - 2])) }
      let place = discussion.append(comment)
      discussion.expectReplies(
        value["counts"].first(["child_count"]).integer ?? facts["child_count"].integer, to: place)
    }
  }

  private func readPost(_ view: JSONValue, isWhole: Bool, into discussion: inout JSONDiscussion) {
    let post = view["post"]
    discussion.title = post["name"].line
    discussion.byline = isWhole ? view["creator"]["name"].line : nil
    discussion.site = view["community"].firstLine(["title", "name"])
    discussion.published = post.first(["published", "published_at"]).time
    discussion.address = post.firstLine(["url", "ap_id"])
    discussion.body = JSONMarkup.markdown.text(ofEscaped: post["body"].escaped)
  }
}
